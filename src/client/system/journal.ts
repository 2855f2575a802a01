import { join } from 'node:path';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Config } from '../../config.js';
import { lossy } from '../../platform/log.js';
import { PRIVATE_FILE, privateDataFolder, privateFolder } from '../../platform/private.js';
import { requireWritable } from '../../platform/writable.js';

/** Where what happens inside is told: a file under the data folder or, one JSON object a line, the standard output. */
export function journalIn(config: Pick<Config, 'dataDir' | 'logTo' | 'logLevel'>): Logger {
  requireWritable(config.dataDir, 'CICLO_DATA');
  const folder = privateFolder(join(privateDataFolder(config.dataDir), 'log'));
  // What the SDK and ourselves call an error, told with its message and stack: left alone it would be written as `{}`.
  const serializers = { error: pino.stdSerializers.err, cause: pino.stdSerializers.err };
  const to =
    config.logTo === 'stdout' ? standardOutput() : destination({ dest: join(folder, 'ciclo.log'), mode: PRIVATE_FILE });
  return pino({ level: config.logLevel, serializers }, to);
}

/** Never at once: who reads the standard output may be stuck, and nothing here waits for them. */
const destination = (to: { readonly dest: string | number; readonly mode?: number }): DestinationStream =>
  lossy(pino.destination({ ...to, sync: false, maxLength: MOST_HELD }), missingLines);

/** One for the process: of two, the lines would run into each other. */
let onStandardOutput: DestinationStream | undefined;
const standardOutput = (): DestinationStream => {
  onStandardOutput ??= destination({ dest: 1 });
  return onStandardOutput;
};

/** Characters of the journal held while they cannot be written. */
const MOST_HELD = 1_000_000;

/** What the journal says of lines that are not in it. */
const missingLines = (count: number, since: number): string =>
  `${JSON.stringify({ level: 50, time: Date.now(), count, since, msg: 'lines are missing here: the log could not be written' })}\n`;
