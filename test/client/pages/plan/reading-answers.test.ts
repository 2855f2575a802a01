import { describe, expect, test } from 'vitest';
import { readFields } from '../../../../src/acts/field.js';
import { confirmReadings } from '../../../../src/acts/plan/confirm-readings.js';
import { answersTo } from '../../../../src/acts/plan/reading-answers.js';
import type { Fields } from '../../../../src/client/pages/kit/fields.js';
import { answersIn, pageField } from '../../../../src/client/pages/plan/reading-answers.js';
import { ALL, FIELD_OF } from '../../../../src/client/pages/plan/reading-fields.js';
import { WhatIsRead } from '../../../../src/client/pages/plan/reading-question.js';
import { LEAVE, REWRITE, ReadingChoice } from '../../../../src/client/pages/plan/readings.js';
import { withSupposed } from '../../../../src/domain/confirmed-readings.js';
import { partsOf } from '../../../../src/domain/plan-outline.js';
import type { Reason, TargetOutcome } from '../../../../src/domain/targets/outcome.js';
import type { Reading } from '../../../../src/domain/targets/types.js';
import { type ToRead, toReadIn, weightToRead } from '../../../../src/domain/to-read.js';
import { seedPolicy } from '../../../domain/achievement/policy-fixture.js';
import { threshold } from '../../../domain/achievement/readings.js';
import { cleanPlan } from '../../../domain/plan/clean-plan.js';

/** Without tags. */
const textOf = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const FAULTS: Reason = { code: 'name', message: 'il nome parla di guasti' };

const proposed = (reading: Reading, evidence: readonly Reason[] = [FAULTS]): TargetOutcome => ({
  outcome: 'proposed',
  text: '95%',
  reading,
  sentence: 'al massimo 95%: più è basso, meglio è',
  evidence,
  notes: [],
});
const SHARE = threshold('<=', '95', { unit: { kind: 'percent' } });

const answered = (written: Readonly<Record<string, string>>): Fields => ({
  text: (name) => written[name] ?? '',
  id: (name) => written[name] ?? '',
  file: () => undefined,
});

/** What comes of a page of readings: as the page reads it, and then the act. */
function answersOf(asked: readonly ToRead[], written: Readonly<Record<string, string>>) {
  const page = answersIn(asked, answered(written), true);
  const said = readFields(confirmReadings.fields, page.written);
  if (!said.ok) throw new Error(said.error.map(({ text }) => text).join('; '));
  const { refusals, ...answers } = answersTo(asked, said.value, seedPolicy(), { rewrites: true, confirmed: [] });
  const refused = refusals.map(({ field, text }) => ({ field: pageField(field), text }));
  return { ...answers, problems: [...page.problems, ...refused] };
}

const asked = (outcome: TargetOutcome): ToRead => {
  const [first] = toReadIn(partsOf(cleanPlan()), 2024);
  if (first === undefined) throw new Error('nothing to read');
  return { ...first, outcome };
};

