/** How a person labelled a target before the parser saw it. */
type Label = 'written' | 'bare' | 'asked' | 'silent';

export type BlindTuple = readonly [Label, text: string, name: string, year: number, meant?: string];

/**
 * Sixty targets as plans of activity and organisation write them (a ministry, an agency for the environment, a body of social
 * security, a local health unit, a region, a park, a university), each with its label: `written` with its meaning, `bare` with
 * the side of the likelier reading, `asked` (with the right candidate, where there is one), `silent`.
 */
export const blindPiao: readonly BlindTuple[] = [
  // numbers and counts
  ['written', 'n. 4 audit minimo', 'Audit interni svolti', 2024, '>= 4 n'],
  ['written', '12 sopralluoghi almeno', 'Sopralluoghi nelle aree protette', 2024, '>= 12 n'],
  ['written', 'n. 3 reclami massimo', 'Reclami fondati', 2024, '<= 3 n'],
  ['written', '15 giorni lavorativi massimo', 'Tempo medio di risposta al cittadino', 2024, '<= 15 gglav'],
  ['written', '≥ 1.200 campioni analizzati', 'Campioni di acque superficiali', 2024, '>= 1200 n'],
  ['written', 'non meno di n. 20 dipendenti in lavoro agile', 'Diffusione del lavoro agile', 2024, '>= 20 n'],
  ['written', 'numero ≥ 6', 'Tavoli tecnici con le Regioni', 2024, '>= 6 n'],
  ['written', 'almeno n.2 giornate formative', 'Formazione in materia di anticorruzione', 2024, '>= 2 n'],
  ['written', '>=40 ore', 'Ore di formazione annue per dipendente', 2024, '>= 40 ore'],
  ['written', 'non oltre 2 errori', 'Errori nei flussi trasmessi', 2024, '<= 2 n'],
  ['written', 'zero infortuni', 'Infortuni sul lavoro', 2024, '<= 0 n'],
  ['written', 'nessun provvedimento annullato', 'Provvedimenti annullati in sede giurisdizionale', 2024, '<= 0 n'],
  ['written', '0 sanzioni', 'Sanzioni del Garante', 2024, '<= 0 n'],
  // shares
  ['written', '≥ 95% delle domande di pensione', 'Domande definite entro 30 giorni', 2024, '>= 95 %'],
  ['written', 'almeno il 60% dei dirigenti', 'Dirigenti formati sulle competenze digitali', 2024, '>= 60 %'],
  ['written', '100% dei contratti pubblicati', 'Pubblicazione dei contratti', 2024, '>= 100 %'],
  ['written', 'non inferiore al 92,5 %', 'Grado di copertura dei controlli', 2024, '>= 92.5 %'],
  ['written', 'max 3%', 'Tasso di errore nelle liquidazioni', 2024, '<= 3 %'],
  ['written', '80% minimo', 'Capacità di spesa', 2024, '>= 80 %'],
  ['written', 'pari o superiore al 70%', 'Soddisfazione degli utenti dei servizi online', 2024, '>= 70 %'],
  ['written', '> 85% dei pagamenti', 'Pagamenti nei termini', 2024, '> 85 %'],
  ['written', 'tra 85% e 95%', 'Tasso di utilizzo delle sale', 2024, 'range 85 95 %'],
  // dates
  ['written', 'entro il 31.01.2024', 'Adozione del PIAO', 2024, 'by 2024-01-31'],
  ['written', 'Adozione entro il 15/11/2024', 'Regolamento sul lavoro agile', 2024, 'by 2024-11-15'],
  [
    'written',
    'entro e non oltre il 30 novembre 2024',
    'Trasmissione del bilancio di previsione',
    2024,
    'by 2024-11-30',
  ],
  ['written', 'entro la fine del terzo trimestre', 'Mappatura dei processi', 2024, 'by 2024-09-30'],
  [
    'written',
    'entro 45 giorni dalla conclusione della campagna',
    'Pubblicazione dei dati di monitoraggio',
    2024,
    'within 45 gg',
  ],
  [
    'written',
    'almeno 2 rapporti entro il 30/09/2024',
    "Rapporti sullo stato dell'ambiente",
    2024,
    '>= 2 n by 2024-09-30',
  ],
  // yes and no
  ['written', 'SI/NO → SI', 'Aggiornamento della sezione Amministrazione trasparente', 2024, 'yes'],
  ['written', 'Sì / No: Sì', 'Attivazione del servizio', 2024, 'yes'],
  ['written', 'ON/OFF = ON', 'Attivazione della piattaforma', 2024, 'yes'],
  ['written', 'Fatto', 'Aggiornamento del codice etico', 2024, 'yes'],
  // change
  ['written', '+2% rispetto al 2023', 'Visitatori del centro visite', 2024, 'rel + 2 % 2023'],
  ['written', 'riduzione di almeno 5 giorni rispetto al 2023', 'Tempo medio di definizione', 2024, 'rel - 5 gg 2023'],
  ['written', "incremento ≥ 10% rispetto all'anno precedente", 'Accessi al portale', 2024, 'rel + 10 % 2023'],
  // bare
  ['bare', '98%', 'Percentuale di fatture pagate nei termini', 2024, '>='],
  ['bare', '25 gg', 'Tempo medio di istruttoria', 2024, '<='],
  ['bare', '350', 'Numero di controlli sulle emissioni in atmosfera', 2024, '>='],
  ['bare', '6%', 'Tasso di assenza dal servizio', 2024, '<='],
  ['bare', '3', 'N. di procedimenti conclusi fuori termine', 2024, '<='],
  ['bare', '75%', 'Grado di soddisfazione del personale', 2024, '>='],
  // asked
  ['asked', '≥ 95% con la ASL', 'Referti trasmessi', 2024],
  ['asked', '≥ 80% tramite portale', 'Istanze presentate', 2024],
  ['asked', 'almeno 10 controlli con esito positivo', 'Controlli', 2024],
  ['asked', 'almeno 50 visite da remoto', 'Visite', 2024],
  ['asked', 'almeno 5 corsi per neoassunti', 'Corsi di formazione', 2024],
  ['asked', '≥ 90% senza rilievi', 'Rendiconti approvati', 2024],
  ['asked', '≥ 90% tra i residenti', 'Adesione allo screening', 2024],
  ['asked', 'almeno 3 incontri per conto della Regione', 'Incontri con gli enti gestori', 2024],
  ['asked', '≥ 70% su base volontaria', 'Personale vaccinato', 2024],
  ['asked', 'nessun reclamo oltre i 30 giorni', 'Reclami evasi', 2024],
  ['asked', 'zero o quasi', 'Contenziosi', 2024],
  ['asked', 'SI/NO', 'Adozione del piano', 2024, 'yes'],
  ['asked', 'SI/NO → NO', 'Adozione del piano', 2024],
  ['asked', '12 minimo 15', 'Sopralluoghi', 2024],
  ['asked', 'n. 10 controlli minimo a trimestre', 'Controlli sugli scarichi', 2024],
  ['asked', '80% nel 2024, 90% nel 2025', 'Digitalizzazione dei fascicoli', 2024, '>= 80 %'],
  // silent
  ['silent', 'da definire con il DUP', 'Numero di iniziative', 2024],
  ['silent', 'n.a.', 'Copertura', 2024],
  ['silent', 'vedi scheda allegata', 'Obiettivi di transizione digitale', 2024],
];

/** Labelled `asked`, and read all the same: the noun is narrower, and is all in the reading. */
export const saidAll: Readonly<Record<string, string>> = { 'almeno 5 corsi per neoassunti': '>= 5 n' };
