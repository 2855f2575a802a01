/** How the words after a preposition bear on the thing named: as part of its name, as a trait of it, or not at all. */
export type Link = 'head' | 'of' | 'with' | 'without' | 'aside';

const WORDS: Readonly<Record<Exclude<Link, 'head'>, string>> = {
  of: "d' di del dello della dell' dei degli delle",
  with: 'con in a da col per',
  without: 'senza privo priva privi prive esente esenti',
  aside:
    "su sul sullo sulla sull' sulle nel nello nella nell' nelle al allo alla all' alle dal dallo dalla dall' dalle " +
    'sui sugli nei negli ai agli dai dagli presso tramite mediante durante tra fra verso dopo post ogni',
};

const LINKS: ReadonlyMap<string, Link> = new Map(
  // The keys of the table are the links; `Object.entries` forgets it.
  (Object.entries(WORDS) as [Link, string][]).flatMap(([link, words]) =>
    words.split(' ').map((word): [string, Link] => [word, link]),
  ),
);

/** `per …`: what a thing is for. */
export const saysPurpose = (link: Link, preposition: string): boolean => link === 'with' && preposition === 'per';

export const linkOf = (word: string): Link | undefined => LINKS.get(word);
