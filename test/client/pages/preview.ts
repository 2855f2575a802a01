import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startConsole } from '../../../src/client/system/server.js';
import { parseCivilDate } from '../../../src/domain/calendar/civil-date.js';
import { terminalLog } from '../../../src/platform/log.js';
import { freePort } from '../../../src/platform/ports.js';
import { startPostgres } from '../../../src/platform/postgres.js';
import { openRegister } from '../../../src/register/database.js';
import { migrate } from '../../../src/register/migrate.js';
import { halfRun } from './half-run.js';
import { consoleParts } from './parts.js';

/*
 * The console on a half-run cycle, to look at while working on its pages:
 *   npx tsx test/client/pages/preview.ts [date] [port]
 */
const [date = '2016-09-20', port = '8099'] = process.argv.slice(2);
const today = parseCivilDate(date);
if (!today.ok) throw new Error(today.error);
const log = terminalLog();
const dataDir = mkdtempSync(join(tmpdir(), 'ciclo-anteprima-'));
const postgres = await startPostgres({ dataDir, cacheDir: join(dataDir, 'cache'), log });
const place = { url: postgres.url, schema: 'prova_1' };
await migrate(place);
const register = await openRegister({ ...place, unsaid: 'every-body' });
const { now, mailboxDir, remove } = await log.during('Preparazione del ciclo', () => halfRun(register, today.value));
const running = await startConsole({
  ...consoleParts(),
  port: await freePort(Number(port)),
  register,
  mailboxDir,
  clock: () => now,
  log,
});
log.line(running.url);
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());

async function end(): Promise<void> {
  await running.stop();
  await register.close();
  await postgres.stop();
  remove();
  rmSync(dataDir, { recursive: true, force: true });
}
