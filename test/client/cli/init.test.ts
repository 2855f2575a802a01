import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { calendarTable } from '../../../src/client/cli/calendar-table.js';
import { readOffice, readPatron, readPerson } from '../../../src/client/cli/init/answers.js';
import { exampleAnswers } from '../../../src/client/cli/init/example.js';
import { init } from '../../../src/client/cli/init/new-body.js';
import type { Asker } from '../../../src/client/cli/init/questions.js';
import { slug } from '../../../src/domain/slug.js';
import { loadBodies } from '../../../src/seeds/bodies.js';
import { kindIds } from '../../../src/seeds/kind.js';
import { PACKAGED_SEEDS } from '../../../src/seeds/locate.js';
import { initWords } from '../../../src/words/init.js';
import { aFolder } from './folder.js';
import { ciclo, seen } from './terminal.js';

/** The example's answers, some of them changed. */
function answersIn(folder: string, change: (text: string) => string = (text) => text): string {
  const file = join(folder, 'risposte.yaml');
  writeFileSync(file, change(exampleAnswers()));
  return file;
}

/** Somebody who gives these answers one after the other. */
function whoAnswers(...answers: readonly string[]): Asker & { readonly heard: readonly string[] } {
  const heard: string[] = [];
  const left = [...answers];
  return {
    heard,
    ask: async (prompt) => {
      heard.push(prompt);
      const next = left.shift();
      if (next === undefined) throw Object.assign(new Error('they left'), { name: 'AbortError' });
      return next;
    },
    say: (line) => void heard.push(line),
  };
}

const options = (dir: string) => ({ dir, json: false, office: [] });

