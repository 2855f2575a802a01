import { describe, expect, test } from 'vitest';
import { refuseTransmission, type ToTransmit } from '../../../src/domain/drafting/transmission.js';

const ready: ToTransmit = { stoodIn: false, missing: [], contentHash: 'b', before: undefined };
const missing = [{ id: 'a', title: 'Contesto', owners: [], why: 'to-write' as const }];

describe('a document is transmitted', () => {
  test.each<[string, ToTransmit, string, string | undefined]>([
    ['complete, in the first round', ready, '', undefined],
    ['not while a section is missing', { ...ready, missing }, '', '«Contesto» è da scrivere'],
    [
      'whatever is missing, where a file of the body stands in for it',
      { ...ready, missing, stoodIn: true },
      '',
      undefined,
    ],
    ['changed, in the second round', { ...ready, before: 'a' }, '', undefined],
    ['not as it was rejected', { ...ready, before: 'b' }, ' ', 'una frase che dica perché'],
    ['as it was rejected, with a sentence saying why', { ...ready, before: 'b' }, 'l’atto è dovuto', undefined],
  ])('%s', (_, draft, unchangedReason, refusal) => {
    const found = refuseTransmission(draft, { unchangedReason });
    if (refusal === undefined) expect(found).toBeUndefined();
    else expect(found?.text).toContain(refusal);
  });

  test('the sentence that is missing stands at its field', () => {
    expect(refuseTransmission({ ...ready, before: 'b' }, { unchangedReason: '' })?.field).toBe('unchangedReason');
  });
});
