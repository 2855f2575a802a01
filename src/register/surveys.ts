import type { Survey, SurveyQuestion } from '../domain/voices/survey.js';
import type { Db } from './database.js';
import type { Doing } from './follow-up.js';

/** A survey on record with its results. */
export interface SurveyRecord extends Survey {
  readonly id: number;
  readonly questions: readonly SurveyQuestion[];
  /** Why it measures nothing any more; null while it does. */
  readonly withdrawn: string | null;
}

/** The surveys of a body, the latest first. Two queries. */
export async function surveysOf(db: Db, entity: string): Promise<readonly SurveyRecord[]> {
  const surveys = await db
    .selectFrom('surveys as s')
    .leftJoin('surveyWithdrawals as w', 'w.survey', 's.id')
    .select(['s.id', 's.title', 's.askedOf', 's.method', 's.fromDay', 's.toDay', 's.asked', 's.answered'])
    .select('w.reason as withdrawn')
    .where('s.entity', '=', entity)
    .orderBy('s.toDay', 'desc')
    .orderBy('s.id', 'desc')
    .execute();
  const questions = await db
    .selectFrom('surveyQuestions as q')
    .innerJoin('surveys as s', 's.id', 'q.survey')
    .select(['q.survey', 'q.number', 'q.text', 'q.unit', 'q.lowest', 'q.highest', 'q.result', 'q.answered'])
    .where('s.entity', '=', entity)
    .orderBy('q.survey')
    .orderBy('q.number')
    .execute();
  return surveys.map((survey) => ({
    ...survey,
    questions: questions.flatMap(({ survey: of, ...question }) => (of === survey.id ? [question] : [])),
  }));
}

/** One of them; undefined when the body has none of this number. */
export async function surveyOf(db: Db, entity: string, id: number): Promise<SurveyRecord | undefined> {
  return (await surveysOf(db, entity)).find((one) => one.id === id);
}

/** Puts a survey on record. @returns its number */
export async function addSurvey(
  db: Db,
  { actingFor, key: _, ...survey }: Doing & Survey & { readonly entity: string },
): Promise<number> {
  const { id } = await db
    .insertInto('surveys')
    .values({ ...survey, actingFor: actingFor ?? null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Puts the result of a question on record. @returns its number in the survey */
export async function addQuestion(
  db: Db,
  { actingFor, ...question }: WhoDid & Omit<SurveyQuestion, 'number'> & { readonly survey: number },
): Promise<number> {
  const { last } = await db
    .selectFrom('surveyQuestions')
    .select((e) => e.fn.max<number | null>('number').as('last'))
    .where('survey', '=', question.survey)
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  await db
    .insertInto('surveyQuestions')
    .values({ ...question, number, actingFor: actingFor ?? null })
    .execute();
  return number;
}

/** Says that a survey measures nothing any more: the first word counts. */
export async function withdrawSurvey(
  db: Db,
  { actingFor, ...withdrawal }: WhoDid & { readonly survey: number; readonly reason: string },
): Promise<void> {
  await db
    .insertInto('surveyWithdrawals')
    .values({ ...withdrawal, actingFor: actingFor ?? null })
    .onConflict((c) => c.column('survey').doNothing())
    .execute();
}

/** Who did it, for whom, when. */
type WhoDid = Pick<Doing, 'actor' | 'actingFor' | 'at'>;

/** An indicator with the question that measures it. */
export interface SurveyedIndicator {
  readonly exercise: number;
  readonly indicator: string;
  readonly survey: SurveyRecord;
  readonly question: SurveyQuestion;
}

/** The indicators of a body that questions measure, of one exercise or of all; those of withdrawn surveys are left out. */
export async function surveyedIndicators(
  db: Db,
  entity: string,
  exercise?: number,
): Promise<readonly SurveyedIndicator[]> {
  let query = db
    .selectFrom('surveyLinks')
    .distinctOn(['exercise', 'indicator'])
    .select(['exercise', 'indicator', 'survey', 'question'])
    .where('entity', '=', entity);
  if (exercise !== undefined) query = query.where('exercise', '=', exercise);
  const links = await query.orderBy('exercise').orderBy('indicator').orderBy('id', 'desc').execute();
  if (links.every(({ survey }) => survey === null)) return [];
  const surveys = new Map((await surveysOf(db, entity)).map((one) => [one.id, one]));
  return links.flatMap(({ survey: id, question: number, ...link }) => {
    const survey = id === null ? undefined : surveys.get(id);
    const question = survey?.questions.find((one) => one.number === number);
    return survey === undefined || question === undefined || survey.withdrawn !== null
      ? []
      : [{ ...link, survey, question }];
  });
}

/** Says which question measures an indicator from now on; none, that no question does. */
export async function linkIndicator(
  db: Db,
  {
    actingFor,
    question,
    ...link
  }: WhoDid & {
    readonly entity: string;
    readonly exercise: number;
    readonly indicator: string;
    readonly question: { readonly survey: number; readonly number: number } | undefined;
  },
): Promise<void> {
  await db
    .insertInto('surveyLinks')
    .values({
      ...link,
      survey: question?.survey ?? null,
      question: question?.number ?? null,
      actingFor: actingFor ?? null,
    })
    .execute();
}

/** `12/3`: the third question of survey 12. */
export const questionName = (survey: number, number: number): string => `${survey}/${number}`;
