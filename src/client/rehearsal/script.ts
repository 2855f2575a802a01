import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCivilDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { STEERING } from '../../domain/entity.js';
import { ok, type Result } from '../../domain/result.js';
import { type Located, readYaml, type SeedError } from '../../seeds/read-yaml.js';

const date = z.string().transform((text, context): CivilDate => {
  const parsed = parseCivilDate(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.error });
  return z.NEVER;
});

const decision = z.strictObject({
  on: date,
  outcome: z.enum(['approved', 'noted', 'rejected', 'deferred']),
  actNumber: z.string().optional(),
  remarks: z.string().optional(),
  deferredTo: date.optional(),
  /** Of a rejection: what its preparers add to the sections that were remarked on, and how they say it. */
  revised: z.strictObject({ text: z.string(), note: z.string() }).optional(),
});

const checkpoint = z.strictObject({
  lateOffices: z.array(z.string()).default([]),
  wrongFirst: z.array(z.string()).default([]),
  returned: z.strictObject({ office: z.string(), remark: z.string() }).optional(),
  /** A provisional value of this office is corrected in the final collection, and why. */
  corrected: z.strictObject({ office: z.string(), note: z.string() }).optional(),
  silentOffices: z.array(z.string()).default([]),
  closedAfterDays: z.number().int().positive().default(14),
  closingReason: z.string().default(''),
});

const change = z.strictObject({
  indicator: z.string(),
  target: z.string().optional(),
  /** From when its value can be known. */
  knownFrom: date.optional(),
});

const record = z.strictObject({
  /** The step in whose first days it is put on record; absent of what belongs to none. */
  step: z.string().optional(),
  /** The day of what belongs to no step. */
  on: date.optional(),
  /** Role of who does it. */
  by: z.string().default(STEERING),
  /** Address of the form: `{cycle}` and `{body}` stand for those of the rehearsal. */
  page: z.string(),
  /** A link of that page, by words of it, that leads on; `below` what follows its address. */
  link: z.string().optional(),
  below: z.string().default(''),
  /** What follows the page's address in that of its form, where it is not the page's own. */
  form: z.string().default(''),
  /** What is written, by the names of the fields; `{today}` is the day, `{last}` the last thing offered. */
  fields: z.record(z.string(), z.string()),
  file: z.strictObject({ field: z.string(), name: z.string(), lines: z.array(z.string()) }).optional(),
  /** Where it is seen to stand, by words of the page. */
  seen: z.strictObject({ page: z.string(), says: z.string() }),
  /** How the terminal tells it; absent of one of many that are told together. */
  told: z.string().optional(),
});

const voice = z.strictObject({
  step: z.string(),
  who: z.string(),
  text: z.string(),
  outcome: z.enum(['accepted', 'refused']),
  reason: z.string().optional(),
});

/** How the people of the body are evaluated: what is not said here is played by the ordinary, and nobody contests anything. */
const individual = z.strictObject({
  /** The steps between which people look for what waits for them. */
  from: z.string().default('individuale-assegnazione'),
  to: z.string().default('individuale-valutazione'),
  /** The step from whose opening they talk of how the year goes. */
  talkAt: z.string().default('individuale-colloqui'),
  /** What is proposed to somebody, a line for each objective, as the form takes them; absent: objectives of their own. */
  objectives: z.record(z.string(), z.array(z.string())).default({}),
  /** Who objects to what is proposed, and why. */
  objects: z.record(z.string(), z.string()).default({}),
  /** Who contests their evaluation up to the conciliazione, and why: they are judged low, and the conciliazione gives them something. */
  contests: z.record(z.string(), z.string()).default({}),
});

const script = z.strictObject({
  exercise: z.number().int(),
  seed: z.number().int(),
  /** Task at whose opening the readings of the targets are confirmed: weeks before the Piano goes to its board. */
  confirmTargetsAt: z.string().default('sistematizzazione-informazioni'),
  late: z.array(z.strictObject({ step: z.string(), days: z.number().int().positive(), note: z.string() })).default([]),
  decisions: z.record(z.string(), z.array(decision)).default({}),
  extensions: z
    .array(z.strictObject({ step: z.string(), on: date, days: z.number().int().positive(), reason: z.string() }))
    .default([]),
  /** What the plan on file is made to say while it is drafted: where an amendment leads to the plan on file, it began otherwise. */
  drafting: z
    .array(z.strictObject({ step: z.string(), on: date, reason: z.string(), changes: z.array(change) }))
    .default([]),
  /** What colleagues remark on drafts: at the task that prepares them. */
  remarks: z
    .array(z.strictObject({ step: z.string(), section: z.string(), by: z.string(), text: z.string() }))
    .default([]),
  /** Chapters that come late: written some days before their step is due, once who owns them has been reminded. */
  lateChapters: z
    .array(
      z.strictObject({
        step: z.string(),
        section: z.string(),
        by: z.string(),
        daysBefore: z.number().int(),
      }),
    )
    .default([]),
  /** What is written in sections that begin empty, by `document/section`; of any other: that it is a rehearsal's text. */
  texts: z.record(z.string(), z.string()).default({}),
  /** What the steps leave as data, each put on record on its page. */
  records: z.array(record).default([]),
  /** What comes by the public form, and what is made of it. */
  voices: z.array(voice).default([]),
  /** Step at which the items of the strategic feedback are considered. */
  considerAt: z.string().default('feedback-strategico'),
  individual: individual.prefault({}),
  /** The plan of the year after, begun when the story is over; absent: it is not. */
  rollOver: z.strictObject({ dropped: z.string().default('') }).optional(),
  amendments: z
    .array(
      z.strictObject({
        on: date,
        reason: z.string(),
        changes: z.array(change),
        decision,
      }),
    )
    .default([]),
  checkpoints: z.record(z.string(), checkpoint).default({}),
});

/** What the cast of a rehearsal does besides the ordinary: lateness, rejections, mistakes. */
export type Script = z.output<typeof script>;
export type ScriptedDecision = z.output<typeof decision>;
export type ScriptedChange = z.output<typeof change>;
export type ScriptedRecord = z.output<typeof record>;
export type ScriptedVoice = z.output<typeof voice>;

/** The script a body has on file, of whatever exercise, with the places of its fields; undefined when it has none. */
export function scriptOnFile(folder: string): Result<Located<Script>, readonly SeedError[]> | undefined {
  const file = join(folder, 'rehearsal.yaml');
  return existsSync(file) ? readYaml(file, script) : undefined;
}

/**
 * The rehearsal script beside an entity's data, if it is about this exercise.
 * Any other rehearsal goes by the ordinary: everybody in time, every document approved.
 */
export function loadScript(folder: string, exercise: number): Result<Script, readonly SeedError[]> {
  const ordinary = script.parse({ exercise, seed: exercise });
  const read = scriptOnFile(folder);
  if (read === undefined) return ok(ordinary);
  if (!read.ok) return read;
  return ok(read.value.value.exercise === exercise ? read.value.value : ordinary);
}
