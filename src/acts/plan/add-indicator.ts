import { nextCodeAfter } from '../../domain/amend-plan.js';
import { withFollowed } from '../../domain/plan-edits.js';
import { listIdIn } from '../../domain/plan-outline.js';
import { err, ok } from '../../domain/result.js';
import { planningWords as words } from '../../words/planning.js';
import { kept } from '../act.js';
import { id } from '../readers.js';
import { changedIndicator, draftParts, indicatorFields, indicatorWords } from './indicator-edit.js';
import { aPlanVersion, mayEdit, notEditing } from './plan-version.js';
import { draftLine, saved } from './planning.js';

const NEW = { name: '', office: '', targets: [], source: words.form.addedHere } as const;

/** Adds an indicator to a list of the draft, with the next code of that list. */
export const addIndicator = kept({
  verb: 'plan add',
  path: 'nuovo',
  resource: 'indicators',
  scope: 'steer',
  on: aPlanVersion,
  fields: { list: id(), ...indicatorFields },
  gives: { version: 'whole', indicator: 'text' },
  words: {
    title: words.form.addTitle,
    does: words.acts.add,
    submit: words.form.submit,
    fields: { list: { page: 'elenco', argument: 'elenco', label: words.acts.list }, ...indicatorWords },
    done: ({ version }) => words.form.saved(version),
  },
  may: mayEdit,
  notNow: notEditing,
  keep: async (tx, acting, { list: named, reason: _, ...said }) => {
    const draft = await draftParts(tx, acting);
    if (!draft.ok) return draft;
    const { plan, parts } = draft.value;
    const list = parts.flatMap((part) => part.lists).find((one) => one.id === named);
    const listId = list && listIdIn(plan, list.id);
    if (list === undefined || listId === undefined) return err([{ field: 'list', text: words.wrong.list }]);
    const code = nextCodeAfter(plan, PREFIX[list.kind](list.code));
    const next = await changedIndicator(tx, acting, plan, { code, ...NEW }, said);
    if (!next.ok) return next;
    const made = await saved(tx, acting, withFollowed(plan, listId, undefined, next.value));
    return made.ok ? ok({ ...made.value, indicator: next.value.code }) : made;
  },
  logs: (acting, { reason }, { version }) => draftLine(acting, 'plan-drafted', version, reason),
});

/** What the codes of a list begin with: `1.1.1-03`, `1.1.1-s02`, `SG-1-02`. */
const PREFIX = {
  scorecard: (code: string) => `${code}-`,
  sheet: (code: string) => `${code}-s`,
  individual: (code: string) => `${code}-`,
} as const;
