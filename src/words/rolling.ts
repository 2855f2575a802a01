import { never } from '../domain/result.js';
import type { DroppedProblem } from '../domain/rolling/read-dropped.js';
import { plural } from './plural.js';

/** What is said of a plan that is begun from last year's, and of the targets offices propose for it. */
export const rollingWords = {
  /** @param draft number of the draft there is; 0 for none */
  lead: (draft: number): string =>
    `La bozza riprende albero, pesi, mappa, target già approvati per gli anni seguenti e risultati dell’anno che finisce. Non riprende gli importi e gli atti; le letture dei target si confermano di nuovo.${draft === 0 ? '' : ` C’è già la bozza ${draft}: iniziando di nuovo, ciò che vi è stato scritto non passa nella nuova e resta tra le versioni precedenti.`}`,
  title: (exercise: number): string => `Piano della performance ${exercise}-${exercise + 2}`,
  reason: (exercise: number): string => `Iniziato dal Piano ${exercise}`,
  started: (exercise: number, version: number | undefined): string =>
    version === undefined
      ? `Questo Piano è iniziato dal Piano ${exercise}, importato da una cartella di lavoro.`
      : `Questo Piano è iniziato dal Piano ${exercise}, versione ${version}.`,
  droppedTitle: 'Che cosa non è stato ripreso, e perché',
  droppedNone: 'È stato ripreso tutto.',
  code: 'Codice',
  name: 'Denominazione',
  why: 'Perché',
  version: (version: number) => `Piano versione ${version}`,
  noDraft: 'Il Piano non ha una bozza da modificare.',
  inForce: 'Il Piano di questo esercizio è già in vigore: si cambia con un aggiornamento.',
  noLastPlan: (exercise: number): string =>
    `nel registro non c’è un Piano ${exercise} in vigore: allegare la cartella di lavoro di quel Piano`,
  otherPlan: (entity: string, exercise: number, expected: number): string =>
    `la cartella è del Piano ${exercise} di «${entity}»: serve il Piano ${expected} di questo ente`,
  same: 'la bozza è già così: non è cambiato nulla',
  overtaken: 'nel frattempo è stata salvata un’altra bozza: riaprire la pagina',
  done: (version: number, without: number): string =>
    `Bozza ${version} iniziata dal Piano dell’anno precedente. ${without === 0 ? 'Tutti gli indicatori hanno un target per il nuovo esercizio.' : `${without} ${plural(without, 'indicatore è', 'indicatori sono')} senza target per il nuovo esercizio: gli uffici li propongono.`}`,
  dropped: (problem: DroppedProblem): string => {
    switch (problem.why) {
      case 'no-reason':
        return `riga ${problem.line}: «${problem.text.slice(0, 60)}» non dice il motivo; serve «codice: motivo»`;
      case 'unknown':
        return `riga ${problem.line}: «${problem.code.slice(0, 60)}» non è un programma né un indicatore del Piano`;
      case 'twice':
        return `riga ${problem.line}: «${problem.code}» c’è già in una riga precedente`;
      default:
        return never(problem);
    }
  },
  proposals: {
    title: 'Target proposti dagli uffici',
    link: 'Target proposti dagli uffici',
    lead: 'Ogni ufficio propone i target dei propri indicatori; il controllo di gestione decide su ciascuna proposta.',
    noDraft: 'Le proposte si raccolgono sulla bozza di un Piano non ancora approvato: ora non ce n’è una.',
    mine: 'Indicatori del mio ufficio',
    open: 'Proposte da decidere',
    openNone: 'Nessuna proposta attende una decisione.',
    settled: 'Proposte decise',
    indicator: 'Indicatore',
    office: 'Ufficio',
    year: 'Anno',
    now: 'Target in bozza',
    proposed: 'Target proposto',
    result: (year: number): string => `Risultato ${year}`,
    note: 'Nota dell’ufficio',
    by: 'Da',
    outcome: 'Esito',
    settledTo: 'Target deciso',
    reason: 'Motivo',
    outcomes: { taken: 'accolto', changed: 'modificato', left: 'non accolto' } as const,
    nothing: 'nessuno',
    draftReason: (indicator: string, year: number): string =>
      `Target ${year} di ${indicator}, su proposta dell’ufficio`,
    same: 'la bozza ha già questo target',
    already: 'La proposta è già stata decisa.',
    noText: 'per modificare serve il target deciso',
    noReason: 'per modificare o non accogliere serve il motivo',
    gone: (indicator: string): string => `l’indicatore ${indicator} non è più nella bozza`,
  },
};
