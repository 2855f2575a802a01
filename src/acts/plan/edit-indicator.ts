import { withFollowed } from '../../domain/plan-edits.js';
import { ok } from '../../domain/result.js';
import { planningWords as words } from '../../words/planning.js';
import { kept } from '../act.js';
import { id } from '../readers.js';
import { changedIndicator, draftParts, indicatorFields, indicatorNamed, indicatorWords } from './indicator-edit.js';
import { aPlanVersion, mayEdit, notEditing } from './plan-version.js';
import { draftLine, saved } from './planning.js';

/** Changes an indicator of the draft: what is not said of it stays. Rows that repeat it follow where they said the same. */
export const editIndicator = kept({
  verb: 'plan edit',
  path: 'modifica',
  resource: 'indicator-edits',
  scope: 'steer',
  on: aPlanVersion,
  fields: { indicator: id(), ...indicatorFields },
  gives: { version: 'whole', indicator: 'text' },
  words: {
    title: words.edit,
    does: words.acts.edit,
    submit: words.form.submit,
    fields: {
      indicator: { page: 'indicatore', argument: 'indicatore', label: words.acts.indicator },
      ...indicatorWords,
    },
    done: ({ version }) => words.form.saved(version),
  },
  may: mayEdit,
  notNow: notEditing,
  keep: async (tx, acting, { indicator: name, reason: _, ...said }) => {
    const draft = await draftParts(tx, acting);
    if (!draft.ok) return draft;
    const { plan, parts } = draft.value;
    const found = indicatorNamed(plan, parts, name);
    if (!found.ok) return found;
    const { listId, indicator } = found.value;
    const next = await changedIndicator(tx, acting, plan, indicator, said);
    if (!next.ok) return next;
    const made = await saved(tx, acting, withFollowed(plan, listId, indicator, next.value));
    return made.ok ? ok({ ...made.value, indicator: indicator.code }) : made;
  },
  logs: (acting, { reason }, { version }) => draftLine(acting, 'plan-drafted', version, reason),
});
