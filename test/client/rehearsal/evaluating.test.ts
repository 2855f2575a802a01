import { expect, test } from 'vitest';
import { evaluating } from '../../../src/client/rehearsal/cast/individual.js';
import type { CastDeps } from '../../../src/client/rehearsal/cast/planned.js';
import type { SeenStep } from '../../../src/client/rehearsal/cast/seen-step.js';
import { loadScript } from '../../../src/client/rehearsal/script.js';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { scoreNow, sheetOf, sheetsOf } from '../../../src/register/reading/sheets.js';
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

/** What the cast does on some days, one after the other. */
async function plays(from: CivilDate, days: number, every = 2): Promise<void> {
  for (let on = from; on <= addDays(from, days); on = addDays(on, every)) {
    site.on(on);
    for (const [, act] of await evaluating(deps, [assignment])) await act.run();
  }
}

const stages = async (): Promise<readonly string[]> =>
  (await sheetsOf(site.register.db, 'ccms/2016')).map(({ stage }) => stage);

test('the cast plays the whole evaluation of everybody by the pages, an objection and a conciliazione in it, to the same result', async () => {
  await plays('2016-02-10', 6);
  expect(new Set(await stages())).toEqual(new Set(['assigned']));
  expect(await stages()).toHaveLength(14);
  await plays('2016-07-18', 0);
  expect(new Set(await stages())).toEqual(new Set(['talked']));
  await plays('2017-01-10', 0);
  expect(new Set(await stages())).toEqual(new Set(['self-evaluated']));
  await plays('2017-04-05', 24, 4);
  expect(told.filter((line) => line.includes('rifiutato'))).toEqual([]);
  expect(new Set(await stages())).toEqual(new Set(['signed-off']));

  const all = await sheetsOf(site.register.db, 'ccms/2016');
  const made = (passage: string) =>
    all.filter((sheet) => sheet.made.some((one) => one.passage === passage)).map(({ person }) => person);
  expect(made('object')).toEqual(['tancredi.solaroli']);
  expect(made('conclude-conciliation')).toEqual(['evaristo.lombardelli']);

  const results = await Promise.all(
    all.map(async ({ id, person }) => {
      const sheet = await sheetOf(site.register.db, 'ccms/2016', id);
      const score = sheet && scoreNow(sheet);
      return [person, [score?.coverage, score?.band?.id, score?.score]] as const;
    }),
  );
  expect(results.filter(([, [coverage]]) => coverage !== '100')).toEqual([]);
  expect(Object.fromEntries(results.map(([person, [, band]]) => [person, band]))).toMatchInlineSnapshot();
  const head = await sheetOf(
    site.register.db,
    'ccms/2016',
    all.find(({ person }) => person === 'ottavia.brandini')?.id ?? 0,
  );
  expect(head?.objectives.map(({ weight, result }) => [weight, result.kind])).toEqual([
    ['30', 'individual-objective'],
    ['40', 'individual-objective'],
    ['30', 'individual-objective'],
  ]);
  expect(head?.passages.map(({ passage, actor }) => `${passage} ${actor}`)).toEqual([
    'propose zeno.bragadini',
    'accept ottavia.brandini',
    'assign fiorenzo.altobellini',
    'note-talk ottavia.brandini',
    'evaluate-self ottavia.brandini',
    'evaluate zeno.bragadini',
    'sign-off fiorenzo.altobellini',
  ]);
}, 240_000);
