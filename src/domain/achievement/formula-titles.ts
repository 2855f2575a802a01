import type { FormulaRule } from '../policy.js';
import type { Rational } from '../rational.js';
import { never } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';

/** What a formula by ratio is called where the target is zero or less, and another working is applied; undefined elsewhere. */
export function titleAt(rule: FormulaRule, target: Rational): string | undefined {
  const { formula } = rule;
  if (formula !== 'increasing-ratio' && formula !== 'decreasing-ratio' && formula !== 'decreasing-symmetric')
    return undefined;
  if (target.n === 0n) return 'tutto o niente, perché il target è zero: 100 se raggiunto, 0 se no';
  if (target.n > 0n) return undefined;
  return formula === 'increasing-ratio'
    ? 'crescente, con il target negativo: (1 + (valore − target) ÷ |target|) × 100'
    : 'decrescente simmetrica, che con il target negativo è valore ÷ target × 100';
}

/** What a formula is called in a trace, with the numbers the policy gives it. */
export function formulaTitle(rule: FormulaRule): string {
  switch (rule.formula) {
    case 'increasing-ratio':
      return 'crescente: valore ÷ target × 100';
    case 'decreasing-ratio':
      return 'decrescente a rapporto: target ÷ valore × 100';
    case 'decreasing-symmetric':
      return 'decrescente simmetrica: (2 × target − valore) ÷ target × 100';
    case 'linear':
      return `lineare fra soglia minima (${rule.floorValue === undefined ? `${italianDecimal(rule.floorPercent ?? '0')}% del target` : italianDecimal(rule.floorValue)}) e target`;
    case 'steps':
      return `a gradini: ${rule.steps.map((s) => `da ${italianDecimal(s.from)}% vale ${italianDecimal(s.score)}%`).join('; ')}`;
    case 'all-or-nothing':
      return 'tutto o niente: 100 se raggiunto, 0 se no';
    case 'by-date':
      return 'entro una data: 100 se in tempo, 0 se no';
    case 'by-date-degrading':
      return `entro una data: −${italianDecimal(rule.pointsPerDay)} punti per giorno di ritardo`;
    case 'within-period':
      return 'entro un termine da un evento: 100 se rispettato, 0 se no';
    case 'within-period-degrading':
      return `entro un termine da un evento: −${italianDecimal(rule.pointsPerUnit)} punti per ogni unità di ritardo`;
    case 'range':
      return 'intervallo: 100 dentro, 0 fuori';
    case 'range-proportional':
      return 'intervallo: 100 dentro, fuori meno la distanza percentuale dall’estremo più vicino';
    case 'relative-level':
      return 'rispetto a un valore di partenza: livello raggiunto';
    case 'relative-progress':
      return 'rispetto a un valore di partenza: quota della variazione promessa';
    case 'throughout':
      return 'per tutto il periodo: quota del periodo in cui è garantito';
    case 'yes-no':
      return 'sì o no: 100 se realizzato, 0 se no';
    case 'bands':
      return 'a fasce: il punteggio della fascia in cui cade il valore';
    default:
      return never(rule);
  }
}
