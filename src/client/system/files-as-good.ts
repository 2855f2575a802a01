import type { Logger } from 'pino';
import type { Config } from '../../config.js';
import type { DatedCalendar } from '../../domain/calendar/types.js';
import { calendarInstant, REAL_TIME } from '../../domain/clock.js';
import type { Trouble } from '../../domain/trouble.js';
import { Failure } from '../../platform/errors.js';
import type { Log } from '../../platform/log.js';
import { openRegister } from '../../register/database.js';
import { migrate } from '../../register/migrate.js';
import { keepTroubles, openTroubles } from '../../register/troubles.js';
import { type Bodies, loadBodies } from '../../seeds/bodies.js';
import { formatSeedError, type SeedError } from '../../seeds/read-yaml.js';
import { systemWords } from '../../words/system.js';
import { loadLastGood } from './last-good.js';

/** Where the registers are. */
export interface Database {
  /** Of who owns the registers: to make them and to bring them up to date. */
  readonly databaseUrl: string;
  /** Of who the program runs as. */
  readonly runUrl: string;
}

/** What the data files say. */
export interface Files {
  readonly bodies: Bodies;
  /** Bodies of which the register has what their files say. */
  readonly saved: ReadonlySet<string>;
  /** The space whose register has been brought up to date already. */
  readonly migrated?: string;
}

/**
 * How data files with errors are met: `strict` ends, with every error; in the space that is named, a body with errors goes on
 * as it last was without, and the others as they are. Who `records` keeps there what is good now, and the list of what is not.
 */
export type Reading = 'strict' | { readonly lastGoodIn: string; readonly records: boolean };

/** The data files of this installation, with the last good version of those that have errors, which are told. */
export async function bodiesAsGood(
  config: Config,
  { databaseUrl, runUrl }: Database,
  reading: Reading,
  log: Log,
  journal: Logger,
): Promise<Files> {
  if (reading === 'strict') return bodiesIn(config);
  const { lastGoodIn: schema, records } = reading;
  await migrate({ url: databaseUrl, runUrl, schema });
  const register = await openRegister({ url: runUrl, schema, connections: 1 });
  try {
    const loaded = await loadLastGood(register.db, config.seedsDir, records);
    if (!loaded.ok) throw badFiles(loaded.error);
    const { broken } = loaded.value;
    const troubles = broken.map(({ unit, errors, kept }): Trouble => {
      const [first] = errors.map(formatSeedError);
      const failure = systemWords.firstOf(first ?? '', errors.length);
      return { kind: 'file-unreadable', file: unit, failure, leftOut: kept ? undefined : true };
    });
    const at = calendarInstant(REAL_TIME, Date.now());
    if (records) {
      // Files of terms are looked at by who erases by them.
      const unseen = (await openTroubles(register.db, 'all')).flatMap(({ detail }) =>
        detail.kind === 'file-unreadable' && detail.holds === 'erasing' ? [detail.file] : [],
      );
      await keepTroubles(register.db, { kinds: ['file-unreadable'], troubles, unseen }, at);
    }
    for (const { unit, errors, kept } of broken) {
      log.line([systemWords.brokenFiles(unit, kept), ...errors.map((e) => `  ${formatSeedError(e)}`)].join('\n'));
      journal.error({ unit, kept, errors }, 'data files with errors');
    }
    const { bodies, saved } = loaded.value;
    return { bodies, saved, migrated: schema };
  } finally {
    await register.close();
  }
}

const badFiles = (errors: readonly SeedError[]): Failure =>
  new Failure(2, systemWords.badFiles, ...errors.map((e) => `  ${formatSeedError(e)}`));

/** The data files of this installation. @throws Failure with every error of every file, one a line */
export function bodiesIn(config: Config): Files {
  const loaded = loadBodies(config.seedsDir);
  if (loaded.ok) return { bodies: loaded.value, saved: new Set() };
  throw badFiles(loaded.error);
}

/**
 * The calendar a cycle would have.
 * @throws Failure when no file describes the entity, or its template refuses the exercise
 */
export function calendarOf({ bodies }: Pick<Files, 'bodies'>, entity: string, exercise: number): DatedCalendar {
  if (!bodies.entities.some((e) => e.id === entity)) {
    throw new Failure(
      2,
      systemWords.noEntity(
        entity,
        bodies.entities.map((e) => e.id),
      ),
    );
  }
  const calendar = bodies.calendar(entity, exercise);
  if (calendar.ok) return calendar.value;
  throw new Failure(1, systemWords.noCalendar(entity, exercise), ...calendar.error.map((p) => `  ${p.message}`));
}
