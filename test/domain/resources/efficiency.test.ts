import fc from 'fast-check';
import { expect, test } from 'vitest';
import { efficiencyOf } from '../../../src/domain/resources/efficiency.js';
import { reconcile } from '../../../src/domain/resources/reconcile.js';
import { plan } from '../../documents/seed.js';

const seed = plan();
const { programmes } = reconcile(seed);
const [one] = programmes.filter(({ ledger }) => ledger.all !== '0');
if (one === undefined) throw new Error('the seed has no programme with resources');
const spent = (programme: string, amount: string) => ({
  programme,
  amount,
  upTo: '2016-12-31' as const,
  note: '',
  actor: 'x',
  lines: [],
});
const areaOf = (areas: ReturnType<typeof efficiencyOf>) => areas.find(({ area }) => area === one.area);

test('an area that reached all with half of what it was given has an index of 2', () => {
  const half = String(Number(one.ledger.all) / 2);
  expect(areaOf(efficiencyOf(seed, [spent(one.programme, half)], () => '100'))).toMatchObject({
    share: '50.00',
    index: '2.00',
    recorded: 1,
  });
});

test('a programme that has not told its spending has not spent nothing: it is left out, and counted', () => {
  const area = areaOf(efficiencyOf(seed, [], () => '100'));
  expect(area?.programmes).toBeGreaterThan(0);
  expect(area).toMatchObject({ spent: '0.00', recorded: 0 });
  expect([area?.share, area?.index]).toEqual([undefined, undefined]);
});

test('without an achievement there is no index, and nothing spent is divided by nothing', () => {
  const found = areaOf(efficiencyOf(seed, [spent(one.programme, '10')], () => undefined));
  expect(found?.share).toBeDefined();
  expect(found?.index).toBeUndefined();
  expect(areaOf(efficiencyOf(seed, [spent(one.programme, '0')], () => '80'))).toMatchObject({ share: '0.00' });
});

test('whatever is spent, the areas plan together what the ledger gives their programmes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...programmes), fc.nat(100_000))), (figures) => {
      const areas = efficiencyOf(
        seed,
        figures.map(([{ programme }, amount]) => spent(programme, String(amount))),
        () => '50',
      );
      const all = programmes.filter(({ area }) => areas.some((found) => found.area === area));
      const sum = (amounts: readonly string[]) => Math.round(amounts.reduce((to, text) => to + Number(text), 0) * 100);
      expect(sum(areas.map(({ planned }) => planned))).toBe(sum(all.map(({ ledger }) => ledger.all)));
    }),
  );
});
