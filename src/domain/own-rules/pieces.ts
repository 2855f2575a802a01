import type { Policy } from '../policy.js';
import { LIGHT_BANDS, payBands } from './bands.js';
import { CHOICES } from './choices.js';
import { evaluationPieces } from './evaluation.js';
import { EXCEPTIONS } from './exceptions.js';
import { FORMULAS } from './formulas.js';
import { NOTICES } from './notices.js';
import { PIECE_GROUPS, type Piece } from './piece.js';

/** Whatever of some rules may be changed by an act, in the order in which a page tells it. */
export function piecesOf(rules: Policy): readonly Piece[] {
  const { individual } = rules;
  const people = individual === undefined ? [] : [...evaluationPieces(individual), ...individual.groups.map(payBands)];
  const all = [...FORMULAS, EXCEPTIONS, ...CHOICES, LIGHT_BANDS, ...people, ...NOTICES];
  return PIECE_GROUPS.flatMap((group) => all.filter((piece) => piece.group === group));
}

export const pieceIn = (rules: Policy, id: string): Piece | undefined => piecesOf(rules).find((one) => one.id === id);
