import { add, divide, isZero, multiply, type Rational, rational, subtract } from '../rational.js';
import { err, never, ok, type Result } from '../result.js';
import type { DecimalText } from '../targets/types.js';

/** An arithmetic expression over named amounts. */
export type Formula =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'number'; readonly value: DecimalText }
  | { readonly kind: 'operation'; readonly sign: Operator; readonly left: Formula; readonly right: Formula };
type Operator = '+' | '-' | '*' | '/';

/** What a formula gives with the amounts there are. Missing is not zero. */
export type Evaluated =
  | { readonly kind: 'computed'; readonly value: Rational }
  | { readonly kind: 'missing'; readonly names: readonly string[] }
  | { readonly kind: 'no-divisor' };

const TOKEN = /\s*(?:([a-z][a-z0-9]*(?:-[a-z0-9]+)*)|(\d+(?:\.\d+)?)|([-+*/()]))/y;

/**
 * Reads `(oneri-correnti - interventi-economici) / proventi-correnti`: names, numbers with a point, `+ - * /`, brackets; products
 * before sums. A minus has a space on its left: within a name it is part of it.
 * @returns an Italian sentence with the place of what is not understood
 */
export function parseFormula(text: string): Result<Formula, string> {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) return err(`«${text.slice(at).trim()}» non si capisce in una formula`);
    tokens.push(found[0].trim());
  }
  const reader = new Reader(tokens);
  const formula = reader.sum();
  if (formula === undefined || reader.left.length > 0)
    return err(
      reader.left.length === 0 ? 'la formula finisce a metà' : `«${reader.left.join(' ')}» è di troppo o fuori posto`,
    );
  return ok(formula);
}

class Reader {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  get left(): readonly string[] {
    return this.#tokens.slice(this.#at);
  }

  sum(): Formula | undefined {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#term()));
  }

  #chain(signs: readonly Operator[], part: () => Formula | undefined): Formula | undefined {
    let left = part();
    for (let sign = this.#sign(signs); left !== undefined && sign !== undefined; sign = this.#sign(signs)) {
      this.#at += 1;
      const right = part();
      left = right === undefined ? undefined : { kind: 'operation', sign, left, right };
    }
    return left;
  }

  #sign(signs: readonly Operator[]): Operator | undefined {
    return signs.find((sign) => sign === this.#tokens[this.#at]);
  }

  #term(): Formula | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || /^[-+*/)]$/.test(token)) return undefined;
    this.#at += 1;
    if (token !== '(') {
      return /^\d/.test(token) ? { kind: 'number', value: token } : { kind: 'name', name: token };
    }
    const inner = this.sum();
    if (this.#tokens[this.#at] !== ')') return undefined;
    this.#at += 1;
    return inner;
  }
}

/** The names a formula uses, each once, in order. */
export function namesIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'name':
      return [formula.name];
    case 'number':
      return [];
    case 'operation':
      return [...new Set([...namesIn(formula.left), ...namesIn(formula.right)])];
    default:
      return never(formula);
  }
}

/** What a formula gives. @param amountOf an amount by its name; undefined where there is none */
export function evaluate(formula: Formula, amountOf: (name: string) => Rational | undefined): Evaluated {
  const missing = namesIn(formula).filter((name) => amountOf(name) === undefined);
  if (missing.length > 0) return { kind: 'missing', names: missing };
  const value = valued(formula, amountOf);
  return value === undefined ? { kind: 'no-divisor' } : { kind: 'computed', value };
}

/** Undefined where something is divided by zero. */
function valued(formula: Formula, amountOf: (name: string) => Rational | undefined): Rational | undefined {
  switch (formula.kind) {
    case 'name':
      return amountOf(formula.name);
    case 'number':
      return rational(formula.value);
    case 'operation': {
      const [left, right] = [valued(formula.left, amountOf), valued(formula.right, amountOf)];
      return left === undefined || right === undefined ? undefined : operated(formula.sign, left, right);
    }
    default:
      return never(formula);
  }
}

function operated(sign: Operator, left: Rational, right: Rational): Rational | undefined {
  switch (sign) {
    case '+':
      return add(left, right);
    case '-':
      return subtract(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return isZero(right) ? undefined : divide(left, right);
    default:
      return never(sign);
  }
}

const STRENGTH: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const SHOWN: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '/' };

/** A formula in words, with what each name stands for: `(Oneri correnti − Interventi economici) / Proventi correnti`. */
export function formulaText(formula: Formula, shown: (name: string) => string): string {
  switch (formula.kind) {
    case 'name':
      return shown(formula.name);
    case 'number':
      return formula.value.replace('.', ',');
    case 'operation': {
      const part = (of: Formula, right: boolean): string => {
        const text = formulaText(of, shown);
        if (of.kind !== 'operation') return text;
        const weaker = STRENGTH[of.sign] < STRENGTH[formula.sign];
        const broken =
          right && STRENGTH[of.sign] === STRENGTH[formula.sign] && formula.sign !== '+' && formula.sign !== '*';
        return weaker || broken ? `(${text})` : text;
      };
      return `${part(formula.left, false)} ${SHOWN[formula.sign]} ${part(formula.right, true)}`;
    }
    default:
      return never(formula);
  }
}
