import { CsvError, parse } from 'csv-parse/sync';
import { ok, type Result } from '../../domain/result.js';
import type { SourceReading } from '../../seeds/sources.js';
import { sourceWords } from '../../words/sources.js';
import { type Failure, failed } from './failure.js';
import type { Table } from './table.js';

const say = sourceWords.failed;

/** A CSV file as a table: its first row are the headings, empty lines do not count. */
export function readCsv(bytes: Uint8Array, reading: Extract<SourceReading, { kind: 'csv' }>): Result<Table, Failure> {
  const encoding = reading.encoding ?? 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return failed(say.encoding(encoding));
    throw cause;
  }
  if (text.includes('\0')) return failed(say.encoding(encoding));
  let records: string[][];
  try {
    records = parse(text, {
      delimiter: reading.delimiter ?? ';',
      skipEmptyLines: true,
      relaxColumnCount: false,
      maxRecordSize: 100_000,
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : 0;
    return failed(cause.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' ? say.csvRow(line) : say.csv(line));
  }
  const [headings, ...rows] = records;
  return headings === undefined ? failed(say.noHeader) : ok({ headings, rows });
}
