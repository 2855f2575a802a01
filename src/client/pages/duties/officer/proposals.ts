import { createHash } from 'node:crypto';
import { addMonths, parseCivilDate } from '../../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../../domain/calendar/types.js';
import { err, ok, type Result } from '../../../../domain/result.js';
import { readNote } from '../../../../forms/answer.js';
import type { FormRow } from '../../../../forms/form.js';
import { addCorrectiveActions, type CorrectiveActionRecord } from '../../../../register/corrective-actions.js';
import type { Db } from '../../../../register/database.js';
import { individualCodes } from '../../../../register/log-reader.js';
import { stepsOf } from '../../../../register/steps.js';
import { italianDay } from '../../../../words/format.js';
import { officerWords } from '../../../../words/officer.js';
import { FORM_ID, textIn } from './posted.js';
import type { Scene } from './scene.js';

const words = officerWords.corrective;

/** An indicator far from its target, with the achievement that says so. */
export interface RedRow {
  readonly row: FormRow;
  readonly achievement: string;
}

/** What an officer proposes for one of them. */
export interface Proposal {
  readonly red: RedRow;
  readonly text: string;
  /** Absent: by the next checkpoint. */
  readonly dueOn?: CivilDate;
}

/** Fields as they were written, with what is wrong with them, by indicator. */
export type WrongProposals = ReadonlyMap<
  string,
  { readonly text: string; readonly due: string; readonly field: 'text' | 'due'; readonly message: string }
>;

export const textField = (code: string): string => `azione:${code}`;
export const dueField = (code: string): string => `entro:${code}`;

/** Months within which a result is looked at again, when no checkpoint of the exercise is still to come. */
const REVIEW_MONTHS = 4;

/**
 * Reads the proposals of a form: those whose text is new, or that come with a date.
 * @param before what is proposed so far, by indicator
 */
export function readProposals(
  data: FormData,
  rows: readonly RedRow[],
  before: ReadonlyMap<string, CorrectiveActionRecord>,
  today: CivilDate,
): Result<readonly Proposal[], WrongProposals> {
  const [proposals, wrong] = [
    [] as Proposal[],
    new Map<string, { text: string; due: string; field: 'text' | 'due'; message: string }>(),
  ];
  for (const red of rows) {
    const { code } = red.row;
    const [written, due] = [textIn(data, textField(code)), textIn(data, dueField(code)).trim()];
    const fail = (field: 'text' | 'due', message: string) => wrong.set(code, { text: written, due, field, message });
    const text = readNote(written);
    const date = due === '' ? undefined : readDate(due, today);
    if (!text.ok) fail('text', text.error);
    else if (date?.ok === false) fail('due', date.error);
    else if (text.value === undefined && date !== undefined) fail('text', words.noText);
    else if (text.value !== undefined && (date !== undefined || text.value !== before.get(code)?.text)) {
      proposals.push({ red, text: text.value, ...(date === undefined ? {} : { dueOn: date.value }) });
    }
  }
  return wrong.size > 0 ? err(wrong) : ok(proposals);
}

function readDate(written: string, today: CivilDate): Result<CivilDate, string> {
  const date = parseCivilDate(written);
  if (!date.ok) return err(words.wrongDate(written.slice(0, 40)));
  return date.value < today ? err(words.pastDate(italianDay(date.value), italianDay(today))) : date;
}

/** Puts proposals on record; from then on the body follows them, but for those about individual objectives. */
export async function recordProposals(
  db: Db,
  scene: Scene,
  data: FormData,
  proposals: readonly Proposal[],
): Promise<void> {
  const { form, duty, now } = scene;
  const [next, individual] = await Promise.all([
    nextReview(db, scene),
    individualCodes(db, form.entity.id, form.exercise),
  ]);
  const owner = [form.cycle, form.checkpoint, duty.person.id, textIn(data, FORM_ID)];
  await addCorrectiveActions(
    db,
    proposals.map(({ red: { row, achievement }, text, dueOn }) => ({
      key: keyOf([...owner, row.code, text, ...(dueOn === undefined ? [] : [dueOn])]),
      cycle: form.cycle,
      checkpoint: form.checkpoint,
      indicator: row.code,
      officer: duty.person.id,
      ...(row.actingFor === undefined ? {} : { actingFor: row.actingFor }),
      text,
      at: now,
      simulated: form.simulated,
      ...(individual.includes(row.code)
        ? {}
        : {
            follow: {
              entity: form.entity.id,
              exercise: form.exercise,
              heading: `${form.title} ${form.exercise}`,
              source: words.source(form.title, row.code, achievement),
              owner: `ufficio:${row.office}`,
              dueOn: dueOn ?? next,
            },
          }),
    })),
  );
}

/** The reference date of the next checkpoint: the day on which the result is looked at again. */
async function nextReview(db: Db, { form, today }: Scene): Promise<CivilDate> {
  const dates = (await stepsOf(db, form.cycle)).flatMap((step) => step.planned.checkpoint?.to ?? []);
  return dates.toSorted().find((date) => date > form.period.to && date >= today) ?? addMonths(today, REVIEW_MONTHS);
}

const keyOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
