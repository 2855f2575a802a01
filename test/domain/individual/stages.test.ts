import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import { evaluatorRole, ownRole } from '../../../src/domain/individual/own-role.js';
import {
  type MadePassage,
  PASSAGES,
  type Passage,
  passagesFrom,
  RULES,
  refuseJudge,
  refusePassage,
  rolesFor,
  type Standing,
  stageAfter,
} from '../../../src/domain/individual/stages.js';
import { SHEET_STAGES, type SheetStage } from '../../../src/domain/individual/types.js';
import { capacitiesIn } from '../../../src/domain/who-acts.js';
import { seedGroup } from './rules-fixture.js';

const { terms } = seedGroup('personale');
const END = '2016-12-31' as const;

/** A sheet that has gone through some passages, each on its day. */
function sheetAfter(...made: readonly MadePassage[]): Standing {
  const stage = made.slice(1).reduce<SheetStage>((at, { passage }) => stageAfter(at, passage), 'proposed');
  return { stage, to: END, made };
}
const proposed: MadePassage = { passage: 'propose', on: '2016-02-01' };
const assigned: MadePassage = { passage: 'assign', on: '2016-02-20' };
const evaluated: MadePassage = { passage: 'evaluate', on: '2017-03-20' };

describe('the procedure of an evaluation', () => {
  test('what is proposed is assigned once accepted, or once the days to answer are over', () => {
    expect(refusePassage(sheetAfter(proposed), 'assign', terms, '2016-02-11')).toBe(
      'Fino all’11/02/2016 l’interessato può accettare o contestare.',
    );
    expect(refusePassage(sheetAfter(proposed), 'assign', terms, '2016-02-12')).toBeUndefined();
    const accepted = sheetAfter(proposed, { passage: 'accept', on: '2016-02-03' });
    expect(refusePassage(accepted, 'assign', terms, '2016-02-03')).toBeUndefined();
  });

  test('nobody is evaluated before the period is over, nor before they could evaluate themselves', () => {
    const sheet = sheetAfter(proposed, assigned);
    expect(refusePassage(sheet, 'evaluate', terms, END)).toBe(
      'Il periodo da valutare finisce il 31/12/2016: si valuta dal giorno dopo.',
    );
    expect(refusePassage(sheet, 'evaluate', terms, '2017-01-10')).toBe(
      'Fino al 14/02/2017 l’interessato può presentare l’autovalutazione.',
    );
    const self = sheetAfter(proposed, assigned, { passage: 'evaluate-self', on: '2017-01-08' });
    expect(refusePassage(self, 'evaluate', terms, '2017-01-10')).toBeUndefined();
  });

  test('an evaluation is signed only when its terms to contest it are over', () => {
    const sheet = sheetAfter(proposed, assigned, evaluated);
    expect(refusePassage(sheet, 'sign-off', terms, '2017-04-04')).toContain('Fino al 04/04/2017');
    expect(refusePassage(sheet, 'sign-off', terms, '2017-04-05')).toBeUndefined();
    expect(refusePassage(sheet, 'ask-second-instance', terms, '2017-04-05')).toBe(
      'Il termine per chiedere la seconda istanza è scaduto il 04/04/2017.',
    );
  });

  test('a second evaluation gives its terms anew', () => {
    const again: MadePassage = { passage: 'evaluate', on: '2017-04-03' };
    expect(refusePassage(sheetAfter(proposed, assigned, evaluated, again), 'sign-off', terms, '2017-04-05')).toContain(
      '18/04/2017',
    );
  });

  test('a request that is taken back leaves the sheet where it was asked', () => {
    expect(stageAfter('second-instance', 'withdraw-request')).toBe('evaluated');
    expect(stageAfter('conciliation', 'withdraw-request')).toBe('reviewed');
  });

  test('every stage can be left, and whatever is done leads to a stage there is', () => {
    for (const stage of SHEET_STAGES) expect(passagesFrom(stage), stage).not.toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 40 }), (choices) => {
        let stage: SheetStage = 'proposed';
        for (const choice of choices) {
          const open = passagesFrom(stage);
          stage = stageAfter(stage, open[choice % open.length] ?? 'propose');
          expect(SHEET_STAGES).toContain(stage);
        }
      }),
    );
  });

  test('a passage that is not of the stage is refused on every day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SHEET_STAGES),
        fc.constantFrom(...PASSAGES),
        fc.nat(900),
        (stage, passage, days) => {
          const said = refusePassage({ stage, to: END, made: [proposed] }, passage, terms, addDays('2016-01-01', days));
          if (!RULES[passage].from.includes(stage)) expect(said).toContain('La scheda è');
        },
      ),
    );
  });
});

