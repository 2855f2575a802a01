/** In entries: the names of a large plan, with room. */
const MOST_NAMES = 2_000;
/** In characters: what is longer is read each time, so that what is kept stays small. */
const LONGEST = 500;
/** In entries: the words of many plans; there are far fewer words than names. */
export const MOST_WORDS = 10_000;

/**
 * The same pure reading of a text, done once: the three yearly targets of an indicator share its name, and pages read a
 * plan over and over; names share most of their words. What is kept is bounded, and given up all at once.
 */
export function remembered<T extends NonNullable<unknown>>(
  read: (text: string) => T,
  most = MOST_NAMES,
): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (text.length > LONGEST) return value;
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
