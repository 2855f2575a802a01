import type { Indicator, Plan } from '../../../domain/plan.js';
import type { IndicatorFields } from '../../../domain/plan-edits.js';
import { readWeight } from '../../../sheets/decimals.js';
import { planningWords } from '../../../words/planning.js';
import type { Fields } from '../kit/fields.js';
import type { Problem } from '../kit/refusals.js';

const words = planningWords.wrong;

/** Years whose targets the form asks: the exercise and the two after it, and whatever else the indicator has. */
export const yearsOf = (indicator: Indicator | undefined, exercise: number): readonly number[] =>
  [...new Set([exercise, exercise + 1, exercise + 2, ...(indicator?.targets ?? []).map((t) => t.year)])]
    .filter((year) => year >= exercise)
    .sort((a, b) => a - b);

/** What the form says of an indicator, and what is wrong with it. */
export function readIndicator(
  fields: Fields,
  plan: Plan,
  offices: readonly { readonly id: string }[],
  years: readonly number[],
): { readonly read: IndicatorFields; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const text = (name: string): string => fields.text(name).trim();
  const name = text('nome').replaceAll(/\s+/g, ' ');
  if (name === '') problems.push({ field: 'nome', text: words.name });
  const office = text('ufficio');
  if (!offices.some((one) => one.id === office)) problems.push({ field: 'ufficio', text: words.office });
  const perspective = text('prospettiva');
  if (perspective !== '' && !plan.perspectives.some((p) => p.id === perspective))
    problems.push({ field: 'prospettiva', text: words.perspective });
  const missione = text('missione').replaceAll(/\s/g, '');
  if (missione !== '' && !/^\d{3}\/\d{3}$/.test(missione))
    problems.push({ field: 'missione', text: words.missione(shortened(text('missione'))) });
  const weight = text('peso') === '' ? '' : readWeight(text('peso'));
  if (weight === undefined) problems.push({ field: 'peso', text: words.weight(shortened(text('peso'))) });
  return {
    read: {
      name,
      office,
      weight: weight ?? '',
      perspective,
      missioneProgramma: missione,
      // A target is kept as it is written, within and without.
      targets: new Map(years.map((year) => [year, fields.text(`target-${year}`).trim().replaceAll('\r\n', '\n')])),
    },
    problems,
  };
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
