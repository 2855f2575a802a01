/** How the words after a preposition bear on the thing named: as part of its name, as a trait of it, or not at all. */
export type Link = 'head' | 'of' | 'with' | 'without' | 'aside';

const LINKS: readonly (readonly [RegExp, Link])[] = [
  [/^(?:d'|di|del|dello|della|dell'|dei|degli|delle)$/, 'of'],
  [/^(?:con|in|a|da|col|per)$/, 'with'],
  [/^(?:senza|priv[oaie]|esent[ei])$/, 'without'],
  [/^su$|^(?:su|ne|a|da)l(?:lo|la|l'|le)?$|^(?:su|ne|a|da)(?:i|gli)$/, 'aside'],
  [/^(?:presso|tramite|mediante|durante|tra|fra|verso|dopo|post|ogni)$/, 'aside'],
];

export const linkOf = (word: string): Link | undefined => LINKS.find(([pattern]) => pattern.test(word))?.[1];
