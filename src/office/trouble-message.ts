import { troublesPath } from '../access/trouble-path.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { ADMINISTRATOR, STEERING } from '../domain/entity.js';
import { mendedBy } from '../domain/trouble.js';
import type { TroubleNotice } from '../mail/message.js';
import type { BodyCycle } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { holdersOn } from '../register/holders.js';
import type { Holder } from '../register/people.js';
import type { TroubleRecord } from '../register/troubles.js';
import { italianMoment } from '../words/format.js';
import { troubleRemedy, troubleWords } from '../words/troubles.js';

/** Where the mails lead, and the right-hand side of their Message-IDs. */
export interface Desk {
  readonly domain: string;
  readonly consoleUrl: string;
}

/**
 * Who is told of what: each of what they are to mend; who steers, once a week, of everything. Where nobody administers, who
 * steers does.
 */
export async function toTell(
  db: Db,
  entity: string,
  troubles: readonly TroubleRecord[],
  now: Instant,
  moment: TroubleNotice['moment'],
): Promise<ReadonlyMap<Holder, readonly TroubleRecord[]>> {
  const holders = await holdersOn(db, entity, romeDate(now));
  const steering = holders.of(STEERING);
  const administrators = holders.of(ADMINISTRATOR);
  const keepers = administrators.length === 0 ? steering : administrators;
  const people = new Map([...steering, ...keepers].map((person) => [person.id, person]));
  const of = (list: readonly Holder[], id: string): boolean => list.some((one) => one.id === id);
  return new Map(
    [...people.values()].flatMap((person) => {
      const theirs = troubles.filter(
        ({ kind }) =>
          (moment === 'weekly' && of(steering, person.id)) ||
          of(mendedBy(kind) === 'steering' ? steering : keepers, person.id),
      );
      return theirs.length === 0 ? [] : [[person, theirs] as const];
    }),
  );
}

/** What the mail to one of them says. */
export function messageOf(
  { consoleUrl }: Desk,
  entity: string,
  cycle: Omit<BodyCycle, 'id'>,
  to: Holder,
  troubles: readonly TroubleRecord[],
  now: Instant,
  moment: TroubleNotice['moment'],
): TroubleNotice {
  return {
    kind: 'troubles',
    moment,
    entity: { id: entity, name: cycle.entityName },
    exercise: cycle.exercise,
    recipient: to.name,
    simulated: cycle.simulated,
    at: now,
    troubles: troubles.map(({ kind, since, reason, detail }) => ({
      title: troubleWords.kinds[kind],
      since: italianMoment(since),
      reason,
      remedy: troubleRemedy(detail),
    })),
    link: `${consoleUrl}${troublesPath(entity)}`,
  };
}
