import type { Refusal } from '../domain/refusal.js';
import { err, ok, type Result } from '../domain/result.js';

/** What a workflow answered, as the facts of an act; or its refusals, each at its field. */
export function answered<T, G>(
  answer:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly error: string; readonly refusals?: readonly Refusal[] },
  facts: (value: T) => G,
): Result<G, readonly Refusal[]> {
  return answer.ok ? ok(facts(answer.value)) : err(answer.refusals ?? [{ text: answer.error }]);
}
