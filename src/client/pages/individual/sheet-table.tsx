import type { ScoreTrace } from '../../../domain/individual/score.js';
import { rational, roundedText } from '../../../domain/rational.js';
import type { DecimalText } from '../../../domain/targets/types.js';
import { evaluationWords } from '../../../words/evaluation.js';
import { evaluationPageWords as words } from '../../../words/evaluation-pages.js';
import { italianDay } from '../../../words/format.js';
import { evaluationPath } from '../kit/paths.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import type { EvaluationPageData, SheetInSight } from './page-data.js';
import { StageTag } from './parts.js';

/** A sheet in a list; the trace is there for who sees the score. */
export interface SheetRow extends SheetInSight {
  readonly trace: ScoreTrace | undefined;
}

/** Two decimals, as people read scores. */
export const shownScore = (value: DecimalText): DecimalText =>
  roundedText(rational(value), { decimals: 2, mode: 'half-up' });

interface SheetTableProps {
  readonly data: EvaluationPageData;
  /** Name of its file. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly SheetRow[];
  /** What is to be done, or where it stands. */
  readonly what: 'todo' | 'stage';
}

const { text, status, day, decimal } = columnsOf<SheetRow>();

/** Sheets in a list, each with the way to it. */
export function SheetTable({ data, name, title, rows, what }: SheetTableProps) {
  const { cycle, directory, frame } = data;
  const scored = rows.some(({ trace }) => trace !== undefined);
  const person = ({ sheet }: SheetRow): string => directory.person(sheet.person);
  return (
    <DataTable
      name={name}
      caption={title}
      hideCaption
      columns={[
        text(words.columns.person, person, {
          show: (row) => <a href={evaluationPath(cycle, row.sheet.id)}>{person(row)}</a>,
        }),
        text(words.columns.group, ({ group, sheet }) => group?.title ?? sheet.group),
        text(words.columns.period, ({ sheet }) => evaluationWords.period(italianDay(sheet.from), italianDay(sheet.to))),
        ...(what === 'todo'
          ? [
              text(words.columns.todo, ({ next }) => next && words.todo[next.passage]),
              day(words.columns.until, ({ next }) => next?.until),
            ]
          : [
              status(words.columns.stage, ({ sheet }) => words.stages[sheet.stage], {
                show: ({ sheet }) => <StageTag assets={frame.assets} stage={sheet.stage} />,
              }),
              text(words.columns.awaited, ({ next }) => next && words.parts[next.by]),
              text(words.columns.as, ({ relations }) => relations.map((one) => words.relations[one]).join(', ')),
              ...(scored
                ? [
                    decimal(words.columns.score, ({ trace }) =>
                      trace?.score === undefined ? undefined : shownScore(trace.score),
                    ),
                    text(words.columns.band, ({ trace }) => trace?.band?.title),
                  ]
                : []),
            ]),
      ]}
      rows={rows}
    />
  );
}
