import { beforeAll, describe, expect, test } from 'vitest';
import { sentence } from '../../../../src/domain/targets/sentence.js';
import { listPlanVersions, planVersion } from '../../../../src/register/plans.js';
import { readPlanSheet } from '../../../../src/sheets/plan-sheet.js';
import { type Reader, signedIn } from '../signed-in.js';
import { aHalfRunSite, rowOf, textOf } from '../site.js';
import { expectTakenAway } from '../taken-away.js';

const PLAN = '/cicli/ccms/2016/piano';
const site = aHalfRunSite('2015-11-16');
let steering: Reader;
let officer: Reader;

beforeAll(async () => {
  steering = await signedIn(site, 'guglielmo.tarasconi');
  officer = await signedIn(site, 'lidia.fornasetti');
});

const latest = async () => {
  const { db } = site.register;
  const version = (await listPlanVersions(db, 'ccms', 2016)).at(-1)?.version ?? 0;
  const found = await planVersion(db, 'ccms', 2016, version);
  if (found === undefined) throw new Error('no plan');
  return found;
};

const indicatorOf = async (code: string) => {
  const { plan } = await latest();
  return plan.areas
    .flatMap((a) => a.objectives.flatMap((o) => o.programmes.flatMap((p) => p.indicators)))
    .find((i) => i.code === code);
};

const form = async (code: string, changes: Readonly<Record<string, string>>) => {
  const indicator = await indicatorOf(code);
  const { version } = await latest();
  const targets = Object.fromEntries((indicator?.targets ?? []).map((t) => [`target-${t.year}`, t.text]));
  return {
    versione: String(version),
    nome: indicator?.name ?? '',
    ufficio: indicator?.office ?? '',
    peso: indicator?.weight?.replace('.', ',') ?? '',
    prospettiva: indicator?.perspective ?? '',
    missione: indicator?.missioneProgramma ?? '',
    motivo: 'prova',
    ...targets,
    ...changes,
  };
};
const EDIT = (code: string) => `${PLAN}/indicatori/${encodeURIComponent(`scorecard:${code.slice(0, 5)}`)}/${code}`;

describe('the working draft', () => {
  test('is shown by parts with weights, targets and findings beside the rows they concern', async () => {
    const overview = await steering.page(PLAN);
    expect(textOf(overview)).toContain('Bozza di lavoro');
    const part = await steering.page(`${PLAN}/parti/area-1`);
    const indicator = await indicatorOf('1.1.1-01');
    expect(rowOf(part, '1.1.1-01')).toContain(indicator?.targets.find((t) => t.year === 2016)?.text);
    const finding = /<li><span class="ciclo-tag[^>]*>.*?<\/span><span>(.*?)<\/span>/s.exec(part)?.[1];
    expect(finding?.length).toBeGreaterThan(10);
  });

  test('is read by everybody of the body and changed by controllo di gestione alone', async () => {
    expect(await officer.page(`${PLAN}/parti/area-1`)).not.toContain('Modifica');
    expect((await officer.get(EDIT('1.1.1-01'))).status).toBe(403);
    const before = (await latest()).version;
    expect((await officer.post(EDIT('1.1.1-01'), await form('1.1.1-01', { nome: 'x' }))).status).toBe(403);
    expect((await officer.post(`${PLAN}/pesi`, { motivo: 'x' })).status).toBe(403);
    expect((await latest()).version).toBe(before);
  });

  test('individual objectives are for who may see them: on pages and in the sheet', async () => {
    expect((await officer.get(`${PLAN}/parti/obiettivi-individuali`)).status).toBe(404);
    expect((await steering.get(`${PLAN}/parti/obiettivi-individuali`)).status).toBe(200);
    const answer = await officer.get(`${PLAN}/piano.xlsx`);
    const plan = await readPlanSheet(new Uint8Array(await answer.arrayBuffer()));
    expect(plan.ok && plan.value.individual).toEqual([]);
  });
});

