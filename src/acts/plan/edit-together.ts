import { withFollowed } from '../../domain/plan-edits.js';
import { equal, rational } from '../../domain/rational.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok } from '../../domain/result.js';
import type { DecimalText } from '../../domain/targets/types.js';
import { togetherWords as words } from '../../words/plan-together.js';
import { kept } from '../act.js';
import { fieldFor } from '../field.js';
import { each, id, text, weight } from '../readers.js';
import { changedIndicator, draftParts, indicatorNamed, type SaidOfIndicator } from './indicator-edit.js';
import { aPlanVersion, mayEdit, notEditing } from './plan-version.js';
import { draftLine, reasonWords, saved } from './planning.js';

/** Sets offices and weights of many indicators of the draft, with one reason: those that are not written stay. */
export const editTogether = kept({
  verb: 'plan edit-together',
  path: 'insieme',
  resource: 'indicator-edits-together',
  scope: 'steer',
  on: aPlanVersion,
  fields: { offices: each(id()), weights: each(weight()), reason: text() },
  gives: { version: 'whole', indicators: 'whole' },
  words: {
    title: words.action,
    does: words.does,
    submit: words.save,
    fields: {
      offices: { page: 'ufficio', option: 'office', value: 'codice=ufficio', label: words.offices },
      weights: { page: 'peso', option: 'weight', value: 'codice=peso', label: words.weights },
      reason: reasonWords,
    },
    done: ({ version, indicators }) => words.saved(indicators, version),
  },
  may: mayEdit,
  notNow: notEditing,
  keep: async (tx, acting, { offices, weights }) => {
    const draft = await draftParts(tx, acting);
    if (!draft.ok) return draft;
    const { parts } = draft.value;
    let { plan } = draft.value;
    const refusals: Refusal[] = [];
    let changed = 0;
    for (const name of new Set([...offices.keys(), ...weights.keys()])) {
      const [office, weighs] = [offices.get(name), weights.get(name)];
      const found = indicatorNamed(plan, parts, name);
      if (!found.ok) {
        const field = fieldFor(office === undefined ? 'weights' : 'offices', name);
        refusals.push(...found.error.map((refusal) => ({ ...refusal, field })));
        continue;
      }
      const { listId, indicator } = found.value;
      if (isSame(indicator, office, weighs)) continue;
      const next = await changedIndicator(tx, acting, plan, indicator, { ...AS_IT_IS, office, weight: weighs });
      if (!next.ok) {
        refusals.push(...next.error.map((refusal) => ({ ...refusal, field: fieldFor('offices', name) })));
        continue;
      }
      plan = withFollowed(plan, listId, indicator, next.value);
      changed += 1;
    }
    if (refusals.length > 0) return err(refusals);
    if (changed === 0) return err([{ text: words.unchanged }]);
    const made = await saved(tx, acting, plan);
    return made.ok ? ok({ ...made.value, indicators: changed }) : made;
  },
  logs: (acting, { reason }, { version }) => draftLine(acting, 'plan-drafted', version, reason),
});

/** Nothing is said of it. */
const AS_IT_IS: SaidOfIndicator = {
  name: undefined,
  office: undefined,
  weight: undefined,
  perspective: undefined,
  mission: undefined,
  knownFrom: undefined,
  targets: new Map(),
  reading: undefined,
  accumulation: undefined,
};

function isSame(
  now: { readonly office: string; readonly weight?: DecimalText | undefined },
  office: string | undefined,
  weighs: DecimalText | undefined,
): boolean {
  const stays = weighs === undefined || (now.weight !== undefined && equal(rational(now.weight), rational(weighs)));
  return stays && (office === undefined || office === now.office);
}
