import { count } from './plural.js';

/** What the page of the log says. */
export const logPageWords = {
  title: (year: number) => `Registro del ciclo ${year}`,
  lead: 'Chi ha fatto che cosa e quando, dalla riga più recente. Le righe non si modificano e non si cancellano.',
  count: (n: number) => (n === 0 ? 'Nessuna riga.' : count(n, 'Una riga.', 'righe.')),
  filters: 'Filtri',
  person: 'Persona',
  step: 'Attività',
  indicator: 'Indicatore',
  action: 'Operazione',
  from: 'Dal',
  to: 'Al',
  everybody: 'Tutte',
  apply: 'Filtra',
  clear: 'Togli i filtri',
  values: (n: number) => count(n, 'un indicatore', 'indicatori'),
  when: 'Quando',
  what: 'Che cosa',
  who: 'Chi',
  noMatch: 'Nessuna riga corrisponde ai filtri scelti.',
  pages: 'Pagine del registro',
  page: (page: number, pages: number) => `Pagina ${page} di ${pages}`,
  newer: 'Più recenti',
  older: 'Meno recenti',
  wrongDate: (text: string) => `«${text}» non è una data: serve giorno, mese e anno`,
  wrong: 'I filtri non si possono applicare. Da correggere:',
} as const;
