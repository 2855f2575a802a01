import type { Context } from 'hono';
import type { AssessmentPeriod } from '../../../../domain/achievement/assess.js';
import { daysBetween, yearOf } from '../../../../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../../../domain/calendar/types.js';
import { romeDate } from '../../../../domain/calendar/zone.js';
import type { FormRow, OfficerForm } from '../../../../forms/form.js';
import { formOf } from '../../../../forms/form-of.js';
import { withCourses } from '../../../../forms/with-courses.js';
import { collectedOf } from '../../../../register/collected.js';
import { type Draft, type DraftRef, draftOf } from '../../../../register/drafts.js';
import { type EvidenceFile, evidenceFiles } from '../../../../register/evidence.js';
import { personNames } from '../../../../register/reading/people.js';
import type { Site } from '../../kit/site.js';
import type { Duty } from '../duty.js';

/** Everything the pages of one officer at one checkpoint are made from. */
export interface OfficerPageData {
  readonly duty: Duty;
  readonly form: OfficerForm;
  readonly now: Instant;
  readonly today: CivilDate;
  /** 0 when the term has not passed. */
  readonly lateDays: number;
  readonly period: AssessmentPeriod;
  readonly draftRef: DraftRef;
  readonly draft?: Draft;
  /** The files of the form's values and of the draft, by hash. */
  readonly files: ReadonlyMap<string, EvidenceFile>;
  /** Names of the persons the form mentions, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** What a duty's officer is asked; undefined when the checkpoint has not opened yet. A fixed number of queries. */
export async function officerPageData({ deps }: Site, c: Context): Promise<OfficerPageData | undefined> {
  const duty = c.get('duty');
  const { db } = deps.register;
  const now = deps.clock();
  const today = romeDate(now);
  const ref = { cycle: duty.step.cycle, checkpoint: duty.step.id };
  // A link given for somebody absent opens what is answered for them, and nothing of one's own.
  const actingFor = duty.invitation?.actingFor ?? undefined;
  const draftRef = { ...ref, person: duty.person.id, actingFor };
  const [bare, draft, collected] = await Promise.all([
    formOf(db, ref, duty.person.id, today, actingFor),
    draftOf(db, draftRef),
    collectedOf(db, ref),
  ]);
  if (bare === undefined) return undefined;
  const form = await withCourses(db, {
    ...bare,
    rows: bare.rows.map((row) => withCollected(row, collected.get(row.code))),
  });
  const [files, names] = await Promise.all([
    evidenceFiles(
      db,
      [
        ...form.rows.flatMap((row) => row.current?.evidence ?? []),
        ...Object.values(draft?.answers ?? {}).flatMap((answer) => answer.evidence),
      ],
      { entity: form.entity.id, senders: sendersIn(form, duty.person.id) },
    ),
    personNames(db, form.entity.id, [duty.person.id, ...mentioned(form)]),
  ]);
  return {
    duty,
    form,
    now,
    today,
    lateDays: Math.max(0, daysBetween(duty.step.dueOn, today)),
    period: { exercise: yearOf(form.period.to), at: form.period.to },
    draftRef,
    draft,
    files: new Map(files.map((file) => [file.hash, file])),
    names,
  };
}

type Collected = Awaited<ReturnType<typeof collectedOf>> extends ReadonlyMap<string, infer V> ? V : never;

function withCollected(row: FormRow, collected: Collected | undefined): FormRow {
  if (collected === undefined) return row;
  if (collected.outcome === 'failed') return { ...row, failed: collected.reason };
  return { ...row, proposed: { actual: collected.value, source: collected.sourceTitle, at: collected.at } };
}

/** Whose names the files of a form have: those of who fills it in, or else of who sent them before. */
export const sendersIn = (form: OfficerForm, person: string): readonly string[] => [
  person,
  ...form.rows.flatMap(({ current }) => current?.officer ?? []),
];

const mentioned = (form: OfficerForm): readonly string[] =>
  form.rows.flatMap((row) => [
    ...(row.current === undefined ? [] : [row.current.officer]),
    ...(row.returned === undefined ? [] : [row.returned.by]),
    ...(row.actingFor === undefined ? [] : [row.actingFor]),
  ]);

/** A person's name; their id when they are not on record. */
export const nameOf = ({ names }: Pick<OfficerPageData, 'names'>, id: string): string => names.get(id) ?? id;
