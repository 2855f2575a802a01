import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { asRead, type FeedbackItem, FOLLOWS, mustRefer } from '../../domain/voices/strategic-feedback.js';
import { addConsideration } from '../../register/considerations.js';
import { drawnOf } from '../../register/drawn-feedback.js';
import { everyItem, itemNamed } from '../../register/reading/strategic-feedback.js';
import { followUpWords } from '../../words/follow-up.js';
import { feedbackWords } from '../../words/strategic-feedback.js';
import { voiceWords } from '../../words/voices.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { line, oneOf, text, year } from '../readers.js';
import type { Subject } from '../subject.js';

/** Something the strategic feedback is drawn from: what a stakeholder said, a result, a remark, an action. */
interface ItemSubject {
  readonly entity: string;
  readonly item: FeedbackItem;
}

const anItem: Subject<ItemSubject> = {
  api: '/entities/{entity}/feedback/{feedback}',
  argument: {
    name: 'osservazione',
    help: 'numero dell’osservazione, oppure voce del feedback strategico, per esempio result:2015:1.1.1-01',
  },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const item = await itemNamed(db, entity, name);
    return item && { entity, item };
  },
  names: async ({ db }, { entity }) => (await everyItem(db, entity)).map(({ key }) => key.replace(/^feedback:/, '')),
  unknown: (name) => `l’osservazione n. ${name} non è tra quelle dell’ente`,
  title: ({ item }) => item.title,
  id: ({ entity, item }) => `${entity}/${item.key.replace(/^feedback:/, '')}`,
};

/** Says what the planning of an exercise makes of an item of the strategic feedback: once for each exercise. */
export const consider = kept({
  verb: 'consider',
  path: 'considera',
  resource: 'uses',
  scope: 'steer',
  on: anItem,
  fields: { outcome: text(), follows: optional(oneOf(FOLLOWS)), refers: optional(line()), exercise: year() },
  gives: {},
  words: {
    title: 'Considera una voce del feedback strategico',
    does: 'Registra che cosa la programmazione fa di un’osservazione, di un risultato, di un rilievo o di un’azione',
    submit: 'Considera',
    fields: {
      outcome: {
        page: 'esito',
        value: 'esito',
        label: 'Che cosa se ne fa',
        hint: 'Per esempio: «ripresa nell’obiettivo 3.1», oppure perché non se ne tiene conto.',
        missing: followUpWords.refused.noUse,
      },
      follows: { page: 'segue', value: 'che cosa', label: 'Che cosa ne segue', options: voiceWords.follows },
      refers: {
        page: 'quale',
        value: 'codice o titolo',
        label: 'Quale',
        hint: 'Codice o titolo dell’obiettivo, dell’indicatore o dell’azione.',
      },
      exercise: { page: 'esercizio', value: 'anno', label: 'Esercizio', missing: 'manca l’esercizio' },
    },
    done: () => 'È registrato che cosa se ne fa.',
  },
  may: steering,
  keep: async (tx, { subject: { entity, item }, actor, at }, { outcome, follows, refers, exercise }) => {
    if (mustRefer(follows) && refers === undefined)
      return err([{ field: 'refers', text: 'manca quale: il codice o il titolo di ciò che ne segue' }]);
    if (refers !== undefined && follows === undefined)
      return err([{ field: 'follows', text: 'manca se ciò che ne segue è un obiettivo, un indicatore o un’azione' }]);
    const drawn = await drawnOf(tx, cycleId({ entity, exercise }));
    if (drawn !== undefined && !drawn.items.some(({ key }) => key === item.key))
      return err([{ field: 'exercise', text: feedbackWords.afterwards(exercise) }]);
    const said = { item: item.key, title: asRead(item), exercise, outcome };
    const before = await addConsideration(tx, {
      ...said,
      follows: follows ?? null,
      refers: refers ?? null,
      entity,
      actor: actor.person,
      actingFor: actor.actingFor,
      at,
    });
    return before === undefined
      ? ok({})
      : err([{ field: 'exercise', text: `per il ${exercise} è già scritto che cosa se ne fa: «${before}»` }]);
  },
  logs: ({ subject: { entity, item } }, { exercise, outcome }) => ({
    action: 'feedback-used',
    subject: `${entity}/${item.key.replace(/^feedback:/, '')}`,
    detail: { reason: `${exercise}: ${outcome}` },
  }),
});
