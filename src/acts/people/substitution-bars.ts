import { maxDate } from '../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../domain/calendar/types.js';
import type { Substitution } from '../../domain/entity.js';
import { whoStandsInFor } from '../../domain/who-acts.js';
import type { Db } from '../../register/database.js';
import { writersOf } from '../../register/drafting-versions.js';
import { hearingOf } from '../../register/hearings.js';
import { standInsOn } from '../../register/people.js';
import { preparersOf, withSharedMailboxes } from '../../register/preparers.js';
import { mandatesOf } from '../../register/reading/mandates.js';
import { substitutionsOf } from '../../register/reading/substitutions.js';
import { stepRecords } from '../../register/steps.js';

type Asked = Pick<Substitution, 'absent' | 'substitute' | 'from' | 'to'> & { readonly scope: readonly string[] };

/** A day on which somebody else acts than who was named. */
interface Stray {
  readonly on: CivilDate;
  readonly acts: string;
}

/**
 * The first day on which what is asked of who is absent reaches somebody else than who is named: because they are absent too, because
 * it leads round in a circle, or because another substitution was there before. Asked once it is on record.
 */
export async function firstStray(db: Db, entity: string, asked: Asked, today: CivilDate): Promise<Stray | undefined> {
  const { absent, substitute, from, to, scope } = asked;
  const first = maxDate(from, today);
  // Who acts changes only where a substitution begins or ends.
  const others = (await substitutionsOf(db, entity)).map(({ fromDate }) => fromDate);
  const days = [...new Set([first, ...others.filter((day) => first < day && day <= to)])].sort();
  for (const on of days) {
    const standIns = await standInsOn(db, entity, on);
    for (const role of scope.length === 0 ? [undefined] : scope) {
      const acts = whoStandsInFor(absent, role, standIns);
      if (acts !== substitute) return { on, acts };
    }
  }
  return undefined;
}

/** Titles of the matters before a board on which who stands in may not record the decision: they had a hand in the document. */
export async function barredMatters(
  db: Db,
  entity: string,
  { absent, substitute, from, to, scope }: Asked,
): Promise<readonly string[]> {
  const roles = (await mandatesOf(db, entity))
    .filter((one) => one.person === absent && one.fromDate <= to && one.toDate >= from)
    .map(({ role }) => role)
    .filter((role) => scope.length === 0 || scope.includes(role));
  const steps = await stepRecords(db)
    .innerJoin('cycles as c', 'c.id', 'steps.cycle')
    .where('c.entity', '=', entity)
    .where('c.status', '=', 'running')
    .where('steps.status', 'in', ['open', 'late'])
    .where('steps.kind', 'in', ['approval', 'amendment'])
    .orderBy('steps.dueOn')
    .execute();
  const titles: string[] = [];
  for (const step of steps) {
    const { recorder, document, title } = step.planned;
    if (recorder === undefined || !roles.includes(recorder)) continue;
    const { matter } = await hearingOf(db, step);
    const prepared = [
      ...(matter.phase === 'before-board'
        ? await preparersOf(db, { cycle: step.cycle, step: step.id, hash: matter.document.hash })
        : []),
      ...(document === undefined ? [] : await writersOf(db, { cycle: step.cycle, document })),
    ];
    const kept = (await withSharedMailboxes(db, entity, prepared)).map(({ id }) => id);
    if ([...prepared, ...kept].includes(substitute)) titles.push(title);
  }
  return titles;
}
