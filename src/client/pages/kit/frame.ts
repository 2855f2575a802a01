import type { Context } from 'hono';
import { REFRESH_PARAMETER } from '../../../access/paths.js';
import { may } from '../../../access/roles.js';
import { formatItalianLong, italianWeekday } from '../../../domain/calendar/civil-date.js';
import type { CivilDate, Instant } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { type CycleName, cycleNames } from '../../../register/reading/cycles.js';
import { logPosition } from '../../../register/reading/log-position.js';
import { seeingEveryBody } from '../../../register/sight.js';
import type { Assets } from './assets.js';
import { type ShownContact, shownContact } from './contact.js';
import type { ConsoleDeps } from './deps.js';
import type { Viewer } from './viewer.js';

/** What surrounds every page: where one is, what day it is, where one can go. */
export interface Frame {
  readonly assets: Assets;
  readonly now: Instant;
  readonly today: CivilDate;
  /** Address of the page with its query. */
  readonly path: string;
  readonly cycles: readonly CycleName[];
  /** The cycle the page is about. */
  readonly cycle?: CycleName;
  /** Where the log stood before the page's data were read. */
  readonly position?: number;
  readonly hasMailbox: boolean;
  /** Who has signed in. */
  readonly viewer?: Viewer | undefined;
  /** Entity whose accesses the viewer may administer, on its pages. */
  readonly administers?: string;
  /** Whether the viewer may read the log of the entity the page is about. */
  readonly readsLog: boolean;
  /** The body the box in the header searches; none where the page is of several. */
  readonly searches?: string | undefined;
  /** Whether this is a rehearsal, where anybody may look. */
  readonly rehearsal: boolean;
  /** Whom who reads the page may ask. */
  readonly contact?: ShownContact | undefined;
  /** Seconds after which the browser asks again, when the reader chose so. */
  readonly refreshSeconds?: number;
}

/** Seconds of the opt-in refresh. */
const REFRESH_SECONDS = 10;

/** A frame without anything from the register: for pages that must show even when it is out of reach. */
export function bareFrame(deps: ConsoleDeps, assets: Assets, c: Context): Frame {
  const now = deps.clock();
  const url = new URL(c.req.url);
  const standing = c.get('standing');
  return {
    assets,
    now,
    viewer: c.get('viewer'),
    administers: standing !== undefined && may(standing.roles, 'administer') ? standing.person.entity : undefined,
    readsLog: standing !== undefined && may(standing.roles, 'export-log'),
    today: romeDate(now),
    path: url.pathname + url.search,
    cycles: [],
    hasMailbox: deps.mailbox !== undefined,
    rehearsal: deps.rehearsal,
    contact: shownContact(deps, c, romeDate(now)),
    refreshSeconds: url.searchParams.get(REFRESH_PARAMETER) === String(REFRESH_SECONDS) ? REFRESH_SECONDS : undefined,
  };
}

/** @param cycleId cycle the page is about; a page about one that is not in the register has none */
export async function frameOf(deps: ConsoleDeps, assets: Assets, c: Context, cycleId?: string): Promise<Frame> {
  const position = cycleId === undefined ? undefined : await logPosition(deps.register.db, cycleId);
  const viewer = c.get('viewer');
  // Who has not signed in learns of no body outside a rehearsal, not even from the page that says there is none.
  const own = viewer === undefined ? (deps.rehearsal ? undefined : []) : viewer.people.map((p) => p.entity);
  const cycles = await seeingEveryBody(() => cycleNames(deps.register.db, own));
  const cycle = cycles.find((other) => other.id === cycleId);
  return {
    ...bareFrame(deps, assets, c),
    cycles,
    cycle,
    position,
    searches: searchedFrom(c, [...(own ?? []), ...cycles.map(({ entity }) => entity)]),
  };
}

/** The body of the page, or the only one there is for who reads. @param seen bodies that exist for who reads */
function searchedFrom(c: Context, seen: readonly string[]): string | undefined {
  const [only, ...others] = new Set(seen);
  const named = c.req.param('entity');
  if (named !== undefined && seen.includes(named)) return named;
  return others.length === 0 ? only : undefined;
}

/** `mercoledì 20 gennaio 2016` */
export const spokenDay = (date: CivilDate): string => `${italianWeekday(date)} ${formatItalianLong(date)}`;

/** The page's own address with the opt-in refresh turned on or off. */
export function refreshPath(frame: Frame): string {
  const url = new URL(frame.path, 'http://console');
  if (frame.refreshSeconds === undefined) url.searchParams.set(REFRESH_PARAMETER, String(REFRESH_SECONDS));
  else url.searchParams.delete(REFRESH_PARAMETER);
  return url.pathname + url.search;
}

/** A page that does not bring itself up to date: what is being written in its filters stays. */
export function still({ position: _, ...frame }: Frame): Frame {
  return frame;
}
