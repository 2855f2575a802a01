import { withArticle } from '../domain/article.js';
import { count } from './plural.js';

/** What who proposes an in-year amendment of the Piano reads. */
export const amendmentWords = {
  title: 'Aggiornamento del Piano in corso d’anno',
  lead: 'Target, pesi e indicatori del Piano approvato si cambiano solo con un atto della Giunta. Qui si prepara la proposta e si vede prima che cosa cambierebbe: nulla viene registrato finché non la si propone.',
  inForce: (version: number, day: string) => `In vigore: versione ${version} del Piano, ${withArticle('dal', day)}.`,
  none: 'Nessuna versione del Piano è in vigore: non c’è ancora nulla da aggiornare.',
  over: 'Il periodo per aggiornare il Piano è terminato con l’esercizio.',
  before: (version: number) =>
    `La proposta (versione ${version}) è all’esame della Giunta: se ne propone una alla volta.`,
  start: 'Prepara una proposta',
  pick: {
    title: 'Che cosa si vuole aggiornare',
    lead: 'Scegliere gli indicatori da modificare o da togliere, e i programmi a cui aggiungerne.',
    list: { scorecard: 'Cruscotto', sheet: 'Schede di programmazione' },
    target: (year: number, text: string) => `target ${year}: ${text === '' ? 'non indicato' : text}`,
    weight: (percent: string) => `peso ${percent}`,
    add: (programme: string) => `Aggiungi un indicatore al programma ${programme}`,
    submit: 'Continua',
    sheet: 'Oppure con un foglio di calcolo',
    sheetLead: 'Scaricare il Piano in vigore, modificarlo e ricaricarlo: l’anteprima mostra le differenze.',
    download: 'Scarica il Piano (.xlsx)',
    file: 'Foglio modificato',
    preview: 'Mostra le differenze',
  },
  form: {
    title: 'La proposta',
    now: (target: string, weight: string) => (weight === '' ? `Ora: ${target}` : `Ora: ${target}; peso ${weight}`),
    target: (year: number) => `Target ${year}`,
    weight: 'Peso (%)',
    remove: 'Togli dal Piano',
    added: (programme: string) => `Indicatore nuovo nel programma ${programme}`,
    name: 'Denominazione',
    office: 'Ufficio responsabile',
    resum: 'Adegua i pesi di programmi e obiettivi alla somma dei loro indicatori',
    reason: 'Motivo dell’aggiornamento',
    reasonHint: 'La Giunta lo legge nella proposta.',
    preview: 'Aggiorna l’anteprima',
    propose: 'Proponi alla Giunta',
    sending: 'Invio della proposta…',
    again: 'Scegli altri indicatori',
  },
  readings: {
    title: 'Come si leggono i nuovi target',
    lead: 'Ogni target modificato si conferma nella frase con cui sarà giudicato: insieme quelli che dicono tutto, uno per uno gli altri.',
    confirm: 'Confermo: ',
    choose: (code: string, text: string) => `${code}, «${text}»: scegliere come si legge`,
    all: 'Confermo le letture elencate',
    fromSheet: 'la lettura è scritta nel foglio',
  },
  preview: {
    title: 'Anteprima',
    nothing: 'La proposta non cambia nulla.',
    changes: 'Che cosa cambia',
    findings: 'Che cosa non torna',
    noFindings: 'La proposta non introduce incoerenze nel Piano.',
    solved: (n: number) =>
      `${count(n, 'Un’incoerenza del Piano in vigore si risolve', 'incoerenze del Piano in vigore si risolvono')}.`,
    effect: 'Effetto sui risultati',
    effectLead: (checkpoint: string, day: string) =>
      `Ipotesi sui valori disponibili (${checkpoint}, ${withArticle('al', day)}): nulla viene registrato, e i risultati già calcolati restano quelli.`,
    supposed: 'L’effetto suppone la lettura proposta dei target non ancora confermati.',
    noEffect: 'Non ci sono ancora valori rilevati su cui provare l’effetto.',
    entity: 'Ente nel suo insieme',
    now: 'Ora',
    proposed: 'Con la proposta',
    what: 'Ambito o indicatore',
    notComputable: 'non calcolabile',
    coverage: (percent: string) => `su ${percent} del peso`,
  },
  errors: {
    title: (n: number) => (n === 1 ? 'C’è un dato da correggere' : `Ci sono ${n} dati da correggere`),
    refused: 'La proposta non è stata presentata',
    weight: (code: string, shown: string) =>
      `${code}: «${shown}» non è un peso; si scrive una percentuale, per esempio 2,5.`,
    target: (code: string) => `${code}: il target è vuoto; per togliere l’indicatore c’è la casella apposita.`,
    notMeasurable: (code: string, text: string, why: string) =>
      `${code}: il target «${text}» non è misurabile: ${why}.`,
    unread: (code: string, text: string, why: string) =>
      `${code}: il target «${text}» si può leggere in più modi (${why}); indicarlo in forma univoca.`,
    unconfirmed: (code: string) => `${code}: confermare come si legge il nuovo target.`,
    unticked: (codes: readonly string[]) => `Confermare le letture elencate (${codes.join(', ')}).`,
    accumulation: (code: string) => `${code}: indicare se la misura cresce nel corso dell’anno oppure è un livello.`,
    newField: (field: string) => `Indicatore nuovo: manca ${field}.`,
    reason: 'Indicare il motivo dell’aggiornamento.',
    nothing: 'La proposta non cambia nulla: modificare almeno un dato.',
    overtaken: (version: number) =>
      `nel frattempo è entrata in vigore la versione ${version} del Piano: rifare la proposta su quella`,
    otherSheet: 'Il foglio non è quello dell’anteprima: mostrare di nuovo le differenze prima di proporlo.',
    noSheet: 'Scegliere il foglio modificato (.xlsx o .ods).',
    cell: (sheet: string, cell: string, message: string) => `${sheet}, cella ${cell}: ${message}`,
    wrongPlan: (exercise: number) => `Il foglio è di un altro Piano: serve quello di questo ente per il ${exercise}.`,
  },
  proposed: {
    title: 'Proposta presentata',
    text: (version: number) =>
      `La proposta è stata trasmessa alla Giunta come versione ${version} del Piano. Finché la Giunta non la approva resta in vigore quella attuale.`,
    again: 'La proposta risultava già presentata: conta una sola volta.',
  },
} as const;
