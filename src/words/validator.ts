/*
 * Who validates the Relazione is the OIV by D.Lgs. 150/2009, and a Nucleo di valutazione or somebody else where a body has made it so.
 * Sentences are written of the OIV; a body that calls its own otherwise reads them with its own name.
 */

/** What a title takes before it: `dell’OIV`, `del Nucleo di valutazione`, `della Commissione`. */
const ARTICLES = {
  masculine: { il: 'il ', Il: 'Il ', del: 'del ', al: 'al ', dal: 'dal ' },
  feminine: { il: 'la ', Il: 'La ', del: 'della ', al: 'alla ', dal: 'dalla ' },
  elided: { il: 'l’', Il: 'L’', del: 'dell’', al: 'all’', dal: 'dall’' },
  none: { il: '', Il: '', del: 'di ', al: 'a ', dal: 'da ' },
} as const;

const articlesOf = (title: string): (typeof ARTICLES)[keyof typeof ARTICLES] => {
  if (/^chi\b/i.test(title)) return ARTICLES.none;
  if (/^[aeiou]/i.test(title)) return ARTICLES.elided;
  return /^\S+(?:a|ione)\b/i.test(title) ? ARTICLES.feminine : ARTICLES.masculine;
};

const isOiv = (title: string): boolean => /\bOIV\b|organismo indipendente di valutazione/i.test(title);

/** A sentence about the OIV, as a body says it whose validator has this title. */
export function saidOf(title: string): (sentence: string) => string {
  if (isOiv(title)) return (sentence) => sentence;
  const article = articlesOf(title);
  // In a sentence `Chi valida` stands as any other words do.
  const name = article === ARTICLES.none ? `${title.slice(0, 1).toLowerCase()}${title.slice(1)}` : title;
  return (sentence) =>
    sentence
      .replace(/\bdell[’']OIV\b/g, `${article.del}${name}`)
      .replace(/\ball[’']OIV\b/g, `${article.al}${name}`)
      .replace(/\bdall[’']OIV\b/g, `${article.dal}${name}`)
      .replace(/\bl[’']OIV\b/g, `${article.il}${name}`)
      .replace(/\bL[’']OIV\b/g, article === ARTICLES.none ? title : `${article.Il}${name}`)
      .replace(/\bOIV\b/g, title);
}

/** Words of which every sentence is said so; what a function of them is given is left as it is. */
export function wordsOf<T extends object>(words: T, title: string): T {
  if (isOiv(title)) return words;
  const say = saidOf(title);
  // What is made has the shape of what it is made from.
  const each = (of: unknown): unknown => {
    if (typeof of === 'string') return say(of);
    if (Array.isArray(of)) return of.map(each);
    if (typeof of !== 'object' || of === null) return of;
    return Object.fromEntries(Object.entries(of).map(([name, one]) => [name, each(one)]));
  };
  return each(words) as T;
}
