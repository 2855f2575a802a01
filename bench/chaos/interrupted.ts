import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chance } from '../../src/client/rehearsal/random.js';
import { compare, type Facts, storyHash } from './facts.js';
import { begin, type Child, factsIn } from './rehearsal.js';

/** How a rehearsal is to be interrupted. */
export interface Interruptions {
  readonly seed: number;
  readonly moments: number;
  /** Calendar seconds per second; absent: the usual ones. */
  readonly speed?: number;
  /** Where data and findings go. */
  readonly folder: string;
}

const WHOLE_SECONDS = 240;
/** One in so many is interrupted while it starts, before it says that it is ready. */
const WHILE_STARTING = 6;

/** Plays a rehearsal undisturbed, then another interrupted at seeded moments, and compares their stories. */
export async function runInterrupted(o: Interruptions): Promise<boolean> {
  const undisturbed = await undisturbedFacts(o);
  const folder = join(o.folder, `interrupted-${o.seed}`);
  const told: string[] = [];
  for (let n = 1; n <= o.moments; n++) {
    const child = await begin(folder, o);
    const starting = n % WHILE_STARTING === 0;
    const luck = chance(o.seed, `moment/${n}`);
    // On average as far from one another as lets all of them come before the end.
    const after = starting ? luck * 4_000 : luck * ((2 * WHOLE_SECONDS * 0.9) / o.moments) * 1_000;
    const ended = starting ? await quiet(child, after) : await readyThen(child, after);
    const signal = n % 2 === 0 ? 'SIGINT' : 'SIGKILL';
    const at = child.lastDay();
    if (ended === undefined) {
      child.process.kill(signal);
      const [code] = await child.ended;
      told.push(
        `${n}. ${signal} ${starting ? 'while starting' : `on ${at}`}${signal === 'SIGINT' ? `, exit ${code}` : ''}`,
      );
    } else {
      told.push(`${n}. over, exit ${ended}, before it could be interrupted (${at})`);
      if (ended !== 0) return failed(told, child);
      break;
    }
    process.stdout.write(`${told.at(-1)}\n`);
  }
  const last = await begin(folder, o);
  const [code] = await last.ended;
  if (code !== 0) return failed([...told, `the last start ended with ${code}`], last);
  const facts = await factsIn(folder);
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts, undefined, 1));
  return report(o, undisturbed, facts, told);
}

function report(o: Interruptions, undisturbed: Facts, facts: Facts, told: readonly string[]): boolean {
  const { wrong, shifted } = compare(undisturbed, facts);
  const lines = [
    `seed ${o.seed}: ${told.length} moments`,
    ...facts.results.filter((line) => line.includes(' entity ')),
    `story ${storyHash(facts)}, undisturbed ${storyHash(undisturbed)}`,
    `mails delivered ${facts.delivered} (undisturbed ${undisturbed.delivered}), copies ${facts.copies}`,
    ...shifted.map((line) => `  shifted: ${line}`),
    ...wrong.map((line) => `  WRONG: ${line}`),
    ...(facts.copies > 0 ? [`  WRONG: ${facts.copies} mails twice`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return wrong.length === 0 && facts.copies === 0;
}

function failed(told: readonly string[], child: Child): false {
  process.stdout.write(`${[...told, ...child.lastLines()].join('\n')}\n`);
  return false;
}

/** The story of a rehearsal nobody disturbs; played once and kept beside the others. */
export async function undisturbedFacts(o: Pick<Interruptions, 'folder' | 'speed'>): Promise<Facts> {
  const kept = join(o.folder, 'undisturbed.json');
  // Written by this program, below.
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Facts;
  const folder = join(o.folder, 'undisturbed');
  const child = await begin(folder, o);
  const [code] = await child.ended;
  if (code !== 0) throw new Error(`the undisturbed rehearsal ended with ${code}:\n${child.lastLines().join('\n')}`);
  const facts = await factsIn(folder);
  writeFileSync(kept, JSON.stringify(facts, undefined, 1));
  return facts;
}

/** Waits; answers the exit code of one that ended meanwhile. */
const quiet = (child: Child, ms: number): Promise<number | undefined> =>
  Promise.race([sleep(ms).then(() => undefined), child.ended.then(([code]) => code ?? -1)]);

async function readyThen(child: Child, ms: number): Promise<number | undefined> {
  const ended = await Promise.race([child.ready.then(() => undefined), child.ended.then(([code]) => code ?? -1)]);
  return ended ?? (await quiet(child, ms));
}
