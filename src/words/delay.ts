import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from './format.js';

interface NoticeDone {
  readonly onDate: CivilDate;
  readonly protocol: string | null;
  readonly way: string | null;
}

/** What the notice of delay and the pages about it say. */
export const delayWords = {
  title: 'Comunicazione di ritardo',
  department: 'Dipartimento della funzione pubblica',
  cycle: 'il ciclo della performance',
  reasonOf: (reason: string, who: string, day: string) => `${reason} (${who}, ${day})`,
  lead: 'Il termine è fissato dalla legge ed è trascorso: qui c’è la bozza della comunicazione di ritardo, con chi si attende e da quando: chi la firma la verifica. I motivi aggiunti qui entrano in una nuova versione; quelli già scritti restano.',
  download: (version: number) => `Comunicazione di ritardo, versione ${version}`,
  standing: (
    last: { readonly signed?: NoticeDone | undefined; readonly sent?: NoticeDone | undefined } | undefined,
  ) => {
    const { signed, sent } = last ?? {};
    if (signed === undefined) return 'Bozza: da verificare e firmare.';
    const signing = `Firmata ${withArticle('il', italianDay(signed.onDate))}`;
    return sent === undefined
      ? `${signing}: l’invio non risulta.`
      : `${signing}, inviata ${withArticle('il', italianDay(sent.onDate))} (${sent.way}, prot. ${sent.protocol}).`;
  },
  sign: 'Verificata e firmata: registra la firma',
  send: 'Registra l’invio',
  none: 'La comunicazione è in preparazione: riaprire la pagina fra qualche istante.',
  reasons: 'Motivi del ritardo',
  noReasons: 'Nessun motivo è stato ancora indicato.',
  reason: 'Aggiungi un motivo',
  reasonMissing: 'Il motivo è vuoto: scriverlo prima di aggiungerlo.',
  add: 'Aggiungi il motivo',
  added: 'Il motivo è agli atti.',
} as const;