describe('ciclo init, from a file of answers', () => {
  for (const template of ['piao', 'dlgs150']) {
    test(`writes a body with the ${template} calendar that ciclo check finds in order`, async () => {
      const folder = aFolder();
      const file = answersIn(folder, (text) => text.replace('template: piao', `template: ${template}`));
      const done = await ciclo('init', '--from', file, '--dir', join(folder, 'enti'), '--json');
      expect(done.err).toBe('');
      const told = JSON.parse(done.out);
      expect(told).toMatchObject({ entity: 'camera-di-valfiorita', exercise: 2027 });
      expect(told.files).toHaveLength(8);
      const checked = await ciclo('check', join(folder, 'enti'));
      // The template of 2009 numbers two of its steps alike, as its source does.
      expect(checked.out).toMatch(/nessuna contraddizione|0 errori/);
      expect(checked.code).toBe(0);
    });
  }

  test('puts everybody where they were named, once, and lateness goes up to the head', async () => {
    const folder = aFolder();
    await ciclo('init', '--from', answersIn(folder), '--dir', folder);
    const bodies = loadBodies(folder);
    if (!bodies.ok) throw new Error('unreadable');
    const { people, offices } = bodies.value.entity('camera-di-valfiorita');
    expect(people.map((p) => p.id)).toEqual([
      'elvira.montanari',
      'sauro.benedetti',
      'ida.farnesi',
      'corrado.lisi',
      'nives.gori',
      'delio.fabbri',
    ]);
    expect(people[2]?.holds.map((h) => h.role)).toEqual([
      'segreteria-consiglio',
      'segreteria-giunta',
      'comitato-conciliazione',
      'comunicazione',
      'amministratore',
    ]);
    expect(people[1]?.manager).toBe('elvira.montanari');
    expect(people[3]?.manager).toBeUndefined();
    expect(offices.map((o) => o.id)).toEqual(['servizi-al-pubblico', 'ufficio-tecnico']);
  });

  test.each(kindIds())('has an example of a body of the kind «%s», which it takes', async (kind) => {
    const folder = aFolder();
    const { out, code } = await ciclo('init', '--example', '--kind', kind);
    expect([code, out]).toEqual([0, expect.stringContaining(`\nkind: ${kind}\n`)]);
    writeFileSync(join(folder, 'risposte.yaml'), out);
    const done = await ciclo('init', '--from', join(folder, 'risposte.yaml'), '--dir', folder);
    expect([done.code, done.err]).toEqual([0, '']);
    expect((await ciclo('check', folder)).code).toBe(0);
  });

  test('says to a Comune what its calendars are for, who was given which role, and calls its Piano what it is', async () => {
    const folder = aFolder();
    const example = (await ciclo('init', '--example', '--kind', 'comune')).out;
    expect(example).toMatch(/^# {3}comune-50: .*50 dipendenti/m);
    writeFileSync(join(folder, 'risposte.yaml'), example);
    const { out } = await ciclo('init', '--from', join(folder, 'risposte.yaml'), '--dir', folder);
    expect(out).toContain('  Sauro Benedetti: Controllo di gestione, Responsabile del servizio finanziario\n');
    expect(out).toContain('  Corrado Lisi: Nucleo di valutazione\n');
    expect(out).toMatch(/Nives Gori: Incarichi di elevata qualificazione, ufficio «.+», di cui risponde\n/);
    const read = (file: string) => readFileSync(join(folder, 'comune-di-valfiorita', file), 'utf8');
    expect(read('entity.yaml')).toContain('{ role: nucleo-valutazione, to: 2028-06-30 }');
    expect(read('plan/plan.yaml')).toContain('title: "Piano integrato di attività e organizzazione (PIAO) 2027-2029"');
    const bodies = loadBodies(folder);
    const dated = bodies.ok ? bodies.value.calendar('comune-di-valfiorita', 2027) : bodies;
    if (!bodies.ok || !dated.ok) throw new Error('unsound');
    expect(calendarTable(dated.value, bodies.value.entity('comune-di-valfiorita'))).toMatch(
      /^1-bis Presa d'atto del rapporto sul primo semestre +In itinere/m,
    );
    const refused = await ciclo('init', '--example', '--kind', 'comunne');
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--kind: «comunne» non c’è')]);
  });

  const template = (id: string): string =>
    readFileSync(join(PACKAGED_SEEDS, 'calendars', 'piao.yaml'), 'utf8').replace(/^id: .*$/m, `id: ${id}`);
  const withOurs = (text: string): string => text.replace('template: piao', 'template: nostro');

  test('takes a template of the installation, and the commands it prints work as they are printed', async () => {
    const folder = join(aFolder({ 'gli enti/calendars/nostro.yaml': template('nostro') }), 'gli enti');
    const before = process.env.CICLO_SEEDS;
    try {
      const done = await ciclo('--seeds', folder, 'init', '--from', answersIn(folder, withOurs));
      expect([done.code, done.err]).toEqual([0, '']);
      const commands = [...done.out.matchAll(/(?:bin\/ciclo|npm start --) (.*)$/gm)].map(([, words = '']) => words);
      expect(commands.map((words) => words.includes(`'${folder}`))).toEqual([true, true, true]);
      for (const words of commands.slice(0, 2)) {
        delete process.env.CICLO_SEEDS;
        const asTyped = [...words.matchAll(/'([^']*)'|(\S+)/g)].map(([word, quoted]) => quoted ?? word);
        // The folder of the check is quoted as a whole.
        const run = await ciclo(...asTyped);
        expect([words, run.code, run.err]).toEqual([words, 0, '']);
      }
      const written = [...done.out.matchAll(/^ {2}(\S.*\.yaml)$/gm)].map(([, file = '']) => file);
      expect(written).toHaveLength(8);
      expect(written.filter((file) => !existsSync(file))).toEqual([]);
    } finally {
      if (before === undefined) delete process.env.CICLO_SEEDS;
      else process.env.CICLO_SEEDS = before;
    }
  });

  test('names the files that are wrong where they are, not a copy nobody has', async () => {
    const other = aFolder({ 'calendars/nostro.yaml': template('di-altri') });
    const renamed = await ciclo('init', '--from', answersIn(other, withOurs), '--dir', other);
    expect([renamed.code, renamed.err]).toEqual([
      2,
      expect.stringContaining(`${join(other, 'calendars', 'nostro.yaml')}:`),
    ]);
    const broken = aFolder({ 'documents/piano.yaml': 'kind: piano\nversion: 1\n' });
    const refused = await ciclo('init', '--from', answersIn(broken), '--dir', broken);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`${join(broken, 'documents', 'piano.yaml')}:`);
    expect(refused.err).not.toContain('ciclo-init-');
  });

  test('never touches what is there', async () => {
    const folder = aFolder({ 'camera-di-valfiorita/appunti.txt': 'da tenere' });
    const done = await ciclo('init', '--from', answersIn(folder), '--dir', folder);
    expect(done.code).toBe(1);
    expect(done.err).toContain('esiste già: non è stato scritto nulla');
    expect(existsSync(join(folder, 'camera-di-valfiorita', 'entity.yaml'))).toBe(false);
  });

  test('refuses the id of a body that is in another folder', async () => {
    const folder = aFolder();
    const file = answersIn(folder);
    await ciclo('init', '--from', file, '--dir', folder);
    writeFileSync(
      join(folder, 'camera-di-valfiorita', 'entity.yaml'),
      readFileSync(join(folder, 'camera-di-valfiorita', 'entity.yaml'), 'utf8').replace(/^id: .*$/m, 'id: valle'),
    );
    const done = await ciclo('init', '--from', file, '--dir', folder, '--id', 'valle');
    expect([done.code, done.err]).toEqual([1, expect.stringContaining('«valle» è già di un altro ente')]);
  });

  test('names file, line, field and what was expected', async () => {
    const folder = aFolder();
    const file = answersIn(folder, (text) =>
      text.replace('exercise: 2027', 'exercise: duemila').replace('seat:', 'sede:'),
    );
    const done = await ciclo('init', '--from', file, '--dir', folder);
    expect(done.code).toBe(2);
    expect(done.err).toContain(`${file}:12: exercise: atteso`);
    expect(done.err).toContain('sede');
  });

  test('says in Italian what any field was expected to be', async () => {
    const folder = aFolder();
    const file = answersIn(folder, (text) => text.replace('month: 6, day: 24', 'month: 13, day: ventiquattro'));
    const done = await ciclo('init', '--from', file, '--dir', folder);
    expect(done.err).toContain('patronSaint.month: atteso un mese da 1 a 12, trovato');
    expect(done.err).toContain('patronSaint.day: atteso un giorno da 1 a 31, trovato');
    expect(done.err).not.toMatch(/expected|invalid/i);
  });

  test('does not let who prepares record the decision', async () => {
    const folder = aFolder();
    const file = answersIn(folder, (text) =>
      text.replace(/Ida Farnesi, email: ida.farnesi/g, 'Sauro Benedetti, email: sauro.benedetti'),
    );
    const done = await ciclo('init', '--from', file, '--dir', folder);
    expect(done.code).toBe(1);
    expect(done.err).toContain('chi prepara un documento non ne registra la decisione');
  });

  test('three offices share exactly 100%', async () => {
    const folder = aFolder();
    await ciclo(
      'init',
      '--from',
      answersIn(folder),
      '--dir',
      folder,
      ...['A', 'B', 'C'].flatMap((o) => ['--office', `Ufficio ${o}: Anna ${o} <${o}@valfiorita.example>`]),
    );
    const scorecard = readFileSync(join(folder, 'camera-di-valfiorita', 'plan', 'scorecard.yaml'), 'utf8');
    expect([...scorecard.matchAll(/^ {16}weight: "(.*)"$/gm)].map((m) => m[1])).toEqual(['33,34%', '33,33%', '33,33%']);
  });

  test('without a terminal says which answers are missing', async () => {
    const folder = aFolder();
    const missing = await ciclo('init', '--dir', folder, '--name', 'Ente');
    expect(missing.code).toBe(2);
    for (const flag of ['--id', '--seat', '--patron', '--template', '--year', '--office', '--head', '--validator']) {
      expect(missing.err).toContain(flag);
    }
    expect(missing.err).not.toContain('--policy');
  });
});

