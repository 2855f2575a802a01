/** What ordering needs to know of a step. */
interface Node {
  readonly id: string;
  readonly after: readonly string[];
}

/**
 * Steps so that each comes after those it waits for; otherwise in the order given. Steps of a circle, and those that wait
 * for one, are left out: `findCycle` names it. Unknown ids in `after` are ignored.
 */
export function inOrder<N extends Node>(steps: readonly N[]): readonly N[] {
  const known = new Set(steps.map((s) => s.id));
  const done = new Set<string>();
  const ordered: N[] = [];
  let waiting = [...steps];
  for (;;) {
    const ready = waiting.filter((s) => s.after.every((id) => done.has(id) || !known.has(id)));
    if (ready.length === 0) return ordered;
    for (const step of ready) done.add(step.id);
    ordered.push(...ready);
    waiting = waiting.filter((s) => !done.has(s.id));
  }
}

/**
 * A circle of dependencies, from a step back to itself (`[a, b, a]`: a waits for b, b for a), or undefined.
 * The first in the order given is found.
 */
export function findCycle(steps: readonly Node[]): readonly string[] | undefined {
  const ordered = new Set(inOrder(steps).map((s) => s.id));
  const stuck = steps.filter((s) => !ordered.has(s.id));
  const first = stuck[0];
  if (first === undefined) return undefined;
  // Every stuck step waits for another stuck one, so walking on must come back to a step already seen.
  const path = [first.id];
  let current = first;
  for (;;) {
    const next = stuck.find((s) => current.after.includes(s.id));
    if (next === undefined) return undefined;
    const seen = path.indexOf(next.id);
    if (seen >= 0) return [...path.slice(seen), next.id];
    path.push(next.id);
    current = next;
  }
}
