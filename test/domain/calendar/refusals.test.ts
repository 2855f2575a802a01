import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../../src/domain/calendar/check-template.js';
import { planCalendar } from '../../../src/domain/calendar/plan-calendar.js';
import { findCycle, inOrder } from '../../../src/domain/calendar/step-order.js';
import type { StepKind } from '../../../src/domain/calendar/types.js';
import { locateProblems, parseTemplate } from '../../../src/seeds/calendar.js';
import { ccms, unwrap } from './ccms.js';

/** A small sound template, which each case spoils in one place. */
const SOUND = `id: prova
version: "1"
title: Prova
onHoliday: { rule: previous-working-day, why: perché sì }
norms:
  - { id: ente, citation: SMVP, validFrom: 2009-11-15, force: body }
  - { id: legge, citation: Legge, validFrom: 2015-01-01, validTo: 2019-12-31, force: law }
phases:
  - id: prima
    number: 1
    title: Prima
    steps:
      - id: analisi
        number: "1"
        title: Analisi
        kind: task
        window: Giu-Set
        year: Y-1
        owners: [controllo-gestione]
        norms: [ente]
      - id: approvazione
        number: "2"
        title: Approvazione
        kind: approval
        window: Ott
        year: Y-1
        owners: [segretario-generale]
        board: giunta
        document: piano
        after: [analisi]
        norms: [ente]
  - id: seconda
    number: 2
    title: Seconda
    steps:
      - id: rilevazione
        number: "1"
        title: Rilevazione
        kind: checkpoint
        window: 30 Apr - 15 Mag
        year: Y
        due: 15 giorni dopo l'apertura
        owners: [controllo-gestione]
        after: [approvazione]
        norms: [ente]
        checkpoint: { ordinal: 1, from: 1 gennaio Y, to: 30 aprile Y }
`;

/** Errors of planning 2016 as `line field: message`, whether the file or the calendar is refused. */
function refusals(source: string, exercise = 2016): string[] {
  const parsed = parseTemplate('prova.yaml', source);
  const planned = parsed.ok ? planCalendar(parsed.value.value, { entity: ccms, exercise }) : undefined;
  const errors = !parsed.ok ? parsed.error : planned?.ok === false ? locateProblems(parsed.value, planned.error) : [];
  return errors.map((e) => `${e.line} ${e.field}: ${e.message}`);
}

/** The sound template with one piece of text replaced; the piece must be there. */
function spoiled(from: string, to: string): string {
  if (SOUND.split(from).length !== 2) throw new Error(`not exactly once: ${from}`);
  return SOUND.replace(from, to);
}

