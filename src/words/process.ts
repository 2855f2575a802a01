import { count } from './plural.js';

/** What the process says of itself: why something does not go on, or no longer can. */
export const closingWords = {
  ended: (title: string) => `l’attività «${title}» è conclusa: per rimetterla in lavorazione si riapre`,
  unknownTrouble: 'motivo sconosciuto',
} as const;

/** Why nobody knows what time it is. Minutes; positive is ahead. */
export const clockWords = {
  apart: (minutes: number) =>
    `l’orologio di questa macchina è ${side(minutes)} di ${span(minutes)} rispetto a quello della base dati: nessun ritardo e nessun avviso di legge si registra finché non concordano`,
  jumped: (minutes: number) =>
    `l’orologio è saltato ${minutes > 0 ? 'in avanti' : 'indietro'} di ${span(minutes)} da quando il processo è partito: nessun ritardo e nessun avviso di legge si registra finché non torna a posto; se l’ora attuale è giusta, riavviare`,
  ahead: (minutes: number) =>
    `l’orologio del server dei processi è avanti di ${span(minutes)} rispetto a quello della base dati: nessun ritardo e nessun avviso di legge si registra finché non concordano`,
} as const;

const side = (minutes: number): string => (minutes > 0 ? 'avanti' : 'indietro');

function span(minutes: number): string {
  const whole = Math.abs(minutes);
  if (whole < 120) return count(whole, 'un minuto', 'minuti');
  const hours = Math.round(whole / 60);
  return hours < 48 ? `${hours} ore` : `${Math.round(hours / 24)} giorni`;
}