describe('changing an indicator', () => {
  test('a new name and weight become a new draft, with who and why in the log', async () => {
    const before = await latest();
    const fields = await form('1.1.1-01', { nome: 'Incontri con le imprese', peso: '3,25', motivo: 'più chiaro' });
    const answer = await steering.post(EDIT('1.1.1-01'), fields);
    expect(answer.status).toBe(303);
    const after = await latest();
    expect(after).toMatchObject({ version: before.version + 1, status: 'draft' });
    expect(await indicatorOf('1.1.1-01')).toMatchObject({ name: 'Incontri con le imprese', weight: '3.25' });
    expect((await planVersion(site.register.db, 'ccms', 2016, before.version))?.hash).toBe(before.hash);
    const logged = await site.register.db
      .selectFrom('log')
      .select(['actor', 'action', 'detail'])
      .where('action', '=', 'plan-drafted')
      .orderBy('id', 'desc')
      .executeTakeFirst();
    expect(logged).toMatchObject({
      actor: 'guglielmo.tarasconi',
      action: 'plan-drafted',
      detail: { reason: 'più chiaro', planVersion: after.version },
    });
    expect(textOf(await steering.page(`${PLAN}/versioni/${after.version}`))).toContain('3,25%');
  });

  test('a new target is saved once its reading is chosen by its sentence', async () => {
    const before = (await latest()).version;
    const fields = await form('1.1.1-01', { 'target-2016': 'almeno 27' });
    const asked = await steering.post(EDIT('1.1.1-01'), fields);
    expect(asked.status).toBe(200);
    const page = textOf(await asked.text());
    expect(page).toContain('Nessuna di queste: riscrivi');
    expect((await latest()).version).toBe(before);
    expect(page).toMatch(/Con 20 il risultato sarebbe 74,07% \(giallo\): è quello che intende\?/);
    const read = { ...fields, letto: 'almeno 27', lettura: '0' };
    const unsaid = await steering.post(EDIT('1.1.1-01'), read);
    expect(unsaid.status).toBe(422);
    expect(textOf(await unsaid.text())).toContain('indicare se la misura cresce nel corso dell’anno');
    const done = await steering.post(EDIT('1.1.1-01'), { ...read, 'nel-corso': 'accumulates' });
    expect(done.status).toBe(303);
    const target = (await indicatorOf('1.1.1-01'))?.targets.find((t) => t.year === 2016);
    expect(target).toMatchObject({ text: 'almeno 27', confirmedBy: 'guglielmo.tarasconi' });
    if (target?.confirmed?.kind !== 'threshold') throw new Error('not confirmed');
    const { accumulation, ...bare } = target.confirmed;
    expect(accumulation).toBe('accumulates');
    expect(page).toContain(sentence(bare));
  });

  test('a reading chosen for another text, or that was not proposed, does not count', async () => {
    const before = (await latest()).version;
    const fields = await form('1.1.1-01', { 'target-2016': '≥ 40' });
    expect((await steering.post(EDIT('1.1.1-01'), { ...fields, letto: 'almeno 27', lettura: '0' })).status).toBe(200);
    expect((await steering.post(EDIT('1.1.1-01'), { ...fields, letto: '≥ 40', lettura: '7' })).status).toBe(422);
    expect((await latest()).version).toBe(before);
  });

  test.each([
    [{ nome: ' ' }, 'manca la denominazione'],
    [{ ufficio: 'nessuno' }, 'manca l’ufficio'],
    [{ peso: 'molto' }, '«molto» non è un peso'],
    [{ peso: '101' }, '«101» non è un peso'],
    [{ missione: 'dodici' }, '«dodici» non è una missione'],
    [{ prospettiva: 'altrove' }, 'la prospettiva scelta'],
    [{ motivo: '' }, 'manca il motivo'],
    [{ nome: 'x\u0000y' }, 'un carattere che non si può registrare'],
    [{}, 'non c’è nessuna differenza'],
    [{ versione: '1', nome: 'Altro' }, 'Guglielmo Tarasconi ha salvato un’altra bozza (versione '],
    [{ peso: '1.500' }, '«1.500» non è un peso'],
    [{ peso: '1.5' }, '«1.5» non è un peso'],
  ])('%o is refused with its reason, and nothing is saved', async (changes, sentence_) => {
    const before = (await latest()).version;
    const answer = await steering.post(EDIT('1.1.1-01'), await form('1.1.1-01', changes));
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain(sentence_);
    expect((await latest()).version).toBe(before);
  });

  test('two who save at once do not undo each other', async () => {
    const before = (await latest()).version;
    const forms = await Promise.all(['Uno', 'Due'].map((nome) => form('1.1.1-01', { nome })));
    const answers = await Promise.all(forms.map((fields) => steering.post(EDIT('1.1.1-01'), fields)));
    expect(answers.map((a) => a.status).sort()).toEqual([303, 422]);
    expect((await latest()).version).toBe(before + 1);
  });

  test('an indicator is added with the next code, and taken away', async () => {
    const { version } = await latest();
    const added = await steering.post(`${PLAN}/nuovo/${encodeURIComponent('scorecard:1.1.1')}`, {
      versione: String(version),
      nome: 'Sportelli aperti',
      ufficio: 'ufficio-registro-imprese',
      peso: '1',
      motivo: 'richiesto dalla Giunta',
      'target-2016': '≥ 2',
      letto: '≥ 2',
      lettura: '0',
      'nel-corso': 'level',
    });
    expect(added.status).toBe(303);
    const place = decodeURIComponent(new URL(added.headers.get('location') ?? '', 'http://x').hash);
    const code = place.replace('#scorecard-1-1-1-', '').replace(/^1-1-1/, '1.1.1');
    expect(await indicatorOf(code)).toMatchObject({ name: 'Sportelli aperti', weight: '1' });
    const fields = { versione: String(version + 1), azione: 'togli', motivo: 'ripensamento' };
    expect((await steering.post(EDIT(code), { ...fields, motivo: '' })).status).toBe(422);
    expect((await steering.post(EDIT(code), fields)).status).toBe(303);
    expect(await indicatorOf(code)).toBeUndefined();
  });

  test('an earlier version is taken up again as a new draft', async () => {
    const { version } = await latest();
    const first = await planVersion(site.register.db, 'ccms', 2016, 1);
    const answer = await steering.post(`${PLAN}/versioni/1`, { versione: String(version) });
    expect(answer.status).toBe(303);
    expect((await latest()).plan).toEqual(first?.plan);
  });
});

