import { CsvError, parse } from 'csv-parse/sync';
import { ok, type Result } from '../../domain/result.js';
import { TooLarge } from '../../files/budget.js';
import { FILE_LIMITS as LIMITS } from '../../files/limits.js';
import { quoted } from '../../files/messages.js';
import { decodeText } from '../../files/text.js';
import type { SourceReading } from '../../seeds/sources.js';
import { fileWords } from '../../words/files.js';
import { sourceWords } from '../../words/sources.js';
import { type Failure, failed } from './failure.js';
import type { Content } from './fetch-http.js';
import type { Table } from './table.js';

const say = sourceWords.failed;
/** Of one row. */
const MOST_LETTERS = 100_000;

/**
 * A CSV file as a table: its first row are the headings, empty lines do not count. It is in the encoding the source's file
 * says, or its server; UTF-8 when neither does.
 */
export function readCsv(
  { bytes, charset }: Content,
  reading: Extract<SourceReading, { kind: 'csv' }>,
): Result<Table, Failure> {
  const encoding = reading.encoding ?? charset ?? 'utf-8';
  const decoded = decodeText(bytes, encoding);
  if (!decoded.ok) return failed(say.encoding(quoted(encoding)));
  const text = decoded.value;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no table has them; they are the traces of a wrong encoding
  if (/[\0-\x08\x0e-\x1f\x80-\x9f]/.test(text)) return failed(say.encoding(quoted(encoding)));
  const records: string[][] = [];
  let cells = 0;
  try {
    parse(text, {
      delimiter: reading.delimiter ?? ';',
      skipEmptyLines: true,
      relaxColumnCount: false,
      maxRecordSize: MOST_LETTERS,
      onRecord: (record: string[]) => {
        cells += record.length;
        if (cells > LIMITS.cells || records.length > LIMITS.rows) throw new TooLarge(fileWords.tooManyCells);
        records.push(record);
        return null;
      },
    });
  } catch (cause) {
    if (cause instanceof TooLarge) return failed(say.tooMany);
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : 0;
    return failed(cause.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' ? say.csvRow(line) : say.csv(line));
  }
  const [headings, ...rows] = records;
  return headings === undefined ? failed(say.noHeader) : ok({ headings, rows });
}
