import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { type Clock, calendarInstant } from '../../src/domain/clock.js';
import { openTransport } from '../../src/mail/transport.js';
import { openRegister } from '../../src/register/database.js';
import { createWorker } from '../../src/worker/worker.js';
import { testInvitations } from '../client/pages/parts.js';
import { bodiesOnFile } from '../setup/bodies.js';

/** What a worker of these tests is told. */
export interface WorkerOrders {
  readonly database: string;
  readonly schema: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly smtp: { readonly url: string; readonly connections: number; readonly timeoutMs: number };
  readonly clock: Clock;
  readonly publicDir: string;
}

/** The worker of the product as a process of its own, to be killed while it works: `worker-child.ts ORDERS` (JSON). */
// Written by the test that starts this process.
const orders = JSON.parse(process.argv[2] ?? '') as WorkerOrders;
// What happens to it is what the test is about; what matters fails the test.
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { forward: {}, filter: 'ERROR' } },
});
const register = await openRegister({ url: orders.database, schema: orders.schema, unsaid: 'every-body' });
const connection = await NativeConnection.connect({ address: orders.temporal.address });
const now = () => calendarInstant(orders.clock, Date.now());
const worker = await createWorker({
  connection,
  namespace: orders.temporal.namespace,
  space: orders.schema,
  deps: {
    register,
    bodies: bodiesOnFile(),
    invitations: testInvitations(),
    post: {
      transport: openTransport(orders.smtp),
      from: { name: 'Ciclo', address: 'ciclo@ccms.example' },
      domain: 'ccms.example',
      consoleUrl: 'http://localhost:8150',
      clock: () => orders.clock,
    },
    publicDir: orders.publicDir,
    log: pino({ level: 'silent' }),
    now,
  },
});
const running = worker.run();
process.stdout.write('at work\n');
await running;
// Asked to stop, it has: what it still holds open goes with it.
process.exit(0);
