import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import { OIV } from '../../domain/entity.js';
import type { Judged } from '../../domain/oiv/checklist.js';
import type { OivRemark } from '../../domain/oiv/remarks.js';
import { judgedNow } from '../../office/desk.js';
import { latestComputed } from '../../register/assessments.js';
import { bodyProfile } from '../../register/body.js';
import { frozenIndicators } from '../../register/checkpoints.js';
import type { CycleStatus } from '../../register/cycle-tables.js';
import { cycleOf } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';
import { currentMeasurements } from '../../register/measurements.js';
import { oivRemarksOf } from '../../register/oiv.js';
import { actualText } from '../../words/measure.js';
import { oivWords } from '../../words/oiv.js';
import type { CycleSubject, Subject } from '../subject.js';

/** Something of the OIV's desk, in a cycle. */
export interface OfDesk {
  readonly ref: CycleRef;
  readonly cycle: CycleStatus;
}

/** A requirement of the check-list. */
interface CheckSubject extends OfDesk {
  readonly judged: Judged;
}

/** An indicator with a result, whose value can be looked at. */
interface FigureSubject extends OfDesk {
  readonly indicator: string;
  readonly name: string;
  /** As it was measured, in words; absent where nobody has measured it. */
  readonly value: string | undefined;
}

/** A remark of the OIV. */
interface OivRemarkSubject extends OfDesk {
  readonly remark: OivRemark;
}

/** The OIV alone. */
export const theOiv = (): readonly string[] => [OIV];

/** Nothing is written on the desk of a cycle that has ended. */
export const deskClosed = ({ cycle }: Pick<OfDesk, 'cycle'>): string | undefined =>
  cycle === 'closed' || cycle === 'cancelled' ? oivWords.refused.noCycle : undefined;

/** The same, of the cycle itself. */
export const cycleOver = ({ status }: Pick<CycleSubject, 'status'>): string | undefined =>
  deskClosed({ cycle: status });

/** The indicators of the last computed checkpoint. */
export async function figuresThere(db: Db, cycle: string): Promise<readonly { indicator: string; name: string }[]> {
  const last = await latestComputed(db, cycle);
  return last === undefined ? [] : await frozenIndicators(db, last);
}

async function ofDesk(db: Db, space: string, entity: string, exercise: number): Promise<OfDesk | undefined> {
  const cycle = await cycleOf(db, cycleId({ entity, exercise }));
  return cycle && { ref: { space, entity, exercise }, cycle: cycle.status };
}

/** A requirement of the check-list, by its id. */
export const aCheck: Subject<CheckSubject> = {
  api: '/cycles/{entity}/{exercise}/checks/{check}',
  argument: { name: 'voce', help: 'voce della lista di controllo, per esempio metodo-seguito' },
  ofCycle: true,
  find: async ({ db, schema }, { entity, exercise = 0, name }) => {
    const desk = await ofDesk(db, schema, entity, exercise);
    const judged = desk && (await judgedNow(db, desk.ref)).find(({ requirement }) => requirement.id === name);
    return desk && judged && { ...desk, judged };
  },
  names: async ({ db }, { entity }) =>
    (await bodyProfile(db, entity))?.validation?.requirements.map(({ id }) => id) ?? [],
  unknown: (name) => `la lista di controllo non ha una voce «${name}»`,
  title: ({ judged }) => judged.requirement.question,
  id: ({ ref, judged }) => `${cycleId(ref)}/check/${judged.requirement.id}`,
};

/** An indicator with a result, by its code. */
export const aFigure: Subject<FigureSubject> = {
  api: '/cycles/{entity}/{exercise}/figures/{indicator}',
  argument: { name: 'codice', help: 'codice dell’indicatore, per esempio 1.1.1-01' },
  ofCycle: true,
  find: async ({ db, schema }, { entity, exercise = 0, name }) => {
    const desk = await ofDesk(db, schema, entity, exercise);
    const found =
      desk && (await figuresThere(db, cycleId({ entity, exercise }))).find(({ indicator }) => indicator === name);
    if (desk === undefined || found === undefined) return undefined;
    const last = await latestComputed(db, cycleId({ entity, exercise }));
    const measured = last && (await currentMeasurements(db, last)).find(({ indicator }) => indicator === name);
    const value = measured && actualText(measured.actual, undefined);
    return { ...desk, indicator: found.indicator, name: found.name, value };
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await figuresThere(db, cycleId({ entity, exercise }))).map(({ indicator }) => indicator),
  unknown: (name) => `tra i risultati del ciclo non c’è un indicatore «${name}»`,
  title: ({ name, value }) => (value === undefined ? name : `${name}: ${value}`),
  id: ({ ref, indicator }) => `${cycleId(ref)}/figure/${indicator}`,
};

/** A remark of the OIV, by its number. */
export const anOivRemark: Subject<OivRemarkSubject> = {
  api: '/cycles/{entity}/{exercise}/oiv-remarks/{remark}',
  argument: { name: 'osservazione', help: 'numero dell’osservazione dell’organismo di valutazione' },
  ofCycle: true,
  find: async ({ db, schema }, { entity, exercise = 0, name }) => {
    const desk = await ofDesk(db, schema, entity, exercise);
    const remark =
      desk && (await oivRemarksOf(db, cycleId({ entity, exercise }))).find(({ id }) => String(id) === name);
    return desk && remark && { ...desk, remark };
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await oivRemarksOf(db, cycleId({ entity, exercise }))).map(({ id }) => String(id)),
  unknown: (name) => `l’organismo di valutazione non ha fatto un’osservazione n. ${name}`,
  title: ({ remark }) => `Osservazione ${remark.id}: «${remark.text}»`,
  id: ({ ref, remark }) => `${cycleId(ref)}/oiv-remark/${remark.id}`,
};
