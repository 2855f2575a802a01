import { beforeAll, describe, expect, test } from 'vitest';
import { type StatusAnswer, statusOf } from '../../../src/client/cli/status/cycle-status.js';
import { statusJson, statusText } from '../../../src/client/cli/status/report.js';
import { msOfInstant } from '../../../src/domain/clock.js';
import { saveClock } from '../../../src/register/clock.js';
import { aHalfRunSite } from '../pages/site.js';

const site = aHalfRunSite('2016-09-20');
let answer: StatusAnswer;

beforeAll(async () => {
  const { now } = site.run;
  await saveClock(site.register.db, { origin: Date.now(), start: msOfInstant(now), speed: 250_000 }, now);
  const read = await statusOf(site.register, { entity: 'ccms' });
  if (!read.ok) throw new Error(read.error);
  answer = read.value;
});

describe('ciclo status', () => {
  test('shows the cycle on the day of its calendar, phase by phase, with who is awaited by name', () => {
    const lines = statusText(answer, false).split('\n');
    expect(lines[0]).toBe('ccms, ciclo 2016: in svolgimento, al 20/09/2016, prova generale, valori simulati');
    expect(lines.some((line) => /^5\. MONITORAGGIO$/.test(line))).toBe(true);
    const open = lines.find((line) => line.includes('Secondo monitoraggio'));
    expect(open).toMatch(/15\/09\/2016 +5 gg .*\(.+\)/);
    expect(lines.some((line) => /grado di realizzazione \d+(,\d+)?%, copertura/.test(line))).toBe(true);
  });

  test('with --late leaves out what is on time', () => {
    const all = statusText(answer, false);
    const late = statusText(answer, true);
    expect(all).toContain('Analisi del contesto');
    expect(late).not.toContain('Analisi del contesto');
    expect(late).toContain('Secondo monitoraggio');
  });

  test('in JSON has ISO dates and ids of people', () => {
    const told = JSON.parse(statusJson(answer, false));
    expect(told).toMatchObject({
      entity: 'ccms',
      exercise: 2016,
      status: 'running',
      today: '2016-09-20',
      simulated: true,
    });
    const open = told.steps.find((s: { id: string }) => s.id === 'monitoraggio-2');
    expect(open).toMatchObject({ dueOn: '2016-09-15', lateDays: 5 });
    expect(open.waitingFor[0].id).toMatch(/^ufficio:/);
    const first = told.steps.find((s: { id: string }) => s.id === 'monitoraggio-1');
    expect(Number(first.result.coverage)).toBeGreaterThan(0);
    expect(first.waitingFor).toEqual([]);
  });

  test('without an entity lists the cycles; of one that is not there names those that are', async () => {
    const list = await statusOf(site.register, {});
    expect(list.ok && statusText(list.value, false)).toContain('  ccms 2016: in svolgimento');
    const none = await statusOf(site.register, { entity: 'ccms', year: 1999 });
    expect(none.ok ? '' : none.error).toContain('ci sono: ccms 2016');
  });
});
