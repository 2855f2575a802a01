import type { Rollup } from '../../../domain/achievement/types.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { consoleWords } from '../../../words/console.js';
import type { Assets } from '../kit/assets.js';
import { Light } from '../kit/parts/light.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { indicatorPath } from '../kit/paths.js';
import type { ScorecardGroup, ScorecardObjective, ScorecardProgramme } from './scorecard-view.js';

interface PlanOutlineProps {
  readonly assets: Assets;
  readonly cycle: CycleName;
  readonly groups: readonly ScorecardGroup[];
  readonly rollups: ReadonlyMap<string, Rollup>;
  readonly hrefOf: (programme: string) => string;
}

/** The same as a drawing of the plan, as a nested list: for who does not see it, and for narrow screens. */
export function PlanOutline(props: PlanOutlineProps) {
  return (
    <ul class="ciclo-outline">
      {props.groups.map((group) => (
        <li>
          <strong>{group.kind === 'area' ? `${group.code}. ${group.title}` : group.title}</strong>
          <Result {...props} node={group.node} />
          <ul class="ciclo-outline">
            {group.objectives.map((objective) => (
              <Objective {...props} objective={objective} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Objective(props: PlanOutlineProps & { objective: ScorecardObjective }) {
  const { objective } = props;
  return (
    <li>
      {`${objective.code} ${objective.title}`}
      <Result {...props} node={objective.node} />
      <ul class="ciclo-outline">
        {objective.programmes.map((programme) => (
          <Programme {...props} programme={programme} />
        ))}
      </ul>
    </li>
  );
}

function Programme(props: PlanOutlineProps & { programme: ScorecardProgramme }) {
  const { programme, hrefOf, cycle } = props;
  return (
    <li>
      <a href={hrefOf(programme.code)}>{`${programme.code} ${programme.title}`}</a>
      <Result {...props} node={programme.node} />
      <ul class="ciclo-outline">
        {programme.indicators.map((indicator) => (
          <li>
            <a href={indicatorPath(cycle, indicator.code)}>{indicator.name}</a>
          </li>
        ))}
      </ul>
    </li>
  );
}

function Result({ assets, rollups, node }: Pick<PlanOutlineProps, 'assets' | 'rollups'> & { node: string }) {
  const rollup = rollups.get(node);
  if (rollup === undefined) return null;
  return (
    <span class="ciclo-total">
      <span class="visually-hidden">{`${consoleWords.checkpoint.achievement}: `}</span>
      <strong>{percentOrNot(rollup.achievement)}</strong>
      {rollup.achievement !== undefined && <Light assets={assets} light={rollup.light} />}
    </span>
  );
}
