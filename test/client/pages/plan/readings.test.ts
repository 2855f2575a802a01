import { beforeAll, describe, expect, test } from 'vitest';
import { collecting } from '../../../../src/activities/collect.js';
import { readPage } from '../../../../src/client/rehearsal/page.js';
import { completeReading } from '../../../../src/domain/accumulation.js';
import type { DatedStep } from '../../../../src/domain/calendar/types.js';
import { targetOf } from '../../../../src/domain/confirmed-readings.js';
import { allIndicators } from '../../../../src/domain/findings/walk.js';
import { formOf } from '../../../../src/forms/form-of.js';
import { previewOf } from '../../../../src/forms/preview.js';
import type { Deps } from '../../../../src/office/deps.js';
import { assessmentOf } from '../../../../src/register/assessments.js';
import { frozenIndicators } from '../../../../src/register/checkpoints.js';
import { confirmedReadingsOf } from '../../../../src/register/confirmed-readings.js';
import { frozenOf } from '../../../../src/register/frozen.js';
import { logOf } from '../../../../src/register/log.js';
import { holdersOf } from '../../../../src/register/people.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { stepsOf } from '../../../../src/register/steps.js';
import { seedPolicy } from '../../../domain/achievement/policy-fixture.js';
import { CONSOLE_URL } from '../parts.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, type HalfRunSite, rowOf, textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const READINGS = '/cicli/ccms/2016/piano/letture';
const STEERING = 'guglielmo.tarasconi';

/** A page as somebody sees its form: what is ticked and chosen in it, by name. */
const formIn = (html: string, path: string): Record<string, string> => {
  const form = readPage(html, `${CONSOLE_URL}${path}`, 200).formTo('');
  const shown = [...(form?.fields.values() ?? [])].flatMap(({ name, values }) =>
    values[0] === undefined ? [] : [[name, values[0]] as const],
  );
  return Object.fromEntries(shown);
};

const planOf = async ({ register: { db } }: HalfRunSite) => {
  const versions = await listPlanVersions(db, 'ccms', 2016);
  const version = versions.findLast((v) => v.status === 'in-force') ?? versions.at(-1);
  const found = await planVersion(db, 'ccms', 2016, version?.version ?? 0);
  if (found === undefined) throw new Error('no plan');
  return found;
};