describe('a reading that is proposed', () => {
  const one = asked(proposed(SHARE));
  const answers = (written: Readonly<Record<string, string>>) => answersOf([one], written);

  test('is never confirmed with the written ones: a tick is not its answer', () => {
    expect(answers({ [FIELD_OF.tick(one.key)]: 'si', [ALL]: 'level' }).readings).toEqual([]);
    expect(answers({ [FIELD_OF.choice(one.key)]: LEAVE }).readings).toEqual([]);
  });

  test('is confirmed by choosing it, and is whole then', () => {
    const { readings, problems } = answers({ [FIELD_OF.choice(one.key)]: '0' });
    expect(problems).toEqual([]);
    expect(readings.map(({ reading }) => reading)).toEqual([{ ...SHARE, accumulation: 'level' }]);
  });

  test.each([
    ['left for later', LEAVE],
    ['with nothing chosen', ''],
    ['and the choice to write it anew', REWRITE],
  ])('a new text that is typed is never lost: %s', (_, choice) => {
    const { rewritten, problems } = answers({
      [FIELD_OF.choice(one.key)]: choice,
      [FIELD_OF.rewrite(one.key)]: ' almeno 90% ',
    });
    expect(problems).toEqual([]);
    expect(rewritten.map(({ text }) => text)).toEqual(['almeno 90%']);
  });

  test('and a new text together are asked about', () => {
    const { readings, rewritten, problems } = answers({
      [FIELD_OF.choice(one.key)]: '0',
      [FIELD_OF.rewrite(one.key)]: 'almeno 90%',
    });
    expect([readings, rewritten]).toEqual([[], []]);
    expect(problems).toMatchObject([{ field: FIELD_OF.rewrite(one.key) }]);
  });

  test('of what is counted is not confirmed before it is said how it grows', () => {
    const count = asked(proposed(threshold('>=', '5')));
    const only = (written: Readonly<Record<string, string>>) =>
      answersOf([count], { [FIELD_OF.choice(count.key)]: '0', ...written });
    expect(only({})).toMatchObject({ readings: [], problems: [{ field: FIELD_OF.accumulation(count.key) }] });
    expect(only({ [ALL]: 'accumulates' }).readings).toHaveLength(1);
    expect(
      only({ [ALL]: 'accumulates', [FIELD_OF.accumulation(count.key)]: 'level' }).readings[0]?.reading,
    ).toMatchObject({ accumulation: 'level' });
  });

  test('shows its sentence, what it rests on, and what a value would score were it so', () => {
    const shown = ReadingChoice({
      name: 'l',
      legend: 'Target 2024: «95%»',
      outcome: proposed(SHARE),
      chosen: LEAVE,
      rewrite: 'never',
      leave: 'Lascia',
      basis: { policy: seedPolicy(), of: { indicator: 'x', exercise: 2024 } },
    });
    const text = textOf(String(shown));
    expect(text).toContain('Su che cosa si basa: il nome parla di guasti');
    expect(text).toContain('al massimo 95%: più è basso, meglio è');
    expect(text).toMatch(/Con 100% il risultato sarebbe 95%.*: è quello che intende\?/);
    expect(String(shown)).toContain(`value="${LEAVE}" checked`);
  });
});

describe('the question about a reading', () => {
  test('says what it rests on in whole sentences, one after the other', () => {
    const evidence = [
      { code: 'unit-from-name', message: 'Il nome dice l’unità di misura: «giorni».' },
      { code: 'operator-from-name', message: 'Nel nome, «Tempo» misura quanto si aspetta.' },
    ];
    const outcome = proposed(SHARE, evidence);
    const basis = { policy: seedPolicy(), of: { indicator: 'x', exercise: 2024 } };
    const shown = ReadingChoice({ name: 'l', legend: '', outcome, chosen: LEAVE, rewrite: 'never', leave: '', basis });
    expect(textOf(String(shown))).toContain(
      'Su che cosa si basa: Il nome dice l’unità di misura: «giorni». Nel nome, «Tempo» misura quanto si aspetta.',
    );
  });

  test('names the rows that follow its answer on a line of their own', () => {
    const [one] = toReadIn(partsOf(cleanPlan()), 2024);
    if (one === undefined) throw new Error('nothing to read');
    expect(String(WhatIsRead({ one }))).toMatch(
      /Numero di incontri con le imprese<\/p><p><small>Vale anche per 1\.1\.1-s01, che dice lo stesso\.<\/small><\/p>$/,
    );
  });
});

describe('what waits for a reading', () => {
  test('is every target of the year that says something, with its share of the scorecard’s weight', () => {
    const parts = partsOf(cleanPlan());
    const open = toReadIn(parts, 2024);
    expect(open.length).toBeGreaterThan(2);
    expect(weightToRead(parts, open)).toBe('100');
    const read = partsOf(withSupposed(cleanPlan()).plan);
    expect(toReadIn(read, 2024).every(({ outcome }) => outcome.outcome === 'ambiguous')).toBe(true);
  });

  test('is nothing where a target says nothing', () => {
    const plan = cleanPlan();
    const indicator = plan.areas[0]?.objectives[0]?.programmes[0]?.indicators[0];
    if (indicator === undefined) throw new Error('no indicator');
    const codes = () => toReadIn(partsOf(plan), 2024).map((one) => one.indicator.code);
    expect(codes()).toContain(indicator.code);
    indicator.targets = [{ year: 2024, text: 'n.d.' }];
    expect(codes()).not.toContain(indicator.code);
  });
});
