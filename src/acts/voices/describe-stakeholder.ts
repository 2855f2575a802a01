import { err, ok } from '../../domain/result.js';
import type { Stakeholder } from '../../domain/voices/stakeholder.js';
import { addStakeholderState, stakeholderOf } from '../../register/stakeholders.js';
import { voiceWords } from '../../words/voices.js';
import { kept } from '../act.js';
import { versionOf } from '../digest.js';
import { doing } from '../doing.js';
import { steering } from '../parts.js';
import { aStakeholder, describedAs, descriptionFields, descriptionWords } from './describing.js';

/** Says who a stakeholder is from now on; what was said before stays. */
export const describeStakeholder = kept({
  verb: 'describe-stakeholder',
  path: 'descrizione',
  resource: 'descriptions',
  scope: 'steer',
  on: aStakeholder,
  fields: descriptionFields,
  gives: {},
  words: {
    title: 'Descrivi uno stakeholder',
    does: 'Dice che cosa uno stakeholder si aspetta, quanto conta e come è coinvolto',
    lead: 'La descrizione sostituisce per intero quella di prima, che resta nel registro.',
    submit: 'Registra la descrizione',
    fields: descriptionWords,
    done: () => 'La descrizione è registrata.',
  },
  may: steering,
  notNow: ({ stakeholder }) =>
    stakeholder.ended ? 'Non è più tra gli stakeholder dell’ente: si può aggiungere di nuovo.' : undefined,
  starts: ({ subject: { stakeholder } }) => ({
    category: stakeholder.category,
    expects: stakeholder.expects,
    influence: textOf(stakeholder.influence),
    interest: textOf(stakeholder.interest),
    services: stakeholder.services,
    involvement: stakeholder.involvement,
  }),
  stands: async ({ register, subject: { entity, stakeholder } }) => {
    const now = (await stakeholderOf(register.db, entity, stakeholder.id)) ?? stakeholder;
    return {
      version: versionOf(now),
      said: saidOf(now),
      reached: (values) => isSame(now, values),
    };
  },
  keep: async (tx, acting, values) => {
    const { entity, stakeholder } = acting.subject;
    if (Object.values(values).every((value) => value === undefined))
      return err([{ field: 'category', text: 'manca la descrizione: scrivere almeno una voce' }]);
    const state = { name: stakeholder.name, entity, stakeholder: stakeholder.id, ended: false };
    await addStakeholderState(tx, { ...doing(acting), ...state, ...describedAs(values) });
    return ok({});
  },
  logs: ({ subject: { entity, stakeholder } }) => ({
    action: 'stakeholder-described',
    subject: `${entity}/${stakeholder.id}`,
    detail: { reason: stakeholder.name },
  }),
});

const saidOf = ({ influence, interest }: Stakeholder): string =>
  `Ora: influenza ${voiceWords.degree(influence)}, interesse ${voiceWords.degree(interest)}.`;

const isSame = (now: Stakeholder, values: Readonly<Record<string, unknown>>): boolean =>
  Object.entries({ ...now, influence: textOf(now.influence), interest: textOf(now.interest) }).every(
    ([name, value]) => !(name in values) || (values[name] ?? '') === value,
  );

const textOf = (degree: number | null): string => (degree === null ? '' : String(degree));
