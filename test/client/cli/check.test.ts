import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleAnswers } from '../../../src/client/cli/init/example.js';
import { loadBodies } from '../../../src/seeds/bodies.js';
import { findTemplate } from '../../../src/seeds/calendar.js';
import { PACKAGED_SEEDS } from '../../../src/seeds/locate.js';
import { loadRetention } from '../../../src/seeds/retention.js';
import { aFolder } from './folder.js';
import { ciclo } from './terminal.js';

/** A folder with one sound body, and a way to spoil its files. */
async function aBody(): Promise<{
  folder: string;
  body: string;
  spoil(file: string, from: string | RegExp, to: string): void;
}> {
  const folder = aFolder({ 'risposte.yaml': exampleAnswers() });
  await ciclo('init', '--from', join(folder, 'risposte.yaml'), '--dir', folder);
  const body = join(folder, 'camera-di-valfiorita');
  return {
    folder,
    body,
    spoil: (file, from, to) => {
      const before = readFileSync(join(body, file), 'utf8');
      const after = before.replace(from, to);
      if (after === before) throw new Error(`nothing to spoil in ${file}`);
      writeFileSync(join(body, file), after);
    },
  };
}

describe('ciclo check', () => {
  test('reads every file of the seeds; the plan of Massa-Carrara has its contradictions', async () => {
    const { code, out } = await ciclo('check', PACKAGED_SEEDS, '--json');
    const report = JSON.parse(out);
    expect(report.errors).toEqual([]);
    expect(code).toBe(1);
    const [ccms] = report.bodies;
    expect(ccms).toMatchObject({ entity: 'ccms', exercise: 2016, indicators: 97, steps: 41, script: 2016 });
    expect(ccms.counts.error).toBeGreaterThan(0);
    expect(ccms.findings[0]).toMatchObject({ severity: 'error', file: expect.stringContaining('scorecard.yaml') });
  });

  test('is content with a body that is in order, and says what its documents will lack on their day', async () => {
    const { body } = await aBody();
    const { code, out } = await ciclo('check', body);
    expect(out).toContain('calendario 2027, modello piao: 41 attività dal 01/06/2026 al 30/06/2028');
    expect(out).toContain(
      'Approvazione della RPP, il 30/10/2026: non va all’organo finché «Risorse per area strategica',
    );
    expect(out).toContain('I file sono in ordine; prima delle scadenze dette sopra mancano dei dati.');
    expect(code).toBe(0);
  });

  test('gives every error of every file at once, with file, line, field and what was expected', async () => {
    const { folder, body, spoil } = await aBody();
    spoil('entity.yaml', 'policy: smvp-2016', 'policy: smvp-2029');
    spoil('calendar.yaml', 'template: piao', 'template: piani');
    spoil('plan/plan.yaml', /^entity: .*$/m, 'entity: altro-ente');
    spoil('rehearsal.yaml', /$/, 'late: [{ step: analisi, days: 2, note: x }]\n');
    const { code, out } = await ciclo('check', folder);
    expect(code).toBe(2);
    expect(out).toMatch(new RegExp(`${join(body, 'entity.yaml')}:\\d+: policy: .*smvp-2029.*ci sono smvp-2016`));
    expect(out).toContain(`${join(body, 'calendar.yaml')}: template: il modello di calendario «piani»`);
    expect(out).toMatch(/plan\.yaml:\d+: entity: il Piano è dell’ente «altro-ente»/);
    expect(out).toContain('Ci sono errori da correggere.');
  });

  test('reads the body’s own documents, with who owns their sections and what computes them', async () => {
    const { body } = await aBody();
    mkdirSync(join(body, 'documents'));
    const file = join(body, 'documents', 'contesto.yaml');
    const outline = `kind: contesto
version: "1"
sections:
  - id: sintesi
    title: Sintesi
    level: 2
    owners: [ufficio:nessuno]
    content: { kind: written }
`;
    writeFileSync(file, outline);
    const owners = await ciclo('check', body);
    expect(owners.code).toBe(2);
    expect(owners.out).toMatch(/contesto\.yaml:7: sections\.0\.owners\.0: .*«ufficio:nessuno» non esiste/);
    writeFileSync(
      file,
      outline
        .replace('ufficio:nessuno', 'controllo-gestione')
        .replace('kind: written', 'kind: computed, from: piano/nulla'),
    );
    const parts = await ciclo('check', body);
    expect(parts.code).toBe(2);
    expect(parts.out).toMatch(
      /contesto\.yaml:8: sections\.0\.content\.from: .*«piano\/nulla» non esiste; ci sono: .*piano\/cruscotto/,
    );
  });

  test('finds in the script of the rehearsal steps, offices and indicators that are not there', async () => {
    const { body, spoil } = await aBody();
    spoil(
      'rehearsal.yaml',
      /$/,
      [
        'late: [{ step: analisi, days: 2, note: x }]',
        'checkpoints: { monitoraggio-1: { silentOffices: [anagrafe] } }',
        'amendments: [{ on: 2027-09-01, reason: x, changes: [{ indicator: 9.9.9-01, target: "1" }], decision: { on: 2027-09-08, outcome: approved } }]',
        '',
      ].join('\n'),
    );
    const { code, out } = await ciclo('check', body);
    expect(code).toBe(2);
    expect(out).toContain('late.0.step: l’attività «analisi» non è nel calendario dell’ente');
    expect(out).toContain('silentOffices.0: l’ufficio «anagrafe» non è dell’ente');
    expect(out).toContain('l’indicatore «9.9.9-01» non è nel cruscotto del Piano');
  });

  test('two folders may not be the same body', async () => {
    const { folder, body } = await aBody();
    cpSync(body, join(folder, 'copia'), { recursive: true });
    const { code, out } = await ciclo('check', folder);
    expect(code).toBe(2);
    expect(out).toContain('l’identificativo «camera-di-valfiorita» è già di un altro ente');
  });

  test('a plan with an error of weight is read, and answers no', async () => {
    const { body, spoil } = await aBody();
    spoil('plan/scorecard.yaml', 'weight: "50,00%"', 'weight: "40,00%"');
    const { code, out } = await ciclo('check', body);
    expect(code).toBe(1);
    expect(out).toContain('errore: ');
  });

  test.each([
    ['«circa dieci»', '"circa dieci"', 'circa dieci'],
    ['no level to compare a value with', '"una decina o poco più"', 'una decina o poco più'],
  ])('a target of the exercise that is %s is not in order: it is named with its line', async (_, written, text) => {
    const { body, spoil } = await aBody();
    spoil('plan/scorecard.yaml', /targets: \{ 2027: "[^"]*" \}/, `targets: { 2027: ${written} }`);
    const { code, out } = await ciclo('check', body);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`1\\.1\\.1-01 \\(.*scorecard\\.yaml:\\d+\\): «${text}»`));
    expect(out).not.toContain('Tutto in ordine');
    expect(out).toContain('ma ci sono target dell’esercizio con cui nessun valore si può confrontare');
    const [told] = JSON.parse((await ciclo('check', body, '--json')).out).bodies;
    expect(told.loose).toMatchObject([{ code: '1.1.1-01', text }]);
  });

  test('a target that is there for other years only is not in order either', async () => {
    const { body, spoil } = await aBody();
    spoil('plan/scorecard.yaml', /targets: \{ 2027: "[^"]*" \}/, 'targets: { 2028: "almeno 20" }');
    const { code, out } = await ciclo('check', body);
    expect([code, out]).toEqual([1, expect.stringContaining('manca il target del 2027; c’è per altri anni')]);
    expect(out).not.toContain('Tutto in ordine');
  });

  test('a file in the encoding of Windows is refused with the line where it shows', async () => {
    const { body, spoil } = await aBody();
    spoil('entity.yaml', 'Segretario Generale', 'Qualità');
    const file = join(body, 'entity.yaml');
    writeFileSync(file, Buffer.from(readFileSync(file, 'utf8').replaceAll('’', "'"), 'latin1'));
    const { code, out } = await ciclo('check', body);
    expect([code, out]).toEqual([2, expect.stringMatching(/entity\.yaml:\d+: il testo non è in UTF-8/)]);
  });

  test('says when there is no body, or no folder', async () => {
    const empty = aFolder();
    expect((await ciclo('check', empty)).out).toContain('non c’è nessun ente');
    const gone = await ciclo('check', join(empty, 'altrove'));
    expect([gone.code, gone.out]).toEqual([2, expect.stringContaining('la cartella degli enti non esiste')]);
  });
});

