import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { loadLastGood } from '../src/client/system/last-good.js';
import { loadConfig } from '../src/config.js';
import { quietLog } from '../src/platform/log.js';
import { startPostgres } from '../src/platform/postgres.js';
import { saveBody } from '../src/register/body.js';
import { openRegister } from '../src/register/database.js';
import { saveEntity } from '../src/register/entities.js';
import { markSaved } from '../src/register/good-files.js';
import { migrate } from '../src/register/migrate.js';
import { PACKAGED_SEEDS } from '../src/seeds/locate.js';

/*
 * What the data files cost a worker at its start, read and brought into the register, for many bodies: the first time, again with nothing changed, and with
 * one body changed. `npx tsx bench/start.ts [bodies]`
 */
const bodies = Number(process.argv[2] ?? 100);
const PATTERN = 'massa-carrara-2016';
const folder = mkdtempSync(join(tmpdir(), 'ciclo-avvio-'));
const seeds = join(folder, 'enti');
const edit = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

for (const shared of ['calendars', 'policies'])
  cpSync(join(PACKAGED_SEEDS, shared), join(seeds, shared), { recursive: true });
for (let n = 0; n < bodies; n++) {
  const body = join(seeds, `ente-${n}`);
  cpSync(join(PACKAGED_SEEDS, PATTERN), body, { recursive: true });
  for (const name of ['entity.yaml', 'plan/plan.yaml'])
    edit(join(body, name), (text) => text.replace(/^((?:id|entity): )ccms$/m, `$1ente-${n}`));
}
const server = await startPostgres({ dataDir: join(folder, 'dati'), cacheDir: loadConfig({}).cacheDir, log: quietLog });
try {
  await migrate({ url: server.url, schema: 'ciclo' });
  let queries = 0;
  const register = await openRegister({
    url: server.url,
    schema: 'ciclo',
    connections: 1,
    unsaid: 'every-body',
    onQuery: () => {
      queries += 1;
    },
  });
  const start = async (what: string): Promise<void> => {
    queries = 0;
    const began = performance.now();
    const loaded = await loadLastGood(register.db, seeds, true);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error.slice(0, 3)));
    const { bodies: files, saved } = loaded.value;
    const unsaved = files.entities.filter(({ id }) => !saved.has(id));
    for (const { id } of unsaved) {
      await saveEntity(register.db, files.entity(id));
      await saveBody(register.db, id, files.body(id));
    }
    await markSaved(
      register.db,
      unsaved.map(({ folder: at }) => basename(at)),
    );
    const ms = performance.now() - began;
    console.log(
      `${what}: ${queries} queries, ${ms.toFixed(0)} ms; for each of ${bodies} bodies ${(queries / bodies).toFixed(2)} and ${(ms / bodies).toFixed(1)} ms; ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
    );
  };
  await start('first');
  await start('unchanged');
  await start('unchanged again');
  edit(join(seeds, 'ente-0', 'entity.yaml'), (text) => text.replace(/^name: .*$/m, 'name: Un altro nome'));
  await start('one changed');
  await register.close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
