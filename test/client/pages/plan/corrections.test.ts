import { beforeAll, describe, expect, test } from 'vitest';
import { readPage } from '../../../../src/client/rehearsal/page.js';
import { targetOf } from '../../../../src/domain/confirmed-readings.js';
import { allIndicators } from '../../../../src/domain/findings/walk.js';
import { formOf } from '../../../../src/forms/form-of.js';
import { frozenIndicators } from '../../../../src/register/checkpoints.js';
import { confirmedReadingsOf, planAsRead, withReadings } from '../../../../src/register/confirmed-readings.js';
import { frozenOf } from '../../../../src/register/frozen.js';
import { logOf } from '../../../../src/register/log.js';
import { holdersOf } from '../../../../src/register/people.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { CONSOLE_URL } from '../parts.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, type HalfRunSite, rowOf, textOf } from '../site.js';

const READINGS = '/cicli/ccms/2016/piano/letture';
const CONFIRMED = `${READINGS}/confermate`;
const STEERING = 'guglielmo.tarasconi';
/** The press of the Chamber: at least 25 articles. */
const PRESS = '1.1.1-01';
const ONE = `${CONFIRMED}/${encodeURIComponent('scorecard:1.1.1')}/${PRESS}`;

const formIn = (html: string, path: string): Record<string, string> => {
  const form = readPage(html, `${CONSOLE_URL}${path}`, 200).formTo('');
  const shown = [...(form?.fields.values() ?? [])].flatMap(({ name, values }) =>
    values[0] === undefined ? [] : [[name, values[0]] as const],
  );
  return Object.fromEntries(shown);
};

const latest = async ({ register: { db } }: HalfRunSite) => {
  const versions = await listPlanVersions(db, 'ccms', 2016);
  const version = versions.findLast((v) => v.status === 'in-force') ?? versions.at(-1);
  const found = await planVersion(db, 'ccms', 2016, version?.version ?? 0);
  if (found === undefined) throw new Error('no plan');
  return await withReadings(db, found);
};

const readingOf = async (site: HalfRunSite, code = PRESS) => {
  const { plan } = await latest(site);
  const node = allIndicators(plan).find((one) => one.node.code === code)?.node;
  return node === undefined ? undefined : targetOf(node, 2016)?.confirmed;
};

const linesOf = async ({ register: { db } }: HalfRunSite, action: string) =>
  (await logOf(db, { cycle: 'ccms/2016' })).filter((line) => line.action === action);

describe('a confirmed reading of a draft', () => {
  const site = aHalfRunSite('2015-11-16');
  let steering: Reader;
  beforeAll(async () => {
    steering = await signedIn(site, STEERING);
    const fields = formIn(await steering.page(READINGS), READINGS);
    await steering.post(READINGS, { ...fields, 'a-tutte': 'accumulates' });
  });

  test('is found from the page of readings, with its sentence and who confirmed it', async () => {
    expect(await steering.page(READINGS)).toContain(`href="${CONFIRMED}"`);
    const page = await steering.page(CONFIRMED);
    const row = rowOf(page, PRESS);
    expect(row).toContain('almeno 25');
    expect(row).toContain('Correggi');
    expect(page).toContain(`href="${ONE}"`);
  });

  test('is read otherwise in the next draft, with its line in the log', async () => {
    const before = await latest(site);
    expect(await readingOf(site)).toMatchObject({ accumulation: 'accumulates' });
    const fields = formIn(await steering.page(ONE), ONE);
    expect(fields).toMatchObject({ lettura: '0', 'nel-corso': 'accumulates' });
    const answer = await steering.post(ONE, { ...fields, 'nel-corso': 'level' });
    expect(answer.status).toBe(303);
    expect(await readingOf(site)).toMatchObject({ kind: 'threshold', value: '25', accumulation: 'level' });
    expect((await latest(site)).version).toBe(before.version + 1);
    expect(textOf(await steering.page(answer.headers.get('location') ?? ''))).toContain(
      `Corretta la lettura di ${PRESS}.`,
    );
    expect(await linesOf(site, 'targets-corrected')).toEqual([
      expect.objectContaining({
        actor: STEERING,
        detail: expect.objectContaining({ reason: 'lettura corretta prima dell’approvazione' }),
      }),
    ]);
  });

  test('left as it is changes nothing, and says so', async () => {
    const before = await latest(site);
    const answer = await steering.post(ONE, formIn(await steering.page(ONE), ONE));
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('la lettura è già questa');
    expect((await latest(site)).version).toBe(before.version);
  });

  test('is withdrawn: it waits for a confirmation again', async () => {
    const fields = formIn(await steering.page(ONE), ONE);
    const answer = await steering.post(ONE, { ...fields, lettura: 'lascia', motivo: 'da sentire il dirigente' });
    expect(answer.status).toBe(303);
    expect(await readingOf(site)).toBeUndefined();
    expect(rowOf(await steering.page(READINGS), PRESS)).toContain('almeno 25');
    expect((await steering.get(ONE)).status).toBe(404);
    expect((await linesOf(site, 'targets-corrected')).map((line) => line.detail)).toContainEqual(
      expect.objectContaining({ reason: 'da sentire il dirigente' }),
    );
  });

  test('is corrected only by who steers', async () => {
    const officer = await signedIn(site, 'lidia.fornasetti');
    expect((await officer.get(CONFIRMED)).status).toBe(403);
    expect((await officer.post(ONE, { versione: '1', lettura: 'lascia' })).status).toBe(403);
  });
});

