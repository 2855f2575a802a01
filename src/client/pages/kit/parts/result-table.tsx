import type { Indicator, Plan } from '../../../../domain/plan.js';
import type { Results } from '../../../../register/reading/results.js';
import { consoleWords } from '../../../../words/console.js';
import { actualText } from '../../../../words/measure.js';
import { takeAwayWords } from '../../../../words/take-away.js';
import type { Assets } from '../assets.js';
import { codesOf } from '../model/plan-places.js';
import { achievementCell, countedOf, lightText, measuredCell } from '../table/cells.js';
import { columnsOf } from '../table/column.js';
import { DataTable } from '../table/data-table.js';
import { Achievement } from './achievement.js';

const words = takeAwayWords.columns;

interface ResultTableProps extends Results {
  readonly assets: Assets;
  readonly caption: string;
  readonly plan: Plan;
  /** What the indicators stand under: all the tables of a page are one, taken away. */
  readonly part: { readonly column: string; readonly value: string };
  readonly indicators: readonly Indicator[];
  readonly hrefOf: (indicator: string) => string;
}

/** Name of the indicators of a page's sheets or objectives, taken together. */
export const RESULT_TABLE = 'indicatori';

const { text, mixed, status } = columnsOf<Indicator>();

/** Indicators with the year's target, the value and the result: of a programme sheet, of an individual objective. */
export function ResultTable(props: ResultTableProps) {
  const { plan, measured, units, assessed } = props;
  const measuredFor = (indicator: Indicator) => firstOf(measured, codesOf(plan, indicator).value);
  const resultOf = (indicator: Indicator) => {
    const { result } = codesOf(plan, indicator);
    const assessment = firstOf(assessed, result);
    return assessment === undefined ? undefined : { assessment, override: firstOf(props.overrides, result) };
  };
  const countedFor = (indicator: Indicator) => {
    const found = resultOf(indicator);
    return found === undefined ? undefined : countedOf(found.assessment, found.override);
  };
  return (
    <DataTable
      name={RESULT_TABLE}
      caption={props.caption}
      part={props.part}
      columns={[
        text(consoleWords.checkpoint.indicator, (indicator) => indicator.name, {
          show: ({ code, name }) => (
            <span class="ciclo-step-name">
              <a href={props.hrefOf(code)}>{name}</a>
              <small>{code}</small>
            </span>
          ),
        }),
        text(words.code, (indicator) => indicator.code, { only: 'file' }),
        text(consoleWords.scorecard.targetOf(plan.exercise), (indicator) => targetIn(indicator, plan.exercise)),
        mixed(
          consoleWords.checkpoint.value,
          (indicator) => {
            const value = measuredFor(indicator);
            return value === undefined ? undefined : measuredCell(value.actual, units.get(value.indicator));
          },
          {
            show: (indicator) => {
              const value = measuredFor(indicator);
              if (value === undefined) return <em>{consoleWords.checkpoint.noValue}</em>;
              return actualText(value.actual, units.get(value.indicator));
            },
          },
        ),
        mixed(
          consoleWords.checkpoint.achievement,
          (indicator) => {
            const counted = countedFor(indicator);
            return counted === undefined ? undefined : achievementCell(counted);
          },
          {
            show: (indicator) => {
              const found = resultOf(indicator);
              if (found === undefined) return consoleWords.scorecard.empty;
              return <Achievement assets={props.assets} {...found} />;
            },
          },
        ),
        status(
          words.light,
          (indicator) => {
            const counted = countedFor(indicator);
            return counted === undefined ? undefined : lightText(counted);
          },
          { only: 'file' },
        ),
      ]}
      rows={props.indicators}
    />
  );
}

const targetIn = ({ targets }: Indicator, year: number): string | undefined =>
  targets.find((target) => target.year === year)?.text;

const firstOf = <T,>(all: ReadonlyMap<string, T>, codes: readonly string[]): T | undefined =>
  codes.map((code) => all.get(code)).find((found) => found !== undefined);
