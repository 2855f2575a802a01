/**
 * Saves the histories of a finished rehearsal's workflows, one of each kind, as those of the version in package.json:
 * every later version must replay them.
 *   TEMPORAL_ADDRESS=127.0.0.1:7233 npx tsx scripts/save-histories.ts prova_1/ccms/2016
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import proto from '@temporalio/proto';
import { payloadKeysOf } from '../src/client/system/payload-keys.js';
import { withRegister } from '../src/client/system/with-register.js';
import { connectionOptions } from '../src/config/connection-options.js';
import { loadConfig } from '../src/config.js';
import { converting } from '../src/platform/payload-codec.js';
import { EVERY_BODY } from '../src/register/sight.js';
import { legible } from './legible-history.js';

const SAVED: Readonly<Record<string, string>> = {
  performanceCycle: '',
  task: '/analisi-finanziaria',
  approval: '/rpp-approvazione',
  checkpoint: '/monitoraggio-1',
  publication: '/relazione-pubblicazione',
  amendment: '/piano-aggiornamento',
  'task-extended': '/obiettivi-operativi',
};

const cycle = process.argv[2];
if (cycle === undefined) throw new Error('which cycle? for instance: prova_1/ccms/2016');
const config = loadConfig();
const settings = config.temporal;
const connection = await Connection.connect(connectionOptions(settings.address ?? '127.0.0.1:7233', settings));
const [space = ''] = cycle.split('/');
const keys = await withRegister(config, space, EVERY_BODY, ({ db }) => payloadKeysOf(settings, db));
const client = new Client({ connection, namespace: settings.namespace, ...converting(keys) });
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = join('test', 'histories', version);
mkdirSync(folder, { recursive: true });
for (const [name, id] of Object.entries(SAVED)) {
  const history = await client.workflow.getHandle(`${cycle}${id}`).fetchHistory();
  const json = historyToJSON(proto.temporal.api.history.v1.History.create(history));
  const plain = await legible(JSON.parse(json), client.options.loadedDataConverter);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(plain)}\n`);
  console.log(`${name}: ${history.events?.length} eventi`);
}
await connection.close();
