import { err, ok } from '../../domain/result.js';
import { objectiveWords as words } from '../../words/objectives.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { oneOf, text } from '../readers.js';
import { aPlan, changeDraft, noDraftToChange } from './a-plan.js';
import { draftOf, objectiveLine } from './objectives.js';

/** Takes an arrow of the strategic map back. */
export const unlinkObjectives = kept({
  verb: 'unlink-objectives',
  path: 'scollegamento',
  resource: 'objective-unlinks',
  scope: 'steer',
  on: aPlan,
  fields: { link: oneOf(), reason: text() },
  gives: { version: 'whole' },
  words: {
    title: 'Togli un collegamento',
    does: 'Toglie dalla mappa un collegamento fra obiettivi strategici',
    submit: 'Togli il collegamento',
    fields: {
      link: {
        page: 'collegamento',
        value: 'causa>effetto',
        label: 'Collegamento da togliere',
        missing: 'manca il collegamento',
      },
      reason: { page: 'motivo', value: 'motivo', label: 'Motivo', missing: 'manca il motivo' },
    },
    done: (_, { link }) => `Collegamento ${link} tolto.`,
  },
  may: steering,
  notNow: (subject) => noDraftToChange(subject),
  offers: {
    link: async (place) =>
      ((await draftOf(place))?.links ?? []).map(({ from, to, reason }) => ({
        value: `${from}>${to}`,
        title: `${from} → ${to}: ${reason}`,
      })),
  },
  keep: async (tx, { subject: { ref } }, { link }) => {
    const saved = await changeDraft(tx, ref, (plan) => {
      const links = (plan.links ?? []).filter(({ from, to }) => `${from}>${to}` !== link);
      return links.length === (plan.links ?? []).length
        ? err([{ field: 'link', text: words.notThere }])
        : ok({ ...plan, links });
    });
    return saved.ok ? ok({ version: saved.value }) : saved;
  },
  logs: ({ subject }, { link, reason }, { version }) =>
    objectiveLine(
      subject,
      'objectives-unlinked',
      version,
      link.replace('>', ' → '),
      `${words.unlinked(link.replace('>', ' → '))}: ${reason}`,
    ),
});
