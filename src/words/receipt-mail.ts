import { withArticle } from '../domain/article.js';
import type { OwnReceipt } from '../register/reading/own-receipts.js';
import { plural } from './plural.js';

/** What who has sent, recorded or concluded something reads: it is on record. */
export const receiptMailWords = {
  subject: {
    values: (step: string, n: number | undefined) => `ricevuta${n === undefined ? '' : ` n. ${n}`}: ${step}`,
    decision: (step: string) => `esito registrato: ${step}`,
    completion: (step: string) => `attività conclusa: ${step}`,
    transmission: (step: string) => `documento trasmesso: ${step}`,
  } satisfies Record<OwnReceipt['kind'], (step: string, n: number | undefined) => string>,
  body: {
    values: (step: string, when: string, n: number) =>
      `${plural(n, 'è stato registrato il valore inviato', `sono stati registrati ${withArticle('i', String(n))} valori inviati`)} ${withArticle('il', when)} per «${step}».`,
    decision: (step: string, when: string) => `l’esito di «${step}» è stato registrato ${withArticle('il', when)}.`,
    completion: (step: string, when: string) => `l’attività «${step}» è stata conclusa ${withArticle('il', when)}.`,
    transmission: (step: string, when: string) =>
      `il documento di «${step}» è stato trasmesso ${withArticle('il', when)}.`,
  } satisfies Record<OwnReceipt['kind'], (step: string, when: string, n: number) => string>,
  next: {
    values:
      'Fino alla chiusura del monitoraggio i valori si possono correggere. Se un valore torna indietro, arriva un messaggio con il motivo.',
    decision:
      'Chi ha preparato il documento riceve l’esito. Quanto registrato non si cambia: per una rettifica rivolgersi al controllo di gestione.',
    completion: 'Non occorre fare altro: il ciclo prosegue con le attività successive.',
    transmission: 'L’organo lo riceve insieme al collegamento per registrare la decisione.',
  } satisfies Record<OwnReceipt['kind'], string>,
  /** To who had been asked too, and has nothing to do any more. */
  byOther: {
    body: {
      decision: (step: string, who: string, when: string) =>
        `l’esito di «${step}», chiesto anche a Lei, è stato registrato da ${who} ${withArticle('il', when)}.`,
      completion: (step: string, who: string, when: string) =>
        `l’attività «${step}», chiesta anche a Lei, è stata conclusa da ${who} ${withArticle('il', when)}.`,
      transmission: (step: string, who: string, when: string) =>
        `il documento di «${step}», chiesto anche a Lei, è stato trasmesso da ${who} ${withArticle('il', when)}.`,
    } satisfies Record<Exclude<OwnReceipt['kind'], 'values'>, (step: string, who: string, when: string) => string>,
    next: 'Non occorre fare nulla: altri promemoria non arrivano. Se qualcosa non torna, lo segnali al controllo di gestione.',
    decided: 'Esito',
    button: 'Vedi l’attività',
  },
  value: 'Valore registrato',
  others: (n: number) => plural(n, 'Un altro valore è nella ricevuta.', `Altri ${n} valori sono nella ricevuta.`),
  notYou: 'Se non è stato Lei, lo segnali al controllo di gestione. Questo messaggio non chiede nulla.',
  button: 'Apri la ricevuta',
} as const;
