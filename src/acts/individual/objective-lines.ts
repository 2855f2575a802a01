import { allIndicators } from '../../domain/findings/walk.js';
import type { AssignedObjective, ObjectiveResult } from '../../domain/individual/types.js';
import { refuseWeights } from '../../domain/individual/weights.js';
import { refuseText } from '../../domain/measured/plain-text.js';
import type { Plan } from '../../domain/plan.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { DecimalText } from '../../domain/targets/types.js';
import { readWeight } from '../../sheets/decimals.js';
import { individualActWords } from '../../words/individual-acts.js';
import { meant } from '../../words/meant.js';
import { type Field, oneText } from '../field.js';
import { LONGEST } from '../readers.js';
import { fieldWords } from '../words.js';

const words = individualActWords.objectives;

/** An objective as somebody writes it: of the plan by its code, or one's own with what is expected. */
interface ObjectiveLine {
  readonly weight: DecimalText;
  readonly title: string;
  /** Absent: the title is a code of the plan. */
  readonly expected?: string;
}

/** Objectives, one a line: `40; 3.1.3`, or `20; Riordino dell’archivio; 300 fascicoli entro novembre`. */
export const objectiveLines = (): Field<readonly ObjectiveLine[]> =>
  oneText({ kind: 'lines', rows: 6 }, { maxLength: LONGEST.text }, (written) => {
    if (written.length > LONGEST.text) return err(fieldWords.tooLong(written.length, LONGEST.text));
    const strange = refuseText(written);
    if (strange !== undefined) return err(strange);
    const read: ObjectiveLine[] = [];
    for (const line of written.split('\n').map((one) => one.trim())) {
      if (line === '') continue;
      const [share = '', title = '', ...expected] = line.split(';').map((one) => one.trim());
      const weight = readWeight(share);
      if (weight === undefined) return err(words.weight(share.slice(0, 40)));
      if (title === '' || expected.length > 1 || expected[0] === '') return err(words.line(line.slice(0, 80)));
      read.push({ weight, title, expected: expected[0] });
    }
    return ok(read);
  });

/** How objectives are written again in the field. */
export const objectivesAsWritten = (objectives: readonly AssignedObjective[]): string =>
  objectives
    .map(({ weight, title, result }) => {
      const share = weight.replace('.', ',');
      return result.kind === 'own' ? `${share}; ${title}; ${result.expected}` : `${share}; ${result.code}`;
    })
    .join('\n');

/**
 * The objectives of a sheet from its lines; or every line that can not stand.
 * @param role of the group, for objectives that the plan gives to a role alone
 */
export function objectivesOf(
  lines: readonly ObjectiveLine[],
  plan: Plan | undefined,
  role: string | undefined,
): Result<readonly AssignedObjective[], readonly Refusal[]> {
  const refusals: Refusal[] = [];
  const objectives = lines.flatMap(({ weight, title, expected }, i): readonly AssignedObjective[] => {
    const id = String(i + 1);
    if (expected !== undefined) return [{ id, title, weight, result: { kind: 'own', expected } }];
    const found = inPlan(plan, title);
    if (found === undefined)
      refusals.push({ field: 'objectives', text: `${words.unknown(title)}${meant(title, codesOf(plan))}` });
    else if (found.role !== undefined && found.role !== role)
      refusals.push({ field: 'objectives', text: words.ofOthers(title) });
    else return [{ id, title: found.title, weight, result: found.result }];
    return [];
  });
  if (refusals.length > 0) return err(refusals);
  const weights = refuseWeights(
    words.of,
    objectives.map(({ weight }) => weight),
  );
  return weights === undefined ? ok(objectives) : err([{ field: 'objectives', text: weights }]);
}

interface InPlan {
  readonly title: string;
  readonly result: ObjectiveResult;
  /** Whose it is, of an objective the plan gives to a role. */
  readonly role?: string;
}

function inPlan(plan: Plan | undefined, code: string): InPlan | undefined {
  const individual = plan?.individual.find((one) => one.code === code);
  if (individual !== undefined)
    return { title: individual.title ?? code, role: individual.role, result: { kind: 'individual-objective', code } };
  const programme = programmesOf(plan).find((one) => one.code === code);
  if (programme !== undefined) return { title: programme.title, result: { kind: 'programme', code } };
  const indicator = plan && allIndicators(plan).find(({ node }) => node.code === code);
  return indicator && { title: indicator.node.name, result: { kind: 'indicator', code } };
}

const programmesOf = (plan: Plan | undefined) =>
  plan?.areas.flatMap(({ objectives }) => objectives.flatMap(({ programmes }) => programmes)) ?? [];

const codesOf = (plan: Plan | undefined): readonly string[] => [
  ...programmesOf(plan).map(({ code }) => code),
  ...(plan === undefined ? [] : allIndicators(plan).map(({ node }) => node.code)),
];
