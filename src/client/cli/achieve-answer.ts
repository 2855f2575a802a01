import { basename } from 'node:path';
import { type Assessor, createAssessor } from '../../domain/achievement/assess.js';
import { lightName } from '../../domain/achievement/lights.js';
import { stateName } from '../../domain/achievement/trace.js';
import type { IndicatorAssessment } from '../../domain/achievement/types.js';
import type { Policy } from '../../domain/policy.js';
import { err, ok, type Result } from '../../domain/result.js';
import { italianDecimal } from '../../domain/targets/numbers.js';
import { candidatesOf, remarksOn, type TargetOutcome } from '../../domain/targets/outcome.js';
import { sentence } from '../../domain/targets/sentence.js';
import type { Reading } from '../../domain/targets/types.js';
import { seedsFolder, sharedFiles } from '../../seeds/locate.js';
import { loadPolicy } from '../../seeds/policy.js';
import { formatSeedError } from '../../seeds/read-yaml.js';
import { checkWords } from '../../words/cli-verbs.js';
import type { AchieveRequest } from './achieve-request.js';

/** The answer to one question, as `--stdin` writes it. */
export type AchieveAnswer = Omit<IndicatorAssessment, 'indicator'> & {
  readonly indicator?: string;
  readonly policy: { readonly id: string; readonly version: string };
  /** How the target was read; absent when it could not be. */
  readonly reading?: Reading;
  readonly sentence?: string;
  /** What must be confirmed, when the target is doubtful. */
  readonly reasons?: readonly string[];
  readonly candidates?: readonly string[];
  /** What an officer would be asked about the value before it is taken. */
  readonly odd?: readonly string[];
};

/** The file of the rules used when none is named. */
const DEFAULT_POLICY = 'smvp-2016';

/** Answers questions; a policy file is read once however many lines name it. The error is Italian text. */
export function createAnswerer(): (request: AchieveRequest) => Result<AchieveAnswer, string> {
  const policies = new Map<string, Result<{ policy: Policy; assessor: Assessor }, string>>();
  const policyFor = (name: string): Result<{ policy: Policy; assessor: Assessor }, string> => {
    const before = policies.get(name);
    if (before !== undefined) return before;
    const file = policyFile(name);
    if (file === undefined) return err(checkWords.noPolicy(name, policyNames()));
    const loaded = loadPolicy(file);
    const read = loaded.ok
      ? ok({ policy: loaded.value.value, assessor: createAssessor(loaded.value.value) })
      : err(loaded.error.map(formatSeedError).join('; '));
    policies.set(name, read);
    return read;
  };
  return ({ input, odd, rule, policy: name = DEFAULT_POLICY }) => {
    const loaded = policyFor(name);
    if (!loaded.ok) return loaded;
    const { policy, assessor } = loaded.value;
    const used = rule === undefined ? assessor : createAssessor(policy, rule);
    const { indicator, ...assessment } = used.assess(input);
    return ok({
      indicator: indicator === '' ? undefined : indicator,
      ...assessment,
      policy: { id: policy.id, version: policy.version },
      ...understood(input.reading),
      odd: odd.length === 0 ? undefined : odd,
    });
  };
}

/** A name without slash or extension is a policy of the data folder. */
const policyFile = (name: string): string | undefined =>
  /[/\\]|\.ya?ml$/.test(name)
    ? name
    : sharedFiles('policies', seedsFolder()).find((file) => basename(file, '.yaml') === name);

const policyNames = (): readonly string[] =>
  sharedFiles('policies', seedsFolder()).map((file) => basename(file, '.yaml'));

function understood(
  target: Reading | TargetOutcome,
): Pick<AchieveAnswer, 'reading' | 'sentence' | 'reasons' | 'candidates'> {
  if (!('outcome' in target)) return { reading: target, sentence: sentence(target) };
  if (target.outcome === 'parsed') return { reading: target.reading, sentence: target.sentence };
  const reasons = remarksOn(target).map((r) => r.message);
  return target.outcome === 'not-measurable'
    ? { reasons }
    : { reasons, candidates: candidatesOf(target).map((c) => c.sentence) };
}

/** The answer for a person: the figure first, then where it comes from. */
export function answerText(answer: AchieveAnswer): string {
  const headline =
    answer.achievement === undefined
      ? stateName(answer.state)
      : `${italianDecimal(answer.achievement)}%, semaforo ${lightName(answer.light)}`;
  const width = Math.max(...answer.trace.map((line) => line.label.length));
  const more = (label: string, lines: readonly string[] = []): readonly string[] =>
    lines.map((line) => `  ${label.padEnd(width)}  ${line}`);
  return [
    headline,
    '',
    ...answer.trace.map((line) => `  ${line.label.padEnd(width)}  ${line.value}`),
    ...more('Possibile lettura', answer.candidates),
    ...more('Da confermare', answer.odd),
    '',
  ].join('\n');
}
