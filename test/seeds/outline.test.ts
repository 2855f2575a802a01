import { describe, expect, test } from 'vitest';
import { COMPUTED_PARTS } from '../../src/office/computed/index.js';
import { loadBodies } from '../../src/seeds/bodies.js';
import { findKind } from '../../src/seeds/kind.js';
import { PACKAGED_SEEDS } from '../../src/seeds/locate.js';
import { danglingInOutline, loadOutline, parseOutline } from '../../src/seeds/outline.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';

const CAMERA = findKind('camera');
if (CAMERA?.ok !== true) throw new Error('the Chambers are no kind');
const DRAFTED = CAMERA.value.value.shared;

const FILE = `kind: contesto
version: "1"
sections:
  - id: sintesi
    title: Sintesi
    level: 2
    owners: [controllo-gestione]
    content: { kind: written }
`;

const errorsOf = (text: string): readonly string[] => {
  const read = parseOutline('documents/contesto.yaml', text);
  return read.ok ? [] : read.error.map(formatSeedError);
};

describe('the outlines that come with the program', () => {
  test.each(DRAFTED)('«%s» is sound, and what it has computed there is', (kind) => {
    const read = loadOutline(`${PACKAGED_SEEDS}/documents/${kind}.yaml`);
    if (!read.ok) throw new Error(read.error.map(formatSeedError).join('\n'));
    const parts = read.value.value.sections.flatMap(({ content }) => (content.kind === 'computed' ? content.from : []));
    expect(parts.filter((name) => !Object.hasOwn(COMPUTED_PARTS, name))).toEqual([]);
    expect(read.value.value.sections.some(({ required }) => required)).toBe(true);
  });

  test('the reference body knows everybody they name, and each document takes only what others have', () => {
    const bodies = loadBodies(PACKAGED_SEEDS);
    if (!bodies.ok) throw new Error(bodies.error.map(formatSeedError).join('\n'));
    const outlines = bodies.value.outlines('ccms');
    expect(outlines.map(({ value }) => value.kind).sort()).toEqual([...DRAFTED].sort());
    const all = outlines.map(({ value }) => value);
    expect(outlines.flatMap((one) => danglingInOutline(one, bodies.value.entity('ccms'), all))).toEqual([]);
  });

  test('the Piano has the answers of the check-up right after the text that speaks of them', () => {
    const read = loadOutline(`${PACKAGED_SEEDS}/documents/piano.yaml`);
    if (!read.ok) throw new Error('unsound');
    const { sections } = read.value.value;
    const text = sections.findIndex(({ content }) => content.kind === 'taken' && content.document === 'check-up');
    expect(sections[text + 1]?.content).toEqual({ kind: 'computed', from: 'check-up/esiti' });
  });

  test('a cycle planned with them has its first boards wait for the preparers', () => {
    const bodies = loadBodies(PACKAGED_SEEDS);
    if (!bodies.ok) throw new Error('unsound');
    const calendar = bodies.value.calendar('ccms', 2016);
    if (!calendar.ok) throw new Error('unsound');
    const { steps } = calendar.value;
    expect(steps.filter(({ transmits }) => transmits === true).map(({ id }) => id)).toEqual([
      'rpp-approvazione',
      'preventivo-approvazione',
      'budget-approvazione',
      'piano-approvazione',
      'relazione-approvazione',
      'smvp-parere',
      'assestamento-approvazione',
      'bilancio-approvazione',
    ]);
    expect(steps.find(({ id }) => id === 'analisi-contesto')?.prepares).toBe('contesto');
  });
});

describe('an outline that is wrong says where', () => {
  test('what is right is read, with what it leaves out', () => {
    const read = parseOutline('documents/contesto.yaml', FILE);
    expect(read).toMatchObject({ ok: true, value: { value: { standIn: false, sections: [{ required: true }] } } });
  });

  test.each([
    [
      'another document than the file is called',
      FILE.replace('contesto', 'piano'),
      'contesto.yaml:1: kind: il file descrive',
    ],
    ['a level that is none', FILE.replace('level: 2', 'level: 5'), ':6: sections.0.level'],
    ['no owner', FILE.replace('[controllo-gestione]', '[]'), ':7: sections.0.owners'],
    ['a field nobody knows', FILE.replace('title:', 'titolo:'), 'sections.0'],
    ['content from nowhere', FILE.replace('kind: written', 'kind: inventato'), ':8: sections.0.content'],
    [
      'the same section twice',
      `${FILE}${FILE.slice(FILE.indexOf('  - id'))}`,
      ':9: sections.1.id: la sezione «sintesi»',
    ],
    [
      'a document that takes from itself',
      FILE.replace('{ kind: written }', '{ kind: taken, document: contesto }'),
      'un documento non riprende da se stesso',
    ],
  ])('%s', (_, text, said) => {
    expect(errorsOf(text).join('\n')).toContain(said);
  });

  test('an owner the body does not have, and a section the other document does not have', () => {
    const text = FILE.replace('controllo-gestione', 'ufficio:nessuno').replace(
      '{ kind: written }',
      '{ kind: taken, document: finanza, section: niente }',
    );
    const read = parseOutline('documents/contesto.yaml', text);
    if (!read.ok) throw new Error('unsound');
    const other = { ...read.value.value, kind: 'finanza' };
    const found = danglingInOutline(read.value, { roles: [], offices: [] }, [read.value.value, other]);
    expect(found.map(({ line, field }) => [line, field])).toEqual([
      [7, 'sections.0.owners.0'],
      [8, 'sections.0.content.section'],
    ]);
  });
});