describe('a confirmed reading of a plan in force that no checkpoint has computed', () => {
  const site = aHalfRunSite('2016-05-10');
  const APRIL = { cycle: 'ccms/2016', checkpoint: 'monitoraggio-1' };
  let steering: Reader;
  beforeAll(async () => {
    steering = await signedIn(site, STEERING);
  });
  const asked = async () =>
    (await frozenIndicators(site.register.db, APRIL)).find((one) => one.indicator === PRESS)?.reading;

  test('is corrected with a reason only', async () => {
    const fields = formIn(await steering.page(ONE), ONE);
    const other = fields['nel-corso'] === 'level' ? 'accumulates' : 'level';
    const answer = await steering.post(ONE, { ...fields, 'nel-corso': other });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('manca il motivo');
  });

  test('is another one at once, for the open checkpoint too, with no new version and its line in the log', async () => {
    const [versions, before] = [await listPlanVersions(site.register.db, 'ccms', 2016), await asked()];
    expect(before).toMatchObject({ kind: 'threshold', value: '25' });
    const fields = formIn(await steering.page(ONE), ONE);
    const other = fields['nel-corso'] === 'level' ? 'accumulates' : 'level';
    const answer = await steering.post(ONE, { ...fields, 'nel-corso': other, motivo: 'gli articoli si sommano' });
    expect(answer.status).toBe(303);
    expect(await listPlanVersions(site.register.db, 'ccms', 2016)).toEqual(versions);
    for (const reading of [
      await readingOf(site),
      await asked(),
      (await frozenOf(site.register.db, APRIL)).get(PRESS)?.reading,
    ]) {
      expect(reading).toMatchObject({ kind: 'threshold', value: '25', accumulation: other });
    }
    expect(await linesOf(site, 'readings-corrected')).toEqual([
      expect.objectContaining({
        actor: STEERING,
        detail: expect.objectContaining({
          reason: 'gli articoli si sommano',
          indicators: expect.arrayContaining([PRESS]),
        }),
      }),
    ]);
  });

  test('is what an amendment starts from', async () => {
    const { version } = await latest(site);
    const node = allIndicators(await planAsRead(site.register.db, site.run.ref, version)).find(
      (one) => one.node.code === PRESS,
    )?.node;
    expect(node === undefined ? undefined : targetOf(node, 2016)?.confirmed).toEqual(await readingOf(site));
  });

  test('is withdrawn, and confirmed again: the officer’s form says so each time', async () => {
    const { db } = site.register;
    const office = (await frozenOf(db, APRIL)).get(PRESS)?.office ?? '';
    const [officer] = await holdersOf(db, 'ccms', `ufficio:${office}`, '2016-05-10');
    const sentenceNow = async () =>
      (await formOf(db, APRIL, officer?.id ?? '', '2016-05-10'))?.rows.find((one) => one.code === PRESS)
        ?.readingSentence;
    expect(await sentenceNow()).toMatch(/^almeno 25/);
    const fields = formIn(await steering.page(ONE), ONE);
    expect((await steering.post(ONE, { ...fields, lettura: 'lascia', motivo: 'va chiarita' })).status).toBe(303);
    expect(await sentenceNow()).toBeUndefined();
    expect(await asked()).toBeUndefined();
    expect(await linesOf(site, 'readings-withdrawn')).toHaveLength(1);
    const open = formIn(await steering.page(READINGS), READINGS);
    expect((await steering.post(READINGS, { ...open, 'a-tutte': 'accumulates' })).status).toBe(303);
    expect(await sentenceNow()).toMatch(/^almeno 25/);
    expect((await confirmedReadingsOf(db, 'ccms/2016')).filter((one) => one.indicator === PRESS)).toHaveLength(3);
  });

  test('from a page of another version is refused', async () => {
    const fields = formIn(await steering.page(ONE), ONE);
    const answer = await steering.post(ONE, { ...fields, lettura: 'lascia', motivo: 'x', versione: '99' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('riaprire la pagina');
  });
});

describe('a reading that a checkpoint has computed', () => {
  const site = aHalfRunSite('2016-09-20');

  test('changes by amendment only: the page says so, with the link, and nothing is recorded', async () => {
    const steering = await signedIn(site, STEERING);
    const page = await steering.page(CONFIRMED);
    expect(rowOf(page, PRESS)).toContain('già calcolata: ');
    expect(page).toMatch(/<a href="[^"]+\/piano\/aggiornamento">Si cambia con un aggiornamento del Piano/);
    expect(page).not.toContain(`href="${ONE}"`);
    const { version } = await latest(site);
    const answer = await steering.post(ONE, { versione: String(version), lettura: 'lascia', motivo: 'x' });
    expect(answer.headers.get('location')).toBe(CONFIRMED);
    expect(await confirmedReadingsOf(site.register.db, 'ccms/2016')).toEqual([]);
  });
});
