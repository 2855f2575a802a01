import type { CivilDate } from './calendar/types.js';

/** Something held between two days; `-infinity` and `infinity` where there is none. */
interface Held {
  readonly person: string;
  readonly role: string;
  readonly fromDate: string;
  readonly toDate: string;
}

/** What a person holds already of what they would be given again: both would hold on the same day. */
export const heldAlready = <T extends Held>(
  held: readonly T[],
  {
    person,
    role,
    from,
    to,
  }: { readonly person: string; readonly role: string; readonly from: CivilDate; readonly to: CivilDate | undefined },
): T | undefined =>
  held.find(
    (one) => one.person === person && one.role === role && one.toDate >= from && one.fromDate <= (to ?? 'infinity'),
  );

/** Whether somebody else holds a role the day after a mandate ends. */
export const heldByOthers = (
  held: readonly Held[],
  { person, role }: Pick<Held, 'person' | 'role'>,
  after: CivilDate,
  inService: (person: string) => boolean,
): boolean =>
  held.some(
    (one) =>
      one.role === role &&
      one.person !== person &&
      inService(one.person) &&
      one.fromDate <= after &&
      one.toDate >= after,
  );