describe('a calendar', () => {
  it('that is sound is accepted', () => {
    expect(refusals(SOUND)).toEqual([]);
  });

  it.each([
    [
      'a circle of dependencies',
      [
        '        norms: [ente]\n      - id: approvazione',
        '        after: [rilevazione]\n        norms: [ente]\n      - id: approvazione',
      ],
      '20 phases.0.steps.0.after: dipendenza circolare: analisi attende rilevazione attende approvazione attende analisi',
    ],
    [
      'a step waiting for itself',
      ['after: [analisi]', 'after: [approvazione]'],
      '30 phases.0.steps.1.after: dipendenza circolare: approvazione attende approvazione',
    ],
    [
      'a dependency nobody knows',
      ['after: [analisi]', 'after: [analisi-contesto]'],
      '30 phases.0.steps.1.after.0: l’attività «analisi-contesto» non è nel calendario',
    ],
    [
      'an unknown role',
      ['owners: [segretario-generale]', 'owners: [segretario]'],
      '27 phases.0.steps.1.owners.0: il ruolo o ufficio «segretario» non esiste nell’ente «ccms»',
    ],
    [
      'an unknown office',
      ['owners: [segretario-generale]', 'owners: ["ufficio:stampa"]'],
      '27 phases.0.steps.1.owners.0: il ruolo o ufficio «ufficio:stampa» non esiste nell’ente «ccms»',
    ],
    [
      'an owner who is nobody',
      ['owners: [segretario-generale]', 'owners: [stakeholder]'],
      '27 phases.0.steps.1.owners.0: nessuno ricopre «stakeholder»: non c’è chi avvisare per «approvazione»',
    ],
    [
      'a board that is none',
      ['board: giunta', 'board: dirigenti'],
      '28 phases.0.steps.1.board: «dirigenti» non è un organo dell’ente «ccms»',
    ],
    [
      'a term of the law without a law',
      [
        '        after: [analisi]\n        norms: [ente]',
        '        term: 31 ottobre Y-1\n        after: [analisi]\n        norms: [ente]',
      ],
      '30 phases.0.steps.1.term: «approvazione» indica un termine di legge (term), ma nessuna delle sue norme è di legge (force: law)',
    ],
    [
      'a day of the body after that of the law',
      [
        '        after: [analisi]\n        norms: [ente]',
        '        term: 15 ottobre Y-1\n        onHoliday: { rule: stays, why: perché sì }\n        after: [analisi]\n        norms: [legge]',
      ],
      '30 phases.0.steps.1.term: «approvazione» scade il 31/10/2015, dopo il termine di legge (15/10/2015)',
    ],
    [
      'an approval without a board',
      ['        board: giunta\n', ''],
      '21 phases.0.steps.1: «approvazione» va deliberata, ma non è indicato l’organo (board)',
    ],
    [
      'an approval of nothing',
      ['        document: piano\n', ''],
      '21 phases.0.steps.1: «approvazione» riguarda un documento, ma non è indicato quale (document)',
    ],
    [
      'a board on a task',
      ['window: Giu-Set', 'board: giunta\n        window: Giu-Set'],
      '17 phases.0.steps.0.board: «analisi» (attività) non passa da un organo: «giunta» non serve',
    ],
    [
      'a checkpoint of no period',
      ['        checkpoint: { ordinal: 1, from: 1 gennaio Y, to: 30 aprile Y }\n', ''],
      '36 phases.1.steps.0: il monitoraggio «rilevazione» non indica il periodo osservato (checkpoint)',
    ],
    [
      'checkpoints that do not count from one',
      ['ordinal: 1', 'ordinal: 2'],
      '46 phases.1.steps.0.checkpoint.ordinal: i monitoraggi si numerano di seguito da 1: si attende 1, si legge 2',
    ],
    [
      'a month nobody knows',
      ['window: Giu-Set', 'window: Giu-Sat'],
      '17 phases.0.steps.0.window: tempi «Giu-Sat»: «Sat» non è il nome di un mese',
    ],
    [
      'a window of three ends',
      ['window: Giu-Set', 'window: Giu-Set-Ott'],
      '17 phases.0.steps.0.window: «Giu-Set-Ott» ha più di due estremi: si attende «Giu-Set» o «Dic»',
    ],
    [
      'a window of no year',
      ['        year: Y\n', ''],
      '40 phases.1.steps.0.window: non è detto di quale anno sono i tempi «30 Apr - 15 Mag» (year: Y-1, Y o Y+1)',
    ],
    [
      '31 February',
      ['window: Ott\n', 'window: Ott\n        due: 31 febbraio Y\n'],
      '26 phases.0.steps.1.due: il 31 febbraio non esiste: febbraio ha al massimo 29 giorni',
    ],
    [
      '31 February in a window',
      ['window: Ott\n', 'window: 1 Feb - 31 Feb\n'],
      '25 phases.0.steps.1.window: tempi «1 Feb - 31 Feb»: il 31 febbraio non esiste: febbraio ha al massimo 29 giorni',
    ],
    [
      'a date that is none',
      ['window: Ott\n', 'window: Ott\n        due: a fine mese\n'],
      "26 phases.0.steps.1.due: «a fine mese» non è una data del modello: si attende «31 ottobre Y-1», «fine febbraio Y», «15 giorni dopo l'apertura» o «10 giorni lavorativi dopo <attività>»",
    ],
    [
      'a deadline before the opening',
      ['window: Ott\n', 'window: In itinere\n        opens: 20 ottobre Y-1\n        due: 10 ottobre Y-1\n'],
      '27 phases.0.steps.1.due: «approvazione» scade il 10/10/2015, prima di aprirsi il 20/10/2015',
    ],
    [
      'a deadline out of the written window',
      ['window: Ott\n', 'window: Ott\n        due: 15 novembre Y-1\n'],
      '26 phases.0.steps.1.due: il 15/11/2015 è fuori dai tempi «Ott» di «approvazione»',
    ],
    [
      'In itinere and nothing else',
      ['window: Ott\n', 'window: In itinere\n'],
      '25 phases.0.steps.1.window: «approvazione» è «In itinere»: apertura (opens) e scadenza (due) vanno scritte',
    ],
    [
      'an opening counted from the opening',
      ['window: Ott\n', "window: Ott\n        opens: 3 giorni dopo l'apertura\n"],
      '26 phases.0.steps.1.opens: un’apertura non si può contare dall’apertura: si attende una data o «… dopo <attività>»',
    ],
    [
      'a date counted from a step it does not wait for',
      ['window: Ott\n', 'window: Ott\n        due: 3 giorni dopo rilevazione\n'],
      '26 phases.0.steps.1.due: la data si conta da «rilevazione», che questa attività non attende: va indicata anche in «after»',
    ],
    [
      'a deadline before that of what it waits for',
      ['window: Giu-Set', 'window: Giu-Nov'],
      '30 phases.0.steps.1.after.0: «approvazione» scade il 30/10/2015 ma attende «analisi», che scade il 30/11/2015',
    ],
    [
      'an opening before the cycle',
      ['window: Giu-Set', 'window: Mag-Set'],
      '18 phases.0.steps.0.year: «analisi» si aprirebbe il 01/05/2015, prima che il ciclo cominci il 01/06/2015',
    ],
    [
      'a deadline after the cycle',
      ['window: Ott\n', 'window: Ott\n        due: 700 giorni lavorativi dopo analisi\n'],
      '27 phases.0.steps.1.year: «approvazione» scadrebbe il 13/07/2018, oltre la fine del ciclo, il 31/12/2017',
    ],
    [
      'a window without a day at the office',
      ['window: Ott\n', 'window: Ott\n        opens: 3 ottobre Y-1\n        due: 4 ottobre Y-1\n'],
      '27 phases.0.steps.1.due: «approvazione»: tra il 03/10/2015 e il 04/10/2015 non c’è alcun giorno lavorativo',
    ],
    [
      'a collection that opens before the period is over',
      ['to: 30 aprile Y', 'to: 31 maggio Y'],
      '46 phases.1.steps.0.checkpoint.to: «rilevazione» si apre il 30/04/2016, prima della data di riferimento 31/05/2016',
    ],
    [
      'a period that ends before it begins',
      ['from: 1 gennaio Y', 'from: 1 maggio Y'],
      '46 phases.1.steps.0.checkpoint: il periodo di «rilevazione» finisce prima di cominciare',
    ],
    [
      'a step twice',
      ['id: approvazione', 'id: analisi'],
      '21 phases.0.steps.1.id: l’attività «analisi» è già nel calendario',
    ],
    ['a phase twice', ['id: seconda', 'id: prima'], '32 phases.1.id: la fase «prima» è già nel calendario'],
    ['a norm twice', ['id: legge', 'id: ente'], '7 norms.1.id: la norma «ente» è già nell’elenco'],
    [
      'an unknown norm',
      ['after: [analisi]\n        norms: [ente]', 'after: [analisi]\n        norms: [decreto]'],
      '31 phases.0.steps.1.norms.0: la norma «decreto» non è nell’elenco del modello',
    ],
    [
      'a term of law that does not say whether it moves',
      ['after: [analisi]\n        norms: [ente]', 'after: [analisi]\n        norms: [legge]'],
      '21 phases.0.steps.1: «approvazione» ha un termine di legge: va detto se si sposta quando cade in un giorno festivo, e perché (onHoliday)',
    ],
    ['a field misspelt', ['window: Ott\n', 'windows: Ott\n'], '21 phases.0.steps.1: campo non previsto: windows'],
    ['a kind that is none', ['kind: approval', 'kind: delibera'], /^24 phases\.0\.steps\.1\.kind: atteso uno fra task/],
    [
      'nobody who acts',
      ['owners: [segretario-generale]', 'owners: []'],
      /^27 phases\.0\.steps\.1\.owners: atteso un elenco con almeno/,
    ],
    [
      'a day of validity that does not exist',
      ['2015-01-01', '2015-02-30'],
      '7 norms.1.validFrom: il giorno «2015-02-30» non esiste nel calendario',
    ],
    ['text that is no YAML', ['id: prova', 'id: [prova'], /^\d+ : YAML non valido/],
  ] as const)('with %s is refused with line, field and reason', (_, [from, to], expected) => {
    const found = refusals(spoiled(from, to));
    if (typeof expected === 'string') expect(found).toContain(expected);
    else expect(found.some((line) => expected.test(line))).toBe(true);
  });

  it('with an opening before that of what it waits for is refused', () => {
    const reversed = spoiled('window: Ott\n', 'window: Ago-Ott\n').replace('window: Giu-Set', 'window: Set');
    expect(refusals(reversed)).toEqual([
      '30 phases.0.steps.1.after.0: «approvazione» si apre il 01/08/2015 ma attende «analisi», che si apre il 01/09/2015',
    ]);
  });

  it('gives collections the term the entity prefers, which must count from their opening', () => {
    const template = unwrap(parseTemplate('prova.yaml', SOUND)).value;
    const planned = (term: string) =>
      planCalendar(template, { entity: { ...ccms, checkpoints: { term } }, exercise: 2016 });
    const due = unwrap(planned("10 giorni lavorativi dopo l'apertura")).steps.find((s) => s.id === 'rilevazione');
    expect(due?.dueOn).toBe('2016-05-13');
    const refused = planned('15 maggio Y');
    expect(refused.ok ? [] : refused.error.map((p) => p.code)).toEqual(['checkpoint-term']);
  });

  it('citing a norm out of force is refused in the years it is out of force, and only then', () => {
    const legal = spoiled(
      'after: [analisi]\n        norms: [ente]',
      'after: [analisi]\n        norms: [legge]\n        onHoliday: { rule: stays, why: il sito è sempre aperto }',
    );
    expect(refusals(legal, 2016)).toEqual([]);
    expect(refusals(legal, 2021)).toEqual([
      '31 phases.0.steps.1.norms: alla scadenza di «approvazione», il 31/10/2020, non è in vigore Legge (in vigore dal 01/01/2015 al 31/12/2019)',
    ]);
  });

  it('may cite a norm on its first and on its last day in force', () => {
    const legal = spoiled(
      'after: [analisi]\n        norms: [ente]',
      'after: [analisi]\n        norms: [legge]\n        onHoliday: { rule: stays, why: il sito è sempre aperto }',
    );
    const inForce = (from: string, to: string) =>
      refusals(legal.replace('2015-01-01', from).replace('2019-12-31', to)).length === 0;
    expect(inForce('2015-10-31', '2015-10-31')).toBe(true);
    expect(inForce('2015-11-01', '2019-12-31')).toBe(false);
    expect(inForce('2015-01-01', '2015-10-30')).toBe(false);
  });

  it('may open a step on the working day it is due', () => {
    const oneDay = 'window: Ott\n        opens: 5 ottobre Y-1\n        due: 5 ottobre Y-1\n';
    expect(refusals(spoiled('window: Ott\n', oneDay))).toEqual([]);
  });

  it('with 29 February is refused in a year without it, and told how to write the end of the month', () => {
    const leap = spoiled('after: [approvazione]\n', 'opens: 30 aprile Y\n        after: [approvazione]\n').replace(
      'from: 1 gennaio Y',
      'from: 29 febbraio Y',
    );
    expect(refusals(leap, 2016)).toEqual([]);
    expect(refusals(leap, 2017)).toEqual([
      '47 phases.1.steps.0.checkpoint.from: il 29 febbraio 2017 non esiste: scrivere «fine febbraio»',
    ]);
  });

  it.each([1996, 2016.5, 99_999])('is not planned for %s, which is no exercise', (exercise) => {
    expect(refusals(SOUND, exercise)[0]).toMatch(/^0 : l’esercizio .* non si può programmare/);
  });

  it('shows all that is wrong at once', () => {
    const twice = spoiled('window: Giu-Set', 'window: Giu-Xyz').replace('board: giunta', 'board: senato');
    expect(refusals(twice).length).toBe(2);
  });

  it('without an entity is checked for all but its roles', () => {
    const template = unwrap(parseTemplate('prova.yaml', spoiled('owners: [segretario-generale]', 'owners: [nessuno]')));
    expect(checkTemplate(template.value)).toEqual([]);
    expect(checkTemplate(template.value, ccms).map((p) => p.code)).toEqual(['unknown-role']);
  });
});

