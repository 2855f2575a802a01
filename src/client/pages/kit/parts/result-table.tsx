import type { Indicator, Plan } from '../../../../domain/plan.js';
import type { Results } from '../../../../register/reading/results.js';
import { consoleWords } from '../../../../words/console.js';
import { actualText } from '../../../../words/measure.js';
import type { Assets } from '../assets.js';
import { codesOf } from '../model/plan-places.js';
import { Achievement } from './achievement.js';
import { StackTable } from './stack-table.js';

interface ResultTableProps extends Results {
  readonly assets: Assets;
  readonly caption: string;
  readonly plan: Plan;
  readonly indicators: readonly Indicator[];
  readonly hrefOf: (indicator: string) => string;
}

/** Indicators with the year's target, the value and the result: of a programme sheet, of an individual objective. */
export function ResultTable(props: ResultTableProps) {
  const { plan, measured, units, assessed } = props;
  return (
    <StackTable
      caption={props.caption}
      columns={[
        { title: consoleWords.checkpoint.indicator },
        { title: consoleWords.scorecard.targetOf(plan.exercise) },
        { title: consoleWords.checkpoint.value },
        { title: consoleWords.checkpoint.achievement },
      ]}
      rows={props.indicators.map((indicator) => {
        const codes = codesOf(plan, indicator);
        const value = firstOf(measured, codes.value);
        const assessment = firstOf(assessed, codes.result);
        return {
          head: (
            <span class="ciclo-step-name">
              <a href={props.hrefOf(indicator.code)}>{indicator.name}</a>
              <small>{indicator.code}</small>
            </span>
          ),
          cells: [
            indicator.targets.find((t) => t.year === plan.exercise)?.text || consoleWords.scorecard.empty,
            value === undefined ? (
              <em>{consoleWords.checkpoint.noValue}</em>
            ) : (
              actualText(value.actual, units.get(value.indicator))
            ),
            assessment === undefined ? (
              consoleWords.scorecard.empty
            ) : (
              <Achievement
                assets={props.assets}
                assessment={assessment}
                override={firstOf(props.overrides, codes.result)}
              />
            ),
          ],
        };
      })}
    />
  );
}

const firstOf = <T,>(all: ReadonlyMap<string, T>, codes: readonly string[]): T | undefined =>
  codes.map((code) => all.get(code)).find((found) => found !== undefined);
