import type {
  Indicator,
  IndividualObjective,
  Plan,
  Programme,
  ProgrammeSheet,
  StrategicArea,
  StrategicObjective,
} from '../../../../domain/plan.js';

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

/**
 * Codes under which an indicator's value and result may be found: its own, then the one it states again. The result is
 * that one's only where both promise the same; the measurement serves both anyway.
 */
export function codesOf(
  plan: Plan,
  indicator: Indicator,
): { readonly value: readonly string[]; readonly result: readonly string[] } {
  const { code, repeats } = indicator;
  if (repeats === undefined) return { value: [code], result: [code] };
  const promise = (i: Indicator | undefined): string | undefined =>
    i?.targets.find((t) => t.year === plan.exercise)?.text.trim();
  const original = placesOf(plan).find((p) => p.indicator.code === repeats)?.indicator;
  const same = original !== undefined && promise(original) === promise(indicator);
  return { value: [code, repeats], result: same ? [code, repeats] : [code] };
}
