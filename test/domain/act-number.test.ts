import { expect, test } from 'vitest';
import { actNumbered } from '../../src/domain/act-number.js';

test.each([
  ['12', 'n. 12'],
  ['12/2016', 'n. 12/2016'],
  ['n. 12', 'n. 12'],
  ['Prot. 4512', 'prot. n. 4512'],
  ['prot. n. 4512', 'prot. n. 4512'],
  ['Protocollo 4512/2016', 'prot. n. 4512/2016'],
  ['prot 4512', 'prot. n. 4512'],
  ['Protezione 3', 'n. Protezione 3'],
])('an act numbered «%s» is called «%s»', (written, called) => {
  expect(actNumbered(written)).toBe(called);
});
