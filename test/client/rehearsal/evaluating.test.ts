import { expect, test } from 'vitest';
import { evaluating } from '../../../src/client/rehearsal/cast/individual.js';
import type { CastDeps } from '../../../src/client/rehearsal/cast/planned.js';
import type { SeenStep } from '../../../src/client/rehearsal/cast/seen-step.js';
import { loadScript } from '../../../src/client/rehearsal/script.js';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { sheetOf, sheetsOf } from '../../../src/register/reading/sheets.js';
import { anEvaluationSite } from '../pages/individual/evaluation-site.js';
import { CONSOLE_URL } from '../pages/parts.js';

const site = anEvaluationSite();
const told: string[] = [];
const script = loadScript('seeds/massa-carrara-2016', 2016);
if (!script.ok) throw new Error('no script');
const deps: CastDeps = {
  ref: { entity: 'ccms', exercise: 2016 },
  script: script.value,
  visit: async (address, request) => site.app.request(address, request),
  consoleUrl: CONSOLE_URL,
  now: site.now,
  tell: (line) => void told.push(line),
};
// Only whether it has opened, or ended, is looked at.
const assignment = { id: 'individuale-assegnazione', status: 'open' } as SeenStep;
const talks = (on: CivilDate) =>
  ({ id: 'individuale-colloqui', status: on < '2016-06-01' ? 'waiting' : 'open' }) as SeenStep;

/** What the cast does on some days, one after the other. */
async function plays(from: CivilDate, days: number, every = 2): Promise<void> {
  for (let on = from; on <= addDays(from, days); on = addDays(on, every)) {
    site.on(on);
    for (const [, act] of await evaluating(deps, [assignment, talks(on)])) await act.run();
  }
}

const stages = async (): Promise<readonly string[]> =>
  (await sheetsOf(site.register.db, 'ccms/2016')).map(({ stage }) => stage);

test('the cast plays everybody’s evaluation by the pages up to the self-evaluations, an objection among the proposals; nobody judges before the year’s results are there', async () => {
  await plays('2016-02-10', 6);
  expect(new Set(await stages())).toEqual(new Set(['assigned']));
  expect(await stages()).toHaveLength(14);
  // Nobody talks of half a year that has just begun.
  expect(
    (await sheetsOf(site.register.db, 'ccms/2016')).flatMap(({ made }) => made).map(({ passage }) => passage),
  ).not.toContain('note-talk');
  await plays('2016-07-18', 0);
  expect(new Set(await stages())).toEqual(new Set(['talked']));
  await plays('2017-01-10', 0);
  expect(new Set(await stages())).toEqual(new Set(['self-evaluated']));
  expect(told.filter((line) => line.includes('rifiutato'))).toEqual([]);

  const all = await sheetsOf(site.register.db, 'ccms/2016');
  const objected = all.filter((sheet) => sheet.made.some(({ passage }) => passage === 'object'));
  expect(objected.map(({ person }) => person)).toEqual(['tancredi.solaroli']);
  const head = all.find(({ person }) => person === 'ottavia.brandini');
  const sheet = await sheetOf(site.register.db, 'ccms/2016', head?.id ?? 0);
  expect(sheet?.objectives.map(({ weight, result }) => [weight, result.kind])).toEqual([
    ['30', 'individual-objective'],
    ['40', 'individual-objective'],
    ['30', 'individual-objective'],
  ]);
  expect(sheet?.passages.slice(0, 3).map(({ passage, actor }) => `${passage} ${actor}`)).toEqual([
    'propose zeno.bragadini',
    'accept ottavia.brandini',
    'assign fiorenzo.altobellini',
  ]);
}, 900_000);
