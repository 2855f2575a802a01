import { ok } from '../../domain/result.js';
import { addStakeholderState } from '../../register/stakeholders.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { steering } from '../parts.js';
import { text } from '../readers.js';
import { aStakeholder } from './describing.js';

/** Says that somebody is no longer among the stakeholders of the body; what was said of them stays. */
export const endStakeholder = kept({
  verb: 'end-stakeholder',
  path: 'uscita',
  resource: 'endings',
  scope: 'steer',
  on: aStakeholder,
  fields: { reason: text() },
  gives: {},
  words: {
    title: 'Togli uno stakeholder',
    does: 'Dice che non è più tra gli stakeholder dell’ente',
    submit: 'Togli dal registro',
    fields: {
      reason: { page: 'motivo', value: 'motivo', label: 'Perché', missing: 'manca il motivo' },
    },
    done: (_, __, { stakeholder }) => `«${stakeholder.name}» non è più tra gli stakeholder dell’ente.`,
  },
  may: steering,
  notNow: ({ stakeholder }) => (stakeholder.ended ? 'Non è già più tra gli stakeholder dell’ente.' : undefined),
  keep: async (tx, acting, { reason }) => {
    const { described: _, id, ...state } = acting.subject.stakeholder;
    await addStakeholderState(tx, {
      ...doing(acting),
      ...state,
      entity: acting.subject.entity,
      stakeholder: id,
      ended: true,
      reason,
    });
    return ok({});
  },
  logs: ({ subject: { entity, stakeholder } }, { reason }) => ({
    action: 'stakeholder-ended',
    subject: `${entity}/${stakeholder.id}`,
    detail: { reason: `${stakeholder.name}: ${reason}` },
  }),
});