describe('reading the targets', () => {
  test('a text is written anew where no reading will do; what is left stays to be read', async () => {
    const page = await steering.page(`${PLAN}/letture/area-1`);
    const [, name = ''] = /type="radio"[^>]*name="(l-[^"]+)" value="riscrivi"/.exec(page) ?? [];
    const rewritten = name.replace(/^l-/, 't-');
    const { version } = await latest();
    const fields = { versione: String(version), [name]: 'riscrivi', [rewritten]: 'almeno 30' };
    expect((await steering.post(`${PLAN}/letture/area-1`, fields)).status).toBe(303);
    const after = await steering.page(`${PLAN}/letture/area-1`);
    expect(after).not.toContain(`name="${name}"`);
    expect(after).toContain(`name="s-${name.slice(2)}"`);
  });

  test('choosing nothing, or rewriting without a text, changes nothing', async () => {
    const { version } = await latest();
    const url = `${PLAN}/letture/area-2`;
    const page = await steering.page(url);
    const [, name = ''] = /type="radio"[^>]*name="([^"]+)" value="riscrivi"/.exec(page) ?? [];
    expect((await steering.post(url, { versione: String(version) })).status).toBe(422);
    expect((await steering.post(url, { versione: String(version), [name]: 'riscrivi' })).status).toBe(422);
    expect((await steering.post(url, { versione: String(version), [name]: '99' })).status).toBe(422);
    expect((await latest()).version).toBe(version);
  });
});

