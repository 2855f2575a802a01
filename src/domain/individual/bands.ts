import { compare, HUNDRED, isZero, type Rational, rational } from '../rational.js';
import type { PayBand } from './types.js';

/** The band a score is in: the first, from the highest, it reaches. Of bands without problems there is one for every score from 0 up. */
export const bandOf = (bands: readonly PayBand[], score: Rational): PayBand | undefined =>
  bands.find((band) => compare(score, rational(band.from)) >= 0);

/** What is wrong with bands, by position: out of order, not down to zero, pay over 100. Italian sentences. */
export function bandProblems(
  bands: readonly PayBand[],
): readonly { readonly index: number; readonly message: string }[] {
  const problems: { index: number; message: string }[] = [];
  bands.forEach((band, index) => {
    const before = bands[index - 1];
    if (compare(rational(band.from), HUNDRED) > 0)
      problems.push({ index, message: 'nessun punteggio supera 100: la fascia non comincerebbe mai' });
    if (before !== undefined && compare(rational(band.from), rational(before.from)) >= 0)
      problems.push({
        index,
        message: 'le fasce vanno dalla più alta alla più bassa, ciascuna da un punteggio diverso',
      });
    if (before !== undefined && compare(rational(band.pay), rational(before.pay)) > 0)
      problems.push({ index, message: 'una fascia più bassa non può dare una quota più alta' });
    if (compare(rational(band.pay), HUNDRED) > 0)
      problems.push({ index, message: 'la quota della retribuzione di risultato non può superare 100%' });
    if (bands.findIndex(({ id }) => id === band.id) !== index)
      problems.push({ index, message: `la fascia «${band.id}» è scritta due volte` });
  });
  const last = bands.at(-1);
  if (last !== undefined && !isZero(rational(last.from)))
    problems.push({
      index: bands.length - 1,
      message: 'l’ultima fascia deve cominciare da 0: sotto resterebbe un vuoto',
    });
  return problems;
}
