import { expect, test } from 'vitest';
import { loadScript } from '../../src/client/rehearsal/script.js';
import { italianNumber } from '../../src/words/format.js';
import { bodiesOnFile } from '../setup/bodies.js';

test('what the preparers of the RPP add after its rejection are the amounts of the plan, programme by programme', () => {
  const script = loadScript('seeds/massa-carrara-2016', 2016);
  if (!script.ok) throw new Error(JSON.stringify(script.error));
  const [rejected] = script.value.decisions['rpp-approvazione'] ?? [];
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
