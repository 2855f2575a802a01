import type { FormulaRule } from '../policy.js';
import { compare, HUNDRED, rational } from '../rational.js';
import { err, never, ok, type Result } from '../result.js';
import { italianDecimal } from '../targets/numbers.js';
import { type Chosen, readFormula, saidFormula } from './formulas.js';
import { type FileValue, notOneOf, type Piece, plain } from './piece.js';

const NONE = 'nessuna';
const WAYS = [
  '1.1.1-01 decrescente: simmetrica (motivo: il valore può raddoppiare; atto: deliberazione di Giunta n. 12)',
  '1.1.1-02 crescente: lineare dal valore 40 (motivo: sotto 40 non c’è servizio; atto: deliberazione di Giunta n. 12)',
  NONE,
];

/** How a target is read, as an exception says it: each word of a formula means something else under another. */
const READINGS: Readonly<Record<string, Chosen>> = {
  crescente: 'increasing',
  decrescente: 'decreasing',
  'entro una data': 'byDate',
  'entro un termine': 'withinPeriod',
  intervallo: 'range',
  'da un valore di partenza': 'relative',
};

/** Formulas that are the only one of their reading: an exception may name them all the same. */
const ONLY = {
  'per tutto il periodo': 'throughout',
  'sì o no': 'yes-no',
  'a fasce': 'bands',
} as const satisfies Record<string, FormulaRule['formula']>;

/** Indicators with a formula of their own, each with its reason and its act. */
export const EXCEPTIONS: Piece = {
  id: 'eccezioni',
  group: 'formulas',
  ways: WAYS,
  said: ({ exceptions }) =>
    exceptions
      .map(({ indicator, rule, reason, act }) => `${indicator} ${saidRule(rule)} (motivo: ${reason}; atto: ${act})`)
      .join('; ') || NONE,
  read: (written) => {
    const path = ['exceptions'];
    if (plain(written) === NONE) return ok({ path, value: [] });
    const read: FileValue[] = [];
    for (const part of written.trim().split(/(?<=\))\s*(?:;|\n)\s*/)) {
      if (part.trim() === '') continue;
      const form = /^(\S+) ([^:]+): (.+?) \(motivo: (.+); atto: (.+)\)$/s;
      const [, indicator, reading = '', formula = '', reason, act] = form.exec(part.trim()) ?? [];
      if (indicator === undefined) return err(notOneOf(part, 'una formula propria di un indicatore', WAYS));
      const rule = readRule(plain(reading), formula);
      if (!rule.ok) return rule;
      read.push({ indicator, rule: rule.value, reason, act });
    }
    return read.length === 0 ? err(notOneOf(written, 'un elenco di formule proprie', WAYS)) : ok({ path, value: read });
  },
};

function readRule(reading: string, formula: string): Result<FileValue, string> {
  const only = Object.entries(ONLY).find(([words]) => words === plain(formula))?.[1];
  if (reading === 'formula' && only !== undefined) return ok({ formula: only });
  const of = READINGS[reading];
  if (of === undefined) return err(notOneOf(reading, 'un modo di leggere un target', Object.keys(READINGS)));
  const [, floorValue] = /^lineare dal valore (\d+(?:,\d+)?)$/.exec(plain(formula)) ?? [];
  if (floorValue === undefined) return readFormula(of, formula);
  return of === 'increasing' || of === 'decreasing'
    ? ok({ formula: 'linear', floorValue })
    : err('«lineare dal valore» è di un target crescente o decrescente');
}

/** `decrescente: simmetrica` */
function saidRule(rule: FormulaRule): string {
  switch (rule.formula) {
    case 'throughout':
    case 'yes-no':
    case 'bands':
      return `formula: ${Object.entries(ONLY).find(([, formula]) => formula === rule.formula)?.[0] ?? rule.formula}`;
    case 'linear': {
      const falls = rule.floorPercent !== undefined && compare(rational(rule.floorPercent), HUNDRED) > 0;
      const from =
        rule.floorValue === undefined ? saidFormula(rule) : `lineare dal valore ${italianDecimal(rule.floorValue)}`;
      return `${falls ? 'decrescente' : 'crescente'}: ${from}`;
    }
    case 'steps':
      return `${rule.of === 'increasing-ratio' ? 'crescente' : 'decrescente'}: ${saidFormula(rule)}`;
    case 'increasing-ratio':
    case 'all-or-nothing':
      return `crescente: ${saidFormula(rule)}`;
    case 'decreasing-ratio':
    case 'decreasing-symmetric':
      return `decrescente: ${saidFormula(rule)}`;
    case 'by-date':
    case 'by-date-degrading':
      return `entro una data: ${saidFormula(rule)}`;
    case 'within-period':
    case 'within-period-degrading':
      return `entro un termine: ${saidFormula(rule)}`;
    case 'range':
    case 'range-proportional':
      return `intervallo: ${saidFormula(rule)}`;
    case 'relative-level':
    case 'relative-progress':
      return `da un valore di partenza: ${saidFormula(rule)}`;
    default:
      return never(rule);
  }
}
