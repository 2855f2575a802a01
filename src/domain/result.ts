/** The answer of a parser or validator: a value, or what was wrong. Exceptions are kept for what is broken. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Closes a `switch` over a discriminated union: reaching it is a bug, and the compiler says so first. */
export function never(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`);
}
