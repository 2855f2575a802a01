import { setTimeout as pause } from 'node:timers/promises';
import type { Actual } from '../../domain/achievement/types.js';
import type { Measure } from '../../domain/measured/measure.js';
import { takeWritten } from '../../domain/measured/read-value.js';
import { err, never, ok, type Result } from '../../domain/result.js';
import type { Connections } from '../../platform/connections.js';
import { fillPeriod, type SourcePeriod } from '../../seeds/source-period.js';
import type { Source, SourceReading } from '../../seeds/sources.js';
import { sourceWords } from '../../words/sources.js';
import { refuseUnit, toActual } from './actual.js';
import { readCsv } from './csv.js';
import { type Failure, failed } from './failure.js';
import { type Content, fetchHttp, type WantedContent } from './fetch-http.js';
import { findInJson } from './json.js';
import type { Limits } from './limits.js';
import { querySql } from './query-sql.js';
import { readFolder } from './read-folder.js';
import { type FoundValue, findInTable, placesOf, shown } from './table.js';
import { findInWorkbook } from './workbook.js';

const say = sourceWords.failed;
const MAX_TEXT = 500;
const MIN_SECRET = 4;

/** What sources are read with. */
export interface Reader {
  readonly connections: Connections;
  readonly limits: Limits;
  /** Ends every reading under way. */
  readonly signal: AbortSignal;
}

/** What a source gave: the value, and the text it was read from. */
export interface ReadValue {
  readonly actual: Actual;
  /** `presenze: 9`, shortened. */
  readonly raw: string;
}

/**
 * Reads one source, again when its server is in trouble. No secret of its connection is in what it answers.
 * @param expected the indicator's unit and reading, which the value must fit
 * @returns the value, or why there is none, in Italian
 */
export async function readSource(
  source: Source,
  period: SourcePeriod,
  expected: Measure,
  reader: Reader,
): Promise<Result<ReadValue, string>> {
  const unfit = refuseUnit(source.unit, expected.unit);
  if (unfit !== undefined) return err(unfit);
  const { limits, signal } = reader;
  for (let attempt = 1; ; attempt++) {
    const found = await withinTime(() => findValue(source, period, reader), signal);
    if (found.ok) return hideSecrets(accept(found.value, source, expected), source, reader);
    if (!found.error.transient || attempt >= limits.attempts) {
      return hideSecrets(err(found.error.reason), source, reader);
    }
    // An interrupted pause ends the reading at the top of the loop.
    await pause(limits.pauseMs * 2 ** (attempt - 1), undefined, { signal }).catch(() => undefined);
  }
}

/** What hangs where nothing can interrupt it, a network folder say, is left behind. */
async function withinTime<T>(
  work: () => Promise<Result<T, Failure>>,
  signal: AbortSignal,
): Promise<Result<T, Failure>> {
  if (signal.aborted) return failed(say.outOfTime);
  let stop = (): void => undefined;
  const late = new Promise<Result<T, Failure>>((resolve) => {
    stop = () => resolve(failed(say.outOfTime));
  });
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work(), late]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function accept(found: readonly FoundValue[], source: Source, expected: Measure): Result<ReadValue, string> {
  const decimals = source.decimals ?? (source.read.kind === 'json' || source.read.kind === 'sql' ? 'point' : 'comma');
  const written = toActual(found, { ...source, decimals });
  if (!written.ok) return err(written.error.reason);
  const actual = takeWritten(written.value, found.map(({ value }) => shown(value)).join(' su '), expected);
  if (!actual.ok) return err(say.refused(actual.error));
  const raw = found.map(({ where, value }) => `${where}: ${shown(value)}`).join('; ');
  return ok({ actual: actual.value, raw });
}

async function findValue(
  source: Source,
  period: SourcePeriod,
  reader: Reader,
): Promise<Result<readonly FoundValue[], Failure>> {
  const { read } = source;
  switch (read.kind) {
    case 'sql': {
      const table = await askDatabase(source, read, period, reader);
      return table.ok ? findInTable(table.value, read.row, placesOf(read.value), period) : table;
    }
    case 'csv': {
      const content = await readContent(source, read.file, CONTENT.csv, period, reader);
      if (!content.ok) return content;
      const table = readCsv(content.value, read);
      return table.ok ? findInTable(table.value, read.row, placesOf(read.value), period) : table;
    }
    case 'xlsx':
    case 'xlsx-cell': {
      const content = await readContent(source, read.file, CONTENT.xlsx, period, reader);
      return content.ok ? await findInWorkbook(content.value.bytes, read, period) : content;
    }
    case 'json': {
      const content = await readContent(source, read.file, CONTENT.json, period, reader);
      return content.ok ? findInJson(content.value, placesOf(read.value), period) : content;
    }
    default:
      return never(read);
  }
}

/** Servers often do not know what they serve: a file may come as plain bytes, a web page may not. */
const CONTENT = {
  csv: {
    types: /^(?:|text\/(?:csv|plain|comma-separated-values)|application\/(?:csv|vnd\.ms-excel|octet-stream))$/,
    title: 'un file CSV',
  },
  xlsx: {
    types:
      /^(?:|application\/(?:vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet|vnd\.oasis\.opendocument\.spreadsheet|octet-stream|zip))$/,
    title: 'un foglio di calcolo (.xlsx o .ods)',
  },
  json: { types: /^(?:application|text)\/(?:[\w.-]+\+)?json$/, title: 'JSON' },
} as const satisfies Readonly<Record<string, WantedContent>>;

async function readContent(
  { connection: name }: Source,
  file: string,
  wanted: WantedContent,
  period: SourcePeriod,
  { connections, limits, signal }: Reader,
): Promise<Result<Content, Failure>> {
  const connection = connections.get(name);
  const path = fillPeriod(file, period);
  switch (connection?.kind) {
    case undefined:
      return failed(say.notConfigured(name));
    case 'folder': {
      const bytes = await readFolder(connection.folder, path, limits);
      return bytes.ok ? ok({ bytes: bytes.value }) : bytes;
    }
    case 'http':
      return await fetchHttp(connection, path, wanted, limits, signal);
    case 'postgres':
      return failed(say.wrongConnection(name, say.folderOrHttp));
    default:
      return never(connection);
  }
}

async function askDatabase(
  { connection: name }: Source,
  reading: Extract<SourceReading, { kind: 'sql' }>,
  period: SourcePeriod,
  { connections, limits, signal }: Reader,
): ReturnType<typeof querySql> {
  const connection = connections.get(name);
  if (connection === undefined) return failed(say.notConfigured(name));
  if (connection.kind !== 'postgres') return failed(say.wrongConnection(name, say.database));
  return await querySql(connection, name, reading, period, limits, signal);
}

/** A server may repeat what it was sent: whatever is kept or shown is rid of the connection's secrets. */
function hideSecrets(
  read: Result<ReadValue, string>,
  { connection: name }: Source,
  { connections }: Reader,
): Result<ReadValue, string> {
  const connection = connections.get(name);
  const all = connection !== undefined && 'secrets' in connection ? connection.secrets : [];
  // Striking out one letter wherever it stands would tell it.
  const secrets = all.filter((secret) => secret.length >= MIN_SECRET);
  const clean = (text: string): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
  return read.ok ? ok({ ...read.value, raw: keepable(clean(read.value.raw)) }) : err(keepable(clean(read.error)));
}

/** What PostgreSQL can hold, and a person would read. */
const keepable = (text: string): string => text.slice(0, MAX_TEXT).replace(/\0|\p{Surrogate}/gu, ' ');
