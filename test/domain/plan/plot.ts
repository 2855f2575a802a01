import type { Indicator, Plan, Programme, ProgrammeSheet, StrategicObjective } from '../../../src/domain/plan.js';
import type { Draft } from './clean-plan.js';

/** A plan that a test spoils, or changes in a way that spoils nothing. */
export type Plot = Draft<Plan>;

/** The item at `i`, which a test knows to be there. */
export function at<T>(items: T[] | undefined, i: number): T {
  const item = items?.[i];
  if (item === undefined) throw new Error(`no item ${i}`);
  return item;
}

export const objective = (p: Plot, i = 0): Draft<StrategicObjective> => at(at(p.areas, 0).objectives, i);
export const programme = (p: Plot, of = 0): Draft<Programme> => at(objective(p, of).programmes, 0);
export const indicator = (p: Plot, i = 0, of = 0): Draft<Indicator> => at(programme(p, of).indicators, i);
export const sheet = (p: Plot, i = 0): Draft<ProgrammeSheet> => at(p.sheets, i);
export const personal = (p: Plot): Draft<Indicator> => at(at(p.individual, 0).indicators, 0);

/** Rewrites an indicator's targets in the scorecard and in its sheet, so that the two still agree; `2024: …` first. */
export function promise(p: Plot, i: number, targets: Readonly<Record<number, string>>, of = 0): void {
  const written = Object.entries(targets).map(([year, text]) => ({ year: Number(year), text }));
  indicator(p, i, of).targets = written;
  at(sheet(p, of).indicators, i).targets = written;
}

/** Renames an indicator in both places. */
export function rename(p: Plot, i: number, name: string, of = 0): void {
  indicator(p, i, of).name = name;
  at(sheet(p, of).indicators, i).name = name;
}

/** An indicator beside those of the second programme, which gives half of its weight to it. */
export function beside(p: Plot, more: Partial<Draft<Indicator>>): void {
  const first = indicator(p, 0, 1);
  first.weight = '20';
  programme(p, 1).indicators.push({ ...first, code: '1.2.1-02', ...more });
  const row = at(sheet(p, 1).indicators, 0);
  sheet(p, 1).indicators.push({ ...row, code: '1.2.1-s02', repeats: '1.2.1-02', ...more });
}
