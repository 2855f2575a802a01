import { accumulationQuestion } from '../../../domain/accumulation.js';
import type { Policy } from '../../../domain/policy.js';
import type { Reading } from '../../../domain/targets/types.js';
import type { ToRead } from '../../../domain/to-read.js';
import { readingWords as words } from '../../../words/readings.js';
import type { Fields } from '../kit/fields.js';
import { AccumulationChoice, usualAnswer } from '../kit/parts/accumulation-choice.js';
import type { ExampleBasis } from '../kit/parts/reading-example.js';
import type { Problem } from '../kit/refusals.js';
import { FIELD_OF } from './reading-fields.js';
import { LEAVE, ReadingChoice } from './readings.js';
import type { Subject } from './readings-subject.js';

export function Followers({ one: { followers } }: { readonly one: ToRead }) {
  if (followers.length === 0) return null;
  return <small>{words.followers(followers.map(({ indicator }) => indicator.code).join(', '))}</small>;
}

interface AlongTheYearProps {
  readonly row: ToRead;
  readonly fields: Fields | undefined;
  readonly policy: Policy;
}

export function AlongTheYear({ row: { outcome, key, indicator }, fields, policy }: AlongTheYearProps) {
  const { accumulation } = words;
  if (outcome.outcome !== 'parsed') return null;
  const { reading } = outcome;
  if (!accumulationQuestion(reading, policy).asked) return <>{byNature(reading)}</>;
  const name = FIELD_OF.accumulation(key);
  return (
    <AccumulationChoice
      name={name}
      legend={accumulation.legend(indicator.code)}
      chosen={fields?.text(name) || usualAnswer(reading, policy)}
      quiet
    />
  );
}

/** How a written reading is counted along the year, as far as it is known before anybody answers. */
export function alongTheYear({ outcome }: ToRead, policy: Policy): string | undefined {
  if (outcome.outcome !== 'parsed') return undefined;
  const question = accumulationQuestion(outcome.reading, policy);
  if (!question.asked) return byNature(outcome.reading);
  return question.usual && words.accumulation.short[question.usual];
}

function byNature(reading: Reading): string {
  const { accumulation } = words;
  if (!('unit' in reading) || reading.kind === 'within-period') return accumulation.none;
  return reading.accumulation === 'accumulates' ? accumulation.short.accumulates : accumulation.byNature;
}

/** The indicator a question is about, and on a line of their own the rows that follow its answer. */
export function WhatIsRead({ one }: { readonly one: ToRead }) {
  return (
    <>
      <p>
        <b>{one.indicator.code}</b> {one.indicator.name}
      </p>
      {one.followers.length > 0 && (
        <p>
          <Followers one={one} />
        </p>
      )}
    </>
  );
}

interface QuestionProps {
  readonly one: ToRead;
  readonly subject: Subject;
  readonly fields: Fields | undefined;
  readonly problems: readonly Problem[];
}

export function Question({ one, subject, fields, problems }: QuestionProps) {
  const { text, key, outcome } = one;
  const { cycle, edits } = subject.data;
  const [choice, year] = [FIELD_OF.choice(key), FIELD_OF.accumulation(key)];
  return (
    <div class="ciclo-question">
      <WhatIsRead one={one} />
      <ReadingChoice
        name={choice}
        legend={words.legend(cycle.exercise, text)}
        outcome={outcome}
        chosen={fields?.text(choice) || LEAVE}
        rewrite={edits ? { name: FIELD_OF.rewrite(key), value: fields?.text(FIELD_OF.rewrite(key)) ?? '' } : 'never'}
        leave={words.leave}
        basis={exampleBasis(subject, one)}
        accumulation={{
          name: year,
          chosen: fields?.text(year) ?? '',
          problem: problems.find((p) => p.field === year)?.text,
        }}
      />
    </div>
  );
}

export const exampleBasis = ({ data, policy }: Subject, { indicator }: ToRead): ExampleBasis => {
  const baseline = data.baselines.get(indicator.code);
  const of = { indicator: indicator.code, exercise: data.cycle.exercise };
  return { policy, of: baseline === undefined ? of : { ...of, baseline } };
};
