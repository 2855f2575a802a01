import { weighedIn, withWeights } from '../../domain/plan-edits.js';
import { equal, rational } from '../../domain/rational.js';
import { err } from '../../domain/result.js';
import { planningWords as words } from '../../words/planning.js';
import { kept } from '../act.js';
import { fieldFor } from '../field.js';
import { each, text, weight } from '../readers.js';
import { aPlanVersion, mayEdit, notEditing } from './plan-version.js';
import { draftLine, planOf, reasonWords, saved } from './planning.js';

/** Sets weights of perspectives, objectives and programmes of the draft: those that are not written stay. */
export const weigh = kept({
  verb: 'plan weigh',
  path: 'pesi',
  resource: 'weights',
  scope: 'steer',
  on: aPlanVersion,
  fields: { weights: each(weight()), reason: text() },
  gives: { version: 'whole' },
  words: {
    title: words.weights.title,
    does: words.acts.weigh,
    submit: words.weights.save,
    fields: {
      weights: { page: '', option: 'weight', value: 'voce=peso', label: words.acts.weights },
      reason: reasonWords,
    },
    done: ({ version }) => words.form.saved(version),
  },
  may: mayEdit,
  notNow: notEditing,
  keep: async (tx, acting, { weights }) => {
    const plan = await planOf(tx, acting.subject);
    if (plan === undefined) return err([{ text: words.noPlan }]);
    const before = new Map(weighedIn(plan).map((one) => [one.id, one.weight] as const));
    const stray = [...weights.keys()].filter((name) => !before.has(name));
    if (stray.length > 0)
      return err(stray.map((name) => ({ field: fieldFor('weights', name), text: words.wrong.notWeighed(name) })));
    const changed = [...weights].filter(([name, now]) => {
      const was = before.get(name);
      return was === undefined || !equal(rational(was), rational(now));
    });
    return await saved(tx, acting, withWeights(plan, new Map(changed)));
  },
  logs: (acting, { reason }, { version }) => draftLine(acting, 'plan-drafted', version, reason),
});
