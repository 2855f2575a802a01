import type { Rational } from '../rational.js';

/** A node of one view: leaves are positions in `Card.leaves`. */
export interface CardNode {
  readonly id: string;
  readonly title: string;
  readonly leaf?: number;
  /** Weight as the plan has it, exact, in lowest terms. */
  readonly weight: Rational;
  readonly children: readonly CardNode[];
  /** Italian remarks on how weights were found. */
  readonly notes: readonly string[];
}

/** One indicator in one place of a plan, with what it weighs there. */
export interface Leaf {
  readonly code: string;
  readonly name: string;
  /** Code whose assessment may stand for this one: the same measure with the same target, written twice. */
  readonly sameAs?: string;
  readonly weight: Rational;
  /** Groups that hold the leaf, nearest first: where its weight goes when it leaves for its siblings. */
  readonly circles: readonly string[];
}
