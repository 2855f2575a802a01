import { expect, test } from 'vitest';
import type { Frame } from '../../../../src/client/pages/kit/frame.js';
import { Fold, FoldAll, foldedQuery } from '../../../../src/client/pages/kit/parts/folding.js';

// Of a frame only the address is looked at.
const at = (path: string) => ({ path }) as Frame;
const OPEN = '/enti/ccms/trasparenza?mostra=ritardo';
const CLOSED = `${OPEN}&sezioni=chiuse`;

test('the sections of a long page are open, and closed where the address says so; their titles stay', () => {
  const section = (path: string) => String(<Fold frame={at(path)} id="a" title="Atti generali (3)" />);
  expect(section(OPEN)).toBe(
    '<details class="ciclo-fold" open="" data-keep="a"><summary><h2 id="a">Atti generali (3)</h2></summary></details>',
  );
  expect(section(CLOSED)).toContain('<details class="ciclo-fold" data-keep="a"><summary><h2 id="a">');
});

test('one link closes them all and another opens them, with everything else of the address', () => {
  expect(String(<FoldAll frame={at(OPEN)} />)).toContain(
    '?mostra=ritardo&amp;sezioni=chiuse" data-fold-all="">Chiudi tutte le sezioni',
  );
  expect(String(<FoldAll frame={at(CLOSED)} />)).toContain('?mostra=ritardo" data-fold-all="">Apri tutte le sezioni');
  expect([foldedQuery(at(OPEN)), foldedQuery(at(CLOSED))]).toEqual(['', 'sezioni=chiuse']);
});
