import type { AboutKind } from '../domain/about-body.js';

/** Who the body is: what pages and documents call it. */
export const aboutWords = {
  title: 'Chi siamo',
  lead: 'Organi, sedi, servizi e partecipazioni dell’ente, con l’organigramma. I documenti riprendono questi dati.',
  kinds: {
    organ: 'Organi',
    seat: 'Sedi e orari',
    service: 'Servizi',
    participation: 'Partecipazioni',
  } satisfies Record<AboutKind, string>,
  captions: {
    organ: 'Gli organi, che cosa fanno e da quanti sono composti',
    seat: 'Dove sono le sedi e quando sono aperte',
    service: 'I servizi dell’ente',
    participation: 'Le partecipazioni dell’ente',
  } satisfies Record<AboutKind, string>,
  kind: {
    organ: 'organo',
    seat: 'sede',
    service: 'servizio',
    participation: 'partecipazione',
  } satisfies Record<AboutKind, string>,
  what: 'Denominazione',
  details: 'Che cosa fa, o dove',
  count: 'Numero',
  counts: {
    organ: 'Componenti',
    seat: 'Numero',
    service: 'Numero',
    participation: 'Numero',
  } satisfies Record<AboutKind, string>,
  hours: 'Orari',
  none: 'Non è stato ancora registrato nulla.',
  chart: 'Organigramma',
  chartCaption: 'Unità organizzative e da chi dipendono',
  chartLead: 'Il disegno e l’elenco dicono le stesse cose.',
  chartDrawing: (boards: number, units: number): string =>
    `${boards === 1 ? 'Un organo' : `${boards} organi`}, il vertice amministrativo e ${units === 1 ? 'un ufficio' : `${units} uffici`}. L’elenco che segue dice le stesse cose.`,
  chartRegion: 'Organigramma, da scorrere di lato',
  boards: 'Organi',
  unit: 'Unità',
  under: 'Dipende da',
  unknown: (entry: string): string => `«${entry}» non è fra le voci dell’ente`,
  sameTitle: 'c’è già una voce con questa denominazione: sceglierla per cambiarla',
  noName: 'la denominazione non ha lettere né cifre',
  executives: 'Obiettivi dei dirigenti',
  executivesLead:
    'Gli obiettivi assegnati ai dirigenti con pesi, indicatori e target (D.Lgs. 150/2009, art. 10). I risultati e le valutazioni individuali non sono pubblicati.',
  executivesCaption: (role: string): string => `Obiettivi: ${role}`,
  role: 'Incarico',
  objective: 'Obiettivo',
  area: 'Area strategica',
  weight: 'Peso',
  indicator: 'Indicatore',
  target: (year: number): string => `Target ${year}`,
  notWritten: 'non indicato',
};
