import type { Context } from 'hono';
import { importPlan } from '../../../acts/plan/import-plan.js';
import { type Understood, understand } from '../../../acts/plan/own-file.js';
import type { Refusal } from '../../../domain/refusal.js';
import { err, ok, type Result } from '../../../domain/result.js';
import { acceptUpload } from '../../../files/uploads.js';
import { meaningsFor, meaningText } from '../../../sheets/own-headings.js';
import { isPlanWorkbook, readOwnTable, tableText } from '../../../sheets/own-table.js';
import { ownPlanWords } from '../../../words/own-plan.js';
import type { Fields } from '../kit/fields.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { HiddenFields } from './editor-form.js';
import { type Meanwhile, meanwhileOf, SavedMeanwhile } from './meanwhile.js';
import type { PlanPageData } from './page-data.js';
import { PlanSubpage } from './plan-subpage.js';
import { ReasonField } from './reason-field.js';
import { problemsOf, saying, takeOn } from './saving.js';

const words = ownPlanWords.page;
const CONFIRMING = 'conferma';
const AGAIN = 'rileggi';
/** Letters of an example of what a column holds. */
const EXAMPLE = 60;

/** Whether a form comes back from the page where columns and offices are confirmed. */
export const isConfirming = (fields: Fields): boolean => fields.text('modo') === CONFIRMING;

/** A pasted table that names its column of indicators; undefined of the scorecard of a document. */
export function pastedIsOwn({ cycle }: PlanPageData, text: string): string | undefined {
  const table = readOwnTable(text, '', { exercise: cycle.exercise });
  return table.ok && table.value.columns.some(({ meaning }) => meaning?.kind === 'indicatore') ? text : undefined;
}

/**
 * Shows what was understood of an office's own table, to be confirmed; nothing is saved.
 * @returns undefined of our own workbook, which needs no confirming
 */
export async function sentOwnTable(
  { deps }: Site,
  c: Context,
  data: PlanPageData,
  fields: Fields,
  sent: File | string,
): Promise<Result<Response, readonly Refusal[]> | undefined> {
  const file = typeof sent === 'string' ? undefined : await acceptUpload(sent);
  // What is no file that may be kept is for the act to refuse.
  if (file !== undefined && (!file.ok || (await isPlanWorkbook(file.value.bytes)))) return undefined;
  const understood = await understand(deps.register.db, data.cycle, {
    file: file?.value,
    table: typeof sent === 'string' ? sent : undefined,
    sheet: typeof sent === 'string' ? '' : fields.text('foglio'),
    columns: new Map(),
    offices: new Map(),
  });
  if (!understood.ok) return understood;
  const text = tableText(understood.value.table);
  if (!text.ok) return err([{ field: 'file', text: text.error }]);
  return ok(await answer(c, <ConfirmPage {...{ data, fields }} text={text.value} found={understood.value} />));
}

/** Reads the table again by the columns that were said, or makes the draft by them. */
export async function confirmOwnTable(site: Site, c: Context, data: PlanPageData, fields: Fields): Promise<Response> {
  const text = fields.text('testo');
  const sheet = fields.text('foglio');
  const table = readOwnTable(text, sheet, { exercise: data.cycle.exercise });
  // The text is the page's own: who has changed it begins again.
  if (!table.ok) return c.redirect(data.path('/importa'), 303);
  const columns = new Map(
    table.value.columns.flatMap(({ at, heading }) => {
      const meaning = fields.text(`c-${at}`);
      return meaning === '' ? [] : [[heading, meaning] as const];
    }),
  );
  const said = officesIn(fields);
  const understood = await understand(site.deps.register.db, data.cycle, {
    ...{ file: undefined, table: text, sheet, columns, offices: new Map<string, string>() },
  });
  if (!understood.ok) return c.redirect(data.path('/importa'), 303);
  const offices = [...said].filter(([of]) => understood.value.written.some((one) => one.text === of));
  const found = withSaid(understood.value, new Map(offices));
  const page = async (problems: readonly Problem[], status: 200 | 422) => {
    const meanwhile = await meanwhileOf(site, data, fields);
    return answer(c, <ConfirmPage {...{ data, fields, text, found, problems, meanwhile }} />, status);
  };
  if (fields.text('azione') === AGAIN) return await page([], 200);
  const pairs = (of: Iterable<readonly [string, string]>) => [...of].map(([name, value]) => `${name}=${value}`);
  const taken = await takeOn(
    site,
    c,
    data,
    importPlan,
    fields,
    saying({ table: text, sheet, columns: pairs(columns), offices: pairs(offices), reason: fields.text('motivo') }),
  );
  if (!taken.ok)
    return await page(
      problemsOf(taken.error, (field) => fieldAt(found, field)),
      422,
    );
  const { said: done, facts } = taken.value;
  return c.redirect(`${data.path(`/versioni/${facts.version}`)}?fatto=${encodeURIComponent(done)}`, 303);
}

function officesIn(fields: Fields): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (let i = 0; fields.text(`scritto-${i}`) !== ''; i++) {
    const office = fields.text(`u-${i}`);
    if (office !== '') said.set(fields.text(`scritto-${i}`), office);
  }
  return said;
}

/** What was understood, with the offices somebody has chosen meanwhile. */
const withSaid = (found: Understood, said: ReadonlyMap<string, string>): Understood => ({
  ...found,
  written: found.written.map((one) => {
    const office = said.get(one.text);
    return office === undefined ? one : { ...one, match: { kind: 'sure', office } };
  }),
});

