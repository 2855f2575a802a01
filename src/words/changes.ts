import { withArticle } from '../domain/article.js';
import { count } from './plural.js';

/** What changed between two versions of what is before a board. */
export const changesWords = {
  title: 'Che cosa è cambiato',
  plan: (before: number, after: number) => `Il piano: dalla versione ${before} alla versione ${after}`,
  samePlan: 'La nuova versione non cambia indicatori, target o pesi.',
  sections: 'Il documento, sezione per sezione',
  section: { added: 'nuova', removed: 'tolta' },
  changed: (n: number) => count(n, 'una modifica', 'modifiche'),
  first: 'È la prima versione portata all’esame: non c’è una versione precedente con cui confrontarla.',
  same: 'Il documento è identico a quello dell’esame precedente.',
  sinceRound: (n: number, moment: string) =>
    `Rispetto al testo del ${n}° esame, depositato ${withArticle('il', moment)}:`,
  sinceVersion: (version: number) => `Rispetto alla versione ${version} del Piano, in vigore:`,
  unreadable:
    'La versione precedente fu depositata come pagina, senza dati: il confronto si fa leggendo i due documenti.',
  previous: 'Apri la versione precedente',
  what: 'Voce',
  kind: 'Modifica',
  where: 'Dove',
  before: 'Prima',
  after: 'Dopo',
  none: '–',
  note: (text: string) => `Nota di chi ritrasmette: ${text}`,
  reason: (text: string) => `Motivo della proposta: ${text}`,
} as const;
