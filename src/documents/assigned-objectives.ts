import { allIndicators, targetText } from '../domain/findings/walk.js';
import type { AssignedObjective } from '../domain/individual/types.js';
import type { Plan } from '../domain/plan.js';
import { never } from '../domain/result.js';
import { aboutWords as words } from '../words/about-body.js';
import { percent, type Table } from './content.js';

/** Whose objectives, and in which group. */
interface Assigned {
  readonly name: string;
  readonly group: string;
  readonly objectives: readonly AssignedObjective[];
}

/** What somebody was assigned by act, with weights and targets, as the Piano says it: never what was reached. */
export function assignedTable(plan: Plan, { name, group, objectives }: Assigned): Table {
  return {
    kind: 'table',
    dataset: 'obiettivi-assegnati',
    caption: words.assignedCaption(group, name),
    part: { column: words.executive, value: name },
    columns: [
      { title: words.objective, share: 5, heads: true },
      { title: words.weight, figures: true, share: 0.9 },
      { title: words.target(plan.exercise), share: 5 },
    ],
    rows: objectives.map((objective) => ({
      cells: [titleOf(objective), percent(objective.weight), targetOf(plan, objective) || words.notWritten],
    })),
  };
}

const titleOf = ({ title, result }: AssignedObjective): string =>
  result.kind === 'own' ? title : `${result.code} ${title}`;

/** What is expected: of the plan's own, what the plan says. */
function targetOf(plan: Plan, { result }: AssignedObjective): string {
  switch (result.kind) {
    case 'own':
      return result.expected;
    case 'indicator': {
      const found = allIndicators(plan).find(({ node }) => node.code === result.code);
      return found === undefined ? '' : targetText(found.node, plan.exercise);
    }
    case 'programme':
      return words.wholeProgramme;
    case 'individual-objective':
      return words.ofTheRole;
    default:
      return never(result);
  }
}
