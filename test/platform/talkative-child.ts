import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { journalIn } from '../../src/client/system/journal.js';
import { leaveWithTheReader, outliveTheReader } from '../../src/platform/closed-pipe.js';

/*
 * A system at work that says much more than a pipe holds. It lives when it gets to write the file it is given, and that without
 * having waited for who reads.
 */
const [dataDir = '', alive = ''] = process.argv.slice(2);
process.once('SIGTERM', () => process.exit(143));
leaveWithTheReader();
outliveTheReader();
const journal = journalIn({ dataDir, logTo: 'stdout', logLevel: 'info' });
const started = performance.now();
for (let n = 0; n < 200; n++) {
  journal.info({ n, text: 'x'.repeat(2_000) }, 'una riga');
  if (n % 20 === 0) await sleep(20);
}
process.stderr.write('prosa\n');
process.stdout.write('prosa\n');
await sleep(300);
if (performance.now() - started < 3_000) writeFileSync(alive, '');
