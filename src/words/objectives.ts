import { count, plural } from './plural.js';

/** What is said of strategic objectives: who answers for them, and what brings what about. */
export const objectiveWords = {
  title: 'Obiettivi e collegamenti',
  lead: 'Gli obiettivi strategici del triennio, chi ne risponde e quali portano ad altri. I collegamenti si vedono nella mappa strategica.',
  objectives: 'Obiettivi strategici',
  objective: 'Obiettivo strategico',
  years: 'Anni',
  owners: 'Chi ne risponde',
  nobody: 'nessuno indicato',
  programmes: 'Programmi',
  links: 'Collegamenti di causa ed effetto',
  linksNone: 'Il Piano non dichiara collegamenti fra obiettivi.',
  cause: 'Causa',
  effect: 'Effetto',
  reason: 'Perché',
  toMap: 'La mappa strategica',
  linked: (from: string, to: string): string => `Collegamento da ${from} a ${to}`,
  unlinked: (link: string): string => `Collegamento ${link} tolto`,
  ownedNow: (objective: string, owners: readonly string[]): string =>
    owners.length === 0
      ? `Ora dell’obiettivo ${objective} non risponde nessuno.`
      : `Ora dell’obiettivo ${objective} rispondono: ${owners.join(', ')}.`,
  owned: (objectives: readonly string[]): string =>
    `Responsabili ${plural(objectives.length, 'dell’obiettivo', 'degli obiettivi')} ${objectives.join(', ')}`,
  noneChosen: 'scegliere almeno un obiettivo',
  itself: 'un obiettivo non può essere causa di sé stesso',
  already: 'questo collegamento c’è già',
  notThere: 'questo collegamento non c’è più',
  legend: 'Le frecce vanno dalla causa all’effetto; la tabella dice le stesse cose.',
  legendOf: {
    area: 'Area strategica',
    objective: 'Obiettivo strategico',
    programme: 'Programma',
    link: 'Dalla causa all’effetto',
  },
  drawn: (links: number): string =>
    count(links, 'Un collegamento di causa ed effetto.', 'collegamenti di causa ed effetto.'),
};
