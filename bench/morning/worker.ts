import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { createInvitations } from '../../src/access/invitations.js';
import { payloadKeysOf } from '../../src/client/system/payload-keys.js';
import { type Clock, calendarInstant } from '../../src/domain/clock.js';
import { openTransport } from '../../src/mail/transport.js';
import { openRegister } from '../../src/register/database.js';
import { createWorker } from '../../src/worker/worker.js';
import { peerBodies } from '../peers/bodies.js';
import { manyBodies } from './bodies.js';

/** What the worker's process is told by its parent. */
export interface WorkerOrders {
  readonly databaseUrl: string;
  readonly space: string;
  /** Whose calendars and plans it has. */
  readonly bodies: keyof typeof BODIES;
  readonly address: string;
  readonly namespace: string;
  readonly smtpUrl: string;
  readonly clock: Clock;
  readonly publicDir: string;
  /** File with the workflows' bundle, as `npm run build` leaves one: bundling takes memory that production does not. */
  readonly bundle: string;
}

const BODIES = { morning: manyBodies, peers: peerBodies } as const;

/** The product's worker in a process of its own: asked `memory`, it answers its resident bytes; `stop` ends it. */
const orders = JSON.parse(process.argv[2] ?? '{}') as WorkerOrders;
const register = await openRegister({ url: orders.databaseUrl, schema: orders.space });
const transport = openTransport({ url: orders.smtpUrl });
const connection = await NativeConnection.connect({ address: orders.address });
const worker = await createWorker({
  connection,
  namespace: orders.namespace,
  space: orders.space,
  bundle: { codePath: orders.bundle },
  payloadKeys: await payloadKeysOf({ payloadKeys: [] }, register.db),
  deps: {
    register,
    bodies: BODIES[orders.bodies](),
    invitations: createInvitations('the secret of a benchmark, which is no secret', 'http://localhost:8150'),
    post: {
      transport,
      from: { name: 'Ciclo', address: 'ciclo@ente.example' },
      domain: 'ente.example',
      consoleUrl: 'http://localhost:8150',
      clock: () => orders.clock,
    },
    publicDir: orders.publicDir,
    log: pino({ level: 'silent' }),
    now: () => calendarInstant(orders.clock, Date.now()),
  },
});
const running = worker.run();
process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ rss: process.memoryUsage.rss() });
  if (asked === 'stop') worker.shutdown();
});
process.send?.('ready');
await running;
transport.close();
await connection.close();
await register.close();
process.exit(0);
