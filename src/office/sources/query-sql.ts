import pg from 'pg';
import { parseCivilDate } from '../../domain/calendar/civil-date.js';
import { ok, type Result } from '../../domain/result.js';
import { canonical } from '../../domain/targets/numbers.js';
import type { Connection } from '../../platform/connections.js';
import { bindPeriod, type SourcePeriod } from '../../seeds/source-period.js';
import type { SourceReading } from '../../seeds/sources.js';
import { sourceWords } from '../../words/sources.js';
import { codeOf, type Failure, failed, failedForNow } from './failure.js';
import type { Limits } from './limits.js';
import { placesOf, type RawValue, type Table } from './table.js';

const say = sourceWords.failed;
const MAX_ROWS = 1_000;
const MAX_CELL = 1_000;
const OID = { bool: 16, int8: 20, int2: 21, int4: 23, float4: 700, float8: 701, date: 1082, numeric: 1700 } as const;

/**
 * Asks a PostgreSQL database, in a transaction that can only read and within the time allowed. Of the answer only the
 * columns that matter are taken, and never more than a thousand rows of a thousand characters.
 */
export async function querySql(
  connection: Extract<Connection, { kind: 'postgres' }>,
  name: string,
  reading: Extract<SourceReading, { kind: 'sql' }>,
  period: SourcePeriod,
  limits: Limits,
  signal: AbortSignal,
): Promise<Result<Table, Failure>> {
  const client = new pg.Client({
    connectionString: connection.url,
    connectionTimeoutMillis: limits.timeoutMs,
    statement_timeout: limits.timeoutMs,
    // What the server's own timeout does not end: a server that is gone.
    query_timeout: limits.timeoutMs + 2_000,
    application_name: 'ciclo: fonti automatiche',
    types: { getTypeParser: () => (text: unknown) => text },
  });
  // A connection that breaks makes the query fail too, which is where it is told.
  client.on('error', () => undefined);
  const stop = (): void => void client.end().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  try {
    if (signal.aborted) return failed(say.outOfTime);
    await client.connect();
    await client.query('begin transaction read only');
    await client.query("set local datestyle to 'ISO, YMD'");
    const { text, values } = bindPeriod(reading.query, period);
    const asked = await client.query<(string | null)[], unknown[]>(oneStatement({ ...bounded(text, reading), values }));
    const headings = asked.fields.map((field) => field.name);
    const half = headings.length / 2;
    const rows = asked.rows.map((cells) => cells.slice(0, half).map((cell, i) => typed(cell, cells[half + i] ?? null)));
    return ok({ headings: headings.slice(0, half), rows });
  } catch (cause) {
    return signal.aborted ? failed(say.outOfTime) : explain(cause, name, limits);
  } finally {
    signal.removeEventListener('abort', stop);
    await client.end();
  }
}

/**
 * The extended protocol takes one statement and refuses what would follow it: a query that closes our parenthesis cannot end the
 * transaction and begin its own. Without values the driver would choose the simple one, which takes as many as there are.
 */
const oneStatement = ({ text, values }: { readonly text: string; readonly values: readonly unknown[] }) =>
  ({ text, values: [...values], rowMode: 'array', queryMode: 'extended' }) satisfies pg.QueryArrayConfig & {
    queryMode: string;
  };

/** Each column as text of bounded length, then each one's type: what a value is must not be guessed from its text. */
function bounded(query: string, { row, value }: Extract<SourceReading, { kind: 'sql' }>): { readonly text: string } {
  const columns = [...new Set([...placesOf(value), ...Object.keys(row ?? {})])].map((column) =>
    pg.escapeIdentifier(column),
  );
  const texts = columns.map((column) => `left(fonte.${column}::text, ${MAX_CELL}) as ${column}`);
  const types = columns.map((column) => `pg_typeof(fonte.${column})::oid::text`);
  // The line break ends a comment the query may end with.
  const inner = query.trim().replace(/;$/, '');
  return { text: `select ${[...texts, ...types].join(', ')} from (${inner}\n) as fonte limit ${MAX_ROWS}` };
}

function typed(cell: string | null, type: string | null): RawValue | null {
  if (cell === null) return null;
  switch (Number(type)) {
    case OID.bool:
      return cell === 'true';
    case OID.date:
      return dated(cell);
    case OID.int2:
    case OID.int4:
    case OID.int8:
    case OID.numeric:
    case OID.float4:
    case OID.float8:
      return /^-?\d+(\.\d+)?$/.test(cell) ? { number: canonical(cell) } : { problem: sourceWords.failed.notANumber };
    default:
      return cell;
  }
}

/** PostgreSQL knows days before the year 1 and `infinity`. */
function dated(cell: string): RawValue {
  const date = parseCivilDate(cell);
  return date.ok ? { date: date.value } : { problem: date.error };
}

function explain(cause: unknown, name: string, limits: Limits): Result<never, Failure> {
  const code = codeOf(cause);
  const seconds = limits.timeoutMs / 1000;
  const message = cause instanceof Error ? cause.message : '';
  if (code === '28P01' || code === '28000') return failed(say.credentials(name));
  if (code === '57014') return failed(say.queryTimeout(seconds));
  if (code === '25006') return failed(say.writes);
  if (/timeout/i.test(message)) return failedForNow(say.timeout(seconds));
  // Classes 08, 53, 57: the connection, the server's room, its operator. Others are about the query itself.
  if (/^[0-9A-Z]{5}$/.test(code) && !/^(?:08|53|57)/.test(code) && !/^E/.test(code)) return failed(say.query(message));
  return failedForNow(say.unreachable(code));
}
