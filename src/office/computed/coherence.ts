import { paragraph } from '../../documents/content.js';
import { moneyOf } from '../../documents/resources.js';
import { documentWords as words } from '../../words/documents.js';
import { directly, fromPlan } from './part.js';

/** `piano/coerenza`: where the money of areas and objectives is, with what the ledger gives each area. */
export const coherencePart = fromPlan((plan) => {
  const money = moneyOf(plan);
  return money.length === 0 ? [] : directly([paragraph(words.piano.coherenceText), ...money]);
});
