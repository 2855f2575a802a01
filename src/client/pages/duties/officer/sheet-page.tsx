import type { CellError } from '../../../../sheets/officer-sheet.js';
import { fileWords } from '../../../../words/files.js';
import { officerWords } from '../../../../words/officer.js';
import { sentenceCase } from '../../../../words/sentence-case.js';
import type { Frame } from '../../kit/frame.js';
import { ErrorSummary } from '../../kit/parts/error-summary.js';
import { columnsOf } from '../../kit/table/column.js';
import { DataTable } from '../../kit/table/data-table.js';
import type { Answered } from './answers.js';
import { OddSection } from './odd-section.js';
import { OfficerLayout } from './officer-layout.js';
import type { OfficerPageData } from './page-data.js';
import { Callout } from './parts.js';
import { SheetSection } from './sheet-section.js';

const { sheet: words, odd: asked } = officerWords;

const { text } = columnsOf<CellError>();

/** Where the wrong cells are listed. */
const CELLS = 'celle';

interface SheetPageProps {
  readonly frame: Frame;
  readonly data: OfficerPageData;
  readonly errors: readonly CellError[];
  /** How many errors are not listed. */
  readonly more: number;
  readonly mode: 'all' | 'partial';
  readonly odd: readonly Answered[];
  readonly waiting: readonly Answered[];
  /** Why nothing was taken, whatever the cells say. */
  readonly refused?: string;
  readonly taken?: { readonly count: number; readonly left: number; readonly receipt: string };
}

/** What became of a sheet that has something wrong in it, cell by cell. */
export function SheetPage({ frame, data, errors, more, mode, odd, waiting, refused, taken }: SheetPageProps) {
  const { form, duty } = data;
  const wrong = words.errorsTitle(errors.length + more);
  const allRefused = taken === undefined && refused === undefined && errors.length > 0;
  return (
    <OfficerLayout
      frame={frame}
      data={data}
      title={words.title}
      failed={taken === undefined && (refused !== undefined || errors.length > 0)}
    >
      {refused !== undefined && <ErrorSummary title={words.failed} items={[{ text: sentenceCase(refused) }]} />}
      {allRefused && <ErrorSummary title={wrong} items={[{ href: `#${CELLS}`, text: words.nothingTaken }]} />}
      <div class="ciclo-title ciclo-duty-title">
        <p class="ciclo-overline">{form.title}</p>
        <h1>{!allRefused && errors.length > 0 ? wrong : odd.length > 0 ? asked.title(odd.length) : words.title}</h1>
      </div>
      {taken !== undefined && (
        <Callout assets={frame.assets} kind="warning">
          <p>{words.partTaken(taken.count, taken.left, odd.length)}</p>
          <p>
            <a href={taken.receipt}>{words.seeReceipt}</a>
          </p>
        </Callout>
      )}
      {errors.length > 0 && (
        <DataTable
          name="errori"
          id={CELLS}
          caption={words.caption}
          hideCaption
          columns={[
            text(words.cell, ({ cell }) => cell),
            text(words.column, ({ column }) => column),
            text(words.written, ({ value }) => value),
            text(words.problem, ({ problem }) => sentenceCase(problem)),
          ]}
          rows={errors}
        />
      )}
      {more > 0 && <p>{fileWords.more(more)}</p>}
      {odd.length > 0 && <OddSection {...{ frame, data, odd, waiting }} />}
      <SheetSection data={data} open={odd.length === 0 || errors.length > 0} mode={mode} />
      <p>
        <a href={duty.here}>{words.backToForm}</a>
      </p>
    </OfficerLayout>
  );
}
