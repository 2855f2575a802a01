import { err, ok } from '../../domain/result.js';
import { objectiveWords as words } from '../../words/objectives.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { oneOf, text } from '../readers.js';
import { aPlan, changeDraft, noDraftToChange } from './a-plan.js';
import { objectiveLine, objectiveOptions } from './objectives.js';

/** Says that one strategic objective brings another about: an arrow of the map. */
export const linkObjectives = kept({
  verb: 'link-objectives',
  path: 'collegamento',
  resource: 'objective-links',
  scope: 'steer',
  on: aPlan,
  fields: { from: oneOf(), to: oneOf(), reason: text() },
  gives: { version: 'whole' },
  words: {
    title: 'Collega due obiettivi',
    does: 'Aggiunge alla mappa un collegamento di causa ed effetto fra obiettivi strategici',
    submit: 'Aggiungi il collegamento',
    fields: {
      from: { page: 'causa', value: 'obiettivo', label: 'Obiettivo che fa da causa', missing: 'manca la causa' },
      to: { page: 'effetto', value: 'obiettivo', label: 'Obiettivo su cui ha effetto', missing: 'manca l’effetto' },
      reason: {
        page: 'perche',
        value: 'perche',
        label: 'Perché l’uno porta all’altro',
        missing: 'manca il perché',
      },
    },
    done: (_, { from, to }) => `Collegamento aggiunto: da ${from} a ${to}.`,
  },
  may: steering,
  notNow: (subject) => noDraftToChange(subject),
  offers: { from: objectiveOptions, to: objectiveOptions },
  keep: async (tx, { subject: { ref } }, link) => {
    if (link.from === link.to) return err([{ field: 'to', text: words.itself }]);
    const saved = await changeDraft(tx, ref, (plan) => {
      const links = plan.links ?? [];
      if (links.some(({ from, to }) => from === link.from && to === link.to))
        return err([{ field: 'to', text: words.already }]);
      return ok({ ...plan, links: [...links, link] });
    });
    return saved.ok ? ok({ version: saved.value }) : saved;
  },
  logs: ({ subject }, { from, to, reason }, { version }) =>
    objectiveLine(subject, 'objectives-linked', version, `${from} → ${to}`, `${words.linked(from, to)}: ${reason}`),
});
