import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { OIV } from '../../domain/entity.js';
import { isOver } from '../../domain/follow-up.js';
import { oivTaskOf } from '../../domain/oiv/asked.js';
import { never } from '../../domain/result.js';
import type { Override } from '../../domain/scorecard/types.js';
import type { DecimalText } from '../../domain/targets/types.js';
import {
  type ConsideredItem,
  type FeedbackItem,
  type FeedbackOrigin,
  isBelowTarget,
  itemKey,
  originOf,
  withConsiderations,
} from '../../domain/voices/strategic-feedback.js';
import { wholeNumber } from '../../domain/whole-number.js';
import { followUpWords } from '../../words/follow-up.js';
import { actualText } from '../../words/measure.js';
import { oivWords } from '../../words/oiv.js';
import { voiceWords } from '../../words/voices.js';
import { considerationsOf } from '../considerations.js';
import { correctiveActionsOf, exerciseOfCorrective } from '../corrective-actions.js';
import type { Db } from '../database.js';
import { decisionsOf } from '../decisions.js';
import { drawnOf } from '../drawn-feedback.js';
import { type FeedbackRecord, feedbackOf, followedOf } from '../follow-up.js';
import { oivRemarksOf } from '../oiv.js';
import { stepsOf } from '../steps.js';
import { checkpointContent, computedCheckpoints } from './checkpoint.js';

/** Exercises before one's own that it is drawn from: the one that is going on, and the one whose Relazione has just been written. */
const YEARS_BACK = [1, 2] as const;
/** Of stakeholders' feedback: more than any body has had. */
const ALL = 10_000;

/**
 * The strategic feedback of an exercise, with what was made of each item: as it was when the step that draws it up ended; before that,
 * drawn from what is on record, in some twenty queries.
 */
export async function strategicFeedback(db: Db, entity: string, exercise: number): Promise<readonly ConsideredItem[]> {
  const drawn = await drawnOf(db, cycleId({ entity, exercise }));
  const items = drawn?.items ?? (await feedbackNow(db, entity, exercise));
  return withConsiderations(items, await considerationsOf(db, entity, exercise));
}

/** Everything there is to consider for an exercise, drawn from what is on record. */
export async function feedbackNow(db: Db, entity: string, exercise: number): Promise<readonly FeedbackItem[]> {
  const before = YEARS_BACK.map((back) => exercise - back);
  const past = [];
  for (const year of before) past.push(...(await resultsOf(db, entity, year)), ...(await remarksOf(db, entity, year)));
  const open = (await openActions(db, entity)).filter(({ of }) => of === undefined || of < exercise);
  return [...past, ...open, ...(await voicesFor(db, entity, exercise))];
}

/** Of a year that has ended every result below its target; of one that goes on those that are far from it. Nobody's individual ones. */
async function resultsOf(db: Db, entity: string, year: number): Promise<readonly FeedbackItem[]> {
  const cycle = cycleId({ entity, exercise: year });
  const [latest] = await computedCheckpoints(db, cycle);
  if (latest === undefined) return [];
  const ref = { cycle, checkpoint: latest.checkpoint };
  const [content, actions] = [await checkpointContent(db, ref, entity, year), await correctiveActionsOf(db, ref)];
  if (content?.assessment === undefined) return [];
  const ended = latest.to >= `${year}-12-31`;
  const { frozen, current, individual, assessment } = content;
  const known = new Map(frozen.map((one) => [one.indicator, one]));
  const measured = new Map(current.map((one) => [one.indicator, one]));
  const overridden = new Map(assessment.overrides.map((one) => [one.override.indicator, one]));
  return assessment.indicators.flatMap(({ indicator, achievement: computed, light: ownLight }): FeedbackItem[] => {
    const over = overridden.get(indicator);
    const achievement = over === undefined ? computed : forcedTo(over.override);
    const light = over?.light ?? ownLight;
    if (individual.has(indicator) || !isBelowTarget(achievement) || (!ended && light !== 'red')) return [];
    const [one, value] = [known.get(indicator), measured.get(indicator)];
    const said = voiceWords.feedback.value(value === undefined ? '' : actualText(value.actual, one?.unit), achievement);
    return [
      {
        key: itemKey('result', year, indicator),
        origin: 'result',
        title: `${year}, ${indicator} ${one?.name ?? ''}`.trim(),
        said: one === undefined ? said : `${said}; ${voiceWords.feedback.target(one.target)}`,
        cause: actions.get(indicator)?.text ?? value?.note ?? '',
        on: latest.to,
      },
    ];
  });
}

/** What counts of an overridden result; a neutralised one counts nothing. */
const forcedTo = (override: Override): DecimalText | undefined =>
  override.kind === 'forced' ? override.value : undefined;

