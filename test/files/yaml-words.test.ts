import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formatSeedError, parseYaml } from '../../src/seeds/read-yaml.js';

/** What is said of a data file that is no YAML. */
const said = (...lines: readonly string[]): string => {
  const read = parseYaml('ente.yaml', lines.join('\n'), z.unknown());
  return read.ok ? 'in order' : formatSeedError(read.error[0] ?? { file: '', line: 0, field: '', message: '' });
};

describe('broken YAML is told in Italian, with its line and what was expected', () => {
  test.each<[string, readonly string[], string]>([
    ['a group that begins further left', ['offices:', '    - id: a', '   - id: b'], 'ente.yaml:3: YAML non valido: '],
    ['an item of a list further right', ['people:', '  - id: a', '    name: A', '     email: x'], 'il rientro'],
    ['a field further left than its group', ['a:', '    b: 1', '  c: 2'], 'il rientro'],
    ['a tabulation', ['a:', '\tb: 1'], 'soli spazi'],
    ['a colon in a plain text', ['title: Piano: performance'], 'mettere il testo tra virgolette'],
    ['a quote that is not closed', ['title: "Piano', 'year: 2016'], 'manca un segno'],
    ['a bracket that is not closed', ['offices: [a, b', 'year: 2016'], 'YAML non valido: '],
    ['a field without its colon', ['a: 1', 'name', 'b: 2'], 'YAML non valido: '],
    ['a field twice', ['id: a', 'id: b'], 'ente.yaml:2: YAML non valido: il campo è già scritto più su'],
    ['a text that begins with a sign', ['name: @ente'], 'va tra virgolette'],
    ['two documents', ['a: 1', '---', 'b: 2'], 'più documenti'],
  ])('%s', (_, lines, told) => {
    expect(said(...lines)).toContain(told);
    expect(said(...lines)).not.toMatch(/\b(?:the|must|should|expected|unexpected|missing|not allowed)\b/i);
  });

  test('and so is what a schema leaves unsaid', () => {
    const read = parseYaml('x.yaml', 'kind: altro\n', z.object({ kind: z.literal('csv'), n: z.number() }));
    const messages = read.ok ? [] : read.error.map((e) => e.message);
    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).not.toMatch(/invalid|expected|required/i);
  });
});
