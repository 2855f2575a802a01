import { addMonths } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import { officeRole } from '../../domain/entity.js';
import { err, ok } from '../../domain/result.js';
import type { OfficerForm } from '../../forms/form.js';
import { formOf } from '../../forms/form-of.js';
import { type RedRow, redRows } from '../../forms/red-rows.js';
import {
  addCorrectiveActions,
  type CorrectiveActionRecord,
  type CorrectiveFollow,
  correctiveActionsOf,
} from '../../register/corrective-actions.js';
import type { Db } from '../../register/database.js';
import { individualCodes } from '../../register/log-reader.js';
import { stepsOf } from '../../register/steps.js';
import { italianDay } from '../../words/format.js';
import { officerWords } from '../../words/officer.js';
import { kept, type Standing } from '../act.js';
import { keyOf } from '../digest.js';
import { optional } from '../field.js';
import { day, text } from '../readers.js';
import { anAnsweredIndicator, giving } from './answered-indicator.js';

const words = officerWords.corrective;

/** Months within which a result is looked at again, when no checkpoint of the exercise is still to come. */
const REVIEW_MONTHS = 4;

/** Says what is meant to be done about a result far from its target; the body follows it, but of individual objectives. */
export const proposeAction = kept({
  verb: 'propose-action',
  path: 'azioni',
  resource: 'corrective-actions',
  scope: 'submit',
  on: anAnsweredIndicator,
  fields: { text: text(3), due: optional(day()) },
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    submit: words.button,
    fields: {
      text: { page: 'azione', value: 'azione', label: words.what, missing: words.noText },
      due: { page: 'entro', value: 'data', label: words.dueLabel, hint: words.dueHint },
    },
    done: () => words.savedOne,
  },
  may: giving,
  stands: async ({ register, subject: { step, indicator } }) =>
    proposalStanding(
      (await correctiveActionsOf(register.db, { cycle: step.cycle, checkpoint: step.id })).get(indicator),
    ),
  keep: async (tx, { actor, entity, today, at, key, subject: { ref, step, indicator } }, { text, due }) => {
    const checkpoint = { cycle: step.cycle, checkpoint: step.id };
    const form = await formOf(tx, checkpoint, actor.person, today, actor.actingFor);
    const red = form && (await redRows(tx, form)).find(({ row }) => row.code === indicator);
    if (form === undefined || red === undefined) return err([{ text: words.notRed(indicator) }]);
    if (due !== undefined && due < today)
      return err([{ field: 'due', text: words.pastDate(italianDay(due), italianDay(today)) }]);
    const before = (await correctiveActionsOf(tx, checkpoint)).get(indicator);
    if (before?.text === text && due === undefined) return err([{ field: 'text', text: words.empty }]);
    const individual = await individualCodes(tx, entity, ref.exercise);
    await addCorrectiveActions(tx, [
      {
        ...checkpoint,
        key: keyOf([key, step.cycle, step.id, indicator, text, due]),
        indicator,
        officer: actor.person,
        actingFor: actor.actingFor,
        text,
        at,
        simulated: form.simulated,
        follow: individual.includes(indicator)
          ? undefined
          : followed(form, red, due ?? (await nextReview(tx, form, today))),
      },
    ]);
    return ok({});
  },
  logs: ({ subject: { step, indicator } }, { text, due }) => ({
    action: 'corrective-action-proposed',
    subject: indicator,
    cycle: step.cycle,
    step: step.id,
    detail: { reason: text, dueOn: due },
  }),
});

/** How a proposal stands. */
export const proposalStanding = (before: CorrectiveActionRecord | undefined): Standing =>
  before === undefined
    ? { version: 'nessuna', said: words.noneStands }
    : {
        version: keyOf([before.text, before.at]),
        said: words.stands(before.text),
        reached: ({ text }) => text === before.text,
      };

const followed = (form: OfficerForm, { row, achievement }: RedRow, dueOn: CivilDate): CorrectiveFollow => ({
  entity: form.entity.id,
  exercise: form.exercise,
  name: row.name,
  heading: `${form.title} ${form.exercise}`,
  source: words.source(form.title, row.code, achievement),
  owner: officeRole(row.office),
  dueOn,
});

/** The reference date of the next checkpoint: the day on which the result is looked at again. */
async function nextReview(db: Db, form: OfficerForm, today: CivilDate): Promise<CivilDate> {
  const dates = (await stepsOf(db, form.cycle)).flatMap((step) => step.planned.checkpoint?.to ?? []);
  return dates.toSorted().find((date) => date > form.period.to && date >= today) ?? addMonths(today, REVIEW_MONTHS);
}
