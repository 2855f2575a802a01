import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { RegisterSays, ToDo } from '../domain/oiv/checklist.js';
import { italianDay } from './format.js';
import { plural } from './plural.js';

const ANSWERS: Readonly<Record<RegisterSays, string>> = {
  yes: 'sì',
  no: 'no',
  'not-known': 'non risulta dal registro',
};

/** The OIV's desk: what its page, its acts and its documents say. */
export const oivWords = {
  title: 'Scrivania dell’OIV',
  lead: 'Ciò che l’OIV esamina e scrive nel ciclo: la lista di controllo e i dati verificati a campione per validare la Relazione, gli incontri con gli uffici, le osservazioni con le risposte, la relazione annuale e il parere sul Sistema.',
  index: 'In questa pagina',
  verdict: 'Giudizio dell’OIV',
  /** Over the form of who judges. */
  ownVerdict: 'Giudizio',
  verdicts: { met: 'sì', partly: 'in parte', 'not-met': 'no' },
  noneStands: 'Ora non c’è alcun giudizio.',
  stands: (verdict: string) => `Ora il giudizio è «${verdict}».`,
  note: 'Annotazione',
  noteHint: 'Serve quando il giudizio non è «sì» o contraddice il registro; entra nel documento di validazione.',
  notJudged: 'da giudicare',
  judge: 'Giudica',
  verify: 'Verifica',
  again: 'Rivedi',
  norm: 'Norma',
  /** What the register answers of a requirement, with what it rests on. */
  answered: (answer: RegisterSays, evidence: string): string =>
    evidence === '' ? ANSWERS[answer] : `${ANSWERS[answer]}: ${evidence}`,
  found: (answer: RegisterSays): string => `Dal registro risulta «${ANSWERS[answer]}»`,
  /** The same over the form that judges it. */
  beside: (answer: RegisterSays, evidence: string): string =>
    answer === 'not-known'
      ? 'Il registro non risponde a questa voce: la verifica spetta a chi valida.'
      : `${oivWords.found(answer)}${evidence === '' ? '' : `: ${evidence}`}.`,

  checklist: {
    title: 'Lista di controllo',
    lead: 'Accanto a ogni voce ciò che risulta dal registro oggi; il giudizio è dell’OIV. Con giudizi su tutte le voci e almeno un dato verificato si può decidere sulla validazione.',
    none: 'L’ente non ha una lista di controllo.',
    criterion: 'Criterio',
    question: 'Verifica',
    register: 'Dal registro',
    /** What is left before a validation can be decided; empty where nothing is. */
    left: ({ requirements, unexplained, figures }: ToDo): string =>
      [
        requirements === 0
          ? ''
          : plural(requirements, 'resta da giudicare una voce', `restano da giudicare ${requirements} voci`),
        unexplained === 0
          ? ''
          : plural(
              unexplained,
              'una voce contraddice il registro senza dire perché',
              `${unexplained} voci contraddicono il registro senza dire perché`,
            ),
        figures ? 'nessun dato è stato verificato a campione' : '',
      ]
        .filter((one) => one !== '')
        .join('; '),
    ready: 'La lista è completa: l’OIV può decidere sulla validazione.',
    decided: 'La lista è completa: l’OIV ha deciso sulla validazione.',
  },

  figures: {
    title: 'Dati verificati a campione',
    lead: 'Si propongono, nell’ordine, i risultati decisi con un atto, i valori restituiti e corretti, quelli rossi, poi quelli che pesano di più. Le evidenze si aprono da qui.',
    none: 'Non ci sono ancora risultati calcolati da verificare.',
    indicator: 'Indicatore',
    why: 'Perché si propone',
    value: 'Valore rilevato',
    achievement: 'Grado di realizzazione',
    evidence: 'Evidenze',
    noEvidence: 'nessuna',
    reasons: {
      overridden: 'risultato deciso con un atto',
      returned: 'valore restituito e corretto',
      red: 'esito rosso',
      weight: 'tra quelli che pesano di più',
      chosen: 'scelto dall’OIV',
    },
    other: 'Verifica un altro indicatore',
  },

  interviews: {
    title: 'Incontri con gli uffici',
    lead: 'Le note degli incontri le legge l’OIV; gli altri vedono con chi e quando si sono svolti.',
    none: 'Nessun incontro è registrato.',
    on: 'Giorno',
    office: 'Ufficio o ruolo',
    notes: 'Note',
    add: 'Registra un incontro',
    reserved: 'riservate all’OIV',
  },

  remarks: {
    title: 'Osservazioni e risposte',
    none: 'L’OIV non ha fatto osservazioni.',
    about: 'Su',
    abouts: { relazione: 'Relazione', sistema: 'Sistema di misurazione', piano: 'Piano', dati: 'Dati e fonti' },
    text: 'Osservazione',
    answer: 'Risposta',
    waiting: 'attende risposta',
    toAnswer: 'Rispondi',
    add: 'Fai un’osservazione',
    withAnswer: (remark: string, answer: string): string => `${remark} (risposta: ${answer})`,
    answered: 'all’osservazione è già stato risposto',
  },

  acts: {
    title: 'Atti dell’OIV',
    documents: 'Documenti dell’OIV',
    state: 'Stato',
    none: 'non è nel calendario del ciclo',
    document: 'Documento',
  },

  validation: {
    outcome: 'Esito',
    approved: (relazione: string): string =>
      `L’organismo di valutazione ha esaminato il documento «${relazione}» e lo valida ai sensi dell’art. 14, c. 4, lett. c), del D.Lgs. 150/2009.`,
    rejected: (relazione: string): string =>
      `L’organismo di valutazione ha esaminato il documento «${relazione}» e non lo valida ai sensi dell’art. 14, c. 4, lett. c), del D.Lgs. 150/2009.`,
    reasons: 'Ragioni',
    facts: {
      document: 'Documento esaminato',
      hash: 'Impronta',
      act: 'Atto',
    },
    actOf: (number: string | undefined, on: CivilDate | undefined): string =>
      `${number === undefined ? '–' : actNumbered(number)}${on === undefined ? '' : ` ${withArticle('del', italianDay(on))}`}`,
    figuresNone: 'Nessun dato è stato verificato a campione.',
    remarksNone: 'Nessuna osservazione.',
    interviews: 'Incontri con gli uffici',
    interviewsNone: 'Nessun incontro è registrato.',
  },

  opinion: {
    outcome: 'Il parere',
    favourable: (document: string): string =>
      `L’organismo di valutazione ha esaminato il documento «${document}» ed esprime parere favorevole.`,
    contrary: (document: string): string =>
      `L’organismo di valutazione ha esaminato il documento «${document}» ed esprime parere contrario.`,
    norm: 'Norma',
  },

  dossier: {
    title: 'Fascicolo',
    lead: 'Gli atti del ciclo con l’impronta dei documenti, e i monitoraggi con la loro copertura.',
    download: 'Scarica il fascicolo in PDF',
    none: 'Nessun organo ha ancora deciso su un documento del ciclo.',
  },

  refused: {
    list: (left: string): string => `prima di validare, la lista di controllo va completata: ${left}`,
    reasons: 'indicare le ragioni della validazione: restano nel documento',
    noNote: 'con un giudizio diverso da «sì» serve un’annotazione',
    against: (answer: RegisterSays): string =>
      `dal registro risulta «${ANSWERS[answer]}»: con il giudizio contrario serve un’annotazione che dica perché`,
    future: 'il giorno dell’incontro deve ancora venire',
    noCycle: 'il ciclo è chiuso',
  },
  versionOf: (title: string, version: number): string => `${title}, versione ${version}`,
  toDesk: {
    validation: 'lista di controllo, dati a campione, incontri e osservazioni con le risposte.',
    opinion: 'le osservazioni sul Sistema, con le risposte.',
    report: 'monitoraggi, incontri e osservazioni dell’anno: la relazione ne riprende gli elenchi.',
  },
} as const;
