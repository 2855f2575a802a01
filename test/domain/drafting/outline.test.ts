import { describe, expect, it } from 'vitest';
import { type DocumentOutline, outlineChanges, type SectionOutline } from '../../../src/domain/drafting/outline.js';

const section = (id: string, over: Partial<SectionOutline> = {}): SectionOutline => ({
  id,
  title: id.toUpperCase(),
  level: 2,
  required: true,
  owners: ['controllo'],
  content: { kind: 'written' },
  ...over,
});

const outline = (...sections: readonly SectionOutline[]): DocumentOutline => ({
  kind: 'piano',
  version: '1',
  standIn: false,
  landscape: false,
  sections,
});

describe('what becomes of the sections when an outline is replaced', () => {
  const before = outline(section('a'), section('b'), section('c'));

  it('is nothing where it is the same', () => {
    expect(outlineChanges(before, before)).toEqual({ added: [], gone: [], changed: [] });
  });

  it('names what comes in, what goes, and what has another owner', () => {
    const after = outline(section('a'), section('d'), section('c', { owners: ['oiv'] }));
    expect(outlineChanges(before, after)).toEqual({ added: ['D'], gone: ['B'], changed: ['C'] });
  });

  it('names what stands in another place among those that stay', () => {
    expect(outlineChanges(before, outline(section('b'), section('a'), section('c')))).toMatchObject({
      changed: ['B', 'A'],
    });
    expect(outlineChanges(before, outline(section('b'), section('c')))).toEqual({
      added: [],
      gone: ['A'],
      changed: [],
    });
  });
});