describe('who may judge', () => {
  const roles = {
    person: ownRole('ines'),
    evaluator: evaluatorRole('ruggero'),
    steering: 'controllo-gestione',
    actsFor: (role: string) => (role === 'giunta' ? 'segreteria-giunta' : role),
  };

  test('each passage has somebody, and what is the person’s is nobody else’s', () => {
    for (const group of ['segretario-generale', 'personale'].map(seedGroup))
      for (const passage of PASSAGES.filter((one) => one !== 'return-proposal' || group.evaluator.kind === 'board'))
        expect(rolesFor(passage, group, roles), passage).not.toEqual([]);
    expect(rolesFor('evaluate-self', seedGroup('personale'), roles)).toEqual([ownRole('ines')]);
    expect(rolesFor('return-proposal', seedGroup('personale'), roles)).toEqual([]);
    expect(rolesFor('sign-off', seedGroup('segretario-generale'), roles)).toEqual(['segreteria-giunta']);
  });

  test('nobody evaluates themselves through substitution, however the absences chain', () => {
    const people = ['ines', 'ruggero', 'ottavia', 'zeno'];
    const standIn = fc.record({
      absent: fc.constantFrom(...people),
      substitute: fc.constantFrom(...people),
      scope: fc.constant(null),
    });
    fc.assert(
      fc.property(fc.array(standIn, { maxLength: 6 }), fc.constantFrom(...PASSAGES), (standIns, passage) => {
        const holdings = people.flatMap((person) => [
          { person, role: ownRole(person) },
          { person, role: evaluatorRole(person) },
        ]);
        const may = rolesFor(passage, seedGroup('personale'), roles);
        for (const person of people)
          for (const one of capacitiesIn(person, holdings, standIns).filter(({ role }) => may.includes(role))) {
            // What is the evaluated person's own passes to nobody.
            if (one.role === ownRole('ines')) expect([person, one.actingFor]).toEqual(['ines', undefined]);
            else if (!may.includes(ownRole('ines')) && (person === 'ines' || one.actingFor === 'ines'))
              expect(refuseJudge(passage, 'ines', { person, actingFor: one.actingFor }, [])).toContain(
                'Nessuno decide',
              );
          }
      }),
    );
  });

  test('who decides on what is contested is nobody who judged, nor whom they stood in for, nor the person, whoever they are', () => {
    const someone = fc.constantFrom('ines', 'ruggero', 'ottavia', 'zeno', 'dalila');
    const judging = fc
      .record({ person: someone, actingFor: fc.option(someone, { nil: undefined }) })
      .map(({ person, actingFor }) => (actingFor === undefined ? { person } : { person, actingFor }));
    const named = (of: { readonly person: string; readonly actingFor?: string }): readonly string[] =>
      Object.values(of);
    const decisions: readonly Passage[] = ['decide-second-instance', 'conclude-conciliation'];
    const contested = fc.constantFrom(...decisions);
    fc.assert(
      fc.property(contested, judging, fc.array(judging, { maxLength: 3 }), (passage, actor, before) => {
        const barred = new Set(['ines', ...before.flatMap(named)]);
        expect(refuseJudge(passage, 'ines', actor, before) === undefined).toBe(
          named(actor).every((one) => !barred.has(one)),
        );
      }),
    );
  });

  test('person, evaluator and second instance are three people', () => {
    const before = [{ person: 'dalila', actingFor: 'ruggero' }];
    const second: Passage = 'decide-second-instance';
    expect(refuseJudge(second, 'ines', { person: 'ruggero' }, before)).toContain('Chi ha già valutato');
    expect(refuseJudge(second, 'ines', { person: 'dalila' }, before)).toContain('Chi ha già valutato');
    expect(refuseJudge(second, 'ines', { person: 'ottavia', actingFor: 'ruggero' }, before)).toContain(
      'Chi ha già valutato',
    );
    expect(refuseJudge(second, 'ines', { person: 'ines' }, before)).toContain('Nessuno decide');
    expect(refuseJudge(second, 'ines', { person: 'zeno' }, before)).toBeUndefined();
  });
});
