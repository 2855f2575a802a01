import type { Forecast } from '../../../../domain/achievement/forecast.js';
import type { Unit } from '../../../../domain/targets/types.js';
import { documentWords } from '../../../../words/documents.js';
import { forecastWords as words } from '../../../../words/forecast.js';
import { italianPercent } from '../../../../words/format.js';
import { actualText } from '../../../../words/measure.js';

/** A forecast in words: the value, what it would come to, and how it was made. */
export function forecastText({ value, achievement, light, how }: Forecast, unit: Unit | undefined): string {
  const reached = achievement === undefined ? words.none : italianPercent(achievement);
  const said = words.said(actualText({ kind: 'number', value }, unit), reached, documentWords.traffic[light]);
  return `${words.title}: ${said}; ${words.ways(how)}`;
}

/** The same below a value; nothing where there is none. */
export const ForecastLine = ({ forecast, unit }: { forecast: Forecast | undefined; unit: Unit | undefined }) =>
  forecast === undefined ? null : <small>{forecastText(forecast, unit)}</small>;
