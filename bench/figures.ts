import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import type { Figure } from '../src/documents/content.js';
import { pdfForm } from '../src/documents/forms/pdf.js';
import { takeSnapshot } from '../src/documents/snapshot.js';

const FIGURES = 60;
const SIZE = { width: 2400, height: 1600 };

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

/** A picture as charts are: surfaces of one colour, no two pictures alike. */
function aPicture(seed: number): Buffer {
  const { width, height } = SIZE;
  const lines = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      lines[at] = (Math.floor(x / 40) * 7 + seed * 11) % 256;
      lines[at + 1] = (Math.floor(y / 40) * 5 + seed) % 256;
      lines[at + 2] = (Math.floor((x + y) / 60) * 3) % 256;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compose();
