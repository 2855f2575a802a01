import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createActions } from '../../src/client/system/actions.js';
import type { AtWork } from '../../src/client/system/with-actions.js';
import { targetOf } from '../../src/domain/confirmed-readings.js';
import { allIndicators } from '../../src/domain/findings/walk.js';
import type { Plan } from '../../src/domain/plan.js';
import { SCOPES } from '../../src/domain/token.js';
import { planAsRead } from '../../src/register/confirmed-readings.js';
import { correctiveActionsOf } from '../../src/register/corrective-actions.js';
import { setCycleStatus } from '../../src/register/cycles.js';
import { delegationsOf } from '../../src/register/delegations.js';
import { appendLog, logOf } from '../../src/register/log.js';
import { currentMeasurements, submitMeasurements } from '../../src/register/measurements.js';
import { addSubstitution } from '../../src/register/people.js';
import { listPlanVersions, savePlanVersion } from '../../src/register/plans.js';
import { setStepState } from '../../src/register/steps.js';
import { issueToken } from '../../src/register/tokens.js';
import { through } from '../../src/register/via.js';
import { writePlanSheet } from '../../src/sheets/plan-sheet.js';
import { ciclo } from '../client/cli/terminal.js';
import { aDesk, NOW } from '../client/pages/access/desk.js';
import { obligingTemporal } from '../client/pages/access/temporal.js';
import { textOf } from '../client/pages/site.js';
import { seedPolicy } from '../domain/achievement/policy-fixture.js';
import { aCheckpoint, aPlan } from '../register/fixtures.js';

const desk = aDesk();
const CYCLE = 'prova/2016';
const PLAN = `/cicli/${CYCLE}/piano`;
const REF = { space: '', entity: 'prova', exercise: 2016 };
const OF_CYCLE = ['--entity', 'prova', '--year', '2016'];
const keyOf = (code: string): string => `scorecard-1-1-1-${code.replaceAll('.', '-')}`;

vi.mock('../../src/client/system/with-actions.js', () => ({
  withActions: (_config: unknown, _space: unknown, _entity: unknown, work: (at: AtWork) => Promise<unknown>) => {
    const register = { db: desk.db, schema: desk.schema, close: async () => undefined };
    const now = () => NOW;
    const actions = createActions({ temporal: obligingTemporal([]), register, now });
    return through({ channel: 'command-line' }, () => work({ register, actions, now }));
  },
}));

/** Four promises: two written in their text, one to choose the reading of, one that is dated. */
function promised(): Plan {
  const plan = structuredClone(aPlan()) as { -readonly [K in keyof Plan]: Plan[K] };
  const target = (code: string, name: string, text: string) => ({
    code,
    name,
    office: 'promozione',
    weight: '25',
    targets: [{ year: 2016, text }],
    source: 'prova',
  });
  const [area] = plan.areas;
  const [objective] = area?.objectives ?? [];
  const [programme] = objective?.programmes ?? [];
  if (area === undefined || objective === undefined || programme === undefined) throw new Error('no programme');
  const indicators = [
    target('1.1.1-01', 'Incontri con le imprese', 'almeno 25 incontri'),
    target('1.1.1-02', 'Quota di pratiche evase', '≥ 80%'),
    target('1.1.1-03', 'Percentuale guasti riparati', '95%'),
    target('1.1.1-04', 'Quota di pagamenti nei termini', '≥ 90%'),
  ];
  const filled = { ...programme, weight: '100', indicators };
  return {
    ...plan,
    areas: [{ ...area, objectives: [{ ...objective, programmes: [filled] }] }],
    sheets: [],
  };
}

/** Carla steers and answers for an office, Dario stands in for her this week, Bruno does neither. */
let cookies: Readonly<Record<string, string>>;
let tokens: Readonly<Record<string, string>>;