describe('readings of a draft', () => {
  const site = aHalfRunSite('2015-11-16');
  let steering: Reader;
  beforeAll(async () => {
    steering = await signedIn(site, STEERING);
  });
  const open = async () => {
    const { plan } = await planOf(site);
    return allIndicators(plan).filter(({ node }) => {
      const target = targetOf(node, 2016);
      return target !== undefined && target.text !== '' && target.confirmed === undefined;
    });
  };

  test('the written ones are in one table, ticked, each with its text, sentence and an example of both sides', async () => {
    const page = await steering.page(READINGS);
    expect(textOf(page)).toMatch(/\d+ letture da confermare, 100% del peso del cruscotto: \d+ scritte nel target/);
    await expectTakenAway(steering.get, READINGS, 'da-confermare');
    const row = rowOf(page, '1.1.1-s07');
    expect(row).toContain('almeno 60');
    expect(row).toContain('almeno 60: più è alto, meglio è');
    expect(row).toContain('con 45: 75% (giallo)');
    expect(row).toContain('con 75: 100% (verde)');
    expect(page).toMatch(/<input type="checkbox" id="s-sheet-1-1-1-1-1-1-s07"[^>]* checked/);
    expect(page).not.toContain('1.1.1-s03');
  });

  test('of what is counted it asks whether it grows along the year; a share is a level', async () => {
    const page = await steering.page(READINGS);
    expect(rowOf(page, '1.1.1-s07')).toMatch(/cresce è un livello$/);
    expect(rowOf(page, '1.1.1-s08')).toMatch(/è un livello$/);
    expect(rowOf(page, '1.1.1-s08')).not.toContain('cresce');
  });

  test('what is ticked and whole is saved in one draft; what nobody said how to count stays open, and is said', async () => {
    const before = (await planOf(site)).version;
    const fields = formIn(await steering.page(READINGS), READINGS);
    const answer = await steering.post(READINGS, fields);
    expect(answer.status).toBe(303);
    const after = await planOf(site);
    expect(after.version).toBe(before + 1);
    const page = await steering.page(answer.headers.get('location') ?? '');
    expect(textOf(page)).toMatch(/\d+ letture confermate\. .* restano da confermare: va detto se la misura cresce/);
    const share = allIndicators(after.plan).find(({ node }) => node.code === '1.1.1-s08')?.node;
    expect(targetOf(share ?? after.plan.sheets[0]?.indicators[0] ?? ({} as never), 2016)).toMatchObject({
      confirmed: { accumulation: 'level' },
      confirmedBy: STEERING,
    });
    expect(rowOf(page, '1.1.1-s07')).toContain('almeno 60');
  });

  test('one answer serves all the counts that have none of their own, and the whole plan is read in two goes', async () => {
    const fields = formIn(await steering.page(READINGS), READINGS);
    const own = { 'a-sheet-1-1-1-1-1-1-s07': 'level' };
    expect((await steering.post(READINGS, { ...fields, 'a-tutte': 'accumulates', ...own })).status).toBe(303);
    const { plan } = await planOf(site);
    const readingOf = (code: string) => {
      const node = allIndicators(plan).find((one) => one.node.code === code)?.node;
      return node === undefined ? undefined : targetOf(node, 2016)?.confirmed;
    };
    expect(readingOf('1.1.1-s07')).toMatchObject({ accumulation: 'level' });
    expect(readingOf('1.1.1-s05')).toMatchObject({ accumulation: 'accumulates' });
    // Rows that repeat an indicator and say the same are read with it.
    expect(readingOf('1.2.1-s01')).toEqual(readingOf('1.2.1-01'));
    const left = textOf(await steering.page(READINGS));
    expect(left).toMatch(/\d+ letture da confermare.*\d+ da chiarire/);
    for (const { node } of allIndicators(plan)) {
      const confirmed = targetOf(node, 2016)?.confirmed;
      if (confirmed !== undefined) expect(completeReading(confirmed, undefined, seedPolicy())).toEqual(confirmed);
    }
  });

  test('the others are confirmed one by one, with the doubt and an example under each reading', async () => {
    const url = `${READINGS}/area-1`;
    const page = await steering.page(url);
    expect(textOf(page)).toContain('Perché va chiarito');
    expect(textOf(page)).toMatch(
      /Se è fatto il 30\/12\/2016 il risultato sarebbe 0% \(rosso\): è quello che intende\?/,
    );
    const before = (await open()).length;
    const name = 'l-sheet-1-1-1-1-1-1-s03';
    const answer = await steering.post(url, { ...formIn(page, url), [name]: '0' });
    expect(answer.status).toBe(303);
    expect((await open()).length).toBe(before - 1);
  });

  test('a count confirmed one by one without saying how it grows is asked again, with what was chosen', async () => {
    const { version } = await planOf(site);
    for (const part of ['area-2', 'area-3', 'obiettivi-individuali']) {
      const url = `${READINGS}/${part}`;
      const page = await steering.page(url);
      const fields = formIn(page, url);
      const asked = [...page.matchAll(/name="a-(?!tutte)([^"]+)"/g)].map(([, name]) => name);
      // Where the name suggests how it grows, the answer is chosen already.
      const key = asked.find((one) => fields[`a-${one}`] === undefined);
      if (key === undefined) continue;
      const answer = await steering.post(url, { ...fields, [`l-${key}`]: '0' });
      expect(answer.status).toBe(422);
      const again = await answer.text();
      expect(textOf(again)).toContain('indicare se la misura cresce nel corso dell’anno oppure è un livello');
      expect(again).toMatch(new RegExp(`id="l-${key}-0"[^>]* checked`));
      expect((await planOf(site)).version).toBe(version);
      return;
    }
    throw new Error('no count is doubtful in the reference plan');
  });
});

