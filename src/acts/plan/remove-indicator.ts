import { withFollowed } from '../../domain/plan-edits.js';
import { ok } from '../../domain/result.js';
import { planningWords as words } from '../../words/planning.js';
import { kept } from '../act.js';
import { id, text } from '../readers.js';
import { draftParts, indicatorNamed } from './indicator-edit.js';
import { aPlanVersion, mayEdit, notEditing } from './plan-version.js';
import { draftLine, reasonWords, saved } from './planning.js';

/** Takes an indicator out of the draft, with the rows that repeat it; earlier versions keep it. */
export const removeIndicator = kept({
  verb: 'plan remove',
  path: 'togli',
  resource: 'indicator-removals',
  scope: 'steer',
  on: aPlanVersion,
  fields: { indicator: id(), reason: text() },
  gives: { version: 'whole', indicator: 'text' },
  words: {
    title: words.form.removeTitle,
    does: words.acts.remove,
    submit: words.form.removeTitle,
    fields: {
      indicator: { page: 'indicatore', argument: 'indicatore', label: words.acts.indicator },
      reason: reasonWords,
    },
    done: ({ version }) => words.form.saved(version),
  },
  may: mayEdit,
  notNow: notEditing,
  keep: async (tx, acting, { indicator: name }) => {
    const draft = await draftParts(tx, acting);
    if (!draft.ok) return draft;
    const found = indicatorNamed(draft.value.plan, draft.value.parts, name);
    if (!found.ok) return found;
    const { listId, indicator } = found.value;
    const made = await saved(tx, acting, withFollowed(draft.value.plan, listId, indicator, undefined));
    return made.ok ? ok({ ...made.value, indicator: indicator.code }) : made;
  },
  logs: (acting, { reason }, { version }) => draftLine(acting, 'plan-drafted', version, reason),
});
