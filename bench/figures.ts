import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import type { Figure } from '../src/documents/content.js';
import { pdfForm } from '../src/documents/forms/pdf.js';
import { takeSnapshot } from '../src/documents/snapshot.js';
import { pngChunk } from '../src/files/scale-png.js';

const FIGURES = 60;
const SIZE = { width: 2400, height: 1600 };
/** The kind of filter of each line (ISO/IEC 15948, 9.2): the one that costs most to undo. */
const PAETH = 4;

/** A document of sixty pictures, in a process of its own: how long it takes to compose, and the most memory it held. */
export function run(): void {
  const node = [...process.execArgv, fileURLToPath(import.meta.url)];
  process.stdout.write(execFileSync(process.execPath, node, { encoding: 'utf8' }));
}

async function compose(): Promise<void> {
  const pictures = new Map(
    Array.from({ length: FIGURES }, (_, at) => {
      const bytes = aPicture(at);
      return [createHash('sha256').update(bytes).digest('hex'), { mime: 'image/png', bytes }] as const;
    }),
  );
  const figures = [...pictures.keys()].map(
    (hash, at): Figure => ({
      kind: 'figure',
      hash,
      mime: 'image/png',
      ...SIZE,
      alt: `Figura ${at + 1}`,
      caption: `Figura ${at + 1}`,
    }),
  );
  const snapshot = takeSnapshot({
    kind: 'piano',
    title: 'Piano',
    entity: 'Ente',
    exercise: 2016,
    version: 1,
    on: '2016-01-29',
    simulated: true,
    landscape: true,
    sections: [{ level: 2, title: 'Figure', blocks: figures }],
  });
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const pdf = await pdfForm(snapshot, pictures);
  const seconds = (performance.now() - start) / 1000;
  const drawn = pdf.toString('latin1').split('/Subtype /Image').length - 1;
  if (drawn < FIGURES) throw new Error(`${drawn} of ${FIGURES} figures are on paper`);
  const most = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `  ${FIGURES} figures of ${SIZE.width} × ${SIZE.height}: ${seconds.toFixed(1)} s; ${most.toFixed(0)} MB at most, ${(before / 1_048_576).toFixed(0)} before\n`,
  );
}

/** A picture as charts are: surfaces of one colour, no two pictures alike, each line told by the one above as programs that draw write it. */
function aPicture(seed: number): Buffer {
  const { width, height } = SIZE;
  const length = width * 3 + 1;
  const lines = Buffer.alloc(length * height);
  for (let y = 0; y < height; y++) {
    lines[y * length] = PAETH;
    // What is not said is as it is foretold: a surface goes on until another begins.
    if (y % 40 > 0) continue;
    for (let x = 0; x < width; x += 40) lines.set([seed + x, x + y, y], y * length + 1 + x * 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(lines, { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compose();
