import { err, ok, type Result } from '../result.js';
import type { LedgerLine } from './ledger.js';

/** How a row of an accounting file names what it was spent on; empty: it does not say. */
export interface SpendingKey {
  readonly line: string;
  readonly product: string;
  readonly activity: string;
  readonly costCentre: string;
  readonly programme: string;
}

/** Why a row names no one line of the ledger. */
export type Unmatched =
  | { readonly why: 'nothing-named' }
  | { readonly why: 'unknown'; readonly named: string }
  | { readonly why: 'several'; readonly named: string; readonly lines: readonly string[] };

/**
 * The one line of the ledger a row of an accounting file is of: by the line's own id, or else by product, activity, cost centre and
 * programme, as many of them as are written.
 */
export function matchSpending(ledger: readonly LedgerLine[], key: SpendingKey): Result<LedgerLine, Unmatched> {
  if (key.line !== '') {
    const found = ledger.find(({ id }) => same(id, key.line));
    return found === undefined ? err({ why: 'unknown', named: key.line }) : ok(found);
  }
  if (key.product === '' && key.programme === '') return err({ why: 'nothing-named' });
  const fields = (['product', 'programme', 'activity', 'costCentre'] as const).filter((name) => key[name] !== '');
  const found = ledger.filter((line) => fields.every((name) => same(line[name], key[name])));
  const named = fields.map((name) => key[name]).join(' ');
  const [only, ...others] = found;
  if (only === undefined) return err({ why: 'unknown', named });
  return others.length === 0 ? ok(only) : err({ why: 'several', named, lines: found.map(({ id }) => id) });
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
