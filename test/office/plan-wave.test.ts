import { expect, test } from 'vitest';
import { kindInLedger } from '../../src/office/plan-wave.js';
import { checkpoint, opening } from '../mail/messages.js';

test.each([checkpoint, opening])('what somebody sends by hand has a kind of its own in the ledger', (message) => {
  expect(kindInLedger(message)).toBe(message.kind);
  expect(kindInLedger({ ...message, byHand: { by: 'Guglielmo Tarasconi', text: undefined } })).toBe('reminder-by-hand');
});