beforeAll(async () => {
  const { db } = desk;
  await aCheckpoint(db, CYCLE);
  await setCycleStatus(db, CYCLE, 'running', NOW);
  await setStepState(db, CYCLE, 'monitoraggio-1', { status: 'open' });
  await desk.owner.query(`update ${desk.schema}.cycles set policy = $1`, [JSON.stringify(seedPolicy())]);
  await desk.owner.query(`
    insert into roles (entity, id, title, board, external)
      values ('prova', 'controllo-gestione', 'Controllo di gestione', false, false);
    insert into holdings (entity, person, role, from_date, to_date, origin)
      values ('prova', 'carla', 'controllo-gestione', '2016-01-01', '2016-12-31', 'file')`);
  await addSubstitution(db, 'prova', {
    absent: 'carla',
    substitute: 'dario',
    from: '2016-05-09',
    to: '2016-05-12',
    reason: 'ferie',
  });
  const people = ['bruno', 'dario'] as const;
  cookies = Object.fromEntries(
    await Promise.all(people.map(async (id) => [id, await desk.signedIn(`${id}@prova.example`)] as const)),
  );
  tokens = Object.fromEntries(
    await Promise.all(
      people.map(async (id) => {
        const asked = { entity: 'prova', person: id, title: 'prova', issuedBy: id, days: 30, scopes: SCOPES };
        return [id, (await issueToken(db, asked)).secret] as const;
      }),
    ),
  );
});

const status = async (version: number, now: 'draft' | 'in-force') => {
  await desk.owner.query(`update ${desk.schema}.plan_versions set status = $1, in_force_from = $2 where version = $3`, [
    now,
    now === 'in-force' ? '2016-01-29' : null,
    version,
  ]);
};
const latest = async () => (await listPlanVersions(desk.db, 'prova', 2016)).at(-1)?.version ?? 0;
const nodeOf = async (code: string) =>
  allIndicators(await planAsRead(desk.db, REF, await latest())).find(({ node }) => node.code === code)?.node;
const readingOf = async (code: string) => {
  const node = await nodeOf(code);
  return node && targetOf(node, 2016)?.confirmed;
};
const lines = async (action: string) =>
  (await logOf(desk.db, { cycle: CYCLE })).filter((line) => line.action === action).toReversed();

const post = (path: string, fields: Readonly<Record<string, string>>, who = 'dario') =>
  desk.post(path, fields, { cookie: cookies[who] ?? '' });
