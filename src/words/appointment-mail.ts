import { withArticle } from '../domain/article.js';
import { plural } from './plural.js';

/** What somebody reads on the first day of what they have been given. */
export const appointmentMailWords = {
  subject: (titles: readonly string[]) =>
    plural(
      titles.length,
      `il Suo incarico: ${titles[0] ?? ''}`,
      `i Suoi ${titles.length} incarichi nel ciclo della performance`,
    ),
  body: (entity: string, mandates: readonly string[]) =>
    plural(
      mandates.length,
      `nel ciclo della performance (${entity}) Le è stato affidato un incarico: ${mandates.join('; ')}. Da oggi ciò che richiede arriva a Lei.`,
      `nel ciclo della performance (${entity}) Le sono stati affidati questi incarichi: ${mandates.join('; ')}. Da oggi ciò che richiedono arriva a Lei.`,
    ),
  mandate: (title: string, from: string, until: string | undefined) =>
    `${title}, ${withArticle('dal', from)}${until === undefined ? '' : ` ${withArticle('al', until)}`}`,
  wrong: (mandates: number) =>
    `Se ${plural(mandates, 'l’incarico non è corretto', 'uno degli incarichi non è corretto')}, si rivolga al controllo di gestione, che può porvi termine.`,
} as const;
