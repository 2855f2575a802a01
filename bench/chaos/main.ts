import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * `npm run chaos`: thirty minutes of faults against separate processes; `-- --rehearsal`: a rehearsal interrupted at thirty
 * seeded moments. Both end with 1 when what must hold does not.
 */
const { values } = parseArgs({
  options: {
    rehearsal: { type: 'boolean', default: false },
    seed: { type: 'string', default: '2016' },
    moments: { type: 'string', default: '30' },
    minutes: { type: 'string', default: '30' },
    speed: { type: 'string' },
    folder: { type: 'string', default: join(tmpdir(), 'ciclo-chaos') },
  },
});
const seed = Number(values.seed);
if (values.rehearsal) {
  const { runInterrupted } = await import('./interrupted.js');
  const speed = values.speed === undefined ? {} : { speed: Number(values.speed) };
  const holds = await runInterrupted({ seed, moments: Number(values.moments), folder: values.folder, ...speed });
  process.exitCode = holds ? 0 : 1;
} else {
  const { runChaos } = await import('./chaos.js');
  process.exitCode = (await runChaos({ seed, minutes: Number(values.minutes), folder: values.folder })) ? 0 : 1;
}