const call = async (path: string, body: object, who = 'dario', key?: string) =>
  desk.app.request(`/api/v1/cycles/${CYCLE}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      authorization: `Bearer ${tokens[who]}`,
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
    },
  });
const command = (verb: string, args: readonly string[], who = 'dario') =>
  ciclo(...verb.split(' '), ...args, ...OF_CYCLE, '--as', who);
const seenIn = (page: string): string => /name="visto" value="([^"]*)"/.exec(page)?.[1] ?? '';

describe('readings of a plan in force', () => {
  beforeAll(async () => {
    const hash = { hash: 'h1', decisionKey: null } as const;
    await savePlanVersion(desk.db, {
      entity: 'prova',
      exercise: 2016,
      ...hash,
      version: 1,
      plan: promised(),
      inForceFrom: '2016-01-29',
      status: 'in-force',
    });
  });

  test('that wait are listed for a program, with the numbers of what each may be read as', async () => {
    const answer = await desk.app.request(`/api/v1/cycles/${CYCLE}/plan/readings`, {
      headers: { authorization: `Bearer ${tokens.dario}` },
    });
    const listed = (await answer.json()) as readonly { indicator: string; outcome: string; readings: string[] }[];
    expect(answer.status, JSON.stringify(listed)).toBe(200);
    expect(listed.map((one) => one.indicator)).toEqual(['1.1.1-01', '1.1.1-02', '1.1.1-03', '1.1.1-04']);
    expect(listed[1]?.readings).toEqual([expect.stringContaining('almeno 80%')]);
    expect(listed[2]).toMatchObject({ outcome: 'proposed' });
  });

  test('are not for who does not steer, whatever the way, and nothing is recorded', async () => {
    expect((await post(`${PLAN}/letture`, { versione: '1', [`s-${keyOf('1.1.1-02')}`]: 'si' }, 'bruno')).status).toBe(
      403,
    );
    expect((await call('/plan/versions/1/readings', { written: true }, 'bruno')).status).toBe(403);
    const told = await command('readings confirm', ['1', '--written'], 'bruno');
    expect(told.code).toBe(1);
    expect(told.err).toContain('non ricopre oggi nessuno dei ruoli');
    expect(await lines('readings-confirmed')).toEqual([]);
  });

  test('nothing said confirms nothing, by any way', async () => {
    expect((await post(`${PLAN}/letture`, { versione: '1' })).status).toBe(422);
    expect((await call('/plan/versions/1/readings', {})).status).toBe(409);
    expect((await command('readings confirm', ['1'])).code).toBe(1);
  });

  test('are confirmed by page, by API and by command, for whom one stands in, each with its line of the log', async () => {
    const page = await post(`${PLAN}/letture`, { versione: '1', [`s-${keyOf('1.1.1-02')}`]: 'si' });
    expect(page.status, textOf(await page.clone().text())).toBe(303);
    expect(await readingOf('1.1.1-02')).toMatchObject({ kind: 'threshold', value: '80' });
    const called = await call('/plan/versions/1/readings', { choices: { '1.1.1-03': 1 } });
    expect(await called.json()).toMatchObject({ confirmed: 1, left: 0, indicators: '1.1.1-03', version: 1 });
    // A count needs to be said how it grows: the others are confirmed, it stays.
    const some = await command('readings confirm', ['1', '--written', '--json']);
    expect(some.err).toBe('');
    expect(JSON.parse(some.out)).toMatchObject({ ok: true, confirmed: 1, left: 1, indicators: '1.1.1-04' });
    const rest = await command('readings confirm', ['1', '--written', '--along', '1.1.1-01=accumulates']);
    expect(rest.out).toContain('onfermata una lettura');
    expect(await readingOf('1.1.1-01')).toMatchObject({ value: '25', accumulation: 'accumulates' });
    const logged = await lines('readings-confirmed');
    expect(logged.map(({ channel }) => channel)).toEqual(['page', 'token', 'command-line', 'command-line']);
    for (const line of logged) expect(line).toMatchObject({ actor: 'dario', actingFor: 'carla' });
    expect(logged[1]?.detail).toMatchObject({ indicators: ['1.1.1-03'] });
  });

  test('one that is not there, or has not so many readings, is refused at its place', async () => {
    const answer = await call('/plan/versions/1/readings', { choices: { '9.9': 1 } });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/choices/9.9' }] });
  });

  test('are corrected and withdrawn by every way, with the reason, and once for one key', async () => {
    const wanted = { indicator: '1.1.1-01', reading: 1, accumulation: 'level' };
    const unsaid = await call('/plan/versions/1/reading-corrections', wanted);
    expect(await unsaid.json()).toMatchObject({ errors: [{ pointer: '/reason' }] });
    for (const _ of [1, 2]) {
      const answer = await call(
        '/plan/versions/1/reading-corrections',
        { ...wanted, reason: 'è una quota' },
        'dario',
        'k',
      );
      expect(answer.status).toBe(201);
    }
    expect(await readingOf('1.1.1-01')).toMatchObject({ accumulation: 'level' });
    expect(await lines('readings-corrected')).toHaveLength(1);
    const back = ['1', '1.1.1-01', '--reading', '1', '--along', 'accumulates', '--reason', 'si sommano'];
    expect((await command('readings correct', back)).out).toContain('orretta la lettura di 1.1.1-01');
    const path = `${PLAN}/letture/confermate/${encodeURIComponent('scorecard:1.1.1')}/1.1.1-02`;
    expect((await post(path, { versione: '1', lettura: 'lascia', motivo: 'va chiarita' })).status).toBe(303);
    expect(await readingOf('1.1.1-02')).toBeUndefined();
    expect(await lines('readings-withdrawn')).toMatchObject([{ actor: 'dario', actingFor: 'carla' }]);
  });

  test('an older page of them asks, and goes through when it is sent again', async () => {
    const page = await (await desk.get(`${PLAN}/letture`, cookies.dario)).text();
    const visto = seenIn(page);
    expect(visto).not.toBe('');
    expect(
      (await call('/plan/versions/1/reading-withdrawals', { indicator: '1.1.1-04', reason: 'prova' })).status,
    ).toBe(201);
    const fields = { versione: '1', [`s-${keyOf('1.1.1-02')}`]: 'si', visto };
    const asked = await post(`${PLAN}/letture`, fields);
    expect(asked.status).toBe(422);
    const again = await asked.text();
    expect(textOf(again)).toContain('Ora 2 letture aspettano conferma');
    expect((await post(`${PLAN}/letture`, { ...fields, visto: seenIn(again) })).status).toBe(303);
    expect(await readingOf('1.1.1-02')).toMatchObject({ value: '80' });
  });
});

describe('a draft of the plan', () => {
  beforeAll(() => status(1, 'draft'));
  const REASON = 'richiesto dalla Giunta';
  const edited = ['1.1.1-01', '--name', 'Incontri', '--reason', REASON];

  test('is edited by page, by API and by command: what is not said stays, and each is the next one', async () => {
    const form = {
      versione: '1',
      nome: 'Incontri con le PMI',
      ufficio: 'promozione',
      peso: '30',
      'target-2016': 'almeno 25 incontri',
      motivo: REASON,
    };
    const path = `${PLAN}/indicatori/${encodeURIComponent('scorecard:1.1.1')}/1.1.1-01`;
    const page = await post(path, form);
    expect(page.status, textOf(await page.clone().text())).toBe(303);
    expect(await nodeOf('1.1.1-01')).toMatchObject({ name: 'Incontri con le PMI', weight: '30' });
    const body = { indicator: '1.1.1-01', weight: 32.5, targets: { '2017': 'almeno 30' }, reason: REASON };
    expect((await call('/plan/versions/2/indicator-edits', body)).status).toBe(201);
    expect(await nodeOf('1.1.1-01')).toMatchObject({ name: 'Incontri con le PMI', weight: '32.5' });
    expect((await nodeOf('1.1.1-01'))?.targets.map(({ year }) => year)).toEqual([2016, 2017]);
    const told = await command('plan edit', ['3', ...edited, '--target', '2017=']);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(await latest()).toBe(4);
    expect((await nodeOf('1.1.1-01'))?.targets.map(({ year }) => year)).toEqual([2016]);
    const logged = await lines('plan-drafted');
    expect(logged.map(({ channel }) => channel)).toEqual(['page', 'token', 'command-line']);
    expect(logged.map(({ detail }) => detail)).toMatchObject(
      [2, 3, 4].map((planVersion) => ({ planVersion, reason: REASON })),
    );
    for (const line of logged) expect(line).toMatchObject({ actor: 'dario', actingFor: 'carla' });
  });

  test('from an older version it is refused, with who has saved another since', async () => {
    const told = await command('plan edit', ['2', ...edited]);
    expect(told.code).toBe(1);
    expect(told.err).toContain('Dario Prova ha salvato un’altra bozza (versione 4)');
    expect(
      (await call('/plan/versions/2/indicator-edits', { indicator: '1.1.1-01', weight: '1', reason: REASON })).status,
    ).toBe(409);
    expect(await latest()).toBe(4);
  });

  test('what does not fit is refused field by field, with nothing saved; so is who may not', async () => {
    const wrong = {
      indicator: '1.1.1-01',
      office: 'nessuno',
      mission: 'dodici',
      targets: { presto: 'x' },
      reason: REASON,
    };
    expect(await (await call('/plan/versions/4/indicator-edits', wrong)).json()).toMatchObject({
      errors: [{ pointer: '/office' }, { pointer: '/mission' }, { pointer: '/targets/presto' }],
    });
    expect(
      (await call('/plan/versions/4/indicator-edits', { indicator: '1.1.1-01', weight: '1.500', reason: REASON }))
        .status,
    ).toBe(422);
    expect((await command('plan edit', ['4', ...edited], 'bruno')).code).toBe(1);
    expect(await latest()).toBe(4);
  });

  test('a new target is read as it is said, or waits', async () => {
    const body = { indicator: '1.1.1-02', targets: { '2016': '≥ 85%' }, reading: 1, reason: REASON };
    expect((await call('/plan/versions/4/indicator-edits', body)).status).toBe(201);
    expect(await readingOf('1.1.1-02')).toMatchObject({ value: '85' });
    expect((await command('plan edit', ['5', '1.1.1-02', '--target', '2016=≥ 86%', '--reason', REASON])).code).toBe(0);
    expect(await readingOf('1.1.1-02')).toBeUndefined();
  });

  test('an indicator is added and taken away, weights are set, an earlier version is taken up again', async () => {
    const added = await command('plan add', [
      ...['6', 'scorecard:1.1.1', '--name', 'Sportelli', '--office', 'isr', '--target', '2016=≥ 2', '--reason', REASON],
      '--json',
    ]);
    expect(JSON.parse(added.out)).toMatchObject({ indicator: '1.1.1-05' });
    const removed = await call('/plan/versions/7/indicator-removals', { indicator: '1.1.1-05', reason: REASON });
    expect(removed.status).toBe(201);
    expect(await nodeOf('1.1.1-05')).toBeUndefined();
    const weighed = await command('plan weigh', ['8', '--weight', 'programma.1.1.1=90', '--reason', REASON]);
    expect(weighed).toMatchObject({ code: 0, err: '' });
    const stray = await command('plan edit-together', ['9', '--office', '9.9.9-99=isr', '--reason', REASON]);
    expect(stray.code).toBe(1);
    expect(stray.err).toContain('9.9.9-99');
    const nobody = { offices: { '1.1.1-01': 'nessuno' }, weights: { '1.1.1-01': 31 }, reason: REASON };
    expect((await call('/plan/versions/9/indicator-edits-together', nobody)).status).toBe(409);
    const older = { weights: { '1.1.1-01': 31 }, reason: REASON };
    expect((await call('/plan/versions/8/indicator-edits-together', older)).status).toBe(409);
    const wrong = await command('plan weigh', ['9', '--weight', 'programma.9=1', '--reason', REASON]);
    expect(wrong.err).toContain('«programma.9» non è una voce del Piano');
    expect(await (await call('/plan/versions/9/restorations', { from: 1 })).json()).toMatchObject({ version: 10 });
    expect(await planAsRead(desk.db, REF, 10)).toEqual(await planAsRead(desk.db, REF, 1));
  });

  test('comes from a workbook and from a table, by command and by API', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'piano-'));
    const file = join(folder, 'piano.xlsx');
    const plan = await planAsRead(desk.db, REF, 9);
    await writeFile(file, writePlanSheet(plan));
    const told = await command('plan import', ['10', '--file', file, '--reason', 'dal foglio']);
    expect(told).toMatchObject({ code: 0, err: '' });
    const body = { table: 'niente', office: 'isr', reason: 'dal documento' };
    expect((await call('/plan/versions/11/pastes', body)).status).toBe(409);
    const table = `Imprese\tPeso\tTarget 2016\n1.1 Obiettivo\t100\t\n1.1.1 Programma\t100\t\nSportelli aperti\t100\t≥ 2`;
    const pasted = await call('/plan/versions/11/pastes', { ...body, table });
    expect(pasted.status, JSON.stringify(await pasted.clone().json())).toBe(201);
    expect((await lines('plan-imported')).map(({ channel }) => channel)).toEqual(['command-line', 'token']);
  });

  test('comes from an office’s own table: what is doubtful is asked, by command and on the page, and known the next time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'peg-'));
    const file = join(folder, 'peg.csv');
    const table = [
      'Obiettivo;Indicatore;Unità di misura;Target 2016;Chi risponde',
      'Sportelli vicini;Sportelli rinnovati;n;7;Promozione',
      'Sportelli vicini;Utenti soddisfatti;%;85;Promoz. imprese',
      'Totale;;;;',
    ].join('\n');
    await writeFile(file, table);
    const from = await latest();
    const asked = await command('plan import', [String(from), '--file', file, '--reason', 'dal PEG']);
    expect(asked.code).not.toBe(0);
    expect(asked.err).toContain('«(senza ufficio)» non è un ufficio dell’ente: indicare quale è fra');
    const column = ['--column', 'Chi risponde=ufficio'];
    const doubtful = await command('plan import', [String(from), '--file', file, ...column, '--reason', 'dal PEG']);
    expect(doubtful.err).toMatch(/«Promoz. imprese» somiglia a «[^»]+»: se è quello, indicare «promozione»/);
    const office = ['--office', 'Promoz. imprese=promozione'];
    const args = [String(from), '--file', file, ...column, ...office, '--reason', 'dal PEG'];
    expect(await command('plan import', args)).toMatchObject({ code: 0, err: '' });
    const found = allIndicators(await planAsRead(desk.db, REF, from + 1)).map(({ node }) => node);
    expect(found.filter(({ source }) => source.startsWith('tabella dell’ente'))).toMatchObject([
      { name: 'Sportelli rinnovati', office: 'promozione', targets: [{ year: 2016, text: '7' }] },
      { name: 'Utenti soddisfatti', office: 'promozione', targets: [{ year: 2016, text: '85%' }] },
    ]);

    const import_ = `${PLAN}/importa`;
    const more = `${table}\nSportelli vicini;Reclami;n;non più di 4;Promoz. imprese`;
    const fields = { versione: String(from + 1), motivo: 'dal PEG corretto' };
    const page = await (await post(import_, { ...fields, modo: 'tabella', testo: more })).text();
    expect(textOf(page)).toContain('Nella tabella ci sono 3 indicatori; una riga resta fuori');
    expect(page).toMatch(/id="c-4"[\s\S]*?<option value="ufficio" selected/);
    expect(page).toMatch(/id="u-1"[\s\S]*?<option value="promozione" selected/);
    const old = 'Obiettivo;Indicatore;Target 2014;Uff. resp.\nSportelli vicini;Reclami;non più di 4;Promoz. imprese';
    const gone = await (await post(import_, { ...fields, modo: 'tabella', testo: old })).text();
    expect(textOf(gone)).toContain('Nella tabella c’è un indicatore');
    expect(gone).toMatch(/id="c-3"[\s\S]*?<option value="ufficio" selected/);
    const wrong = await post(import_, { ...fields, modo: 'conferma', testo: old });
    expect(textOf(await wrong.text())).toContain('nessuna colonna è un target dal 2016 in poi');
    const confirmed = { ...fields, modo: 'conferma', testo: more, 'c-4': 'ignora' };
    const refused = await post(import_, confirmed);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain('«(senza ufficio)» non è un ufficio dell’ente');
    const made = await post(import_, { ...confirmed, 'c-4': 'ufficio' });
    expect(made.status, textOf(await made.clone().text())).toBe(303);
    expect(allIndicators(await planAsRead(desk.db, REF, from + 2)).map(({ node }) => node.name)).toContain('Reclami');
  });
});

describe('a Piano that was approved before Ciclo', () => {
  const place = async () => `${PLAN}/versioni/${await latest()}/in-vigore`;

  test('does not come into force by who reads it, nor where nobody has said it was approved', async () => {
    expect((await post(await place(), {}, 'bruno')).status).toBe(403);
    expect(textOf(await (await post(await place(), { controllato: 'si' })).text())).toContain(
      'il Piano non è registrato come approvato prima di Ciclo',
    );
  });

  test('comes into force as the draft made of its table, from the day of its approval, once it is read again', async () => {
    await setStepState(desk.db, CYCLE, 'piano-approvazione', { status: 'done' });
    await desk.owner.query(
      `update ${desk.schema}.steps set planned = planned || '{"document": "piano"}' where id = 'piano-approvazione'`,
    );
    await appendLog(desk.db, {
      ...{ at: NOW, actor: 'carla', action: 'earlier-step-recorded', subject: 'Piano', cycle: CYCLE },
      ...{ step: 'piano-approvazione', detail: { earlier: { on: '2016-01-28', act: 'delibera n. 4' } } },
    });
    const overview = textOf(await (await desk.get(PLAN, cookies.dario)).text());
    expect(overview).toContain(
      'Il Piano è stato approvato il 28/01/2016, prima di Ciclo, ma qui non è ancora in vigore',
    );
    const read = await post(await place(), {});
    expect(textOf(await read.text())).toContain('Prima di confermare controllare che la bozza');
    expect((await listPlanVersions(desk.db, 'prova', 2016)).some((one) => one.status === 'in-force')).toBe(false);
    const version = await latest();
    const done = await command('plan in-force', [String(version)]);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(done.out).toContain(`a versione ${version} del Piano è in vigore dal 28/01/2016.`);
    expect((await listPlanVersions(desk.db, 'prova', 2016)).at(-1)).toMatchObject({
      status: 'in-force',
      inForceFrom: '2016-01-28',
    });
    const again = await call(`/plan/versions/${version}/entries-into-force`, {});
    expect(await again.text()).toContain('un Piano di questo esercizio è già in vigore');
    await status(version, 'draft');
    expect((await call(`/plan/versions/${version}/entries-into-force`, {})).status).toBe(201);
    expect((await lines('plan-brought-into-force')).map(({ channel }) => channel)).toEqual(['command-line', 'token']);
  });
});

describe('the value of one indicator, with the file that supports it', () => {
  const PATH = '/checkpoints/monitoraggio-1/indicators/A-1/values';
  const standing = async () =>
    (await currentMeasurements(desk.db, { cycle: CYCLE, checkpoint: 'monitoraggio-1' })).find(
      ({ indicator }) => indicator === 'A-1',
    );
  const kept = async () => (await desk.owner.query(`select hash from ${desk.schema}.evidence`)).rows.length;
  const content = Buffer.from('elenco degli incontri').toString('base64');

  test('is given by API and by command, for whom one stands in, and once for one key', async () => {
    const body = { value: 9, evidence: [{ name: 'elenco.txt', content }] };
    const answer = await call(PATH, body, 'dario', 'v1');
    expect(answer.status, JSON.stringify(await answer.clone().json())).toBe(201);
    const again = await call(PATH, body, 'dario', 'v1');
    expect(await again.json()).toEqual(await answer.json());
    expect(await standing()).toMatchObject({ officer: 'dario', actingFor: 'carla', channel: 'api' });
    expect((await standing())?.actual).toMatchObject({ value: '9' });
    const folder = await mkdtemp(join(tmpdir(), 'prova-'));
    await writeFile(join(folder, 'altri.txt'), 'altri incontri');
    const args = ['monitoraggio-1', 'A-1', '--value', '10', '--evidence', join(folder, 'altri.txt')];
    expect(await command('give-value', args)).toMatchObject({ code: 0, err: '' });
    expect((await standing())?.actual).toMatchObject({ value: '10' });
    expect((await standing())?.evidence).toHaveLength(2);
    expect(await kept()).toBe(2);
  });

  test('is refused with its file to who may not, or when it can not be', async () => {
    const evidence = [{ name: 'altro.txt', content: Buffer.from('un altro file').toString('base64') }];
    expect((await call(PATH, { value: '11', evidence }, 'bruno')).status).toBe(403);
    const wrong = await call(PATH, { value: 'tanti', evidence });
    expect(await wrong.json()).toMatchObject({ errors: [{ pointer: '/value' }] });
    expect(await kept()).toBe(2);
  });
});

describe('an indicator delegated to a colleague', () => {
  const AT = '/checkpoints/monitoraggio-1/indicators/A-1';
  const REF = { cycle: CYCLE, checkpoint: 'monitoraggio-1' };
  const standing = () => delegationsOf(desk.db, REF, '2016-05-10');

  test('is theirs to give until it is taken back, by API and by command, for whom one stands in', async () => {
    const given = await call(`${AT}/delegations`, { to: 'bruno', until: '30/09/2016' }, 'dario', 'd1');
    expect(given.status, JSON.stringify(await given.clone().json())).toBe(201);
    expect(await standing()).toMatchObject([{ delegator: 'carla', delegate: 'bruno', until: '2016-09-30' }]);
    const valued = await call(`${AT}/values`, { value: 12 }, 'bruno', 'v2');
    expect(valued.status, JSON.stringify(await valued.clone().json())).toBe(201);
    const [now] = await currentMeasurements(desk.db, REF);
    expect(now).toMatchObject({ officer: 'bruno', actingFor: 'carla' });
    expect(await command('take-back', ['monitoraggio-1', 'A-1'])).toMatchObject({ code: 0, err: '' });
    expect(await standing()).toEqual([]);
    expect((await call(`${AT}/values`, { value: 13 }, 'bruno')).status).toBe(403);
    const again = await command('delegate', ['monitoraggio-1', 'A-1', '--to', 'bruno']);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect((await call(`${AT}/delegation-endings`, {}, 'bruno')).status).toBe(201);
    expect(await lines('indicator-delegated')).toMatchObject([
      { actor: 'dario', actingFor: 'carla', channel: 'token' },
      { actor: 'dario', actingFor: 'carla', channel: 'command-line' },
    ]);
  });

  test('is not delegated by who does not answer for it', async () => {
    expect((await call(`${AT}/delegations`, { to: 'dario' }, 'bruno')).status).toBe(403);
    const nobody = await call(`${AT}/delegations`, { to: 'nessuno' });
    expect(await nobody.json()).toMatchObject({ errors: [{ pointer: '/to' }] });
  });
});

describe('what is meant to be done about a result far from its target', () => {
  const PATH = '/checkpoints/monitoraggio-1/indicators/A-1/corrective-actions';
  const proposals = async () =>
    (await correctiveActionsOf(desk.db, { cycle: CYCLE, checkpoint: 'monitoraggio-1' })).get('A-1');

  test('is not asked of a result that is not', async () => {
    expect((await call(PATH, { text: 'altri incontri' })).status).toBe(409);
  });

  test('is proposed by API and by command, by who answers for it, for whom they stand in', async () => {
    const sent = await submitMeasurements(desk.db, {
      cycle: CYCLE,
      checkpoint: 'monitoraggio-1',
      officer: 'carla',
      at: NOW,
      simulated: true,
      channel: 'form',
      rows: [{ indicator: 'A-1', actual: { kind: 'number', value: '1' } }],
    });
    expect(sent.ok).toBe(true);
    expect((await call(PATH, { text: 'altri incontri' }, 'bruno')).status).toBe(403);
    const called = await call(PATH, { text: 'altri incontri', due: '30/06/2016' });
    expect(called.status, JSON.stringify(await called.clone().json())).toBe(201);
    expect(await proposals()).toMatchObject({ officer: 'dario', actingFor: 'carla', text: 'altri incontri' });
    const told = await command('propose-action', ['monitoraggio-1', 'A-1', '--text', 'due incontri al mese']);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(await proposals()).toMatchObject({ text: 'due incontri al mese' });
    const past = await call(PATH, { text: 'un altro', due: '2016-01-01' });
    expect(await past.json()).toMatchObject({ errors: [{ pointer: '/due' }] });
    expect(await lines('corrective-action-proposed')).toMatchObject([
      { actor: 'dario', actingFor: 'carla', channel: 'token' },
      { actor: 'dario', actingFor: 'carla', channel: 'command-line' },
    ]);
  });
});
