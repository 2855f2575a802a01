import { deliverDue } from '../../src/mail/deliver.js';
import { openTransport } from '../../src/mail/transport.js';
import { openRegister } from '../../src/register/database.js';

/** A process that sends what is due and is killed while it does: `deliver-child.ts DATABASE_URL SCHEMA SMTP_URL NOW`. */
const [url = '', schema = '', smtp = '', now = ''] = process.argv.slice(2);
const register = await openRegister({ url, schema, unsaid: 'every-body' });
const transport = openTransport({ url: smtp, connections: 3 });
await deliverDue({
  db: register.db,
  transport,
  from: { name: 'Ciclo', address: 'ciclo@camera.example' },
  wave: {},
  // Given by the test that starts this process, as an instant.
  now: () => now as `${number}-${number}-${number}T${string}Z`,
});
transport.close();
await register.close();
