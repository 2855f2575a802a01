import { count } from './plural.js';

const title = {
  page: 'denominazione',
  value: 'titolo',
  label: 'Denominazione dell’ufficio',
  missing: 'manca la denominazione',
} as const;

/** What is said of the offices of a body, which answer for indicators. */
export const officeWords = {
  title: 'Uffici',
  lead: 'Gli uffici che rispondono di indicatori. Chi risponde di un ufficio lo si dice con un incarico.',
  office: 'Ufficio',
  answering: 'Chi ne risponde',
  nobody: 'nessuno',
  state: 'In attività',
  changes: 'Modifiche',
  fields: { title },
  unknown: (name: string) => `«${name}» non è tra gli uffici dell’ente`,
  taken: (name: string) => `«${name}» è già tra gli uffici dell’ente`,
  noName: 'la denominazione non ha lettere né cifre',
  adding: {
    title: 'Aggiungi un ufficio',
    does: 'Aggiunge un ufficio a quelli dell’ente',
    submit: 'Aggiungi l’ufficio',
    done: (name: string) =>
      `«${name}» è tra gli uffici dell’ente: chi ne risponde lo si dice con «Affida un incarico».`,
  },
  renaming: {
    title: 'Cambia la denominazione',
    does: 'Cambia la denominazione di un ufficio, o lo riprende in attività',
    submit: 'Cambia',
    done: (name: string) => `L’ufficio si chiama «${name}».`,
    standsNow: (name: string) => `Ora l’ufficio si chiama «${name}».`,
    changed: (before: string, now: string) => `da «${before}» a «${now}»`,
  },
  ending: {
    title: 'Chiudi l’ufficio',
    does: 'Chiude un ufficio: a chi ne risponde non è chiesto più nulla',
    lead: 'L’ufficio non si propone più nei Piani e gli incarichi di chi ne risponde finiscono oggi. Ciò che ha rilevato resta com’è registrato.',
    submit: 'Chiudi l’ufficio',
    reason: 'Motivo della chiusura',
    done: (name: string) => `«${name}» non è più tra gli uffici dell’ente.`,
    already: 'L’ufficio è già chiuso.',
    answers: (exercise: number, indicators: number) =>
      `nel Piano ${exercise} risponde ancora di ${count(indicators, 'un indicatore', 'indicatori')}: prima si affidano a un altro ufficio`,
    owns: (step: string, exercise: number) => `deve ancora concludere «${step}» del ciclo ${exercise}`,
  },
} as const;
