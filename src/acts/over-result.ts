import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import { allIndicators } from '../domain/findings/walk.js';
import { type OverrideRecord, overridesOf } from '../register/overrides.js';
import { planShown } from '../register/reading/plan.js';
import { steeringWords } from '../words/steering.js';
import type { FieldWords } from './act.js';
import { actNumber, day, line, text } from './readers.js';
import type { Subject } from './subject.js';

const words = steeringWords.override;

/** An indicator of the plan, with what was decided over its result. */
export interface DecidedOver {
  readonly ref: CycleRef;
  readonly indicator: string;
  /** The override in force. */
  readonly standing: OverrideRecord | undefined;
}

/** An indicator of the plan of a cycle. */
export const anIndicator: Subject<DecidedOver> = {
  api: '/cycles/{entity}/{exercise}/indicators/{indicator}',
  argument: { name: 'indicatore', help: 'codice dell’indicatore, per esempio 1.1.1-01' },
  ofCycle: true,
  find: async ({ db, schema }, { entity, exercise = 0, name }) => {
    const plan = (await planShown(db, entity, exercise))?.plan;
    if (plan === undefined || !allIndicators(plan).some(({ node }) => node.code === name)) return undefined;
    const inForce = await overridesOf(db, cycleId({ entity, exercise }));
    const standing = inForce.find(({ indicator }) => indicator === name);
    return { ref: { space: schema, entity, exercise }, indicator: name, standing };
  },
  names: async ({ db }, { entity, exercise = 0 }) => {
    const plan = (await planShown(db, entity, exercise))?.plan;
    return plan === undefined ? [] : allIndicators(plan).map(({ node }) => node.code);
  },
  unknown: (name) => `l’indicatore «${name}» non è nel Piano dell’esercizio`,
  title: ({ indicator }) => `Indicatore ${indicator}`,
  id: ({ ref, indicator }) => `${cycleId(ref)}/indicator/${indicator}`,
};

/** The act that a decision over a result rests on. */
export const restsOn = { decidedBy: line(), actNumber: actNumber(), actDate: day(), reason: text() };

export const restsOnWords = {
  decidedBy: {
    page: 'deciso-da',
    value: 'organo',
    label: words.decidedBy,
    hint: words.decidedByHint,
    missing: words.wrong['deciso-da'],
  },
  actNumber: { page: 'atto', option: 'act', value: 'atto', label: words.actNumber, missing: words.wrong.atto },
  actDate: { page: 'data', value: 'data', label: words.actDate, missing: words.wrong.date },
  reason: { page: 'motivo', value: 'motivo', label: words.reason, missing: words.wrong.motivo },
} satisfies Record<string, FieldWords>;

/** How it reads. */
export const effectText = ({ kind, value }: Pick<OverrideRecord, 'kind' | 'value'>): string =>
  kind === 'forced' ? words.effects.forced((value ?? '').replace('.', ',')) : words.effects[kind];