describe('weights', () => {
  test('stand beside what the level below sums to, and are saved together', async () => {
    const page = await steering.page(`${PLAN}/pesi`);
    const [, id = '', there = ''] = /name="(programma\.[^"]+)"[^>]*value="([^"]+)"/.exec(page) ?? [];
    const { version } = await latest();
    const other = there === '1' ? '2' : '1';
    const answer = await steering.post(`${PLAN}/pesi`, {
      versione: String(version),
      motivo: 'riequilibrio',
      [id]: other,
    });
    expect(answer.status).toBe(303);
    expect(textOf(await steering.page(`${PLAN}/pesi`))).toContain('differenza');
    const wrong = await steering.post(`${PLAN}/pesi`, { versione: String(version + 1), motivo: 'x', [id]: '120' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(`id="${id}-errore"`);
  });
});

describe('a plan that comes and goes as a workbook', () => {
  const upload = async (bytes: Uint8Array): Promise<Response> => {
    const body = new FormData();
    body.set('versione', String((await latest()).version));
    body.set('modo', 'foglio');
    body.set('motivo', 'dal foglio');
    body.set('file', new File([bytes], 'piano.xlsx'));
    return steering.send(`${PLAN}/importa`, body);
  };

  test('comes back the same: nothing to save', async () => {
    const sheet = await (await steering.get(`${PLAN}/piano.xlsx`)).arrayBuffer();
    const back = await readPlanSheet(new Uint8Array(sheet));
    expect(back.ok && back.value).toEqual((await latest()).plan);
    const answer = await upload(new Uint8Array(sheet));
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('non c’è nessuna differenza');
  });

  test('an earlier one becomes a new draft, and the page says what it changes', async () => {
    const sheet = await (await steering.get(`${PLAN}/piano.xlsx`)).arrayBuffer();
    const before = await latest();
    await steering.post(EDIT('1.1.1-01'), await form('1.1.1-01', { nome: 'Provvisorio' }));
    const answer = await upload(new Uint8Array(sheet));
    expect(answer.status).toBe(303);
    expect((await latest()).plan).toEqual(before.plan);
    const page = await steering.page(new URL(answer.headers.get('location') ?? '', 'http://x').pathname);
    expect(textOf(page)).toContain('denominazione');
    expect(textOf(page)).toContain('Provvisorio');
  });

  test('what is no workbook is refused, and nothing is saved', async () => {
    const { version } = await latest();
    const answer = await upload(Buffer.from('niente'));
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('Da correggere');
    expect((await latest()).version).toBe(version);
  });
});

describe('a table pasted from a document', () => {
  const paste = async (testo: string, more: Readonly<Record<string, string>> = {}) =>
    steering.post(`${PLAN}/importa`, {
      versione: String((await latest()).version),
      modo: 'tabella',
      motivo: 'dal documento',
      ufficio: 'ufficio-registro-imprese',
      testo,
      ...more,
    });

  test('its programmes take the place of those with the same code, the rest stays', async () => {
    const before = await latest();
    const perspective = before.plan.perspectives[0]?.title ?? '';
    const known = (await indicatorOf('1.1.1-01'))?.name ?? '';
    const [area] = before.plan.areas;
    const objective = area?.objectives.find((o) => o.code === '1.1');
    const text = [
      `${perspective}\tPeso\tTarget 2016\tTarget 2017`,
      `1.1 ${objective?.title}\t10,00\t\t`,
      '1.1.1 Programma nuovo\t10,00\t\t',
      `${known}\t6,00\t≥ 12\t≥ 13`,
      'Indicatore mai visto\t4,00\tentro il 31/01/2017\t',
    ].join('\n');
    const answer = await paste(text);
    expect(answer.status, textOf(await answer.clone().text())).toBe(303);
    const { plan } = await latest();
    const programme = plan.areas[0]?.objectives
      .find((o) => o.code === '1.1')
      ?.programmes.find((p) => p.code === '1.1.1');
    expect(programme?.indicators.map((i) => [i.name, i.weight])).toEqual([
      [known, '6.00'],
      ['Indicatore mai visto', '4.00'],
    ]);
    expect(programme?.indicators[0]?.code).toBe('1.1.1-01');
    expect(programme?.indicators[1]?.office).toBe('ufficio-registro-imprese');
    expect(plan.areas.slice(1)).toEqual(before.plan.areas.slice(1));
    expect(plan.sheets).toEqual(before.plan.sheets);
    const row = rowOf(await steering.page(`${PLAN}/letture/area-1`), programme?.indicators[1]?.code ?? '');
    expect(row).toContain('entro il 31/01/2017, compreso');
    expect(row).toContain('La data cade fuori dall’esercizio 2016.');
  });

  test('errors are said with line and column, and nothing is saved', async () => {
    const { version } = await latest();
    const answer = await paste('Prospettiva\tPeso\tTarget 2016\n1.1 Obiettivo\tmolto\t');
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('riga 2, colonna «Peso»');
    expect((await paste('', { ufficio: '' })).status).toBe(422);
    expect((await latest()).version).toBe(version);
  });
});

describe('weights and offices of many indicators', () => {
  const PAGE = `${PLAN}/insieme/area-1`;
  /** The fields of the weights of the scorecard's indicators, with their codes. */
  const weightsOn = (page: string) =>
    [...page.matchAll(/name="(peso\.scorecard-\d-\d-\d-(\d)-(\d)-(\d)-(\d\d))"/g)].map(
      ([, field = '', a, b, c, n]) => ({
        field,
        code: `${a}.${b}.${c}-${n}`,
      }),
    );

  test('are changed on one page, with one reason and one draft, beside what each programme sums to', async () => {
    expect(await steering.page(`${PLAN}/parti/area-1`)).toContain(`href="${PAGE}"`);
    await expectTakenAway(steering.get, PAGE, 'indicatori-insieme');
    const page = await steering.page(PAGE);
    const [first, second] = weightsOn(page);
    if (first === undefined || second === undefined) throw new Error('the part has too few indicators');
    const before = await latest();
    const [one, two] = [await indicatorOf(first.code), await indicatorOf(second.code)];
    const office = /<option value="([^"]+)">/.exec(page)?.[1] ?? '';
    const written = {
      versione: String(before.version),
      [first.field]: '1,25',
      [second.field]: '2,75',
      [first.field.replace('peso', 'ufficio')]: office,
      motivo: 'riordino',
    };
    const answer = await steering.post(PAGE, written);
    expect(answer.status).toBe(303);
    expect((await latest()).version).toBe(before.version + 1);
    expect(await indicatorOf(first.code)).toMatchObject({ name: one?.name, weight: '1.25', office });
    expect(await indicatorOf(second.code)).toMatchObject({ office: two?.office, weight: '2.75' });
    expect(textOf(await steering.page(answer.headers.get('location') ?? ''))).toContain('2 indicatori modificati');
  });

  test('what is wrong stands at its field, the rest as it was written, and nothing is saved', async () => {
    const [{ field } = { field: '' }] = weightsOn(await steering.page(PAGE));
    const before = (await latest()).version;
    const answer = await steering.post(PAGE, { versione: String(before), [field]: 'molto', motivo: 'x' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(new RegExp(`id="${field}-errore"`));
    expect((await steering.post(PAGE, { versione: String(before), motivo: 'x' })).status).toBe(422);
    expect((await latest()).version).toBe(before);
    expect((await officer.get(PAGE)).status).toBe(403);
  });
});
