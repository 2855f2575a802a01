import type { Relation, SheetPart } from '../access/individual-sight.js';
import type { Permission } from '../access/roles.js';

/** The page that lists who may see and do what. */
export const sightWords = {
  title: 'Chi vede che cosa',
  lead: 'Che cosa può leggere e fare oggi ogni persona in servizio, sostituzioni comprese. Deriva dagli incarichi: si cambia cambiando quelli.',
  person: 'Persona',
  is: 'Oggi è',
  nothing: 'nessun incarico',
  actingFor: (title: string, name: string) => `${title} (per ${name})`,
  yes: 'sì',
  no: 'no',
  permissions: {
    read: 'Legge ciclo, risultati e documenti',
    'read-individual': 'Legge le schede individuali di tutti',
    'export-log': 'Legge e scarica il registro',
    steer: 'Dirige il ciclo',
    administer: 'Gestisce persone e accessi',
  } satisfies Record<Permission, string>,
  permissionHints: {
    read: 'Calendario, monitoraggi, risultati e documenti; nessun risultato individuale.',
    'read-individual': 'Le parti dette nella tabella che segue; degli altri si vede soltanto ciò che si è chiamati a valutare.',
    'export-log': 'Chi ha fatto che cosa, e quando.',
    steer: 'Termini, riaperture, solleciti, chiusura dei monitoraggi, sostituzioni, Piano.',
    administer: 'Persone, incarichi, inviti, gettoni per altri programmi.',
  } satisfies Record<Permission, string>,
  meaning: 'Che cosa comprende ogni voce',
  ofStep:
    'Chi risponde di un’attività, o registra ciò che un organo decide, può fare in più ciò che quell’attività richiede: è scritto nella sua pagina.',
  sheets: {
    title: 'Chi vede che cosa di una scheda di valutazione',
    lead: 'Vale per la scheda di ogni persona. Chi non è in questo elenco non la trova, nemmeno se gestisce Ciclo; nella propria scheda si è soltanto la persona valutata, qualunque incarico si abbia.',
    relation: 'Rispetto alla scheda',
    relations: {
      person: 'La persona valutata',
      evaluator: 'Chi la valuta',
      'second-instance': 'Chi decide in seconda istanza, se è chiesta',
      conciliation: 'Chi tiene la conciliazione, se è chiesta',
      recorder: 'Chi registra la decisione dell’organo che valuta',
      superior: 'Chi è sopra di lei e non la valuta',
      oiv: 'Chi valida la Relazione',
      steering: 'Controllo di gestione',
    } satisfies Record<Relation, string>,
    parts: {
      stage: 'Fase',
      objectives: 'Obiettivi e pesi',
      talks: 'Colloqui',
      'self-evaluation': 'Autovalutazione',
      evaluation: 'Giudizi',
      contest: 'Osservazioni e ricorsi',
      score: 'Punteggio',
      trace: 'Come è calcolato',
    } satisfies Record<SheetPart, string>,
  },
} as const;
