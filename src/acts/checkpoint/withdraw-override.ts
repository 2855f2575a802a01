import { overrideWords } from '../../words/overrides.js';
import { steeringWords } from '../../words/steering.js';
import { sent } from '../act.js';
import { answered } from '../answered.js';
import { anIndicator, effectText, restsOn, restsOnWords } from '../over-result.js';
import { steering } from '../parts.js';

const words = steeringWords.override;

/** Takes the override of an indicator out of force, by another act: its result is again the one computed. */
export const withdrawOverride = sent({
  verb: 'withdraw-override',
  path: 'ritiro',
  resource: 'override-withdrawals',
  scope: 'steer',
  on: anIndicator,
  fields: restsOn,
  gives: { override: 'whole' },
  words: {
    title: words.withdraw,
    does: 'Ritira la forzatura in vigore su un indicatore, con un atto',
    submit: words.submitWithdrawal,
    fields: restsOnWords,
    done: () => words.saved,
  },
  may: steering,
  notNow: ({ indicator, standing }) => (standing === undefined ? overrideWords.refused.none(indicator) : undefined),
  stands: ({ subject: { standing } }) =>
    standing === undefined
      ? { version: 'nessuna', said: words.noneStands }
      : { version: String(standing.id), said: words.stands(effectText(standing)) },
  send: async ({ actions, actor, key, subject: { ref, indicator } }, act) =>
    answered(await actions.withdrawOverride(ref, { ...act, key, indicator }, actor), ({ override }) => ({ override })),
});