describe('any template that can be written', () => {
  const often = <T>(usual: T, ...odd: T[]) =>
    fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(usual, ...odd) });
  const rule = fc.option(
    fc.constantFrom(
      'fine febbraio Y',
      '29 febbraio Y',
      "5 giorni dopo l'apertura",
      '2 giorni dopo s1',
      '31 ottobre Y-1',
      'mai',
    ),
    { nil: undefined, freq: 2 },
  );
  const step = fc.record({
    number: fc.constant('1'),
    title: fc.constant('Attività'),
    kind: often<StepKind>('task', 'approval', 'checkpoint', 'publication', 'amendment'),
    window: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('Giu-Set', 'Ott-Gen', 'Dic', 'Lug - Ago', '31 Dic - 15 Gen') },
      { weight: 1, arbitrary: fc.constantFrom('Feb', 'In itinere', '31 Feb', 'Boh', '') },
    ),
    year: often<'Y-1' | 'Y' | 'Y+1' | undefined>('Y-1', 'Y', 'Y+1', undefined),
    opens: rule,
    due: rule,
    notBefore: often<string | undefined>(undefined, 's0'),
    owners: often(['controllo-gestione'], ['nessuno']),
    participants: fc.constant([]),
    board: often<string | undefined>(undefined, 'giunta'),
    document: often<string | undefined>(undefined, 'piano'),
    after: fc.subarray(['s0', 's1', 's2', 's3'], { maxLength: 1 }),
    norms: often(['ente'], ['legge'], ['altra']),
    revisions: fc.constant([]),
  });

  it('is either refused with reasons or dated without contradiction; planning never throws', () => {
    const base = unwrap(parseTemplate('prova.yaml', SOUND)).value;
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 2005, max: 2060 }),
        (steps, exercise) => {
          const written = steps.map((s, i) => ({ ...s, id: `s${i}` }));
          const template = { ...base, phases: [{ id: 'f', number: 1, title: 'F', steps: written }] };
          const planned = planCalendar(template, { entity: ccms, exercise });
          if (!planned.ok) {
            expect(planned.error.length).toBeGreaterThan(0);
            for (const p of planned.error) expect(p.message.length).toBeGreaterThan(10);
            return;
          }
          accepted++;
          for (const s of planned.value.steps) expect(s.opensOn <= s.dueOn).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
    // A generator that made only nonsense would prove nothing.
    expect(accepted).toBeGreaterThan(15);
  });
});