describe('a folder of bodies alone', () => {
  test('uses the calendars and policies that come with the program', async () => {
    const { folder } = await aBody();
    const bodies = loadBodies(folder);
    if (!bodies.ok) throw new Error('unreadable');
    expect(bodies.value.policyOf('camera-di-valfiorita').id).toBe('smvp-2016');
    const calendar = bodies.value.calendar('camera-di-valfiorita', 2027);
    expect(calendar.ok && calendar.value.template).toBe('piao');
  });

  test('replaces one of them with a file of the same name', async () => {
    const { folder } = await aBody();
    const own = readFileSync(join(PACKAGED_SEEDS, 'calendars', 'piao.yaml'), 'utf8').replace(
      /^version: ".+"$/m,
      'version: "1-bis"',
    );
    cpSync(join(PACKAGED_SEEDS, 'calendars'), join(folder, 'calendars'), { recursive: true });
    writeFileSync(join(folder, 'calendars', 'piao.yaml'), own);
    const template = findTemplate('piao', folder);
    expect(template.ok && template.value.value.version).toBe('1-bis');
    const bodies = loadBodies(folder);
    const calendar = bodies.ok ? bodies.value.calendar('camera-di-valfiorita', 2027) : undefined;
    expect(calendar?.ok === true && calendar.value.templateVersion).toBe('1-bis');
  });
});

describe('the terms of a body', () => {
  const own = readFileSync(join(PACKAGED_SEEDS, 'retention.yaml'), 'utf8').replace(/^id: .*$/m, 'id: propri');

  test('are those beside its entity.yaml, however the folder is called; others keep to the program’s', async () => {
    const { folder, body } = await aBody();
    renameSync(body, join(folder, 'una-cartella'));
    writeFileSync(join(folder, 'una-cartella', 'retention.yaml'), own);
    const terms = loadRetention(folder);
    expect(
      terms.ok && [terms.value('camera-di-valfiorita').id === 'propri', terms.value('altra').id === 'propri'],
    ).toEqual([true, false]);
  });

  test('in a folder that is no body’s are an error, and so are those that cannot be read', async () => {
    const { folder, body } = await aBody();
    mkdirSync(join(folder, 'altrove'));
    writeFileSync(join(folder, 'altrove', 'retention.yaml'), own);
    writeFileSync(join(body, 'retention.yaml'), own.replace(/^version: .*$/m, ''));
    const { code, out } = await ciclo('check', folder);
    expect(code).toBe(2);
    expect(out).toContain(`${join(folder, 'altrove', 'retention.yaml')}: in questa cartella non c’è un ente`);
    expect(out).toMatch(new RegExp(`${join(body, 'retention.yaml')}:\\d+: version`));
  });
});
