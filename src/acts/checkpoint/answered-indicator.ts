import { cycleId } from '../../domain/cycle-id.js';
import { delegatedRole } from '../../domain/delegation.js';
import { officeRole } from '../../domain/entity.js';
import { frozenIndicators } from '../../register/checkpoints.js';
import { aCheckpoint, type StepSubject, type Subject } from '../subject.js';

/** An indicator that a checkpoint asks, with the office that answers for it. */
export interface AnsweredIndicator extends StepSubject {
  readonly indicator: string;
  readonly name: string;
  readonly office: string;
}

/** An indicator at a checkpoint. */
export const anAnsweredIndicator: Subject<AnsweredIndicator> = {
  api: '/cycles/{entity}/{exercise}/checkpoints/{checkpoint}/indicators/{indicator}',
  within: { name: 'monitoraggio', help: 'monitoraggio, per esempio monitoraggio-1' },
  argument: { name: 'indicatore', help: 'codice dell’indicatore, per esempio 1.1.1-01' },
  ofCycle: true,
  find: async (register, { within = '', name, ...named }) => {
    const checkpoint = await aCheckpoint.find(register, { ...named, name: within });
    if (checkpoint === undefined) return undefined;
    const { cycle, id } = checkpoint.step;
    const asked = (await frozenIndicators(register.db, { cycle, checkpoint: id })).find(
      (one) => one.indicator === name,
    );
    return asked && { ...checkpoint, indicator: name, name: asked.name, office: asked.office };
  },
  names: async ({ db }, { entity, exercise = 0, within = '' }) =>
    (await frozenIndicators(db, { cycle: cycleId({ entity, exercise }), checkpoint: within })).map(
      ({ indicator }) => indicator,
    ),
  unknown: (name) => `il monitoraggio non chiede un indicatore «${name}»`,
  title: ({ step, indicator }) => `${step.planned.title}, indicatore ${indicator}`,
  id: ({ step, indicator }) => `${step.cycle}/${step.id}/${indicator}`,
};

/** Who answers for it. */
export const answering = ({ office }: AnsweredIndicator): readonly string[] => [officeRole(office)];

/** Who gives its value: who answers for it, or whom they have delegated it to. */
export const giving = (subject: AnsweredIndicator): readonly string[] => [
  ...answering(subject),
  delegatedRole({ cycle: subject.step.cycle, checkpoint: subject.step.id, indicator: subject.indicator }),
];
