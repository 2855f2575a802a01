import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadNarrative } from '../../src/seeds/narrative.js';
import { formatSeedError, readYaml } from '../../src/seeds/read-yaml.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ciclo-dati-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (bytes: string | Uint8Array): string => {
  const file = join(folder, 'ente.yaml');
  writeFileSync(file, bytes);
  const found = readYaml(file, z.unknown());
  return found.ok
    ? JSON.stringify(found.value.value)
    : found.error.map(formatSeedError).join('\n').replaceAll(`${folder}/`, '');
};

const aliases = (levels: number): string =>
  ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    .concat(Array.from({ length: levels }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`))
    .join('\n');

describe('a data file', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['in UTF-8', 'nome: Città\n', '{"nome":"Città"}'],
    ['with the mark of UTF-8', '\uFEFFnome: Città\n', '{"nome":"Città"}'],
    ['as Unicode of Windows', Buffer.from('\uFEFFnome: Città\n', 'utf16le'), '{"nome":"Città"}'],
    [
      'in the encoding of Windows',
      Buffer.from('id: ente\nanno: 2016\nnome: "Citt\xe0 \x80"\n', 'latin1'),
      'ente.yaml:3: il testo non è in UTF-8 (forse è nella codifica di Windows): salvarlo di nuovo in UTF-8',
    ],
    [
      'of references that explode',
      aliases(8),
      'ente.yaml: YAML non valido: i riferimenti (alias) ad altre parti non si possono seguire',
    ],
    [
      'nested without end',
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      'ente.yaml:1: YAML non valido: i dati sono annidati troppo a fondo',
    ],
    ['of six megabytes', `nome: "${'x'.repeat(6_000_000)}"`, 'ente.yaml: il file supera i 5 MB'],
  ])('%s', (_, bytes, expected) => {
    expect(read(bytes)).toContain(expected);
  });

  it('a chapter of the Piano too is in UTF-8, or refused with its line', () => {
    mkdirSync(join(folder, 'narrative'));
    writeFileSync(join(folder, 'narrative', '3-contesto.md'), Buffer.from('# Contesto\n\nLa citt\xe0\n', 'latin1'));
    writeFileSync(join(folder, 'narrative', '4-altro.md'), 'È così\n');
    const found = loadNarrative(folder);
    expect(found.ok ? [] : found.error).toMatchObject([
      { line: 3, message: expect.stringContaining('non è in UTF-8') },
    ]);
  });
});
