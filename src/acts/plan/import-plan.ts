import { mapIndicators } from '../../domain/amend-plan.js';
import { allIndicators } from '../../domain/findings/walk.js';
import type { Plan } from '../../domain/plan.js';
import { err, ok } from '../../domain/result.js';
import { readPlanSheet } from '../../sheets/plan-sheet.js';
import { planningWords } from '../../words/planning.js';
import { kept } from '../act.js';
import { files } from '../file-readers.js';
import { text } from '../readers.js';
import { aPlanVersion, mayEdit, notEditing } from './plan-version.js';
import { draftLine, planOf, reasonWords, saved } from './planning.js';

const words = planningWords.import;

/** Puts what a workbook contains in the place of the whole draft. */
export const importPlan = kept({
  verb: 'plan import',
  path: 'foglio',
  resource: 'imports',
  scope: 'steer',
  on: aPlanVersion,
  fields: { file: files({ most: 1, least: 1 }), reason: text() },
  gives: { version: 'whole' },
  words: {
    title: words.sheet,
    does: planningWords.acts.import,
    submit: words.sheetSubmit,
    fields: {
      file: { page: 'file', value: 'file', label: words.file, missing: words.noFile },
      reason: reasonWords,
    },
    done: ({ version }) => planningWords.form.saved(version),
  },
  may: mayEdit,
  notNow: notEditing,
  ready: async ({ register, subject }, { file: [file] }) => {
    const wrong = (text: string) => err([{ field: 'file', text }]);
    if (file === undefined) return wrong(words.noFile);
    const draft = await planOf(register.db, subject);
    const read = await readPlanSheet(file.bytes, draft);
    if (!read.ok) return err(read.error.map(({ message }) => ({ field: 'file', text: message })));
    const { entity, exercise } = read.value;
    if (entity !== subject.ref.entity || exercise !== subject.ref.exercise)
      return wrong(words.otherCycle(entity, exercise));
    return ok(confirmedHere(read.value, draft));
  },
  keep: (tx, acting, _, plan) => saved(tx, acting, plan),
  logs: (acting, { reason }, { version }) => draftLine(acting, 'plan-imported', version, reason),
});

/** The plan of a file with the readings that were confirmed in the draft, of the same texts: a file confirms none. */
function confirmedHere(plan: Plan, draft: Plan | undefined): Plan {
  const there = new Map(
    (draft === undefined ? [] : allIndicators(draft)).map(({ node }) => [node.code, node.targets] as const),
  );
  return mapIndicators(plan, (indicator) => ({
    ...indicator,
    targets: indicator.targets.map(({ confirmed: _, confirmedBy: __, ...target }) => {
      const same = there.get(indicator.code)?.find((one) => one.year === target.year && one.text === target.text);
      return same ?? target;
    }),
  }));
}
