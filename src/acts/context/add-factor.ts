import { FACTOR_KINDS, factorsOf, nextPlace } from '../../domain/context/factors.js';
import { err, ok } from '../../domain/result.js';
import { addFactorRevision, factorRevisions } from '../../register/context.js';
import { factorWords } from '../../words/context.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { steering } from '../parts.js';
import { oneOf, text } from '../readers.js';
import { aCycle } from '../subject.js';

/** Writes a strength, a weakness, an opportunity or a threat for the first time. */
export const addFactor = kept({
  verb: 'add-factor',
  path: 'fattore',
  resource: 'factors',
  scope: 'steer',
  on: aCycle,
  fields: { kind: oneOf(FACTOR_KINDS), text: text(2, 600) },
  gives: { factor: 'whole' },
  words: {
    title: 'Aggiungi un fattore',
    does: 'Scrive un fattore nuovo nell’analisi del contesto di un esercizio',
    submit: 'Aggiungi',
    fields: {
      kind: {
        page: 'quadro',
        value: 'quadro',
        label: 'Quadro',
        missing: 'manca il quadro',
        options: factorWords.kinds,
      },
      text: { page: 'testo', value: 'testo', label: 'Fattore', missing: 'manca il fattore' },
    },
    done: () => 'Il fattore è aggiunto.',
  },
  may: steering,
  keep: async (tx, acting, { kind, text }) => {
    const { entity, exercise } = acting.subject.ref;
    const { held } = factorsOf(await factorRevisions(tx, entity), exercise);
    if (held.some((one) => one.kind === kind && one.text === text))
      return err([{ field: 'text', text: factorWords.refused.twice(text) }]);
    const ordinal = nextPlace(held, kind);
    return ok({
      factor: await addFactorRevision(tx, { ...doing(acting), entity, exercise, kind, text, ordinal, standing: 'new' }),
    });
  },
  logs: ({ subject: { id } }, { kind, text }, { factor }) => ({
    action: 'factor-added',
    subject: String(factor),
    cycle: id,
    detail: { reason: `${factorWords.one[kind]}: ${text}` },
  }),
});
