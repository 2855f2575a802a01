import type { Refusal } from '../../domain/refusal.js';
import { err } from '../../domain/result.js';
import { entityOf } from '../../register/entities.js';
import { readPastedPlan } from '../../sheets/plan-sheet.js';
import { planningWords } from '../../words/planning.js';
import { kept } from '../act.js';
import { id, table, text } from '../readers.js';
import { withPasted } from './pasted.js';
import { aPlanVersion, mayEdit, notEditing } from './plan-version.js';
import { draftLine, emptyPlan, planOf, reasonWords, saved } from './planning.js';

const words = planningWords.import;

/** Puts the programmes of a pasted table in the place of those with the same code; the rest of the draft stays. */
export const pastePlan = kept({
  verb: 'plan paste',
  path: 'tabella',
  resource: 'pastes',
  scope: 'steer',
  on: aPlanVersion,
  fields: { table: table(), office: id(), reason: text() },
  gives: { version: 'whole' },
  words: {
    title: words.paste,
    does: planningWords.acts.paste,
    submit: words.pasteSubmit,
    fields: {
      table: { page: 'testo', value: 'tabella', label: words.text, missing: words.nothing },
      office: { page: 'ufficio', value: 'ufficio', label: words.office, missing: words.noOffice },
      reason: reasonWords,
    },
    done: ({ version }) => planningWords.form.saved(version),
  },
  may: mayEdit,
  notNow: notEditing,
  keep: async (tx, acting, { table: pasted, office }) => {
    const { ref } = acting.subject;
    const { rows, errors } = readPastedPlan(pasted);
    const refusals: Refusal[] = errors.map(({ message }) => ({ field: 'table', text: message }));
    if (errors.length === 0 && !rows.some((row) => row.level === 'indicator'))
      refusals.push({ field: 'table', text: words.nothing });
    const offices = (await entityOf(tx, acting.entity))?.offices ?? [];
    if (!offices.some((one) => one.id === office)) refusals.push({ field: 'office', text: words.noOffice });
    if (refusals.length > 0) return err(refusals);
    const draft = (await planOf(tx, acting.subject)) ?? emptyPlan(ref);
    return await saved(tx, acting, withPasted(draft, rows, office));
  },
  logs: (acting, { reason }, { version }) => draftLine(acting, 'plan-imported', version, reason),
});
