import type { LightBand, Policy } from '../policy.js';
import { compare, type Rational, rational } from '../rational.js';
import { italianDecimal } from '../targets/numbers.js';
import { inBand } from './formulas/interval.js';
import type { TrafficLight } from './types.js';

export interface ExactLightBand {
  readonly light: LightBand['light'];
  readonly from?: Rational;
  readonly fromInclusive: boolean;
  readonly to?: Rational;
  readonly toInclusive: boolean;
  readonly source: LightBand;
}

export const exactLights = (bands: readonly LightBand[]): readonly ExactLightBand[] =>
  bands.map((band) => ({
    light: band.light,
    fromInclusive: band.fromInclusive,
    toInclusive: band.toInclusive,
    source: band,
    from: band.from === undefined ? undefined : rational(band.from),
    to: band.to === undefined ? undefined : rational(band.to),
  }));

/** The band of a percentage. Bands checked by `lightProblems` have exactly one for every value. */
export const lightBand = (percent: Rational, bands: readonly ExactLightBand[]): ExactLightBand | undefined =>
  bands.find((band) => inBand(percent, band));

/** What is wrong with a list of bands, by position: a gap, an overlap, an end missing. Italian sentences. */
export function lightProblems(
  bands: Policy['lights']['bands'],
): readonly { readonly index: number; readonly message: string }[] {
  const problems: { index: number; message: string }[] = [];
  const say = (index: number, message: string): void => void problems.push({ index, message });
  const first = bands[0];
  if (first === undefined) return [{ index: 0, message: 'serve almeno una fascia del semaforo' }];
  if (first.from !== undefined)
    say(0, 'la prima fascia non deve avere un inizio («from»): resterebbe scoperto ciò che sta sotto');
  for (const [index, band] of bands.entries()) {
    const next = bands[index + 1];
    if (next === undefined) {
      if (band.to !== undefined)
        say(index, 'l’ultima fascia non deve avere una fine («to»): resterebbe scoperto ciò che sta sopra');
      continue;
    }
    if (band.to === undefined || next.from === undefined) {
      say(index, 'fra due fasce servono la fine («to») della prima e l’inizio («from») della seconda');
      continue;
    }
    const gap = compare(rational(next.from), rational(band.to));
    if (gap > 0) say(index + 1, `fra ${italianDecimal(band.to)} e ${italianDecimal(next.from)} c’è un vuoto`);
    if (gap < 0)
      say(
        index + 1,
        `la fascia comincia a ${italianDecimal(next.from)}, prima che finisca la precedente (${italianDecimal(band.to)})`,
      );
    if (gap === 0 && band.toInclusive && next.fromInclusive)
      say(index + 1, `${italianDecimal(band.to)} appartiene a due fasce`);
    if (gap === 0 && !band.toInclusive && !next.fromInclusive)
      say(index + 1, `${italianDecimal(band.to)} non appartiene a nessuna fascia`);
    if (band.from !== undefined && compare(rational(band.from), rational(band.to)) >= 0) {
      say(index, 'la fascia è rovesciata: l’inizio («from») deve essere minore della fine («to»)');
    }
  }
  return problems;
}

const NAMES: Readonly<Record<TrafficLight, string>> = {
  green: 'verde',
  yellow: 'giallo',
  red: 'rosso',
  none: 'nessuno',
};

export const lightName = (light: TrafficLight): string => NAMES[light];

/** `giallo (da 60% incluso a 90% escluso)` */
export function describeLight(band: LightBand): string {
  const ends = [
    ...(band.from === undefined
      ? []
      : [`da ${italianDecimal(band.from)}% ${band.fromInclusive ? 'incluso' : 'escluso'}`]),
    ...(band.to === undefined
      ? []
      : [`fino a ${italianDecimal(band.to)}% ${band.toInclusive ? 'incluso' : 'escluso'}`]),
  ];
  return ends.length === 0 ? lightName(band.light) : `${lightName(band.light)} (${ends.join(' ')})`;
}

/** Whether a report tells of a result why it is so: of what is red always, of what is yellow where its cause was said. */
export const isTold = (light: TrafficLight, cause: string | null | undefined): boolean =>
  light === 'red' || (light === 'yellow' && cause != null);