async function remarksOf(db: Db, entity: string, year: number): Promise<readonly FeedbackItem[]> {
  const cycle = cycleId({ entity, exercise: year });
  const [decisions, steps, made] = await Promise.all([
    decisionsOf(db, cycle),
    stepsOf(db, cycle),
    oivRemarksOf(db, cycle),
  ]);
  // Why a Relazione is validated is said of every one: it is nothing to mend.
  const validations = new Set(steps.filter(({ planned }) => oivTaskOf(planned) === 'validation').map(({ id }) => id));
  const remarked = made.map(
    ({ id, about, text, at, answer }): FeedbackItem => ({
      key: itemKey('oiv', 'remark', id),
      origin: 'oiv',
      title: `${year}, ${oivWords.remarks.abouts[about]}`,
      said: answer === undefined ? text : oivWords.remarks.withAnswer(text, answer.text),
      cause: '',
      on: romeDate(at),
    }),
  );
  const decided = decisions.flatMap(({ key, step, outcome, board, remarks, actNumber, actDate, at }): FeedbackItem[] =>
    board !== OIV || remarks === null || remarks.trim() === '' || (outcome === 'approved' && validations.has(step))
      ? []
      : [
          {
            key: itemKey('oiv', key),
            origin: 'oiv',
            title: [`${year}`, actNumber].filter((part) => part !== null && part !== '').join(', '),
            said: remarks,
            cause: '',
            on: actDate ?? romeDate(at),
          },
        ],
  );
  return [...decided, ...remarked];
}

/** @returns corrective actions with the exercise they belong to: its own feedback came before them */
async function openActions(
  db: Db,
  entity: string,
): Promise<readonly (FeedbackItem & { readonly of?: number | undefined })[]> {
  const items = await followedOf(db, entity);
  return items.flatMap((item) => {
    const { kind, id, heading, text, state, last, dueOn } = item;
    if (kind === 'obligation' || isOver(state)) return [];
    return [
      {
        key: itemKey(kind, id),
        origin: kind,
        title: `${heading}: ${text}`,
        said: state === undefined ? followUpWords.unknown : followUpWords.state[state],
        cause: last?.note ?? '',
        on: dueOn ?? undefined,
        of: kind === 'corrective' ? exerciseOfCorrective(id) : undefined,
      },
    ];
  });
}

/** What stakeholders said in the two years before, and no earlier exercise has considered. */
async function voicesFor(db: Db, entity: string, exercise: number): Promise<readonly FeedbackItem[]> {
  const [first, last] = [`${exercise - Math.max(...YEARS_BACK)}-01-01`, `${exercise - 1}-12-31`];
  return await everyVoice(
    db,
    entity,
    ({ receivedOn, uses }) =>
      receivedOn >= first && receivedOn <= last && uses.every((use) => use.exercise >= exercise),
  );
}

const everyVoice = async (
  db: Db,
  entity: string,
  keeps: (one: FeedbackRecord) => boolean = () => true,
): Promise<readonly FeedbackItem[]> =>
  (await feedbackOf(db, entity, ALL)).filter(keeps).map(({ id, stakeholder, channel, receivedOn, text }) => ({
    key: itemKey('feedback', id),
    origin: 'feedback',
    title: `${stakeholder}, ${channel}`,
    said: text,
    cause: '',
    on: receivedOn,
  }));

/** Everything that can be considered, whatever the exercise: of every year the body has a cycle of. */
export async function everyItem(db: Db, entity: string): Promise<readonly FeedbackItem[]> {
  const items = [...(await openActions(db, entity)), ...(await everyVoice(db, entity))];
  for (const year of await yearsOf(db, entity))
    items.push(...(await resultsOf(db, entity, year)), ...(await remarksOf(db, entity, year)));
  return items;
}

/** One of them, by its key or, of what a stakeholder said, by its number alone; undefined when there is none. */
export async function itemNamed(db: Db, entity: string, name: string): Promise<FeedbackItem | undefined> {
  const key = wholeNumber(name) !== undefined ? itemKey('feedback', name) : name;
  const origin = originOf(key);
  if (origin === undefined) return undefined;
  return (await itemsOf(db, entity, origin, key)).find((item) => item.key === key);
}

async function itemsOf(db: Db, entity: string, origin: FeedbackOrigin, key: string): Promise<readonly FeedbackItem[]> {
  switch (origin) {
    case 'feedback':
      return await everyVoice(db, entity);
    case 'corrective':
    case 'improvement':
      return await openActions(db, entity);
    case 'result': {
      const [, year = ''] = /^result:(\d{4}):/.exec(key) ?? [];
      return year === '' ? [] : await resultsOf(db, entity, Number(year));
    }
    case 'oiv': {
      const remarks: FeedbackItem[] = [];
      for (const year of await yearsOf(db, entity)) remarks.push(...(await remarksOf(db, entity, year)));
      return remarks;
    }
    default:
      return never(origin);
  }
}

async function yearsOf(db: Db, entity: string): Promise<readonly number[]> {
  const rows = await db.selectFrom('cycles').select('exercise').where('entity', '=', entity).execute();
  return rows.map(({ exercise }) => exercise);
}
