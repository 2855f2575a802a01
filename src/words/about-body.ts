import type { AboutEntry, AboutKind } from '../domain/about-body.js';
import { count } from './plural.js';

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
  detailsOf: {
    organ: 'Che cosa fa',
    seat: 'Dove',
    service: 'Che cosa comprende',
    participation: 'Di che cosa si tratta',
  } satisfies Record<AboutKind, string>,
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
    `${count(boards, 'Un organo', 'organi')}, il vertice amministrativo e ${count(units, 'un ufficio', 'uffici')}. L’elenco che segue dice le stesse cose.`,
  chartRegion: 'Organigramma, da scorrere di lato',
  boards: 'Organi',
  unit: 'Unità',
  under: 'Dipende da',
  unknown: (entry: string): string => `«${entry}» non è fra le voci dell’ente`,
  standsNow: (entry: AboutEntry | undefined): string =>
    entry === undefined
      ? 'La voce da cambiare non c’è più.'
      : `Ora la voce da cambiare è «${[entry.title, ...entry.details, entry.count, entry.hours].filter((one) => one !== undefined).join('; ')}».`,
  sameTitle: 'c’è già una voce con questa denominazione: sceglierla per cambiarla',
  noName: 'la denominazione non ha lettere né cifre',
  executives: 'Obiettivi dei dirigenti',
  executivesLead:
    'Gli obiettivi assegnati ai dirigenti con pesi, indicatori e target (D.Lgs. 150/2009, art. 10). I risultati e le valutazioni individuali non sono pubblicati.',
  executivesCaption: (role: string): string => `Obiettivi: ${role}`,
  assignedCaption: (group: string, name: string): string => `Obiettivi assegnati: ${group}, ${name}`,
  executive: 'Dirigente',
  wholeProgramme: 'realizzazione del programma, misurata sui suoi indicatori',
  ofTheRole: 'come indicato per l’incarico',
  role: 'Incarico',
  objective: 'Obiettivo',
  programme: 'Programma',
  mission: 'Missione',
  vision: 'Visione',
  weight: 'Peso',
  indicator: 'Indicatore',
  target: (year: number): string => `Target ${year}`,
  notWritten: 'non indicato',
};
