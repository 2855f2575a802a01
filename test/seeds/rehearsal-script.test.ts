import { describe, expect, test } from 'vitest';
import { loadScript } from '../../src/client/rehearsal/script.js';
import { reconcile } from '../../src/domain/resources/reconcile.js';
import { euro, italianNumber } from '../../src/words/format.js';
import { bodiesOnFile } from '../setup/bodies.js';

const scriptOfTheSeed = () => {
  const read = loadScript('seeds/massa-carrara-2016', 2016);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

describe('what the rehearsal writes in the sections of documents', () => {
  const outlines = bodiesOnFile()
    .outlines('ccms')
    .map(({ value }) => value);
  const empty = outlines.flatMap(({ kind, sections }) =>
    sections.flatMap(({ id, content, chapter }) =>
      content.kind === 'written' && chapter === undefined ? [`${kind}/${id}`] : [],
    ),
  );

  test('is a text of its own for each that begins empty, and for no other', () => {
    expect(Object.keys(scriptOfTheSeed().texts).toSorted()).toEqual(empty.toSorted());
    expect(empty.length).toBeGreaterThan(30);
  });

  test('says the amounts of the plan', () => {
    const plan = bodiesOnFile().plan('ccms', 2016);
    if (plan === undefined) throw new Error('no plan');
    const { ledger } = reconcile(plan);
    const framework = scriptOfTheSeed().texts['finanza/quadro'];
    for (const amount of [ledger.cost, ledger.investment]) expect(framework).toContain(euro(amount));
  });
});

test('what the preparers of the RPP add after its rejection are the amounts of the plan, programme by programme', () => {
  const [rejected] = scriptOfTheSeed().decisions['rpp-approvazione'] ?? [];
  expect(rejected?.outcome).toBe('rejected');
  const written = [...(rejected?.revised?.text ?? '').matchAll(/^\| (3(?:\.\d){2}|Area 3)\b.* \| ([\d.,]+) \|$/gm)].map(
    ([, of, amount]) => [of, amount],
  );
  const lines =
    bodiesOnFile()
      .plan('ccms', 2016)
      ?.budget.lines.filter(({ area }) => area === '3') ?? [];
  const sumOf = (programme?: string): string =>
    italianNumber(
      lines
        .filter((line) => programme === undefined || line.programme === programme)
        .reduce((sum, { amount }) => sum + Number(amount), 0)
        .toFixed(2),
      2,
    );
  const programmes = [...new Set(lines.map(({ programme }) => programme))];
  expect(written).toEqual([...programmes.map((programme) => [programme, sumOf(programme)]), ['Area 3', sumOf()]]);
});
