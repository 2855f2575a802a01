import { err, ok } from '../../domain/result.js';
import { slug } from '../../domain/slug.js';
import { addStakeholderState, stakeholderOf } from '../../register/stakeholders.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { steering } from '../parts.js';
import { line } from '../readers.js';
import { aBody } from '../subject.js';
import { describedAs, descriptionFields, descriptionWords } from './describing.js';

/** Puts a stakeholder in the register of the body; one that ended comes back. */
export const addStakeholder = kept({
  verb: 'add-stakeholder',
  path: 'nuovo-stakeholder',
  resource: 'stakeholders',
  scope: 'steer',
  on: aBody,
  fields: { name: line(), ...descriptionFields },
  gives: { stakeholder: 'text' },
  words: {
    title: 'Aggiungi uno stakeholder',
    does: 'Aggiunge uno stakeholder al registro dell’ente',
    submit: 'Aggiungi',
    fields: {
      name: { page: 'nome', value: 'nome', label: 'Nome', missing: 'manca il nome dello stakeholder' },
      ...descriptionWords,
    },
    done: (_, { name }) => `«${name}» è nel registro degli stakeholder.`,
  },
  may: steering,
  keep: async (tx, acting, { name, ...description }) => {
    const id = slug(name);
    if (id === '') return err([{ field: 'name', text: `«${name}» non ha lettere né cifre` }]);
    const there = await stakeholderOf(tx, acting.subject, id);
    if (there !== undefined && !there.ended)
      return err([{ field: 'name', text: `«${there.name}» è già nel registro: se ne può cambiare la descrizione` }]);
    const state = { name, ...describedAs(description), entity: acting.subject, stakeholder: id, ended: false };
    await addStakeholderState(tx, { ...doing(acting), ...state });
    return ok({ stakeholder: id });
  },
  logs: ({ subject }, { name }, { stakeholder }) => ({
    action: 'stakeholder-added',
    subject: `${subject}/${stakeholder}`,
    detail: { reason: name },
  }),
});
