/**
 * Does some work for each, one after the other: what one fails with keeps none of the others from it.
 * @param nameOf what whoever reads the log finds it by
 * @returns what failed, to be thrown by `throwAll` once what follows is done too
 */
export async function eachApart<T>(
  all: readonly T[],
  nameOf: (one: T) => string,
  work: (one: T) => Promise<unknown>,
): Promise<readonly Error[]> {
  const failures: Error[] = [];
  for (const one of all) {
    try {
      await work(one);
    } catch (cause) {
      failures.push(new Error(nameOf(one), { cause }));
    }
  }
  return failures;
}

/** @throws AggregateError that names each, when there is any */
export function throwAll(failures: readonly Error[]): void {
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join(', '));
}
