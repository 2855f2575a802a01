import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { faultOfActDate } from '../../domain/decision-content.js';
import { err, ok } from '../../domain/result.js';
import { addActCorrection } from '../../register/act-corrections.js';
import type { Db } from '../../register/database.js';
import { type DecisionRecord, decisionsOf } from '../../register/decisions.js';
import { documentsOf } from '../../register/documents.js';
import { stepOf } from '../../register/steps.js';
import { actCorrectionWords as words } from '../../words/act-correction.js';
import { boardWords } from '../../words/board.js';
import { kept } from '../act.js';
import { writtenBy } from '../doing.js';
import { actNumber, day, text } from '../readers.js';
import type { StepSubject, Subject } from '../subject.js';
import { callingName, isCalled } from './attach-act.js';
import { recorders } from './matter.js';

/** A decision on record with its act, and the step it was taken at. */
interface RecordedAct extends StepSubject {
  readonly decision: DecisionRecord;
}

const withActs = async (db: Db, cycle: string): Promise<readonly DecisionRecord[]> =>
  (await decisionsOf(db, cycle)).filter(({ actNumber: number }) => number !== null);

/** The act of a decision on record, by the decision's key or its last part. */
const aRecordedAct: Subject<RecordedAct> = {
  api: '/cycles/{entity}/{exercise}/decisions/{decision}',
  argument: { name: 'decisione', help: words.decision },
  ofCycle: true,
  find: async (register, { entity, exercise = 0, name }) => {
    const cycle = cycleId({ entity, exercise });
    const decision = (await withActs(register.db, cycle)).find(({ key }) => isCalled(key, name));
    const step = decision && (await stepOf(register.db, cycle, decision.step));
    return decision && step && { ref: { space: register.schema, entity, exercise }, step, decision };
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await withActs(db, cycleId({ entity, exercise }))).map(({ key }) => callingName(key)),
  unknown: words.unknown,
  title: ({ step }) => step.planned.title,
  id: ({ step, decision }) => `${step.cycle}/decisioni/${callingName(decision.key)}`,
};

/** Corrects the number or the date of a board's act, written wrong when its decision was recorded: both stay on record. */
export const correctAct = kept({
  verb: 'correct-act',
  path: 'rettifica',
  resource: 'corrections',
  scope: 'decide',
  on: aRecordedAct,
  fields: { actNumber: actNumber(), actDate: day(), reason: text(3) },
  gives: { actNumber: 'text', actDate: 'day' },
  words: {
    title: words.title,
    does: words.does,
    lead: ({ decision }) => words.lead(decision.actNumber, decision.actDate),
    submit: words.submit,
    fields: {
      actNumber: {
        page: 'numero-atto',
        option: 'act',
        value: 'numero',
        label: boardWords.form.actNumber,
        missing: words.missing.number,
      },
      actDate: {
        page: 'data-atto',
        option: 'on',
        value: 'data',
        label: boardWords.form.actDate,
        missing: words.missing.date,
      },
      reason: {
        page: 'motivo',
        value: 'motivo',
        label: words.reason,
        hint: words.reasonHint,
        missing: words.missing.reason,
      },
    },
    done: ({ actNumber: number, actDate }) => words.done(number, actDate),
  },
  may: (subject) => recorders(subject),
  starts: ({ subject: { decision } }) => ({ actNumber: decision.actNumber ?? '', actDate: decision.actDate ?? '' }),
  stands: ({ subject: { decision } }) => ({
    version: `${decision.actDate}/${decision.actNumber}`,
    said: words.stands(decision.actNumber, decision.actDate),
    reached: ({ actNumber: number, actDate }) => number === decision.actNumber && actDate === decision.actDate,
  }),
  keep: async (tx, acting, { actNumber: number, actDate, reason }) => {
    const {
      subject: { step, decision },
      key,
      today,
    } = acting;
    if (number === decision.actNumber && actDate === decision.actDate)
      return err([{ field: 'actNumber', text: words.same }]);
    const document = (await documentsOf(tx, step.cycle)).find(({ hash }) => hash === decision.documentHash);
    const fault = document && faultOfActDate(actDate, { today, frozenOn: romeDate(document.frozenAt) });
    if (fault !== undefined) return err([{ field: 'actDate', text: fault }]);
    await addActCorrection(tx, {
      ...{ key, cycle: step.cycle, decision: decision.key, actNumber: number, actDate, reason },
      ...writtenBy(acting),
    });
    return ok({ actNumber: number, actDate });
  },
  logs: ({ subject: { step, decision } }, { reason }, { actNumber: number, actDate }) => ({
    action: 'act-corrected',
    subject: step.planned.title,
    cycle: step.cycle,
    step: step.id,
    detail: { actNumber: number, actDate, reason: words.was(decision.actNumber, decision.actDate, reason) },
  }),
});
