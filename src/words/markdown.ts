import { withArticle } from '../domain/article.js';
import { italianNumber } from './format.js';

/** What who writes a section is told of what cannot be shown as it was meant. */
export const markdownWords = {
  elsewhere: (href: string) =>
    `l’immagine «${href}» non è tra le figure del documento: un documento pubblicato non carica nulla da fuori`,
  noAlternative: (href: string) => `la figura «${href}» non ha un testo alternativo: dire tra [ ] che cosa mostra`,
  noCaption: (href: string) => `la figura «${href}» non ha una didascalia: scriverla tra virgolette, dopo l’indirizzo`,
  inside: 'una figura sta dentro un elenco: metterla in un capoverso suo',
  /** The paragraph right before a table that says what it is called. */
  caption: 'Tabella',
  tooLong: (most: number) =>
    `il testo supera ${withArticle('i', italianNumber(String(most)))} caratteri: dividerlo in più sezioni, o allegarne una parte`,
  longLine: (line: number, most: number) =>
    `la riga ${line} supera ${withArticle('i', italianNumber(String(most)))} caratteri: dividerla in capoversi, con una riga vuota fra l’uno e l’altro`,
  tooManySigns: (line: number) =>
    `il capoverso alla riga ${line} ha troppi segni di Markdown (* _ [ ] ! \` < @) per essere letto: dividerlo, con righe vuote`,
  tooDeep: (line: number, most: number) =>
    `alla riga ${line} elenchi e citazioni stanno l’uno dentro l’altro più di ${most} volte: toglierne qualcuno`,
  tooManyFigures: (figures: number, most: number) =>
    `il testo ha ${figures} figure: una sezione ne può avere al massimo ${most}`,
  noFigure: (id: string) => `la figura «${id}» non è tra quelle allegate`,
  noChart: (name: string) => `la serie «${name}» non c’è: si scrive grafico:tabella/riga, o più righe con la virgola`,
  largeTable: (cells: number, most: number) =>
    `una tabella di ${italianNumber(String(cells))} celle è troppo grande per un testo: al massimo ${italianNumber(String(most))}; riassumerla, e pubblicare quella intera come foglio`,
};
