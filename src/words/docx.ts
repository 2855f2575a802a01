import { withArticle } from '../domain/article.js';
import { count, plural } from './plural.js';

/** What is said of a text written in Word that is brought into a section. */
export const docxWords = {
  tooLarge: (most: string) =>
    `il file supera ${withArticle('i', most)} MB: dividerlo in più capitoli, o ridurre le figure`,
  bomb: 'il file, una volta aperto, sarebbe troppo grande: dividerlo in più capitoli',
  old: 'il file è nel vecchio formato di Word (.doc) o protetto da password: salvarlo come .docx senza password',
  macros: 'il file contiene macro: salvarlo come .docx senza macro',
  notDocx: 'il file non è un testo di Word: serve un file .docx',
  odt: 'il file è di LibreOffice (.odt): salvarlo come .docx',
  broken: 'il file è danneggiato e non si può leggere: salvarlo di nuovo da Word o LibreOffice e riprovare',
  empty: 'nel file non c’è testo',
  notes: 'Note',
  /** What stayed in the file, after «Non è stato portato qui: ». */
  left: {
    comments: (n: number) => count(n, 'un commento a margine', 'commenti a margine'),
    deletions: (n: number) =>
      count(n, 'una revisione che toglie testo (è presa come fatta)', 'revisioni che tolgono testo (prese come fatte)'),
    insertions: (n: number) =>
      plural(
        n,
        'il segno di una revisione che aggiunge testo (il testo c’è)',
        `il segno di ${n} revisioni che aggiungono testo (il testo c’è)`,
      ),
    boxes: (n: number) =>
      plural(
        n,
        'il riquadro di una casella di testo (il testo è dopo il suo capoverso)',
        `i riquadri di ${n} caselle di testo (il testo è dopo il capoverso di ciascuna)`,
      ),
    equations: (n: number) => count(n, 'una formula', 'formule'),
    charts: (n: number) =>
      count(n, 'un grafico di Excel: salvarlo come immagine', 'grafici di Excel: salvarli come immagini'),
    diagrams: (n: number) =>
      count(
        n,
        'un disegno di Word (SmartArt): salvarlo come immagine',
        'disegni di Word (SmartArt): salvarli come immagini',
      ),
    embedded: (n: number) => count(n, 'un oggetto incorporato', 'oggetti incorporati'),
    margins: 'intestazioni e piè di pagina',
    merged: (n: number) => count(n, 'una cella unita (il testo è nella prima)', 'celle unite (il testo è nella prima)'),
    nested: 'una tabella dentro un’altra (il testo è nella cella)',
    figure: (why: string) => `una figura: ${why}`,
  },
  figureName: (n: number, extension: string) => `figura-${n}.${extension}`,
} as const;
