import { err, ok, type Result } from '../result.js';
import type { Dropped } from './roll-over.js';

/** What is wrong with a line of what is to be dropped; lines from 1. */
export type DroppedProblem =
  | { readonly why: 'no-reason'; readonly line: number; readonly text: string }
  | { readonly why: 'unknown' | 'twice'; readonly line: number; readonly code: string };

/** Reads what is to be dropped, one a line: `1.2.3-01: progetto concluso`. @param known codes the plan has */
export function readDropped(
  text: string,
  known: ReadonlySet<string>,
): Result<readonly Dropped[], readonly DroppedProblem[]> {
  const [problems, dropped]: [DroppedProblem[], Dropped[]] = [[], []];
  text.split('\n').forEach((raw, at) => {
    const written = raw.trim();
    if (written === '') return;
    const line = at + 1;
    const [, code = '', reason = ''] = /^([^\s:;]+)\s*[:;]\s*(.+)$/.exec(written) ?? [];
    if (reason === '') problems.push({ why: 'no-reason', line, text: written });
    else if (!known.has(code)) problems.push({ why: 'unknown', line, code });
    else if (dropped.some((one) => one.code === code)) problems.push({ why: 'twice', line, code });
    else dropped.push({ code, reason });
  });
  return problems.length > 0 ? err(problems) : ok(dropped);
}
