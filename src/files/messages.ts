import { FILE_LIMITS as LIMITS } from './limits.js';

/** The first things found wrong in a file, and how many more there are: a file of a million errors is answered in a page. */
export class FirstMessages<T> {
  readonly #kept: T[] = [];
  #more = 0;

  push(one: T): void {
    if (this.#kept.length < LIMITS.messages) this.#kept.push(one);
    else this.#more += 1;
  }

  get kept(): readonly T[] {
    return this.#kept;
  }

  /** How many were not kept. */
  get more(): number {
    return this.#more;
  }

  /** All of them, kept or not. */
  get count(): number {
    return this.#kept.length + this.#more;
  }
}

/** The first of a list, and of the others one line that says how many they are. */
export function firstOf<T>(all: readonly T[], others: (more: number) => T): readonly T[] {
  const more = all.length - LIMITS.messages;
  return more <= 0 ? all : [...all.slice(0, LIMITS.messages), others(more)];
}

/** A text of somebody's file as it is repeated to them: its beginning. */
export const quoted = (text: string): string => cut(text, LIMITS.quoted);

/** A message that may repeat what somebody wrote. */
export const message = (text: string): string => cut(text, LIMITS.message);

// A pair that stands for one character is not cut in two.
const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…`;
