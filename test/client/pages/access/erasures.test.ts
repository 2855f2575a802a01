import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { erasuresOf } from '../../../../src/register/erasures.js';
import { evidenceOf, saveEvidence } from '../../../../src/register/evidence.js';
import { logOf } from '../../../../src/register/log.js';
import { submitMeasurements } from '../../../../src/register/measurements.js';
import { aCheckpoint } from '../../../register/fixtures.js';
import { textOf } from '../site.js';
import { aDesk, NOW } from './desk.js';

/** For whom the files of these tests are named. */
const BY = { entity: 'prova', senders: ['carla'] };

const desk = aDesk();
const HERE = '/enti/prova/accessi/cancellazioni';
const BYTES = Buffer.from('busta paga');
const FILE = createHash('sha256').update(BYTES).digest('hex');
const order = { motivo: 'dati di terzi', atto: 'det. 9/2016' };
let cookie = '';

beforeAll(async () => {
  await desk.owner.query(
    `insert into roles (entity, id, title) values ('prova', 'amministratore', 'Amministratore');
     insert into holdings (entity, person, role, origin) values ('prova', 'dario', 'amministratore', 'file')`,
  );
  cookie = await desk.signedIn('dario@prova.example');
  const ref = await aCheckpoint(desk.db, 'prova/2016');
  const evidence = await saveEvidence(desk.db, 'prova', {
    name: 'busta.txt',
    mime: 'text/plain',
    bytes: BYTES,
    uploadedBy: 'carla',
    at: NOW,
  });
  const actual = { kind: 'number', value: '9' } as const;
  await submitMeasurements(desk.db, {
    ...ref,
    officer: 'carla',
    at: NOW,
    simulated: true,
    channel: 'form',
    rows: [{ indicator: 'A-1', actual, note: 'Carla era in maternità', evidence: [evidence] }],
  });
});

describe('erasing on the page of accesses', () => {
  test('is reached from there, and by who administers alone', async () => {
    expect(await (await desk.get('/enti/prova/accessi', cookie)).text()).toContain(`href="${HERE}"`);
    expect(textOf(await (await desk.get(HERE, cookie)).text())).toContain('Un file inviato per errore');
    const reader = await desk.signedIn('anna@prova.example');
    expect((await desk.get(HERE, reader)).status).toBe(403);
    expect((await desk.post(`${HERE}/file`, { ...order, file: FILE }, { cookie: reader })).status).toBe(403);
    const other = '/enti/altra/accessi/cancellazioni';
    expect((await desk.post(`${other}/file`, { ...order, file: FILE }, { cookie })).status).toBe(403);
  });

  test.each([
    ['file', { file: FILE, motivo: '' }, 'file-motivo', 'indica il motivo'],
    ['file', { file: FILE, atto: ' ' }, 'file-atto', 'indica l’atto'],
    ['file', { file: 'busta.txt' }, 'file-file', 'non è un’impronta'],
    ['file', { file: 'a'.repeat(64) }, 'file-file', 'Nessun file'],
    ['persona', { persona: '' }, 'persona-persona', 'Manca la persona'],
    ['persona', { persona: 'bruno' }, 'persona-persona', 'non c’è più nulla'],
  ])('of a %s erases nothing for %j, and says at which field', async (form, fields, field, said) => {
    const answer = await desk.post(`${HERE}/${form}`, { ...order, ...fields }, { cookie });
    const page = await answer.text();
    expect([answer.status, page]).toEqual([422, expect.stringContaining(`href="#${field}"`)]);
    expect(page).toContain(`id="${field}"`);
    expect(textOf(page)).toContain(said);
    expect(await erasuresOf(desk.db)).toEqual([]);
  });

  test('takes a file away by its address, with the act in the log', async () => {
    const answer = await desk.post(`${HERE}/file`, { ...order, file: `/evidenze/${FILE}` }, { cookie });
    expect(answer.status).toBe(303);
    const page = await desk.get(answer.headers.get('location') ?? '', cookie);
    expect(textOf(await page.text())).toContain('Cancellato il file');
    expect(await evidenceOf(desk.db, FILE, BY)).toBeUndefined();
    const [line] = await logOf(desk.db, { cycle: 'prova/2016' });
    expect(line).toMatchObject({ actor: 'dario', action: 'file-erased', channel: 'page', detail: { act: order.atto } });
  });

  test('takes away what a person wrote', async () => {
    const answer = await desk.post(`${HERE}/persona`, { ...order, persona: 'carla' }, { cookie });
    const page = await desk.get(answer.headers.get('location') ?? '', cookie);
    expect(textOf(await page.text())).toContain('Cancellati di carla: testi 1, mail 0, file 0');
    const [row] = await desk.db.selectFrom('measurements').select('note').execute();
    expect(row?.note).toBe('[testo rimosso]');
  });
});
