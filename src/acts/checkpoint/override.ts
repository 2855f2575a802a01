import { err } from '../../domain/result.js';
import { overrideWords } from '../../words/overrides.js';
import { steeringWords } from '../../words/steering.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { optional } from '../field.js';
import { anIndicator, restsOn, restsOnWords } from '../over-result.js';
import { steering } from '../parts.js';
import { decimal, oneOf } from '../readers.js';

const words = steeringWords.override;

/** Fixes the result of an indicator, or leaves it out of the totals, by an act; the latest results are computed again with it. */
export const override = sent({
  verb: 'override',
  path: 'forzatura',
  resource: 'overrides',
  scope: 'steer',
  on: anIndicator,
  fields: { effect: oneOf(['forced', 'neutralised']), value: optional(decimal()), ...restsOn },
  gives: { override: 'whole' },
  words: {
    title: words.record,
    does: 'Fissa il risultato di un indicatore, o lo esclude dai totali, con un atto',
    lead: words.lead,
    submit: words.submit,
    fields: {
      effect: {
        page: 'effetto',
        value: 'effetto',
        label: words.effect,
        missing: words.wrong.effect,
        options: words.choices,
      },
      value: { page: 'valore', value: 'percentuale', label: words.value, hint: words.valueHint },
      ...restsOnWords,
    },
    done: () => words.saved,
  },
  may: steering,
  notNow: ({ indicator, standing }) => (standing === undefined ? undefined : overrideWords.refused.standing(indicator)),
  send: async ({ actions, actor, key, subject: { ref, indicator } }, { effect, value, ...act }) => {
    const command = { ...act, key, indicator };
    if (effect === 'forced' && value === undefined) return err([{ field: 'value', text: words.wrong.noValue }]);
    const answer =
      effect === 'forced' && value !== undefined
        ? await actions.override(ref, { ...command, kind: 'forced', value }, actor)
        : await actions.override(ref, { ...command, kind: 'neutralised' }, actor);
    return answered(answer, ({ override: id }) => ({ override: id }));
  },
});
