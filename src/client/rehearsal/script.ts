import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseCivilDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
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

const change = z.strictObject({ indicator: z.string(), target: z.string() });

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
