import { withArticle } from '../domain/article.js';

/** What is said of steps done before Ciclo when their cycle begins, and of a Piano that was approved before it. */
export const earlierStepWords = {
  files: 'File dell’atto (facoltativi)',
  note: (act: string | undefined, note: string | undefined): string =>
    ['fatta prima di Ciclo', act, note].filter((one) => one !== undefined && one !== '').join('; '),
  unknown: (step: string): string =>
    `«${step}» è registrata come fatta prima di Ciclo, ma il calendario non ha questa attività: il controllo di gestione la ritira (ciclo withdraw-earlier) e registra quella giusta`,
  withoutReport: (step: string, checkpoint: string): string =>
    `«${step}» porta all’organo il rapporto di «${checkpoint}», che è registrata come fatta prima di Ciclo e qui non ha un rapporto: registrare come già fatta anche «${step}», oppure ritirare la registrazione di «${checkpoint}» e farla con Ciclo`,
  inForce: {
    title: 'Metti in vigore il Piano già approvato',
    does: 'Mette in vigore, dal giorno della sua approvazione, il Piano approvato prima di Ciclo',
    lead: (version: number): string =>
      `La bozza di lavoro, versione ${version}, è il Piano che l’organo ha approvato prima di Ciclo: da quel giorno è in vigore, e i monitoraggi lo usano.`,
    check:
      'Prima di confermare controllare che la bozza contenga il Piano approvato, con i suoi target e i suoi pesi: dopo, si cambia soltanto con un aggiornamento che va all’esame dell’organo. Le letture dei target si confermano anche dopo.',
    done: (version: number, day: string): string =>
      `La versione ${version} del Piano è in vigore ${withArticle('dal', day)}.`,
    already: 'un Piano di questo esercizio è già in vigore: si cambia con un aggiornamento',
    none: 'il Piano non è registrato come approvato prima di Ciclo: entra in vigore con la decisione dell’organo, registrata nella sua attività',
    example:
      'questo Piano è ancora quello d’esempio: importare prima il foglio del Piano approvato, dalla pagina del Piano («Importa»)',
    awaited: (day: string): string =>
      `Il Piano è stato approvato ${withArticle('il', day)}, prima di Ciclo, ma qui non è ancora in vigore: fino ad allora nessun monitoraggio può cominciare. Se la bozza non è il Piano approvato, importarne il foglio; poi metterla in vigore.`,
    import: 'Importa il foglio del Piano',
  },
} as const;
