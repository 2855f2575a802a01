import { completeReading } from '../../domain/accumulation.js';
import { MISSION } from '../../domain/missions.js';
import { outcomeOf } from '../../domain/open-readings.js';
import type { Indicator, Plan } from '../../domain/plan.js';
import { confirmed, edited } from '../../domain/plan-edits.js';
import type { ListId } from '../../domain/plan-lists.js';
import { listIdIn, type OutlineList, type PlanPart } from '../../domain/plan-outline.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { candidatesOf } from '../../domain/targets/outcome.js';
import type { Accumulation } from '../../domain/targets/types.js';
import { onThePlan } from '../../domain/to-read.js';
import type { Db } from '../../register/database.js';
import { entityOf } from '../../register/entities.js';
import { planningWords } from '../../words/planning.js';
import { readingWords } from '../../words/readings.js';
import type { Acting, FieldWords } from '../act.js';
import { fieldFor, optional, type Values } from '../field.js';
import { change, day, each, id, line, oneOf, text, weight, whole } from '../readers.js';
import { type PlanVersionSubject, partsFor } from './plan-version.js';
import { planOf } from './planning.js';
import { targetNamed } from './reading-answers.js';

const { wrong, form, acts } = planningWords;

/** What is said of an indicator; what is not said stays. */
export const indicatorFields = {
  name: change(text(2)),
  office: change(id()),
  weight: change(weight()),
  perspective: change(id()),
  mission: change(line()),
  knownFrom: change(day()),
  targets: each(change(text(2))),
  reading: optional(whole(99)),
  accumulation: optional(oneOf<Accumulation>(['accumulates', 'level'])),
  reason: text(),
};

export const indicatorWords: Readonly<Record<keyof typeof indicatorFields, FieldWords>> = {
  name: { page: 'nome', value: 'nome', label: form.name },
  office: { page: 'ufficio', value: 'ufficio', label: form.office },
  weight: { page: 'peso', value: 'peso', label: form.weight, hint: form.weightHint },
  perspective: { page: 'prospettiva', value: 'prospettiva', label: form.perspective },
  mission: { page: 'missione', value: 'missione', label: form.missione, hint: form.missioneHint },
  knownFrom: {
    page: 'conosciuto-dal',
    option: 'known-from',
    value: 'giorno',
    label: form.knownFrom,
    hint: form.knownFromHint,
  },
  targets: { page: 'target-', option: 'target', value: 'anno=testo', label: acts.targets },
  reading: { page: 'lettura', value: 'numero', label: acts.reading },
  accumulation: { page: 'nel-corso', option: 'along', value: 'risposta', label: readingWords.acts.accumulation },
  reason: { page: 'motivo', value: 'motivo', label: form.reason, hint: form.reasonHint, missing: wrong.reason },
};

export type SaidOfIndicator = Omit<Values<typeof indicatorFields>, 'reason'>;

/** The draft an act is about, in the parts that whoever acts may see. */
export async function draftParts(
  tx: Db,
  acting: Acting<PlanVersionSubject>,
): Promise<Result<{ readonly plan: Plan; readonly parts: readonly PlanPart[] }, readonly Refusal[]>> {
  const plan = await planOf(tx, acting.subject);
  return plan === undefined
    ? err([{ text: planningWords.noPlan }])
    : ok({ plan, parts: await partsFor(tx, acting, plan) });
}

interface Placed {
  readonly list: OutlineList;
  readonly listId: ListId;
  readonly indicator: Indicator;
}

/** An indicator of a plan, by its code or, where several have it, by its place. */
export function indicatorNamed(
  plan: Plan,
  parts: readonly PlanPart[],
  name: string,
): Result<Placed, readonly Refusal[]> {
  const found = targetNamed(onThePlan(parts), name);
  if (!found.ok) return err([{ field: 'indicator', text: found.error }]);
  const { list, indicator } = found.value;
  const listId = listIdIn(plan, list.id);
  return listId === undefined ? err([{ field: 'indicator', text: wrong.list }]) : ok({ list, listId, indicator });
}

/** An indicator as it is said to be from now on, its new target read if it was said how; or everything that does not fit. */
export async function changedIndicator(
  tx: Db,
  { entity, actor, subject: { policy } }: Acting<PlanVersionSubject>,
  plan: Plan,
  from: Indicator,
  said: SaidOfIndicator,
): Promise<Result<Indicator, readonly Refusal[]>> {
  const refusals: Refusal[] = [];
  const offices = (await entityOf(tx, entity))?.offices ?? [];
  const name = said.name === undefined ? from.name : (said.name?.replaceAll(/\s+/g, ' ') ?? '');
  if (name === '') refusals.push({ field: 'name', text: wrong.name });
  const office = said.office === undefined ? from.office : (said.office ?? '');
  if (!offices.some((one) => one.id === office)) refusals.push({ field: 'office', text: wrong.office });
  const perspective = said.perspective === undefined ? (from.perspective ?? '') : (said.perspective ?? '');
  if (perspective !== '' && !plan.perspectives.some((one) => one.id === perspective))
    refusals.push({ field: 'perspective', text: wrong.perspective });
  const mission = said.mission === undefined ? from.missioneProgramma : said.mission?.replaceAll(/\s/g, '');
  if (mission !== undefined && mission !== '' && !MISSION.test(mission))
    refusals.push({ field: 'mission', text: wrong.missione(mission.slice(0, 40)) });
  const targets = new Map<number, string>();
  for (const [year, target] of said.targets) {
    if (/^20\d\d$/.test(year)) targets.set(Number(year), target ?? '');
    else refusals.push({ field: fieldFor('targets', year), text: wrong.year(year) });
  }
  if (refusals.length > 0) return err(refusals);
  const fields = {
    name,
    office,
    weight: said.weight === undefined ? (from.weight ?? '') : (said.weight ?? ''),
    perspective,
    missioneProgramma: mission ?? '',
    knownFrom: said.knownFrom === undefined ? (from.knownFrom ?? ('' as const)) : (said.knownFrom ?? ('' as const)),
    targets,
  };
  return readFor(plan, from, edited(from, fields), said, { policy, by: actor.person });
}

function readFor(
  { exercise }: Plan,
  from: Indicator,
  next: Indicator,
  { reading: number, accumulation }: SaidOfIndicator,
  { policy, by }: Pick<PlanVersionSubject, 'policy'> & { readonly by: string },
): Result<Indicator, readonly Refusal[]> {
  if (number === undefined) return ok(next);
  const of = (one: Indicator) => one.targets.find((target) => target.year === exercise)?.text;
  if (of(next) === undefined || of(next) === of(from)) return err([{ field: 'reading', text: wrong.readsNothing }]);
  const candidates = candidatesOf(outcomeOf(next, exercise));
  const candidate = candidates[number - 1];
  if (candidate === undefined) return err([{ field: 'reading', text: readingWords.choose(candidates.length) }]);
  const reading = completeReading(candidate.reading, accumulation, policy);
  return reading === undefined
    ? err([{ field: 'accumulation', text: readingWords.accumulation.missing(next.code) }])
    : ok(confirmed(next, exercise, reading, by));
}