/** Where on the page a refusal stands. */
function fieldAt({ table, written }: Understood, field: string | undefined): string {
  const [name, of] = field?.split(/\/(.*)/s) ?? [];
  const [first] = table.columns;
  if (name === 'columns') return `c-${(table.columns.find(({ heading }) => heading === of) ?? first)?.at ?? 0}`;
  if (name === 'offices')
    return `u-${Math.max(
      written.findIndex(({ text }) => text === of),
      0,
    )}`;
  return name === 'reason' ? 'motivo' : `c-${first?.at ?? 0}`;
}

interface ConfirmProps {
  readonly data: PlanPageData;
  readonly fields: Fields;
  readonly text: string;
  readonly found: Understood;
  readonly problems?: readonly Problem[];
  readonly meanwhile?: Meanwhile | undefined;
}

function ConfirmPage({ data, fields, text, found, problems = [], meanwhile }: ConfirmProps) {
  const { table, read } = found;
  // What is wrong in the rows is corrected in the file: it is said from the first moment.
  const shown =
    problems.length > 0
      ? problems
      : read.errors.map((error) => ({ field: `c-${table.columns[0]?.at ?? 0}`, text: error }));
  const problem = problems.find((one) => one.field === 'motivo')?.text;
  return (
    <PlanSubpage data={data} title={words.title} problems={shown}>
      <SavedMeanwhile meanwhile={meanwhile} />
      <p>{words.lead(read.indicators.length, read.leftOut.length)}</p>
      <form class="ciclo-access ciclo-plan-form" method="post" enctype="multipart/form-data" novalidate>
        <HiddenFields version={data.shown?.version ?? 0} {...{ fields, meanwhile }} />
        <input type="hidden" name="modo" value={CONFIRMING} />
        <input type="hidden" name="testo" value={text} />
        <input type="hidden" name="foglio" value={table.sheet} />
        <section class="ciclo-card" aria-labelledby="colonne">
          <h2 id="colonne">{words.columns}</h2>
          <p>{words.columnsLead}</p>
          <Columns found={found} exercise={data.cycle.exercise} />
          <button type="submit" class="btn btn-outline-primary" name="azione" value={AGAIN}>
            {words.again}
          </button>
        </section>
        {found.written.length > 0 && (
          <section class="ciclo-card" aria-labelledby="uffici">
            <h2 id="uffici">{words.offices}</h2>
            <Offices found={found} />
          </section>
        )}
        {read.leftOut.length > 0 && (
          <section class="ciclo-card" aria-labelledby="fuori">
            <h2 id="fuori">{words.leftOut}</h2>
            <ul>
              {read.leftOut.map((one) => (
                <li>{words.left(one.row, one.text)}</li>
              ))}
            </ul>
          </section>
        )}
        <ReasonField value={fields.text('motivo')} problem={problem} />
        <button type="submit" class="btn btn-primary">
          {words.submit}
        </button>
        <p>
          <a href={data.path('/importa')}>{words.restart}</a>
        </p>
      </form>
    </PlanSubpage>
  );
}

type OwnColumn = Understood['table']['columns'][number];
const column = columnsOf<OwnColumn>();

function Columns({ found, exercise }: { readonly found: Understood; readonly exercise: number }) {
  const { table, meanings } = found;
  const options = meaningsFor(exercise);
  const exampleOf = (at: number): string | undefined =>
    table.rows
      .map(({ cells }) => cells.get(at)?.shown.trim() ?? '')
      .find((one) => one.length > 1)
      ?.slice(0, EXAMPLE);
  const chosenFor = (at: number): string => {
    const meaning = meanings.get(at);
    return meaning === undefined ? 'ignora' : meaningText(meaning);
  };
  return (
    <DataTable
      name="colonne"
      caption={words.columns}
      hideCaption
      rows={table.columns}
      columns={[
        column.text(words.heading, ({ heading }) => heading),
        column.text(words.example, ({ at }) => exampleOf(at)),
        column.text(words.meaning, ({ at }) => chosenFor(at), {
          show: ({ at, heading }) => (
            <select id={`c-${at}`} name={`c-${at}`} aria-label={words.meaningOf(heading)}>
              {[...new Set([...options, chosenFor(at)])].map((one) => (
                <option value={one} selected={one === chosenFor(at)}>
                  {one}
                </option>
              ))}
            </select>
          ),
        }),
      ]}
    />
  );
}

interface WrittenOffice {
  readonly written: Understood['written'][number];
  readonly at: number;
}
const office = columnsOf<WrittenOffice>();

function Offices({ found: { written, offices } }: { readonly found: Understood }) {
  const meant = ({ match }: WrittenOffice['written']): string | undefined =>
    match.kind === 'unknown' ? undefined : match.office;
  return (
    <DataTable
      name="uffici"
      caption={words.offices}
      hideCaption
      rows={written.map((one, at) => ({ written: one, at }))}
      columns={[
        office.text(words.written, (row) => row.written.text),
        office.status(words.state, (row) => words[row.written.match.kind]),
        office.text(words.office, (row) => offices.find(({ id }) => id === meant(row.written))?.title, {
          show: ({ written: one, at }) => (
            <>
              <input type="hidden" name={`scritto-${at}`} value={one.text} />
              <select id={`u-${at}`} name={`u-${at}`} aria-label={words.officeOf(one.text)}>
                <option value="">{words.choose}</option>
                {offices.map(({ id, title }) => (
                  <option value={id} selected={id === meant(one)}>
                    {title}
                  </option>
                ))}
              </select>
            </>
          ),
        }),
      ]}
    />
  );
}
