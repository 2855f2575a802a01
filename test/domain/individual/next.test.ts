import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/calendar/civil-date.js';
import type { CivilDate } from '../../../src/domain/calendar/types.js';
import { nextOf } from '../../../src/domain/individual/next.js';
import { type Passage, RULES, refusePassage } from '../../../src/domain/individual/stages.js';
import { SHEET_STAGES, type SheetStage } from '../../../src/domain/individual/types.js';
import { seedGroup } from './rules-fixture.js';

const { terms } = seedGroup('personale');
const sheet = (stage: SheetStage, ...made: readonly [Passage, CivilDate][]) => ({
  stage,
  from: '2016-01-01' as CivilDate,
  to: '2016-12-31' as CivilDate,
  made: made.map(([passage, on]) => ({ passage, on })),
});

describe('what a sheet waits for', () => {
  test.each<[string, ReturnType<typeof sheet>, CivilDate, string]>([
    ['a proposal, its person', sheet('proposed', ['propose', '2016-02-01']), '2016-02-05', 'accept person 2016-02-11'],
    [
      'one left without an answer, who assigns',
      sheet('proposed', ['propose', '2016-02-01']),
      '2016-02-12',
      'assign signer',
    ],
    ['an objection, who proposed', sheet('objected', ['propose', '2016-02-01']), '2016-02-05', 'propose evaluator'],
    ['an assigned sheet, nobody in spring', sheet('assigned'), '2016-04-01', 'nothing'],
    [
      'an assigned sheet, the talk from the middle of the year',
      sheet('assigned'),
      '2016-07-05',
      'note-talk evaluator 2016-12-31',
    ],
    ['after the year, first the person', sheet('talked'), '2017-01-10', 'evaluate-self person 2017-02-14'],
    ['who wrote nothing, then the evaluator', sheet('talked'), '2017-02-15', 'evaluate evaluator'],
    ['a self-evaluation, the evaluator', sheet('self-evaluated'), '2017-01-20', 'evaluate evaluator'],
    [
      'an evaluation, its person',
      sheet('evaluated', ['evaluate', '2017-03-01']),
      '2017-03-05',
      'observe person 2017-03-16',
    ],
    [
      'an evaluation nobody contested, who signs',
      sheet('evaluated', ['evaluate', '2017-03-01']),
      '2017-03-17',
      'sign-off signer',
    ],
    [
      'a second instance, who hears it',
      sheet('second-instance'),
      '2017-03-20',
      'decide-second-instance second-instance',
    ],
    ['what was conciliated, who signs', sheet('conciliated'), '2017-05-01', 'sign-off signer'],
    ['what has ended, nobody', sheet('signed-off'), '2017-06-01', 'nothing'],
  ])('%s', (_, one, today, expected) => {
    const next = nextOf(one, terms, today);
    expect(next === undefined ? 'nothing' : [next.passage, next.by, next.until].filter(Boolean).join(' ')).toBe(
      expected,
    );
  });

  test('is always a passage that can be made that day, by somebody it belongs to', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2016-01-01', days));
    fc.assert(
      fc.property(fc.constantFrom(...SHEET_STAGES), day, day, day, (stage, proposed, evaluated, today) => {
        const one = sheet(stage, ['propose', proposed], ['evaluate', evaluated], ['decide-second-instance', evaluated]);
        const next = nextOf(one, terms, today);
        if (next === undefined) return;
        expect(refusePassage(one, next.passage, terms, today) ?? 'nothing').toBe('nothing');
        expect(RULES[next.passage].by).toContain(next.by);
      }),
    );
  });
});