describe('ciclo init, asking', () => {
  const ANSWERS = [
    'comune',
    'Comune di Sant’Àgata',
    '',
    'Sant’Agata',
    'Sant’Agata',
    'Sant’Agata, 5/2',
    '',
    '2028',
    '',
    'Elvira Montanari <elvira@agata.example>',
    'Sauro Benedetti',
    'Sauro Benedetti <sauro@agata.example>',
    'Ida Farnesi <ida@agata.example>',
    'Corrado Lisi <corrado@agata.example>',
    'Ida Farnesi <ida@agata.example>',
    '',
    'Ufficio Tributi: Nives Gori <nives@agata.example>',
    '',
  ];

  test('puts eleven questions, proposes what it can, and asks again for what it can not read', async () => {
    const folder = aFolder();
    const asker = whoAnswers(...ANSWERS);
    expect((await seen(() => init(options(folder), asker))).code).toBe(0);
    expect(asker.heard.flatMap((line) => /^(\d+)\. /.exec(line)?.[1] ?? [])).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
    ]);
    expect(asker.heard.join('\n')).toContain('[comune-di-sant-agata]');
    expect(asker.heard.join('\n')).toMatch(/^1\. Tipo di ente\n {5}azienda-sanitaria: .*\n {5}camera: Camera di comm/m);
    expect(asker.heard.join('\n')).toMatch(/\n {5}comune-50: .*\n {3}Quale \[comune\]: $/m);
    expect(asker.heard).toContain(`   ${initWords.wrong.patron('Sant’Agata')}`);
    expect(asker.heard).toContain(`   ${initWords.wrong.person('Sauro Benedetti')}`);
    const entity = readFileSync(join(folder, 'comune-di-sant-agata', 'entity.yaml'), 'utf8');
    expect(entity).toContain('patronSaint: { name: "Sant’Agata", month: 2, day: 5 }');
    expect(readFileSync(join(folder, 'comune-di-sant-agata', 'calendar.yaml'), 'utf8')).toContain('template: comune');
    expect(asker.heard).toContain('     Nucleo di valutazione: ');
  });

  test('asks only what the options do not say', async () => {
    const folder = aFolder();
    const asker = whoAnswers('Massa');
    const file = answersIn(folder, (text) => text.replace(/^seat: .*\n/m, ''));
    expect((await seen(() => init({ ...options(folder), from: file }, asker))).code).toBe(0);
    expect(asker.heard.filter((line) => /^\d+\. /.test(line))).toEqual(['4. Comune della sede: ']);
  });

  test('says at the answer what does not hold together with those before it', async () => {
    const folder = aFolder({ 'valle/appunti.txt': 'da tenere' });
    const asker = whoAnswers(
      'camera',
      'Comune di Valle',
      'valle',
      'comune-di-valle',
      'Valle',
      'San Rocco, 16/8',
      '',
      '2028',
      '',
      'Elvira Montanari <elvira@valle.example>',
      'Sauro Benedetti <elvira@valle.example>',
      'Sauro Benedetti <sauro@valle.example>',
      'Sauro Benedetti <sauro@valle.example>',
      'Ida Farnesi <ida@valle.example>',
      'Corrado Lisi <corrado@valle.example>',
      'Ida Farnesi <ida@valle.example>',
      'Ufficio Tributi: Nives Gori <nives@valle.example>',
      'Ufficio  tributi: Delio Fabbri <delio@valle.example>',
      'Ufficio Anagrafe: Delio Fabbri <nives@valle.example>',
      '',
    );
    expect((await seen(() => init(options(folder), asker))).code).toBe(0);
    const heard = asker.heard.map((line) => line.trim());
    expect(heard).toContainEqual(expect.stringContaining('esiste già'));
    expect(heard).toContain(initWords.wrong.otherName('elvira@valle.example', 'Elvira Montanari'));
    expect(heard).toContain(
      initWords.wrong.fourEyes('Controllo di gestione', 'Segreteria del Consiglio e della Giunta'),
    );
    expect(heard).toContain(initWords.wrong.officeTwice('Ufficio  tributi'));
    expect(heard).toContain(initWords.wrong.otherName('nives@valle.example', 'Nives Gori'));
  });

  test('asks nothing when what the options say does not hold together', async () => {
    const folder = aFolder({ 'camera-di-valfiorita/appunti.txt': 'da tenere' });
    const asker = whoAnswers();
    const file = answersIn(folder, (text) => text.replace(/^seat: .*\n/m, ''));
    const done = await seen(() => init({ ...options(folder), from: file }, asker));
    expect([done.code, done.err]).toEqual([1, expect.stringContaining('esiste già')]);
    expect(asker.heard).toEqual([]);
  });

  test('writes nothing when who answers goes away', async () => {
    const folder = aFolder();
    const left = await seen(() => init(options(folder), whoAnswers(...ANSWERS.slice(0, 8))));
    expect([left.code, left.err]).toEqual([2, expect.stringContaining('non è stato scritto nulla')]);
    expect(existsSync(join(folder, 'comune-di-sant-agata'))).toBe(false);
  });
});

test('people, offices and saints are read as they are written', () => {
  expect(readPerson(' Anna Rossi <anna.rossi@ente.it> ')).toEqual({
    ok: true,
    value: { name: 'Anna Rossi', email: 'anna.rossi@ente.it' },
  });
  expect(readPerson('anna.rossi@ente.it').ok).toBe(false);
  expect(readOffice('Ufficio: Anna Rossi <a@b.it>').ok).toBe(true);
  expect(readPatron('San Ceccardo 16/6')).toEqual({ ok: true, value: { name: 'San Ceccardo', month: 6, day: 16 } });
  expect(readPatron('San Ceccardo, 31/02').ok).toBe(false);
  expect(slug('Università di Forlì – Cesena')).toBe('universita-di-forli-cesena');
});
