import { SCALE, type Stakeholder, type StakeholderDescription } from '../../domain/voices/stakeholder.js';
import { stakeholderOf, stakeholdersOf } from '../../register/stakeholders.js';
import type { FieldWords } from '../act.js';
import { optional, type Values } from '../field.js';
import { line, oneOf, text } from '../readers.js';
import type { Subject } from '../subject.js';

/** A stakeholder of the body's register. */
interface StakeholderSubject {
  readonly entity: string;
  readonly stakeholder: Stakeholder;
}

export const aStakeholder: Subject<StakeholderSubject> = {
  api: '/entities/{entity}/stakeholders/{stakeholder}',
  argument: { name: 'stakeholder', help: 'stakeholder, per esempio associazioni-di-categoria' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const stakeholder = await stakeholderOf(db, entity, name);
    return stakeholder && { entity, stakeholder };
  },
  names: async ({ db }, { entity }) => (await stakeholdersOf(db, entity)).map(({ id }) => id),
  unknown: (name) => `lo stakeholder «${name}» non è nel registro dell’ente`,
  title: ({ stakeholder }) => stakeholder.name,
  id: ({ entity, stakeholder }) => `${entity}/stakeholder/${stakeholder.id}`,
};

const DEGREES = Array.from({ length: SCALE.most - SCALE.least + 1 }, (_, i) => String(SCALE.least + i));

/** What is said of a stakeholder, beside the name. */
export const descriptionFields = {
  category: optional(line()),
  expects: optional(text()),
  influence: optional(oneOf(DEGREES)),
  interest: optional(oneOf(DEGREES)),
  services: optional(text()),
  involvement: optional(text()),
};

const degrees = { '1': '1 – minimo', '3': '3 – medio', '5': '5 – massimo' };

export const descriptionWords = {
  category: {
    page: 'gruppo',
    option: 'group',
    value: 'gruppo',
    label: 'Gruppo',
    hint: 'Per esempio: imprese, istituzioni.',
  },
  expects: { page: 'attese', value: 'attese', label: 'Che cosa si aspetta dall’ente' },
  influence: {
    page: 'influenza',
    value: 'da 1 a 5',
    label: 'Influenza sull’ente',
    hint: 'Quanto può favorire o ostacolare ciò che l’ente si propone, da 1 a 5.',
    options: degrees,
  },
  interest: {
    page: 'interesse',
    value: 'da 1 a 5',
    label: 'Interesse per ciò che l’ente fa',
    hint: 'Quanto lo riguarda ciò che l’ente fa, da 1 a 5.',
    options: degrees,
  },
  services: { page: 'servizi', value: 'servizi', label: 'Servizi che usa' },
  involvement: {
    page: 'coinvolgimento',
    value: 'modo',
    label: 'Come è coinvolto',
    hint: 'Per esempio: indagine annuale, tavolo di consultazione, incontri.',
  },
} satisfies Record<string, FieldWords>;

/** What was written, as the register keeps it. */
export function describedAs(values: Values<typeof descriptionFields>): Omit<StakeholderDescription, 'name'> {
  return {
    category: values.category ?? '',
    expects: values.expects ?? '',
    influence: values.influence === undefined ? null : Number(values.influence),
    interest: values.interest === undefined ? null : Number(values.interest),
    services: values.services ?? '',
    involvement: values.involvement ?? '',
  };
}