describe('readings of a plan in force, when nobody confirmed any before', () => {
  const site = aHalfRunSite('2016-09-20', 'open');
  let steering: Reader;
  beforeAll(async () => {
    steering = await signedIn(site, STEERING);
  });
  const results = async () =>
    await assessmentOf(site.register.db, { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' });
  const entityOf = (found: Awaited<ReturnType<typeof results>>) => found?.rollups.find((r) => r.node === 'entity');
  /** The form of who answers for the press of the Chamber. */
  const pressForm = async () => {
    const { db } = site.register;
    const ref = { cycle: 'ccms/2016', checkpoint: 'monitoraggio-2' };
    const office = (await frozenOf(db, ref)).get('1.1.1-01')?.office ?? '';
    const [officer] = await holdersOf(db, 'ccms', `ufficio:${office}`, '2016-09-20');
    const form = await formOf(db, ref, officer?.id ?? '', '2016-09-20');
    const row = form?.rows.find((one) => one.code === '1.1.1-01');
    if (form === undefined || row === undefined) throw new Error('nobody is asked');
    return { form, row };
  };

  test('a checkpoint computes nothing of what nobody confirmed, however plain: it is missing, and says why', async () => {
    const found = await results();
    expect(entityOf(found)).toMatchObject({ coverage: '0.00' });
    expect(entityOf(found)?.achievement).toBeUndefined();
    const plain = found?.indicators.find((one) => one.indicator === '1.1.1-01');
    expect(plain).toMatchObject({ state: 'doubtful', light: 'none' });
    expect(plain?.trace.map((line) => line.value).join(' ')).toContain('lettura del target da confermare');
    const frozen = await frozenIndicators(site.register.db, { cycle: 'ccms/2016', checkpoint: 'monitoraggio-2' });
    expect(frozen.filter((one) => one.reading !== undefined)).toEqual([]);
  });

  test('the officer’s form takes the value all the same, and shows no result of it', async () => {
    const { form, row } = await pressForm();
    expect(row.readingSentence).toBeUndefined();
    const preview = previewOf(row, { kind: 'number', value: '90' }, form.policy, { exercise: 2016, at: '2016-12-31' });
    expect(preview.assessment.achievement).toBeUndefined();
  });

  test('who steers finds it on the first page, at the checkpoint and among the values, with the weight; others do not', async () => {
    for (const path of [
      '/cicli/ccms/2016',
      '/cicli/ccms/2016/attivita/monitoraggio-2',
      '/cicli/ccms/2016/attivita/monitoraggio-2/gestione',
      '/cicli/ccms/2016/monitoraggi',
    ]) {
      const page = await steering.page(path);
      expect(textOf(page)).toMatch(/\d+ letture sono da confermare \(100% del peso\)/);
      expect(page).toContain(`href="${READINGS}"`);
    }
    const officer = await signedIn(site, 'lidia.fornasetti');
    expect(textOf(await officer.page('/cicli/ccms/2016'))).not.toContain('da confermare');
    expect((await officer.get(READINGS)).status).toBe(403);
    expect((await officer.post(READINGS, { versione: '1' })).status).toBe(403);
  });

  test('confirming changes no version: it is on record who, when and what, and the computed checkpoint is computed again', async () => {
    const before = await listPlanVersions(site.register.db, 'ccms', 2016);
    const page = await steering.page(READINGS);
    expect(textOf(page)).toContain('Il Piano è in vigore: confermare una lettura non cambia né il target né il peso');
    const answer = await steering.post(READINGS, { ...formIn(page, READINGS), 'a-tutte': 'accumulates' });
    expect(answer.status).toBe(303);
    expect(textOf(await steering.page(answer.headers.get('location') ?? ''))).toContain('Calcolato di nuovo');
    expect(await listPlanVersions(site.register.db, 'ccms', 2016)).toEqual(before);
    const { db } = site.register;
    const recorded = await confirmedReadingsOf(db, 'ccms/2016');
    expect(recorded.every((one) => one.by === STEERING)).toBe(true);
    expect(recorded.find((one) => one.indicator === '1.1.1-01')).toMatchObject({ target: 'almeno 25' });
    const line = (await logOf(db, { cycle: 'ccms/2016' })).find((one) => one.action === 'readings-confirmed');
    expect(line).toMatchObject({ actor: STEERING, subject: expect.stringContaining('versione') });
    const again = await results();
    expect(again?.indicators.filter((one) => one.state === 'assessed').length).toBeGreaterThan(20);
    expect(Number(entityOf(again)?.coverage)).toBeGreaterThan(30);
  });

  test('the open checkpoint takes them: form, values and what a value is checked against', async () => {
    expect((await pressForm()).row.readingSentence).toMatch(/^almeno 25/);
    const ref = { cycle: 'ccms/2016', checkpoint: 'monitoraggio-2' };
    const asked = await frozenIndicators(site.register.db, ref);
    const own = asked.find((one) => one.indicator === '1.1.1-01');
    expect(own?.reading).toMatchObject({ kind: 'threshold', value: '25' });
    expect((await frozenOf(site.register.db, ref)).get('1.1.1-01')?.reading).toEqual(own?.reading);
  });

  test('the next checkpoint freezes them', async () => {
    const { db } = site.register;
    const step = (await stepsOf(db, 'ccms/2016')).find((one) => one.id === 'monitoraggio-3')?.planned as DatedStep;
    const deps = { register: site.register, bodies: { sources: () => [] } } as unknown as Deps;
    await collecting(deps).openCheckpoint(site.run.ref, step, '2017-01-02T08:00:00Z');
    const row = await db
      .selectFrom('checkpointIndicators')
      .select('reading')
      .where('checkpoint', '=', 'monitoraggio-3')
      .where('indicator', '=', '1.1.1-01')
      .executeTakeFirst();
    expect(row?.reading).toMatchObject({ kind: 'threshold', value: '25' });
  });

  test('no text is written anew here, nothing is confirmed twice, and another version’s page is refused', async () => {
    const url = `${READINGS}/area-1`;
    const page = await steering.page(url);
    expect(textOf(page)).toContain('Il testo si cambia con un aggiornamento del Piano');
    expect(page).not.toContain('value="riscrivi"');
    const fields = { ...formIn(page, url), 'l-sheet-1-1-1-1-1-1-s03': '0' };
    expect((await steering.post(url, { ...fields, versione: '99' })).status).toBe(422);
    expect((await steering.post(url, { ...fields, 'l-sheet-1-1-1-1-1-1-s03': 'riscrivi' })).status).toBe(422);
    expect((await steering.post(url, fields)).status).toBe(303);
    const before = (await confirmedReadingsOf(site.register.db, 'ccms/2016')).length;
    expect((await steering.post(url, fields)).status).toBe(422);
    expect((await confirmedReadingsOf(site.register.db, 'ccms/2016')).length).toBe(before);
  });
});
