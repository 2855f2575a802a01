import { count } from './plural.js';

/** What the page of one’s own tasks says. */
export const ownTaskWords = {
  title: 'Le mie attività',
  lead: (name: string) => `${name}: ciò che oggi attende una Sua risposta.`,
  none: 'Oggi nulla attende una Sua risposta.',
  nobody: 'Per vedere le proprie attività occorre entrare.',
  signIn: 'Entra',
  caption: 'Attività da svolgere',
  step: 'Attività',
  due: 'Scadenza',
  asWhat: 'In qualità di',
  trouble: (reason: string) => `Non va avanti: ${reason}`,
  standIn: (role: string, absent: string) => `${role}, in sostituzione di ${absent}`,
  delegated: (office: string, delegator: string) => `${office}, su delega di ${delegator}`,
  missing: (n: number) => count(n, 'un indicatore da compilare', 'indicatori da compilare'),
  cycle: (entity: string, exercise: number) => `${entity}, ciclo ${exercise}`,
  late: (days: number) => `in ritardo di ${count(days, 'un giorno', 'giorni')}`,
} as const;
