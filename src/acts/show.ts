import type { About, AnyAct, Option, Place } from './act.js';

/** What a form of an act shows, here and now. */
export interface Shown {
  readonly act: AnyAct;
  /** Why there is no form. */
  readonly notNow: string | undefined;
  /** Version of how things stand; empty where nothing could become another. */
  readonly seen: string;
  /** What the fields without options of their own offer, by name. */
  readonly offers: Readonly<Record<string, readonly Option[]>>;
}

/** Looks at what a form of an act is to show. @param about what it is about before anybody writes, by name of the field */
export async function shown<S>(act: AnyAct, place: Place<S>, about: About = {}): Promise<Shown> {
  const offering = Object.entries<((place: Place<S>) => Promise<readonly Option[]>) | undefined>({ ...act.offers });
  const offers = await Promise.all(
    offering.map(async ([name, offer]) => [name, (await offer?.(place)) ?? []] as const),
  );
  return {
    act,
    notNow: act.notNow?.(place.subject),
    seen: (await act.stands?.(place, about))?.version ?? '',
    offers: Object.fromEntries(offers),
  };
}
