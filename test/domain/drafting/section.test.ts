import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SectionContent } from '../../../src/domain/drafting/outline.js';
import {
  missingIn,
  type SectionOfDraft,
  type SectionState,
  stateAfterWriting,
} from '../../../src/domain/drafting/section.js';

const WRITTEN: SectionContent = { kind: 'written' };
const COMPUTED: SectionContent = { kind: 'computed', from: 'piano/cruscotto' };
const TAKEN: SectionContent = { kind: 'taken', document: 'contesto' };

const section = (
  content: SectionContent,
  state: SectionState,
  required = true,
  text = state === 'to-write' ? '' : 'testo',
): SectionOfDraft => ({
  outline: { id: 'una', title: 'Una', level: 2, required, owners: ['controllo-gestione'], content },
  state,
  text,
  revision: text === '' ? 0 : 1,
  openRemarks: 0,
});

describe('what is missing of a draft', () => {
  test.each<[string, SectionOfDraft, boolean, string | undefined]>([
    ['a required section nobody wrote', section(WRITTEN, 'to-write'), false, 'to-write'],
    ['a required section that is a draft', section(WRITTEN, 'draft'), false, 'draft'],
    ['a required section that is ready', section(WRITTEN, 'ready'), false, undefined],
    ['an optional section nobody wrote', section(WRITTEN, 'to-write', false), false, undefined],
    [
      'an optional section somebody began: it is not left out in silence',
      section(WRITTEN, 'draft', false),
      false,
      'draft',
    ],
    ['a required computed section with something to say', section(COMPUTED, 'to-write'), false, undefined],
    ['a required computed section with nothing to say', section(COMPUTED, 'to-write'), true, 'nothing-there'],
    ['an optional computed section with nothing to say', section(COMPUTED, 'to-write', false), true, undefined],
    ['a required section taken from an empty document', section(TAKEN, 'to-write'), true, 'nothing-there'],
  ])('%s', (_, one, empty, why) => {
    const found = missingIn([one], new Set(empty ? ['una'] : []));
    expect(found.map((missing) => missing.why)).toEqual(why === undefined ? [] : [why]);
  });

  test('is told with who owns it, in the order of the outline', () => {
    const [first, second] = [section(WRITTEN, 'draft'), section(COMPUTED, 'to-write')];
    const other = { ...second, outline: { ...second.outline, id: 'altra', title: 'Altra' } };
    expect(missingIn([first, other], new Set(['altra']))).toEqual([
      { id: 'una', title: 'Una', owners: ['controllo-gestione'], why: 'draft' },
      { id: 'altra', title: 'Altra', owners: ['controllo-gestione'], why: 'nothing-there' },
    ]);
  });

  test('whatever was written: nothing with letters is left out unless it is ready', () => {
    const states = fc.constantFrom<SectionState>('to-write', 'draft', 'ready');
    fc.assert(
      fc.property(fc.string(), fc.boolean(), states, (text, required, state) => {
        const one = { ...section(WRITTEN, state, required), text };
        if (text.trim() !== '' && state !== 'ready') expect(missingIn([one])).toHaveLength(1);
      }),
    );
  });
});

test.each([
  ['', 'to-write'],
  [' \n\t', 'to-write'],
  ['testo', 'draft'],
])('after «%s» is saved a section is %s', (text, state) => {
  expect(stateAfterWriting(text)).toBe(state);
});
