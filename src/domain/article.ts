const ELIDED = {
  il: 'l’',
  Il: 'L’',
  del: 'dell’',
  dal: 'dall’',
  Dal: 'Dall’',
  al: 'all’',
  Al: 'All’',
  nel: 'nell’',
  sul: 'sull’',
  i: 'gli ',
  dei: 'degli ',
  sui: 'sugli ',
} as const;

/** A figure that is said with a vowel first: otto, ottanta, undici; of a day also with its zero. */
const VOWEL = /^(?:0?8(?=\D|$)|8|11(?!\d))/;

/** An article, alone or with its preposition, before a day or a number: `il 30/06/2016`, `l’11/09/2016`, `sull’80%`, `gli 11`. */
export const withArticle = (article: keyof typeof ELIDED, figure: string): string =>
  VOWEL.test(figure) ? `${ELIDED[article]}${figure}` : `${article} ${figure}`;
