import { withArticle } from '../domain/article.js';
import { plural } from './plural.js';

/** What somebody reads on the first day of what they have been given. */
export const appointmentMailWords = {
  subject: (titles: readonly string[]) =>
    plural(
      titles.length,
      `Il Suo incarico: ${titles[0] ?? ''}`,
      `I Suoi ${titles.length} incarichi nel ciclo della performance`,
    ),
  body: (entity: string, mandates: readonly string[]) =>
    `Nel ciclo della performance di ${entity} Le ${plural(mandates.length, 'è stato affidato l’incarico', 'sono stati affidati gli incarichi')} di ${mandates.join('; ')}. Ciò che l’incarico richiede arriva da oggi a Lei.`,
  mandate: (title: string, from: string, until: string | undefined) =>
    `${title} (${withArticle('dal', from)}${until === undefined ? '' : ` ${withArticle('al', until)}`})`,
  wrong: 'Se l’incarico non è corretto, si rivolga al controllo di gestione, che può porvi termine.',
} as const;
