import { paragraph } from '../../documents/content.js';
import { areasTable } from '../../documents/resources.js';
import { ledgerOf } from '../../domain/resources/ledger.js';
import { documentWords as words } from '../../words/documents.js';
import { directly, fromPlan } from './part.js';

/** `piano/coerenza`: where the money of areas and objectives is, with what the ledger gives each area. */
export const coherencePart = fromPlan((plan) =>
  ledgerOf(plan).length === 0 ? [] : directly([paragraph(words.piano.coherenceText), areasTable(plan)]),
);