describe('the order of steps', () => {
  it('does not mind a step nobody knows: that is said elsewhere', () => {
    const steps = [{ id: 'a', after: ['fantasma'] }];
    expect(inOrder(steps)).toEqual(steps);
    expect(findCycle(steps)).toBeUndefined();
  });

  const graph = fc
    .integer({ min: 1, max: 12 })
    .chain((n) =>
      fc
        .array(fc.array(fc.integer({ min: 0, max: n - 1 }), { maxLength: 3 }), { minLength: n, maxLength: n })
        .map((edges) => edges.map((after, i) => ({ id: `s${i}`, after: after.map((k) => `s${k}`) }))),
    );

  it('puts each after those it waits for, or there is a circle, and it is named', () => {
    fc.assert(
      fc.property(graph, (steps) => {
        const ordered = inOrder(steps).map((s) => s.id);
        for (const step of steps.filter((s) => ordered.includes(s.id))) {
          for (const id of step.after) expect(ordered.indexOf(id)).toBeLessThan(ordered.indexOf(step.id));
        }
        const circle = findCycle(steps);
        expect(circle === undefined).toBe(ordered.length === steps.length);
        circle?.slice(1).forEach((id, i) => {
          expect(steps.find((s) => s.id === circle[i])?.after).toContain(id);
        });
        if (circle !== undefined) expect(circle.at(-1)).toBe(circle[0]);
      }),
    );
  });
});
