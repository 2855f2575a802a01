import { type SeenSheet, seenSheet } from '../../../access/seen-sheet.js';
import { aSheet, type SheetSubject } from '../../../acts/individual/a-sheet.js';
import type { EvaluationData, JudgedBehaviour, JudgedObjective } from '../../../documents/individuale-valutazione.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { objectiveKey } from '../../../domain/individual/score.js';
import { STAGE_NAMES } from '../../../domain/individual/stages.js';
import type { Dictionary } from '../../../domain/individual/types.js';
import type { PassageRecord } from '../../../register/reading/sheets.js';
import { evaluationPageWords as words } from '../../../words/evaluation-pages.js';
import { italianDay } from '../../../words/format.js';
import type { Site } from '../kit/site.js';
import { stepTitle } from './judging-form.js';
import { type EvaluationPageData, inSight, type SheetInSight } from './page-data.js';

/** A sheet as who has signed in sees it, with what it takes to show it. */
export interface SheetPageData extends EvaluationPageData {
  readonly subject: SheetSubject;
  readonly seen: SeenSheet;
  readonly at: SheetInSight;
  /** Behaviours of the group and their scale; undefined where none are judged. */
  readonly dictionary: Dictionary | undefined;
}

/** Undefined where there is no such sheet, or none for who asks. */
export async function sheetPageData(
  site: Site,
  data: EvaluationPageData,
  name: string,
): Promise<SheetPageData | undefined> {
  const { entity, exercise } = data.cycle;
  const subject = await aSheet.find(site.deps.register, { entity, exercise, name });
  if (subject === undefined) return undefined;
  const [at] = await inSight(data, [subject.sheet]);
  const seen = at && seenSheet(subject.sheet, at.parts);
  if (at === undefined || seen === undefined) return undefined;
  const dictionary = subject.group.parts.flatMap((part) =>
    part.kind === 'behaviours' ? subject.rules.dictionaries.filter(({ id }) => id === part.dictionary) : [],
  )[0];
  return { ...data, subject, seen, at, dictionary };
}

/** What the document of a sheet says to who reads it. */
export function evaluationData(data: SheetPageData): EvaluationData {
  const { seen, subject, directory, dictionary } = data;
  const { evaluator } = seen;
  return {
    person: directory.person(seen.person),
    group: subject.group.title,
    evaluator: evaluator.kind === 'person' ? directory.person(evaluator.person) : directory.title(evaluator.role),
    stage: STAGE_NAMES[seen.stage],
    from: seen.from,
    to: seen.to,
    objectives: objectivesOf(data),
    behaviours: behavioursOf(data),
    scale: dictionary?.scale ?? [],
    sees: { self: seen.own !== undefined, judged: seen.given !== undefined },
    trace: seen.trace,
    passages: seen.passages.map((passage) => ({
      on: romeDate(passage.at),
      who: whoDid(data, passage),
      what: words.done[passage.passage],
      text: saidIn(passage),
    })),
  };
}

/** Objectives with why they were judged so, as far as who reads may see it. */
export const objectivesOf = ({ seen }: SheetPageData): readonly JudgedObjective[] =>
  (seen.objectives ?? []).map((one) => ({
    ...one,
    sentence: seen.given?.find(({ of }) => of === objectiveKey(one.id))?.sentence,
  }));

/** Behaviours with how they were judged, as far as who reads may see it. */
export function behavioursOf({ seen, dictionary }: SheetPageData): readonly JudgedBehaviour[] {
  const scale = dictionary?.scale ?? [];
  return (dictionary?.behaviours ?? []).map(({ id, title, descriptor, weight }) => {
    const [self, judged] = [seen.own, seen.given].map((all) => all?.find(({ of }) => of === id));
    return {
      title,
      descriptor,
      weight,
      self: self && stepTitle(scale, self.value),
      judged: judged && stepTitle(scale, judged.value),
      sentence: judged?.sentence,
    };
  });
}

/** `Dalila Montefiori (per Guglielmo Tarasconi)` */
export function whoDid({ directory }: EvaluationPageData, { actor, actingFor }: PassageRecord): string {
  const name = directory.person(actor);
  return actingFor === null ? name : `${name} (per ${directory.person(actingFor)})`;
}

/** What was said with a passage, and by what act. */
export function saidIn({ text, outcome, actNumber, actDate, heldOn, absentDays }: PassageRecord): string {
  return [
    ...(outcome === null ? [] : [words.sheet.outcome[outcome]]),
    ...(actNumber === null || actDate === null ? [] : [words.sheet.act(actNumber, italianDay(actDate))]),
    ...(heldOn === null ? [] : [words.sheet.heldOn(italianDay(heldOn))]),
    ...(absentDays === null || absentDays === 0 ? [] : [words.sheet.absent(absentDays)]),
    ...(text === '' ? [] : [text]),
  ].join('; ');
}
