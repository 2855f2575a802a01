import type {
  Indicator,
  IndividualObjective,
  Plan,
  Programme,
  ProgrammeSheet,
  StrategicArea,
  StrategicObjective,
} from '../../../domain/plan.js';

/** Where in a plan an indicator stands. */
export type PlanPlace = { readonly indicator: Indicator } & (
  | {
      readonly kind: 'scorecard';
      readonly area: StrategicArea;
      readonly objective: StrategicObjective;
      readonly programme: Programme;
    }
  | { readonly kind: 'sheet'; readonly sheet: ProgrammeSheet }
  | { readonly kind: 'individual'; readonly objective: IndividualObjective }
);

/** Every place of a plan in its order: the scorecard, the sheets, the individual objectives. */
export function placesOf(plan: Plan): readonly PlanPlace[] {
  return [
    ...plan.areas.flatMap((area) =>
      area.objectives.flatMap((objective) =>
        objective.programmes.flatMap((programme) =>
          programme.indicators.map(
            (indicator): PlanPlace => ({ kind: 'scorecard', area, objective, programme, indicator }),
          ),
        ),
      ),
    ),
    ...plan.sheets.flatMap((sheet) =>
      sheet.indicators.map((indicator): PlanPlace => ({ kind: 'sheet', sheet, indicator })),
    ),
    ...plan.individual.flatMap((objective) =>
      objective.indicators.map((indicator): PlanPlace => ({ kind: 'individual', objective, indicator })),
    ),
  ];
}
