import { expect, test } from 'vitest';
import { isAskedFor } from '../../../src/client/rehearsal/rehearse.js';

const interrupted = { entity: 'ccms', exercise: 2016 };

test('an interrupted rehearsal goes on unless another body or exercise is named', () => {
  expect(isAskedFor(interrupted, {})).toBe(true);
  expect(isAskedFor(interrupted, { entity: 'ccms', year: 2016 })).toBe(true);
  expect(isAskedFor(interrupted, { year: 2016 })).toBe(true);
  expect(isAskedFor(interrupted, { entity: 'cciaa-valfiorita', year: 2027 })).toBe(false);
  expect(isAskedFor(interrupted, { entity: 'ccms', year: 2017 })).toBe(false);
});
