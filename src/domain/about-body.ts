import type { SourcePlace } from './plan.js';

/** What a body says of itself, one entry at a time: its bodies, its seats, its services, what it takes part in. */
export type AboutKind = 'organ' | 'seat' | 'service' | 'participation';

export const ABOUT_KINDS: readonly AboutKind[] = ['organ', 'seat', 'service', 'participation'];

/** An entry of who the body is. */
export interface AboutEntry {
  readonly kind: AboutKind;
  /** Stable among entries of its kind: `consiglio`, `sede-principale`. */
  readonly id: string;
  readonly title: string;
  /** What it does, where it is, of what share: a line each. */
  readonly details: readonly string[];
  /** How many: members of a body, companies it has shares of. */
  readonly count?: number;
  /** When a seat is open. */
  readonly hours?: string;
  readonly source?: SourcePlace;
}

/** A state somebody gave an entry; without one it is no longer there. */
interface WrittenEntry {
  readonly kind: AboutKind;
  readonly id: string;
  readonly entry: AboutEntry | undefined;
}

/** The entries of a body: those of its files, as people have changed, added or withdrawn them since. In the order of kinds. */
export function entriesOf(files: readonly AboutEntry[], written: readonly WrittenEntry[]): readonly AboutEntry[] {
  const byKey = new Map(files.map((entry) => [keyOf(entry), entry] as const));
  for (const one of written) {
    if (one.entry === undefined) byKey.delete(keyOf(one));
    else byKey.set(keyOf(one), one.entry);
  }
  return [...byKey.values()].sort((a, b) => ABOUT_KINDS.indexOf(a.kind) - ABOUT_KINDS.indexOf(b.kind));
}

const keyOf = ({ kind, id }: Pick<AboutEntry, 'kind' | 'id'>): string => `${kind}/${id}`;
