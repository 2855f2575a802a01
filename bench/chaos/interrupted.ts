import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chance } from '../../src/client/rehearsal/random.js';
import { addDays, civilDate } from '../../src/domain/calendar/civil-date.js';
import type { CivilDate } from '../../src/domain/calendar/types.js';
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

/** From the day the cycle opens until shortly before it ends. */
const CYCLE: readonly [CivilDate, number] = [civilDate(2015, 6, 1), 740];
/** How long after a day was first told it is interrupted, in milliseconds, at most: between two things as well as in one. */
const WITHIN_MS = 500;
const LOOKS_EVERY_MS = 20;
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
    const ended = starting ? await quiet(child, luck * 4_000) : await onDay(child, dayOf(n, luck, o.moments), luck);
    const signal = n % 2 === 0 ? 'SIGINT' : 'SIGKILL';
    const at = child.lastDay() ?? '–';
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
    `mails delivered ${facts.delivered} (undisturbed ${undisturbed.delivered}), again after a doubt ${facts.doubted}`,
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

/** Moments are spread over the whole calendar, each by chance within its part of it. */
const dayOf = (n: number, luck: number, moments: number): CivilDate =>
  addDays(CYCLE[0], Math.floor(((n - 1 + luck) * CYCLE[1]) / moments));

/** Waits until a day has come; answers the exit code of one that ended before. */
async function onDay(child: Child, day: CivilDate, luck: number): Promise<number | undefined> {
  let ended = await Promise.race([child.ready.then(() => undefined), child.ended.then(([code]) => code ?? -1)]);
  while (ended === undefined && (child.lastDay() ?? '') < day) ended = await quiet(child, LOOKS_EVERY_MS);
  return ended ?? (await quiet(child, luck * WITHIN_MS));
}
