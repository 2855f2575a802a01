import type { Policy } from '../policy.js';
import { LIGHT_BANDS, payBands } from './bands.js';
import { CHOICES } from './choices.js';
import { FORMULAS } from './formulas.js';
import { NOTICES } from './notices.js';
import { PIECE_GROUPS, type Piece } from './piece.js';

/** Whatever of some rules may be changed by an act, in the order in which a page tells it. */
export function piecesOf(rules: Policy): readonly Piece[] {
  const all = [...FORMULAS, ...CHOICES, LIGHT_BANDS, ...(rules.individual?.groups ?? []).map(payBands), ...NOTICES];
  return PIECE_GROUPS.flatMap((group) => all.filter((piece) => piece.group === group));
}

export const pieceIn = (rules: Policy, id: string): Piece | undefined => piecesOf(rules).find((one) => one.id === id);
