import { askedReading } from '../../../domain/accumulation.js';
import { remarksOn } from '../../../domain/targets/outcome.js';
import { sentence } from '../../../domain/targets/sentence.js';
import type { ToRead } from '../../../domain/to-read.js';
import { readingWords as words } from '../../../words/readings.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Fields } from '../kit/fields.js';
import { Examples, exampleLines } from '../kit/parts/reading-example.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { FIELD_OF } from './reading-fields.js';
import { AlongTheYear, alongTheYear, exampleBasis, Followers } from './reading-question.js';
import type { Subject } from './readings-subject.js';

const { columns: own } = takeAwayWords;
const { text } = columnsOf<ToRead>();

interface WrittenProps {
  readonly subject: Subject;
  readonly fields: Fields | undefined;
  readonly title: string;
  readonly alone: boolean;
  readonly rows: readonly ToRead[];
}

/** The readings a target says by itself, ticked, in a table that is taken away with those of the other parts. */
export function WrittenReadings({ subject, fields, title, alone, rows }: WrittenProps) {
  const { columns, caption, confirm } = words.written;
  return (
    <DataTable
      name="da-confermare"
      kind="readings"
      caption={alone ? caption(title) : title}
      hideCaption={alone}
      part={{ column: own.group, value: title }}
      columns={[
        text(columns.indicator, ({ indicator }) => indicator.name, {
          show: ({ key, indicator }) => {
            const name = FIELD_OF.tick(key);
            return (
              <span class="form-check">
                <input
                  type="checkbox"
                  id={name}
                  name={name}
                  value="si"
                  checked={fields === undefined || fields.text(name) !== ''}
                  aria-describedby={`${name}-frase`}
                />
                <label for={name}>
                  <span class="visually-hidden">{confirm('')}</span>
                  <b>{indicator.code}</b> {indicator.name}
                </label>
              </span>
            );
          },
        }),
        text(own.code, ({ indicator }) => indicator.code, { only: 'file' }),
        text(columns.target, (row) => row.text, { show: (row) => <span class="ciclo-verbatim">{row.text}</span> }),
        text(columns.reads, (row) => readsText(subject, row), {
          show: (row) => (
            <span id={`${FIELD_OF.tick(row.key)}-frase`}>
              {readsText(subject, row)}
              {remarksOn(row.outcome).map(({ message }) => (
                <small>{message}</small>
              ))}
              <Followers one={row} />
            </span>
          ),
        }),
        text(columns.example, (row) => exampleOf(subject, row), {
          show: (row) =>
            row.outcome.outcome === 'parsed' ? (
              <Examples reading={row.outcome.reading} basis={exampleBasis(subject, row)} />
            ) : null,
        }),
        text(columns.year, (row) => alongTheYear(row, subject.policy), {
          show: (row) => <AlongTheYear {...{ row, fields }} policy={subject.policy} />,
        }),
      ]}
      rows={rows}
    />
  );
}

const readsText = ({ policy }: Subject, { outcome }: ToRead): string =>
  outcome.outcome === 'parsed' ? sentence(askedReading(outcome.reading, policy)) : '';

const exampleOf = (subject: Subject, row: ToRead): string | undefined =>
  row.outcome.outcome === 'parsed'
    ? exampleLines(row.outcome.reading, exampleBasis(subject, row)).join('; ')
    : undefined;
