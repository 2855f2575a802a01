import { expect, test } from 'vitest';
import { oivTaskOf } from '../../../src/domain/oiv/asked.js';

test.each([
  [{ kind: 'approval', board: 'oiv', document: 'relazione' }, 'validation'],
  [{ kind: 'approval', board: 'oiv', document: 'smvp' }, 'opinion'],
  [{ kind: 'approval', board: 'giunta', document: 'relazione' }, undefined],
  [{ kind: 'approval', board: 'giunta', document: 'smvp' }, undefined],
  [{ kind: 'approval', board: 'oiv', document: 'monitoraggio-1' }, undefined],
  [{ kind: 'task' }, undefined],
])('at %o the OIV is asked %s', (step, asked) => {
  expect(oivTaskOf(step)).toBe(asked);
});
