import { mapIndicators } from '../../domain/amend-plan.js';
import { allIndicators } from '../../domain/findings/walk.js';
import { plainName } from '../../domain/match-office.js';
import type { Plan } from '../../domain/plan.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { isPlanWorkbook } from '../../sheets/own-table.js';
import { readPlanSheet } from '../../sheets/read-plan-sheet.js';
import { ownPlanWords } from '../../words/own-plan.js';
import { planningWords } from '../../words/planning.js';
import { type Acting, kept } from '../act.js';
import { optional, type SentFile } from '../field.js';
import { files } from '../file-readers.js';
import { each, id, line, table, text } from '../readers.js';
import { choicesOf, type OwnSent, understand } from './own-file.js';
import { withOwnTable } from './own-plan.js';
import { aPlanVersion, mayEdit, notEditing, type PlanVersionSubject } from './plan-version.js';
import { draftLine, emptyPlan, planOf, reasonWords, saved } from './planning.js';

const words = planningWords.import;
const own = ownPlanWords.fields;

/**
 * Makes a draft of what a file contains: of our own workbook in the place of the whole draft; of an office's own table in the place of
 * the programmes that have the same title or code.
 */
export const importPlan = kept({
  verb: 'plan import',
  path: 'foglio',
  resource: 'imports',
  scope: 'steer',
  on: aPlanVersion,
  fields: {
    file: files({ most: 1 }),
    table: optional(table()),
    sheet: optional(line()),
    columns: each(line()),
    offices: each(id()),
    reason: text(),
  },
  gives: { version: 'whole' },
  words: {
    title: words.sheet,
    does: planningWords.acts.import,
    lead: own.ownLead,
    submit: words.sheetSubmit,
    fields: {
      file: { page: 'file', value: 'file', label: words.file, missing: words.noFile },
      table: { page: 'testo', value: 'tabella', label: own.table },
      sheet: { page: 'foglio', value: 'foglio', label: own.sheet },
      columns: { page: 'colonne', option: 'column', value: 'intestazione=contenuto', label: own.columns },
      offices: { page: 'uffici', option: 'office', value: 'testo=ufficio', label: own.offices },
      reason: reasonWords,
    },
    done: ({ version }) => planningWords.form.saved(version),
  },
  may: mayEdit,
  notNow: notEditing,
  ready: async (acting, { file: [file], table: pasted, sheet = '', columns, offices }) => {
    const isOurs = file !== undefined && pasted === undefined && (await isPlanWorkbook(file.bytes));
    if (isOurs) return await fromWorkbook(acting, file);
    return await fromOwnTable(acting, { file, table: pasted, sheet, columns, offices });
  },
  keep: (tx, acting, _, plan) => saved(tx, acting, plan),
  logs: (acting, { reason, columns, offices }, { version }) =>
    draftLine(acting, 'plan-imported', version, reason, {
      choices: choicesOf({ columns, offices }, acting.subject.ref.exercise),
    }),
});

type Made = Result<Plan, readonly Refusal[]>;

async function fromWorkbook({ register, subject }: Acting<PlanVersionSubject>, file: SentFile): Promise<Made> {
  const draft = await planOf(register.db, subject);
  const read = await readPlanSheet(file.bytes, draft);
  if (!read.ok) return err(read.error.map(({ message }) => ({ field: 'file', text: message })));
  const { entity, exercise } = read.value;
  if (entity !== subject.ref.entity || exercise !== subject.ref.exercise)
    return err([{ field: 'file', text: words.otherCycle(entity, exercise) }]);
  return ok(confirmedHere(read.value, draft));
}

async function fromOwnTable({ register, subject }: Acting<PlanVersionSubject>, sent: OwnSent): Promise<Made> {
  const understood = await understand(register.db, subject.ref, sent);
  if (!understood.ok) return understood;
  const { table: found, read, written, refusals } = understood.value;
  if (refusals.length > 0) return err(refusals);
  const offices = new Map(
    written.flatMap(({ text: of, match }) => (match.kind === 'sure' ? [[plainName(of), match.office] as const] : [])),
  );
  const officeOf = (of: string): string => offices.get(plainName(of || ownPlanWords.noOffice)) ?? '';
  const draft = (await planOf(register.db, subject)) ?? emptyPlan(subject.ref);
  const plan = withOwnTable(draft, read.indicators, officeOf, found.sheet);
  return plan.ok ? plan : err(plan.error.map((wrong) => ({ field: 'table', text: wrong })));
}

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
