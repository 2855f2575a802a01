/** Somebody who may be called by name. */
interface Callable {
  readonly id: string;
  readonly name: string;
}

/** Who is called in a text, and what is written as a call and is nobody's name. */
interface Mentions {
  readonly people: readonly string[];
  readonly unknown: readonly string[];
}

/** An at sign that begins a word: one within an address calls nobody. */
const CALL = /(?<![\p{L}\p{N}._-])@([\p{L}][\p{L}\p{N}._’'-]*)/gu;

/**
 * Reads who a text calls: `@guglielmo.tarasconi` by id, `@Guglielmo Tarasconi` by name, `@Tarasconi` by a surname that only one has.
 * Each person once, in order of call.
 */
export function mentionsIn(text: string, people: readonly Callable[]): Mentions {
  const found = new Set<string>();
  const unknown = new Set<string>();
  for (const { index, 1: word = '' } of text.matchAll(CALL)) {
    const person = calledAt(text.slice(index + 1), word.replace(/[.’'-]+$/u, ''), people);
    if (person === undefined) unknown.add(`@${word}`);
    else found.add(person.id);
  }
  return { people: [...found], unknown: [...unknown] };
}

function calledAt(rest: string, word: string, people: readonly Callable[]): Callable | undefined {
  const lower = rest.toLowerCase();
  const whole = people
    .filter(({ name }) => begins(lower, name.toLowerCase()))
    .toSorted((a, b) => b.name.length - a.name.length)[0];
  if (whole !== undefined) return whole;
  const called = word.toLowerCase();
  const byId = people.find(({ id }) => id.toLowerCase() === called);
  if (byId !== undefined) return byId;
  const named = people.filter(({ name }) => name.toLowerCase().split(' ').at(-1) === called);
  return named.length === 1 ? named[0] : undefined;
}

/** Whether a text begins with a name, and no letter goes on after it. */
const begins = (text: string, name: string): boolean =>
  text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));
