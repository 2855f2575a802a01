/** In entries: the names of a large plan, with room. */
const MOST = 2_000;

/**
 * The same pure reading of a text, done once: the three yearly targets of an indicator share its name, and pages read a
 * plan over and over. What is kept is bounded, and given up all at once.
 */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size >= MOST) known.clear();
    known.set(text, value);
    return value;
  };
}
