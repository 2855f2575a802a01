import type { LogLine } from '../../../documents/registro.js';
import type { LogRecord } from '../../../register/log.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { consoleWords } from '../../../words/console.js';
import { documentWords } from '../../../words/documents.js';
import { logAction, logVia } from '../../../words/log.js';
import { logPageWords as words } from '../../../words/log-page.js';
import { logLine } from '../kit/model/log-line.js';
import { indicatorPath, stepPath } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

/** A line of the log as it is kept, and in words. */
export interface LogRow {
  readonly record: LogRecord;
  readonly line: LogLine;
}

const { log: own } = documentWords;
const { text, instant, count } = columnsOf<LogRow>();

interface LogTableProps {
  readonly cycle: CycleName;
  readonly rows: readonly LogRow[];
  /** Titles of the steps by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly directory: Directory;
  /** Codes of indicators that have a page. */
  readonly codes: ReadonlySet<string>;
}

/** Who did what when. The file says of each line also what a program reads in it. */
export function LogTable({ cycle, rows, titles, directory, codes }: LogTableProps) {
  const saidOf = ({ record }: LogRow) =>
    logLine(record, directory, record.step === null ? '' : (titles.get(record.step) ?? ''));
  const inFile = { only: 'file' } as const;
  return (
    <DataTable
      name="registro"
      caption={words.title(cycle.exercise)}
      hideCaption
      columns={[
        instant(words.when, ({ line }) => line.at, { only: 'page' }),
        count(own.order, ({ line }) => line.id, inFile),
        instant(own.at, ({ line }) => line.at, inFile),
        instant(own.recorded, ({ line }) => line.recordedAt, inFile),
        text(own.who, ({ line }) => line.actor, inFile),
        text(own.actingFor, ({ line }) => line.actingFor, inFile),
        text(own.what, ({ line }) => logAction(line.action), {
          only: 'file',
        }),
        text(words.what, ({ line }) => logAction(line.action), {
          only: 'page',
          show: (row) => <What {...{ cycle, codes, row }} said={saidOf(row)} />,
        }),
        text(own.subject, ({ line }) => line.subject, inFile),
        text(words.step, ({ line }) => line.step, {
          show: ({ record: { step } }) => {
            const title = step === null ? undefined : titles.get(step);
            return step === null || title === undefined ? '–' : <a href={stepPath(cycle, step)}>{title}</a>;
          },
        }),
        text(words.who, ({ line }) => line.actor, {
          only: 'page',
          show: (row) => {
            const { who, onBehalfOf } = saidOf(row);
            return onBehalfOf === undefined ? who : `${who}, ${consoleWords.stepPage.onBehalf(onBehalfOf)}`;
          },
        }),
        text(own.via, ({ line }) => logVia(line.via, line.token), inFile),
        text(own.detail, ({ line }) => line.facts.join('; '), inFile),
        text(
          own.data,
          ({ line: { detail } }) => (Object.keys(detail).length === 0 ? '' : JSON.stringify(detail)),
          inFile,
        ),
      ]}
      rows={rows}
      empty={null}
    />
  );
}

interface WhatProps {
  readonly cycle: CycleName;
  readonly codes: ReadonlySet<string>;
  readonly row: LogRow;
  readonly said: ReturnType<typeof logLine>;
}

function What({ cycle, codes, row: { record }, said }: WhatProps) {
  const facts = [...said.facts, ...valuesIn(record)];
  return (
    <span class="ciclo-actual">
      <span>
        {said.what}
        {said.subject !== undefined && said.subject !== cycle.id && (
          <>
            {': '}
            <Subject {...{ cycle, codes }} subject={said.subject} />
          </>
        )}
      </span>
      {facts.length > 0 && <small>{facts.join('; ')}</small>}
    </span>
  );
}

/** How many values a form brought. */
function valuesIn({ detail }: LogRecord): readonly string[] {
  const codes: unknown = Reflect.get(detail, 'indicators');
  return Array.isArray(codes) && codes.length > 0 ? [words.values(codes.length)] : [];
}

/** What it was done to: a way to its page when it is an indicator of the plan, whatever its body's codes look like. */
function Subject({ cycle, codes, subject }: Pick<WhatProps, 'cycle' | 'codes'> & { readonly subject: string }) {
  return codes.has(subject) ? <a href={indicatorPath(cycle, subject)}>{subject}</a> : <span>{subject}</span>;
}
