import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const site = aHalfRunSite('2017-02-20');
const PAGE = '/confronto';
const YEARS = `${PAGE}?primo=ccms/2015&secondo=ccms/2016`;
const BODIES = `${PAGE}?primo=ccms/2016&secondo=altra/2016`;

/** Copies rows with some columns changed. */
async function copied(
  table: string,
  where: RawBuilder<unknown>,
  changed: Readonly<Record<string, RawBuilder<unknown>>>,
): Promise<void> {
  const { db } = site.register;
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table} and is_identity = 'NO' and is_generated = 'NEVER'
  `.execute(db);
  const names = rows.map(({ name }) => name);
  const values = names.map((name) => changed[name] ?? sql.ref(name));
  await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
    select ${sql.join(values)} from ${sql.table(table)} where ${where}`.execute(db);
}

/** The cycle of 2016 once more, as another exercise or of another body; one indicator is called otherwise, one has another code. */
async function anotherCycle(entity: string, exercise: number, achievement: string): Promise<void> {
  const id = `${entity}/${exercise}`;
  const of = sql`cycle = 'ccms/2016'`;
  const cycle = sql`${id}`;
  await copied('cycles', sql`id = 'ccms/2016'`, { id: cycle, entity: sql`${entity}`, exercise: sql`${exercise}::int` });
  await copied('plan_versions', sql`entity = 'ccms' and exercise = 2016`, {
    entity: sql`${entity}`,
    exercise: sql`${exercise}::int`,
    plan: sql`replace(replace(plan::text, 'Tempo medio di lavorazione', 'Durata media'), '"1.2.3-01"', '"1.2.3-09"')::jsonb`,
  });
  await copied('steps', of, { cycle });
  await copied('checkpoints', of, { cycle });
  await copied('assessments', of, {
    cycle,
    key: sql`replace(key, 'ccms/2016', ${id})`,
    rollups: sql`jsonb_set(rollups::jsonb, '{0,achievement}', to_jsonb(${achievement}::text))`,
  });
}

beforeAll(async () => {
  await copied('entities', sql`id = 'ccms'`, { id: sql`'altra'`, name: sql`'Camera di Commercio di Altrove'` });
  await anotherCycle('ccms', 2015, '70.00');
  await anotherCycle('altra', 2016, '60.00');
});

describe('two exercises of a body', () => {
  test('stand side by side, each figure with what it stands on, and how far they are apart', async () => {
    const page = await site.page(YEARS);
    expect(textOf(page)).toMatch(
      /2015, Camera di Commercio di Massa-Carrara \(prova generale\): .*situazione al 31\/12/,
    );
    expect(rowOf(page, 'Ente nel suo insieme')).toMatch(
      /70,00% .* calcolato su.* del peso .* calcolato su.* del peso [+−][\d,]+ punti/,
    );
    expect(rowOf(page, 'Obiettivo 3.1.')).toMatch(/%.*%.* 0(,00)? punti/);
    expect(textOf(page)).toContain('Prospettive e obiettivi hanno tutti il loro corrispondente.');
  });

  test.each(['confronto', 'indicatori', 'senza-corrispondente'])('are taken away as they stand: %s', async (table) => {
    await expectTakenAway(async (path) => site.app.request(path), YEARS, table);
  });

  test('have the same indicators side by side, and the others named with why', async () => {
    const page = await site.page(YEARS);
    const [same = '', alone = ''] = page.slice(page.indexOf('id="indicatori"')).split('id="senza-corrispondente"');
    expect(rowOf(same, '1.1.1-01')).toContain('almeno 25');
    expect(textOf(same)).toMatch(/\d%.* punti/);
    expect(same).not.toContain('1.2.3-09');
    expect(rowOf(alone, '1.2.3-09')).toContain('il codice non c’è');
    expect(textOf(alone)).toMatch(/Durata media.* 2015 lo stesso codice ha un’altra denominazione: «Tempo medio/);
  });

  test('are compared at any day of the year at which both have results', async () => {
    const page = await site.page(YEARS);
    expect(page).toContain(`${PAGE}?primo=ccms%2F2015&amp;secondo=ccms%2F2016&amp;al=04-30`);
    expect(textOf(await site.page(`${YEARS}&al=04-30`))).toContain('situazione al 30/04/2016');
    expect((await site.app.request(`${YEARS}&al=02-30`)).status).toBe(404);
  });

  test('are taken away as a sheet, with coverage in columns of its own', async () => {
    const answer = await site.app.request(`${YEARS}&tabella=confronto.csv`);
    expect(answer.status).toBe(200);
    const [head = ''] = (await answer.text()).split('\n');
    for (const title of [
      'Grado 2015',
      'Copertura 2015',
      'Grado 2016',
      'Copertura 2016',
      'Differenza',
      'Corrispondenza',
    ])
      expect(head).toContain(title);
  });

  test('have nothing of single persons on the page', async () => {
    expect(await site.page(YEARS)).not.toMatch(/SG-1|individual:/);
  });

  test('are reached from the scorecard and from the list of bodies', async () => {
    expect(await site.page('/cicli/ccms/2016/cruscotto')).toContain(`href="${PAGE}?primo=ccms%2F2016"`);
    expect(await site.page('/')).toContain(`href="${PAGE}"`);
    expect(textOf(await site.page(`${PAGE}?primo=ccms/2016`))).toContain('2015, Camera di Commercio di Massa-Carrara');
  });

  test('that are one and the same are not compared', async () => {
    const text = textOf(await site.page(`${PAGE}?primo=ccms/2016&secondo=ccms/2016`));
    expect(text).toContain('È scelto due volte lo stesso ciclo');
    expect(text).not.toContain('Ente nel suo insieme');
  });
});

describe('two bodies', () => {
  test('stand side by side, and it is said that their indicators do not', async () => {
    const page = await site.page(BODIES);
    expect(rowOf(page, 'Ente nel suo insieme')).toMatch(/% .* 60,00%/);
    expect(textOf(page)).toContain('Fra enti diversi gli indicatori non si confrontano uno a uno');
    expect(page).not.toContain('id="indicatori"');
  });

  test('are nothing to who may not read one of them: neither its figures nor its name', async () => {
    const reader = await signedIn(site, 'guglielmo.tarasconi');
    for (const path of [BODIES, `${PAGE}?primo=altra/2016&secondo=ccms/2016`, `${PAGE}?primo=altra/2016`])
      expect((await reader.get(path)).status).toBe(404);
    expect((await reader.get(`${PAGE}?primo=ccms/1999`)).status).toBe(404);
    for (const path of [PAGE, YEARS]) {
      const page = await reader.page(path);
      expect(page).not.toMatch(/altra(?:\/|%2F)2016/);
      expect(page).not.toContain('Altrove');
    }
  });
});

test('where nobody says which, the latest with results are compared: a year that has only begun is not', async () => {
  await copied('cycles', sql`id = 'ccms/2016'`, { id: sql`'ccms/2017'`, exercise: sql`2017` });
  const page = textOf(await site.page(PAGE));
  expect(page).toMatch(/2016, Camera di Commercio di Massa-Carrara \(prova generale\): .*situazione al 31\/12/);
});
