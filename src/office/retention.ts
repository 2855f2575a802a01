import type { CivilDate, Instant } from '../domain/calendar/types.js';
import { overBy, type Retained, type Retention, type RetentionRule } from '../domain/retention.js';
import type { TroubleOf } from '../domain/trouble.js';
import { isAlone } from '../register/alone.js';
import { type Db, inTransaction } from '../register/database.js';
import { listEntities } from '../register/entities.js';
import { appendLog } from '../register/log.js';
import { overTerm } from '../register/over-term.js';
import { endTrouble, recordTrouble } from '../register/troubles.js';
import { retentionWords as words } from '../words/retention.js';
import { eachApart, throwAll } from './each-apart.js';

/** A look at what is past its term. */
export interface RetentionRun {
  readonly db: Db;
  /** The terms of a body; of the whole installation without one. Of whose nobody knows, nothing is erased. */
  retentionOf(entity?: string): Retention | undefined;
  readonly today: CivilDate;
  readonly at: Instant;
  readonly by: string;
  /** Only tells. */
  readonly dryRun: boolean;
  /** The only body looked at; absent: each of them, and the whole installation. */
  readonly entity?: string;
  /** That allows to discard what does not go by itself, of that body: an act is of one body, and is no other's. */
  readonly act?: string;
}

/** What was found under one rule. */
export interface RetentionLine {
  /** `*`: of the whole installation. */
  readonly entity: string;
  readonly what: Retained;
  /** Over by the end of this day. */
  readonly until: CivilDate;
  readonly due: number;
  /** Absent where it only waits, or nothing is erased. */
  readonly erased?: number;
  /** It goes with an act alone, and none was given. */
  readonly waits: boolean;
}

/** What the terms of the whole installation are about; the rest is of a body. */
const OF_ALL: readonly Retained[] = ['sessions'];
const EVERYBODY = '*';

/**
 * Erases what is past its term, each rule in a transaction of its own with its line in the log, under a lock: of several
 * workers one does it. Done again it finds nothing more. A rule that fails is a trouble until it is applied.
 * @returns what was due, but for what another is at
 * @throws RangeError for an act of no body; what a rule failed with, once all the others have been applied
 */
export async function applyRetention(run: RetentionRun): Promise<readonly RetentionLine[]> {
  const { entity: only } = run;
  if (run.act !== undefined && only === undefined) throw new RangeError('an act discards records of one body alone');
  const entities = (await listEntities(run.db)).filter(({ id }) => only === undefined || id === only);
  const lines: RetentionLine[] = [];
  const rulesOf = (entity?: string): readonly RetentionRule[] =>
    run.retentionOf(entity)?.rules.filter(({ what }) => OF_ALL.includes(what) === (entity === undefined)) ?? [];
  const failures = await eachApart(
    [
      ...(only === undefined ? rulesOf() : []).map((rule) => ({ rule, entity: EVERYBODY })),
      ...entities.flatMap(({ id }) => rulesOf(id).map((rule) => ({ rule, entity: id }))),
    ],
    ({ entity, rule }) => `${entity}: ${rule.what}`,
    async ({ entity, rule }) => {
      const line = await applyRule(run, entity, rule).catch(async (cause: unknown) => {
        if (!run.dryRun) await recordTrouble(run.db, stuck(entity, rule, cause), run.at);
        throw cause;
      });
      if (line === undefined) return;
      lines.push(line);
      if (!run.dryRun) await endTrouble(run.db, stuck(entity, rule), run.at, 'gone');
    },
  );
  throwAll(failures);
  return lines;
}

/** What names the trouble of a rule, with what it failed with. */
const stuck = (entity: string, { what }: RetentionRule, cause: unknown = ''): TroubleOf<'erasing-failing'> => ({
  kind: 'erasing-failing',
  entity: entity === EVERYBODY ? undefined : entity,
  what,
  failure: cause instanceof Error ? cause.message : String(cause),
});

async function applyRule(run: RetentionRun, entity: string, rule: RetentionRule): Promise<RetentionLine | undefined> {
  const { what, keep, source } = rule;
  const until = overBy(run.today, keep);
  const waits = rule.apply === 'on-act' && run.act === undefined;
  return await inTransaction(run.db, async (tx) => {
    if (!(await isAlone(tx, 'conservazione', `${entity}${what}`))) return undefined;
    const { due, erase } = await overTerm(tx, entity, what, until);
    const line = { entity, what, until, due, waits: waits && due > 0 };
    if (due === 0 || waits || run.dryRun) return line;
    const order = {
      entity,
      basis: 'retention',
      reason: words.reason(what, source),
      by: run.by,
      at: run.at,
      act: run.act,
    } as const;
    const erased = await erase(order);
    await appendLog(tx, {
      at: run.at,
      actor: run.by,
      action: 'retention-applied',
      subject: `${entity}: ${words.kinds[what]}`,
      detail: { what, until, erased, source, act: run.act },
    });
    return { ...line, erased };
  });
}
