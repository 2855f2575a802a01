import type { Actual } from '../domain/achievement/types.js';
import { SYSTEM } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import { oddSeriesCell, readSeriesCell } from '../domain/context/series-cell.js';
import { historyOf } from '../domain/context/series-years.js';
import type { BodyProfile } from '../domain/follow-up.js';
import { divide, HUNDRED, isZero, multiply, rational, roundedText } from '../domain/rational.js';
import { err, type Result } from '../domain/result.js';
import { italianDecimal } from '../domain/targets/numbers.js';
import { type Db, inTransaction } from '../register/database.js';
import { appendLog } from '../register/log.js';
import { addSeriesValues, profileToday } from '../register/series-values.js';
import type { SeriesSource } from '../seeds/series-sources.js';
import { seriesSourceWords as words } from '../words/context.js';
import { type Reader, readSource } from './sources/read-source.js';

/** What became of one source. What is odd is for a person to say, and goes on record by them alone. */
type SeriesOutcome =
  | { readonly kind: 'recorded' | 'same'; readonly printed: string }
  | { readonly kind: 'odd'; readonly odd: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string };

export interface SeriesReport {
  readonly source: SeriesSource;
  readonly outcome: SeriesOutcome;
}

interface Asked {
  readonly entity: string;
  readonly year: number;
  readonly at: Instant;
  readonly simulated: boolean;
}

/**
 * Reads a year of a body's series from their automatic sources, one after the other, and puts on record what can be and is not odd. Read
 * again, what is on record already changes nothing.
 */
export async function collectSeries(
  db: Db,
  sources: readonly SeriesSource[],
  asked: Asked,
  reader: Reader,
): Promise<readonly SeriesReport[]> {
  const period = { exercise: asked.year, from: `${asked.year}-01-01`, to: `${asked.year}-12-31` } as const;
  const reports: SeriesReport[] = [];
  for (const source of sources) {
    const { series: _, ...how } = source;
    const { table, row } = source.series;
    const read = await readSource({ ...how, indicator: `${table}/${row}` }, period, {}, reader);
    const outcome: SeriesOutcome = read.ok
      ? await keep(db, source, asked, read.value.actual)
      : { kind: 'failed', reason: read.error };
    reports.push({ source, outcome });
  }
  return reports;
}

async function keep(db: Db, source: SeriesSource, asked: Asked, actual: Actual): Promise<SeriesOutcome> {
  const { entity, year, at, simulated } = asked;
  const { table: series, row, subject = entity } = source.series;
  const place = placeIn(await profileToday(db, entity), series, row, subject, year);
  const written = writtenAs(actual);
  const printed: Result<string, string> =
    written === undefined ? err(words.notANumber) : readSeriesCell(written, place);
  if (!printed.ok) return { kind: 'failed', reason: printed.error };
  if (place.there === printed.value) return { kind: 'same', printed: printed.value };
  const odd = oddSeriesCell(printed.value, place);
  if (odd.length > 0) return { kind: 'odd', odd };
  await inTransaction(db, async (tx) => {
    await addSeriesValues(
      tx,
      { entity, series, origin: 'source', source: source.title, note: undefined, actor: SYSTEM, at, simulated },
      [{ row, subject, year, printed: printed.value, odd: undefined }],
    );
    await appendLog(tx, {
      at,
      actor: SYSTEM,
      action: 'series-extended',
      subject: `${entity}/${series}`,
      detail: { reason: `${year}, ${row} ${printed.value}: ${source.title}` },
    });
  });
  return { kind: 'recorded', printed: printed.value };
}

function placeIn(profile: BodyProfile | undefined, series: string, row: string, subject: string, year: number) {
  const table = profile?.chapters.flatMap(({ tables }) => tables).find(({ id }) => id === series);
  const history = table === undefined ? [] : historyOf(table, row, subject);
  return {
    table: series,
    row,
    before: history.filter((cell) => cell.year < year).map(({ printed }) => printed),
    relations: profile?.relations ?? [],
    there: history.find((cell) => cell.year === year)?.printed,
  };
}

/** As an officer would write it; a ratio as a percent to the second decimal. Undefined of what is no number. */
function writtenAs(actual: Actual): string | undefined {
  switch (actual.kind) {
    case 'number':
      return italianDecimal(actual.value);
    case 'ratio': {
      const [part, whole] = [rational(actual.numerator), rational(actual.denominator)];
      if (isZero(whole)) return undefined;
      const percent = roundedText(multiply(divide(part, whole), HUNDRED), { decimals: 2, mode: 'half-up' });
      return `${italianDecimal(percent.replace(/\.?0+$/, ''))}%`;
    }
    case 'date':
    case 'yes-no':
    case 'not-yet':
    case 'not-assessable':
    case 'missing':
      return undefined;
  }
}
