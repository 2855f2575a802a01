/** What is said of steps done before Ciclo when their cycle begins. */
export const earlierStepWords = {
  note: (act: string | undefined, note: string | undefined): string =>
    ['fatta prima di Ciclo', act, note].filter((one) => one !== undefined && one !== '').join('; '),
  unknown: (step: string): string =>
    `«${step}» è registrata come fatta prima di Ciclo, ma il calendario non ha questa attività: il controllo di gestione la ritira (ciclo withdraw-earlier) e registra quella giusta`,
  noPlan: (exercise: number): string =>
    `il Piano ${exercise} è registrato come approvato prima di Ciclo, ma fra i file dell’ente non c’è: scriverlo in plan/ prima di avviare il ciclo`,
} as const;
