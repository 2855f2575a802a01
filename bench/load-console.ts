import { startConsole } from '../src/client/system/server.js';
import type { Instant } from '../src/domain/calendar/types.js';
import { openRegister } from '../src/register/database.js';
import { consoleParts } from '../test/client/pages/parts.js';
import { takesForms } from './half-run-register.js';

/** What the console's process is told by its parent. */
export interface ConsoleOrders {
  readonly url: string;
  readonly schema: string;
  readonly now: Instant;
}

/** What it answers: its address, once; then its resident bytes, whenever it is asked. */
export type ConsoleTold = { readonly url: string } | { readonly rss: number };

const orders = JSON.parse(process.argv[2] ?? '{}') as ConsoleOrders;
const register = await openRegister({ ...orders, unsaid: 'every-body' });
const now = () => orders.now;
const site = await startConsole({
  ...consoleParts(),
  rehearsal: false,
  actions: takesForms(register.db, orders.now),
  register,
  clock: now,
  log: { line: (line) => process.stderr.write(`${line}\n`) },
  port: 0,
});
const tell = (told: ConsoleTold): void => void process.send?.(told);
process.on('message', (asked) => {
  if (asked === 'memory') tell({ rss: process.memoryUsage.rss() });
  if (asked === 'stop') process.exit(0);
});
tell({ url: site.url });
