import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/client/cli/check/check-files.js';
import { everHeldBy, OIV } from '../../src/domain/entity.js';
import { readMission } from '../../src/domain/missions.js';
import { COMPUTED_PARTS } from '../../src/office/computed/index.js';
import { loadBodies } from '../../src/seeds/bodies.js';
import { templateIds } from '../../src/seeds/calendar.js';
import { findKind, kindIds, parseKind } from '../../src/seeds/kind.js';
import { PACKAGED_SEEDS } from '../../src/seeds/locate.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';
import { aFolder } from '../client/cli/folder.js';
import { ciclo } from '../client/cli/terminal.js';
import { answersOf, exampleOf } from '../setup/example-body.js';

/** A folder with one new body of a kind, as `ciclo init` writes it, changed. */
async function newBody(
  kind: string,
  template: string,
  change: Readonly<Record<string, (text: string) => string>> = {},
): Promise<string> {
  const folder = aFolder({ 'risposte.yaml': answersOf(kind, template) });
  const done = await ciclo('init', '--from', join(folder, 'risposte.yaml'), '--dir', join(folder, 'enti'));
  expect([done.err, done.code]).toEqual(['', 0]);
  const { writeFileSync } = await import('node:fs');
  for (const [file, changed] of Object.entries(change)) {
    const path = join(folder, 'enti', 'valfiorita', file);
    const before = readFileSync(path, 'utf8');
    const after = changed(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  }
  return join(folder, 'enti');
}

const usualCalendar = (id: string): string => {
  const kind = findKind(id);
  return (kind?.ok === true ? kind.value.value.calendars[0] : undefined) ?? '';
};

const errorsIn = (folder: string): readonly string[] => checkFiles(folder).errors.map(formatSeedError);

describe.each(kindIds())('the kind «%s»', (id) => {
  const found = findKind(id);
  const kind = found?.ok === true ? found.value.value : undefined;

  test('is sound, and what its documents have computed there is', () => {
    expect(found?.ok === false ? found.error.map(formatSeedError) : found?.ok).toBe(true);
    const parts = (kind?.documents ?? []).flatMap(({ sections }) =>
      sections.flatMap(({ content }) => (content.kind === 'computed' ? content.from : [])),
    );
    expect(parts.filter((part) => !Object.hasOwn(COMPUTED_PARTS, part))).toEqual([]);
    expect(kind?.calendars.filter((calendar) => !templateIds().includes(calendar))).toEqual([]);
  });

  test('has no chapter with a number after one that may be missing: numbers do not jump', () => {
    const jumps = (kind?.documents ?? []).flatMap(({ sections }) =>
      sections.flatMap(({ title, level, required }, at) => {
        const later = sections.slice(at + 1).findIndex((one) => one.level < level);
        const after = sections.slice(at + 1, later === -1 ? undefined : at + 1 + later);
        // Those of level 2 have the numbers of the decree, whatever is left out.
        const numbered = (one: { readonly title: string }): boolean => /^\d/.test(one.title);
        const follows = after.some((one) => one.level === level && numbered(one));
        return level > 2 && !required && numbered({ title }) && follows ? title : [];
      }),
    );
    expect(jumps).toEqual([]);
  });

  test.each(kind?.calendars ?? [])(
    'a new body of it, with the calendar «%s», has everything in order',
    async (template) => {
      const folder = await newBody(id, template);
      expect(errorsIn(folder)).toEqual([]);
      expect(checkFiles(folder).code).toBe(0);
    },
  );
});

test('a new Chamber is told before its year that its RPP waits for resources, and where they are written; one that has them is not', async () => {
  const folder = await newBody('camera', 'piao');
  const [body] = checkFiles(folder).bodies;
  expect(body?.lacking.map(({ step, dueOn, section }) => [step, dueOn, section])).toContainEqual([
    'Approvazione della RPP',
    '2026-10-30',
    'Risorse per area strategica e programma',
  ]);
  const told = await ciclo('check', folder);
  expect([told.out.includes('foglio «Budget»'), told.out.includes('Tutto in ordine.'), told.code]).toEqual([
    true,
    false,
    0,
  ]);
  expect(checkFiles(join(PACKAGED_SEEDS, 'massa-carrara-2016')).bodies[0]?.lacking).toEqual([]);
});

/** Sections and subsections of the *Piano tipo* (D.M. 132/2022, annex). */
const PIAO = ['1.', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3', '4.'];

describe.each([
  ['camera', 'piao'],
  ['comune', 'comune'],
  ['comune', 'comune-50'],
  ['provincia', 'provincia'],
  ['universita', 'universita'],
  ['azienda-sanitaria', 'azienda-sanitaria'],
  ['ministero-agenzia', 'ministero-agenzia'],
])('the PIAO of the kind «%s» with the calendar «%s»', (kind, template) => {
  const piao = async () => {
    const bodies = loadBodies(await newBody(kind, template));
    if (!bodies.ok) throw new Error(bodies.error.map(formatSeedError).join('\n'));
    const found = bodies.value.outlines('valfiorita').filter(({ value }) => value.kind === 'piano');
    const entity = bodies.value.entity('valfiorita');
    return { found, entity, sections: found[0]?.value.sections ?? [] };
  };

  test('has the sections of the decree in their order, and performance comes from the Piano on record', async () => {
    const { found, sections } = await piao();
    expect(found).toHaveLength(1);
    const numbered = sections.filter(({ level }) => level === 2);
    expect(numbered.map(({ title }) => title.split(' ')[0])).toEqual(PIAO);
    expect(numbered.map(({ content }) => content.kind)).toEqual(PIAO.map(() => 'written'));
    const performance = sections.findIndex(({ id }) => id === 'performance');
    const below = sections.slice(
      performance + 1,
      sections.findIndex(({ level }, at) => at > performance && level === 2),
    );
    const from = below.flatMap(({ content }) => (content.kind === 'computed' ? content.from : []));
    expect(from).toEqual(expect.arrayContaining(['piano/albero', 'piano/cruscotto', 'piano/obiettivi-dirigenti']));
  });

  test('wants of who has more than fifty employees every section, of the others those of art. 6', async () => {
    const left = (await piao()).sections.filter(({ level, required }) => level === 2 && !required);
    expect(left.map(({ title }) => title.split(' ')[0])).toEqual(template === 'comune-50' ? ['2.1', '4.'] : []);
  });

  test('has each section written by somebody who is there', async () => {
    const { entity, sections } = await piao();
    const named = sections.flatMap(({ owners }) => owners);
    expect(named.filter((role) => everHeldBy(entity, role).length === 0)).toEqual([]);
    const writers = new Set(sections.flatMap(({ owners, content }) => (content.kind === 'written' ? owners : [])));
    expect(writers.size).toBeGreaterThan(1);
  });
});

test('a Chamber whose Piano is an act by itself has the index of before', async () => {
  const bodies = loadBodies(await newBody('camera', 'dlgs150'));
  if (!bodies.ok) throw new Error(bodies.error.map(formatSeedError).join('\n'));
  const piano = bodies.value.outlines('valfiorita').filter(({ value }) => value.kind === 'piano');
  expect(piano.map(({ value }) => value.sections[0]?.title)).toEqual(['Presentazione del Piano']);
});

describe('the rules people are evaluated by', () => {
  test.each([
    ['comune', 'segretario-generale', 'Segretario Generale', 'giunta'],
    ['provincia', 'segretario-generale', 'Segretario Generale', 'presidente'],
    ['universita', 'direttore-generale', 'Direttore generale', 'consiglio-amministrazione'],
    ['ordine-piccolo', 'segretario', 'Segretario o direttore', 'consiglio-direttivo'],
  ])(
    'have in the kind «%s» who heads it evaluated by the board that decides there',
    async (kind, head, title, board) => {
      const bodies = loadBodies(await newBody(kind, usualCalendar(kind)));
      if (!bodies.ok) throw new Error(bodies.error.map(formatSeedError).join('\n'));
      const [first] = bodies.value.policyOf('valfiorita').individual?.groups ?? [];
      expect(first).toMatchObject({
        title,
        who: { kind: 'role', role: head },
        evaluator: { kind: 'board', proposes: OIV, decides: board },
      });
      // What a cycle is prepared with.
      const own = bodies.value.rules('valfiorita', []);
      expect(own.ok && own.value.policy.individual).toEqual(bodies.value.policyOf('valfiorita').individual);
    },
  );

  test('are refused where they give a part to a role the body does not have, with what to write', async () => {
    const folder = await newBody('comune', 'comune', {
      'entity.yaml': (text) =>
        text
          .replace(/^.*id: comitato-conciliazione.*\n/m, '')
          .replace('{ role: comitato-conciliazione }, ', '')
          .replace(', { role: comitato-conciliazione }', ''),
    });
    expect(errorsIn(folder)).toEqual([
      expect.stringMatching(/entity\.yaml:\d+.*«smvp-2016».*«comitato-conciliazione».*Aggiungere il ruolo in roles/),
    ]);
  });
});

describe('a body whose Relazione a Nucleo di valutazione validates', () => {
  test('has it under the name the register knows, in its roles, people and calendar', async () => {
    const bodies = loadBodies(await newBody('comune', 'comune'));
    if (!bodies.ok) throw new Error('unsound');
    const entity = bodies.value.entity('valfiorita');
    expect(entity.roles.find(({ id }) => id === OIV)).toMatchObject({
      title: 'Nucleo di valutazione',
      recordedBy: OIV,
    });
    const calendar = bodies.value.calendar('valfiorita', 2027);
    if (!calendar.ok) throw new Error(calendar.error.map(({ message }) => message).join('\n'));
    expect(calendar.value.steps.find(({ id }) => id === 'relazione-validazione')).toMatchObject({
      board: OIV,
      recorder: OIV,
    });
    expect(bodies.value.outlines('valfiorita').map(({ value }) => value.kind)).toEqual(
      expect.arrayContaining(['dup', 'bilancio-previsione', 'relazione']),
    );
    expect(bodies.value.outlines('valfiorita').map(({ value }) => value.kind)).not.toContain('rpp');
  });

  test('may have a role of its own serve', async () => {
    const folder = await newBody('camera', 'piao', {
      'entity.yaml': (text) =>
        text
          .replaceAll('recordedBy: oiv', 'recordedBy: collegio, serves: validator')
          .replaceAll('id: oiv,', 'id: collegio,')
          .replaceAll('{ role: oiv }', '{ role: collegio }'),
    });
    // The calendar of the Chambers names the OIV: that is still its name.
    expect(errorsIn(folder)).toEqual([]);
  });
});

describe('ciclo check of a year that would stop', () => {
  const ownCalendar = async (change: (text: string) => string): Promise<string> => {
    const text = readFileSync(join(PACKAGED_SEEDS, 'calendars', 'comune.yaml'), 'utf8').replace(
      'id: comune\n',
      'id: nostro\n',
    );
    const changed = change(text);
    expect(changed).not.toBe(text);
    const folder = await newBody('comune', 'comune', {
      'calendar.yaml': (choices) => choices.replace('template: comune', 'template: nostro'),
    });
    const { mkdirSync, writeFileSync } = await import('node:fs');
    mkdirSync(join(folder, 'calendars'));
    writeFileSync(join(folder, 'calendars', 'nostro.yaml'), changed);
    return folder;
  };

  test.each([
    [
      'a document nobody describes',
      (t: string) => t.replace('document: salvaguardia', 'document: equilibri'),
      /nostro\.yaml:\d+: phases\.\d+\.steps\.\d+\.document: il documento «equilibri» non è tra quelli dell’ente: descriverne le sezioni in documents\/equilibri\.yaml/,
    ],
    [
      'a Relazione nobody validates',
      (t: string) =>
        t.replace(
          'board: nucleo-valutazione\n        document: relazione',
          'board: giunta\n        document: relazione',
        ),
      /la Relazione si pubblica solo validata.*davanti a «nucleo-valutazione»/,
    ],
    [
      'a publication with no place on the site',
      (t: string) =>
        t.replace(
          'kind: publication\n        window: Gen\n        year: Y\n        opens: 23 gennaio Y\n        ifBudgetPostponed: { days: 30, norm: piao-differito }\n        owners: [comunicazione, controllo-gestione]\n        document: piano',
          'kind: publication\n        window: Gen\n        year: Y\n        opens: 23 gennaio Y\n        ifBudgetPostponed: { days: 30, norm: piao-differito }\n        owners: [comunicazione, controllo-gestione]\n        document: dup',
        ),
      /«dup» non ha una sottosezione di Amministrazione trasparente/,
    ],
    [
      'a document a task prepares and nobody has',
      (t: string) => t.replace('prepares: feedback', 'prepares: ascolto'),
      /\.prepares: il documento «ascolto»/,
    ],
  ])('refuses %s, with file, line and what to write', async (_, change, said) => {
    const folder = await ownCalendar(change);
    expect(errorsIn(folder)).toEqual([expect.stringMatching(said)]);
    expect(checkFiles(folder).code).toBe(2);
  });

  test('refuses a step nobody is prompted for, because the mandate ends before it', async () => {
    const folder = await newBody('comune', 'comune', {
      'entity.yaml': (text) =>
        text.replace('{ role: nucleo-valutazione }', '{ role: nucleo-valutazione, to: 2027-12-31 }'),
    });
    expect(errorsIn(folder).join('\n')).toMatch(
      /«relazione-validazione», nessuno ricopre «nucleo-valutazione», che ne registra/,
    );
  });

  test('refuses a document with a chapter that is nobody’s by then', async () => {
    const folder = await newBody('comune', 'comune', {
      'entity.yaml': (text) =>
        text.replace('{ role: responsabile-finanziario }', '{ role: responsabile-finanziario, to: 2027-12-31 }'),
    });
    expect(errorsIn(folder).join('\n')).toMatch(
      /comune\.yaml:\d+: .*\.document: il 2\d\/04\/2028, alla scadenza di «rendiconto-approvazione», nessuno ricopre «responsabile-finanziario», a cui spetta la sezione «Relazione sulla gestione»/,
    );
  });

  const toTheSecretary = (held: string) => (text: string) =>
    text
      .replace(/(?:, )?\{ role: segreteria-giunta \}/, '')
      .replace('{ role: controllo-gestione }', '{ role: controllo-gestione }, { role: segreteria-giunta }')
      .replace('{ role: segreteria-consiglio }', held);

  test('refuses a decision that only who prepares the document could record', async () => {
    const alone = await newBody('comune', 'comune', {
      'entity.yaml': toTheSecretary('{ role: segreteria-consiglio }'),
    });
    const errors = errorsIn(alone).join('\n');
    expect(errors).toMatch(
      /comune\.yaml:\d+: .*\.board: la decisione di «dup-presentazione» potrebbe registrarla solo Sauro Benedetti, che prepara il documento: chi prepara non decide\. Dare «segreteria-giunta» anche ad altri/,
    );
    // The Consiglio has a secretary who writes nothing.
    expect(errors).not.toContain('dup-consiglio');
    const together = await newBody('comune', 'comune', {
      'entity.yaml': toTheSecretary('{ role: segreteria-consiglio }, { role: segreteria-giunta }'),
    });
    expect(errorsIn(together)).toEqual([]);
  });

  test('refuses a body without who gestisce Ciclo, and an unknown kind', async () => {
    const nobody = await newBody('comune', 'comune', {
      'entity.yaml': (text) => text.replace(', { role: amministratore }', ''),
    });
    expect(errorsIn(nobody).join('\n')).toMatch(/entity\.yaml:\d+: roles\.\d+\.id: nessuno ricopre «amministratore»/);
    const strange = await newBody('comune', 'comune', {
      'entity.yaml': (text) => text.replace('kind: comune', 'kind: regno'),
    });
    expect(errorsIn(strange).join('\n')).toMatch(/entity\.yaml:\d+: kind: il tipo di ente «regno» non c’è/);
  });
});

describe('missions', () => {
  test('are those of the body’s kind', async () => {
    const plan = (mission: string) => (text: string) =>
      text.replace(
        '            perspective: servizi\n            source',
        `            perspective: servizi\n            missioneProgramma: "${mission}"\n            source`,
      );
    const good = await newBody('comune', 'comune', { 'plan/scorecard.yaml': plan('01.07') });
    expect(errorsIn(good)).toEqual([]);
    const bad = await newBody('comune', 'comune', { 'plan/scorecard.yaml': plan('032/002') });
    expect(errorsIn(bad).join('\n')).toMatch(
      /scorecard\.yaml:\d+: .*missioneProgramma: la missione «032\/002» non ha la forma di Comune: scrivere per esempio "01\.07"/,
    );
  });

  test.each([
    ['032 / 002', '032/002'],
    ['01.07', '01.07'],
    ['01 . 07', '01.07'],
    ['1.7', undefined],
    ['032/2', undefined],
  ])('«%s» is read as %s', (written, read) => {
    expect(readMission(written)).toBe(read);
  });
});

describe('a kind that names what is not there', () => {
  test('is refused with its line', () => {
    const text = readFileSync(join(PACKAGED_SEEDS, 'kinds', 'comune.yaml'), 'utf8');
    const wrong = text
      .replace('validator: nucleo-valutazione, steering', 'validator: nessuno, steering')
      .replace('"01.01":', '"1.1":');
    const read = parseKind('kinds/comune.yaml', wrong);
    const errors = read.ok ? [] : read.error.map(formatSeedError);
    expect(errors).toEqual([
      expect.stringMatching(/^kinds\/comune\.yaml:\d+: duties\.validator: il ruolo «nessuno»/),
      expect.stringMatching(
        /^kinds\/comune\.yaml:\d+: missions\.titles\.1\.1: il codice «1\.1» non ha la forma 00\.00/,
      ),
    ]);
  });
});

describe('the documents of a Comune', () => {
  test('name who validates as the Comune does', async () => {
    const bodies = loadBodies(await exampleOf('comune', 'comune'));
    if (!bodies.ok) throw new Error(bodies.error.map(formatSeedError).join('\n'));
    const said = JSON.stringify(bodies.value.outlines('valfiorita').map(({ value }) => value));
    expect(said).toContain('Nucleo di valutazione');
    expect(said).not.toMatch(/\bOIV\b|Giunta camerale|\bCamera\b/);
  });
});
