import { decimalText } from '../achievement/format.js';
import type { Plan } from '../plan.js';
import { isZero, rational, subtract } from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import { type LedgerLine, ledgerOf, sumOf, type Totals, totalsOf } from './ledger.js';

/** How a programme's sheet and the ledger stand to each other. */
export type Agreement = 'same' | 'differs' | 'no-sheet' | 'no-lines';

/** A programme with what the ledger and its sheet give it. */
export interface Reconciled {
  readonly programme: string;
  readonly title: string;
  readonly area: string;
  readonly objective: string;
  readonly ledger: Totals;
  /** What its sheet plans, in euro; absent: it has no sheet. */
  readonly sheet?: DecimalText;
  /** Ledger minus sheet; what is not there counts nothing. */
  readonly difference: DecimalText;
  readonly agreement: Agreement;
  /** The lines the figure of the ledger is made of. */
  readonly lines: readonly LedgerLine[];
}

/** The ledger of a plan's exercise beside its sheets. */
export interface Reconciliation {
  /** Programmes that have money in one of the two, in the order of the plan; then what no programme of the plan has. */
  readonly programmes: readonly Reconciled[];
  readonly ledger: Totals;
  readonly sheets: DecimalText;
  readonly difference: DecimalText;
}

/** Compares the sheets' planned amounts with the ledger of the exercise, programme by programme. */
export function reconcile(plan: Plan): Reconciliation {
  const lines = ledgerOf(plan).filter(({ year }) => year === plan.exercise);
  const known = plan.areas.flatMap((area) =>
    area.objectives.flatMap((objective) =>
      objective.programmes.map(({ code, title }) => ({ code, title, area: area.code, objective: objective.code })),
    ),
  );
  const codes = new Set(known.map(({ code }) => code));
  const strays = [...lines.map((l) => l.programme), ...plan.sheets.map((s) => s.programme)].filter(
    (code) => !codes.has(code),
  );
  const others = [...new Set(strays)].map((code) => ({
    code,
    title: plan.sheets.find((s) => s.programme === code)?.title ?? '',
    area: lines.find((l) => l.programme === code)?.area ?? '',
    objective: lines.find((l) => l.programme === code)?.objective ?? '',
  }));
  const programmes = [...known, ...others].flatMap(({ code, title, area, objective }): readonly Reconciled[] => {
    const mine = lines.filter((line) => line.programme === code);
    const sheet = plan.sheets.find((one) => one.programme === code)?.resources.planned;
    if (mine.length === 0 && sheet === undefined) return [];
    const ledger = totalsOf(mine);
    const difference = minus(ledger.all, sheet ?? '0');
    const agreement: Agreement =
      sheet === undefined
        ? 'no-sheet'
        : isZero(rational(difference))
          ? 'same'
          : mine.length === 0
            ? 'no-lines'
            : 'differs';
    const own = { programme: code, title, area, objective, ledger, difference, agreement, lines: mine };
    return [sheet === undefined ? own : { ...own, sheet }];
  });
  const [ledger, sheets] = [totalsOf(lines), sumOf(programmes.flatMap((p) => p.sheet ?? []))];
  return { programmes, ledger, sheets, difference: minus(ledger.all, sheets) };
}

const minus = (a: DecimalText, b: DecimalText): DecimalText => decimalText(subtract(rational(a), rational(b)));
