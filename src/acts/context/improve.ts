import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { addGapAction } from '../../register/context.js';
import { titlesOf } from '../../register/people.js';
import { checkUpWords as words } from '../../words/context.js';
import { italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { day, oneOf, text } from '../readers.js';
import { aRequirement } from '../requirement.js';

/** Opens an action of the improvement plan against a gap that the check-up found. */
export const improve = kept({
  verb: 'improve',
  path: 'azione',
  resource: 'actions',
  scope: 'steer',
  on: aRequirement,
  fields: { text: text(2, 600), owner: oneOf(), dueOn: day() },
  gives: { action: 'text' },
  words: {
    title: 'Apri un’azione di miglioramento',
    does: 'Apre un’azione del piano di miglioramento contro una lacuna del check-up',
    lead: 'L’azione entra nel piano di miglioramento dell’ente, dove chi ne risponde dice come va.',
    submit: 'Apri l’azione',
    fields: {
      text: { page: 'azione', value: 'azione', label: 'Che cosa si farà', missing: 'manca che cosa si farà' },
      owner: { page: 'responsabile', value: 'ruolo', label: 'Chi ne risponde', missing: 'manca chi ne risponde' },
      dueOn: { page: 'termine', value: 'data', label: 'Entro il', missing: 'manca il termine' },
    },
    done: ({ action }) => `L’azione «${action}» è nel piano di miglioramento.`,
  },
  may: steering,
  notNow: ({ checked }) => (checked.gap ? undefined : words.refused.noGap),
  offers: {
    owner: async ({ register, entity }) =>
      [...(await titlesOf(register.db, entity))].map(([value, title]) => ({ value, title })),
  },
  keep: async (tx, acting, { text, owner, dueOn }) => {
    const { ref, checked } = acting.subject;
    if (dueOn < acting.today) return err([{ field: 'dueOn', text: words.refused.past(italianDay(dueOn)) }]);
    const { id, area, norm } = checked.requirement;
    const action = await addGapAction(tx, {
      entity: ref.entity,
      exercise: ref.exercise,
      requirement: id,
      heading: area,
      text,
      norm,
      source: words.source(ref.exercise),
      owner,
      dueOn,
    });
    return ok({ action });
  },
  logs: ({ subject: { ref } }, { text, owner, dueOn }, { action }) => ({
    action: 'improvement-opened',
    subject: `${ref.entity}/${action}`,
    cycle: cycleId(ref),
    detail: { reason: `${text} (${owner}, ${italianDay(dueOn)})` },
  }),
});
