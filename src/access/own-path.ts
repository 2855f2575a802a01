const ANYWHERE = 'http://ciclo.invalid';
// A browser drops tabs and line ends out of an address and takes a backslash for a slash before it reads it.
const TREACHEROUS = /[\p{Cc}\\\u2028\u2029]/u;
const LONGEST = 2_000;

/**
 * An address of our own pages to go on to: path, query and fragment. Anything that a browser could take for another site
 * gives `otherwise`: who comes from a link in a mail is never sent away from here.
 */
export function ownPath(text: string | undefined, otherwise: string): string {
  if (text === undefined || text.length > LONGEST || !text.startsWith('/') || TREACHEROUS.test(text)) return otherwise;
  if (!URL.canParse(text, ANYWHERE)) return otherwise;
  const { origin, pathname, search, hash } = new URL(text, ANYWHERE);
  // `/.//elsewhere` becomes `//elsewhere` when it is read.
  if (origin !== ANYWHERE || pathname.startsWith('//')) return otherwise;
  return pathname + search + hash;
}
