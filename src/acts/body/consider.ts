import { err, ok } from '../../domain/result.js';
import { addFeedbackUse, feedbackOf, isFeedback } from '../../register/follow-up.js';
import { followUpWords } from '../../words/follow-up.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { text, year } from '../readers.js';
import { steering } from '../step/parts.js';
import type { Subject } from '../subject.js';

interface Feedback {
  readonly entity: string;
  readonly feedback: number;
}

const aFeedback: Subject<Feedback> = {
  api: '/entities/{entity}/feedback/{feedback}',
  argument: { name: 'osservazione', help: 'numero dell’osservazione' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) =>
    /^\d{1,9}$/.test(name) && (await isFeedback(db, entity, Number(name)))
      ? { entity, feedback: Number(name) }
      : undefined,
  names: async ({ db }, { entity }) => (await feedbackOf(db, entity)).map(({ id }) => String(id)),
  unknown: (name) => `l’osservazione n. ${name} non è tra quelle dell’ente`,
  title: ({ feedback }) => `Osservazione n. ${feedback}`,
  id: ({ entity, feedback }) => `${entity}/feedback/${feedback}`,
};

/** Says what the context analysis of an exercise made of a feedback: once for each exercise. */
export const consider = kept({
  verb: 'consider',
  path: 'considera',
  resource: 'uses',
  scope: 'steer',
  on: aFeedback,
  fields: { outcome: text(), exercise: year() },
  gives: {},
  words: {
    title: 'Considera un’osservazione',
    does: 'Registra che cosa l’analisi del contesto fa di un’osservazione',
    submit: 'Considera',
    fields: {
      outcome: {
        page: 'esito',
        value: 'esito',
        label: 'Che cosa se ne fa',
        hint: 'Per esempio: «ripresa nell’obiettivo 3.1», oppure perché non se ne tiene conto.',
        missing: followUpWords.refused.noUse,
      },
      exercise: { page: 'esercizio', value: 'anno', label: 'Esercizio', missing: 'manca l’esercizio' },
    },
    done: () => 'È registrato che cosa se ne fa.',
  },
  may: steering,
  keep: async (tx, acting, use) => {
    const { simulated: _simulated, ...who } = doing(acting);
    const before = await addFeedbackUse(tx, { ...who, feedback: acting.subject.feedback, ...use });
    return before === undefined
      ? ok({})
      : err([{ field: 'exercise', text: `per il ${use.exercise} è già scritto che cosa se ne fa: «${before}»` }]);
  },
  logs: ({ subject: { entity, feedback } }, { exercise, outcome }) => ({
    action: 'feedback-used',
    subject: `${entity}/${feedback}`,
    detail: { reason: `${exercise}: ${outcome}` },
  }),
});
