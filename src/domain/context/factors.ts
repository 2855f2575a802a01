import type { Instant } from '../calendar/types.js';

/** What a context analysis weighs: inside the body what helps and what hinders, then the same outside it. */
export const FACTOR_KINDS = ['strength', 'weakness', 'opportunity', 'threat'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** What an exercise says of a factor: written for the first time, still so, still so in other words, no longer. */
export type FactorStanding = 'new' | 'confirmed' | 'changed' | 'dropped';

/** Somebody's word on a factor, for one exercise. */
export interface FactorRevision {
  readonly id: number;
  /** The same from year to year. */
  readonly factor: number;
  readonly exercise: number;
  readonly kind: FactorKind;
  readonly text: string;
  /** Place among those of its kind, from 1. */
  readonly ordinal: number;
  readonly standing: FactorStanding;
  readonly reason: string | null;
  readonly actor: string;
  readonly actingFor: string | null;
  readonly at: Instant;
}

/** The factors of one exercise, by their place. */
export interface Factors {
  /** Those that hold. */
  readonly held: readonly FactorRevision[];
  readonly dropped: readonly FactorRevision[];
  /** Those the exercise before held and nobody has looked at for this one. */
  readonly toReview: readonly FactorRevision[];
}

/**
 * The factors of an exercise, of whatever was said of them in any order of exercises.
 * @param revisions oldest first
 */
export function factorsOf(revisions: readonly FactorRevision[], exercise: number): Factors {
  const now = lastOf(revisions.filter((one) => one.exercise === exercise));
  const earlier = Math.max(...revisions.map((one) => one.exercise).filter((year) => year < exercise));
  const before = lastOf(revisions.filter((one) => one.exercise === earlier));
  const all = [...now.values()].sort(byPlace);
  return {
    held: all.filter(({ standing }) => standing !== 'dropped'),
    dropped: all.filter(({ standing }) => standing === 'dropped'),
    toReview: [...before.values()]
      .filter(({ factor, standing }) => standing !== 'dropped' && !now.has(factor))
      .sort(byPlace),
  };
}

const lastOf = (revisions: readonly FactorRevision[]): ReadonlyMap<number, FactorRevision> =>
  new Map(revisions.map((one) => [one.factor, one]));

const byPlace = (a: FactorRevision, b: FactorRevision): number =>
  FACTOR_KINDS.indexOf(a.kind) - FACTOR_KINDS.indexOf(b.kind) || a.ordinal - b.ordinal || a.factor - b.factor;

/** The place after the last of a kind. */
export const nextPlace = (factors: readonly FactorRevision[], kind: FactorKind): number =>
  1 + Math.max(0, ...factors.filter((one) => one.kind === kind).map(({ ordinal }) => ordinal));
