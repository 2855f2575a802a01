export const cliWords = {
  rehearse: {
    description: 'prova generale: il ciclo di un esercizio in pochi minuti, con valori simulati',
    entity: 'ente (se manca: la prova interrotta, altrimenti ccms)',
    year: 'esercizio (se manca: quello della prova interrotta, altrimenti 2016)',
    speed: 'secondi del calendario per ogni secondo (da 1 a 2000000)',
    from: 'fino a questa data (GG/MM/AAAA) il calendario corre tre volte più in fretta',
    anew: 'comincia una prova nuova e lascia com’è quella interrotta',
    once: 'finisce da sé, con il riepilogo, quando il ciclo è concluso',
    serve: 'niente prova: lo stesso sistema in tempo reale',
  },
  jsonLines: 'una riga JSON per ogni fatto; avanzamento e avvisi vanno sullo standard error',
  rehearsalLines: `
Con --json, una riga per fatto sullo standard output:
  {"event":"ready","entity","exercise","space","console","mailbox","temporal"?,"speed","simulated":true}
  {"event":"logged","on","action","subject","step"?,"title"?,"actor","detail"}   (step-opened, step-completed, decision-approved …)
  {"event":"state","on","phase"?,"open","late","mailsSent"}                     (ogni dieci secondi)
  {"event":"acted","said"}                                                      (che cosa fa la compagnia)
  {"event":"summary","steps","decisions","mails","checkpoints"}                 (le cifre del riepilogo)
  {"event":"ended","console","staysOpen"}, {"event":"stopped"}
  {"event":"resuming","exercise","on","changedFiles","fromIgnored"}, {"event":"left-aside","entity","exercise"}
Se qualcosa non va, l’ultima riga è {"ok":false,"code","error","details"?}.`,
  servingLines: `
Con --json, una riga per fatto sullo standard output:
  {"event":"serving","console","entities","mailbox"?}     il sistema intero è in servizio
  {"event":"worker-ready"}                                il worker è in servizio
  {"event":"console-ready","console"}                     la console è in servizio
  {"event":"stopped"}                                     fermato in ordine
Se qualcosa non va, l’ultima riga è {"ok":false,"code","error","details"?}.`,
  serve: 'tutto il sistema in tempo reale, in un processo',
  worker: 'il solo worker (servono DATABASE_URL e TEMPORAL_ADDRESS)',
  console: {
    description: 'la sola console (servono DATABASE_URL e TEMPORAL_ADDRESS)',
    host: 'indirizzo su cui ascolta',
  },
  start: {
    description: 'avvia subito il ciclo di un esercizio',
    entity: 'ente',
    year: 'esercizio',
    json: 'risponde in JSON',
    heldBy: (failure: string | undefined): string =>
      failure === undefined
        ? 'Si attende: nessun worker ha ancora preso l’avvio («ciclo doctor» dice se ce n’è uno).'
        : `Si attende: l’avvio non riesce e si riprova da sé (${failure}).`,
    noPlan: (exercise: number) =>
      `Tra i file dell’ente non c’è il Piano ${exercise}: le attività si aprono, ma nessun documento si potrà trasmettere finché non c’è.`,
  },
  notSeconds: (text: string) => `«${text}» non è un numero intero di secondi, per esempio 120`,
  notADate: (text: string) => `«${text}» non è una data: si attende GG/MM/AAAA, per esempio 31/03/2027`,
  notAYear: (text: string) => `«${text}» non è un esercizio: si attende un anno di quattro cifre, per esempio 2027`,
  notASpeed: (text: string) => `«${text}» non è una velocità: si attende un numero da 1 a 2000000`,
};
