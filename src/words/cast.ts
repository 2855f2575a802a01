import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { FollowedState } from '../domain/follow-up.js';
import { count } from './plural.js';

const OUTCOMES = {
  noted: 'presa d’atto',
  approved: 'approvato',
  rejected: 'respinto con osservazioni',
  deferred: 'rinviato',
} as const;

/** Quotes within quotes are the high ones. */
const quotedInside = (text: string): string => text.replaceAll('«', '“').replaceAll('»', '”');

/** What the cast of a rehearsal writes on the pages, and what is told of it. */
export const castWords = {
  done: (line: string, notice: string): string => (notice === '' ? line : `${line} – «${quotedInside(notice)}»`),
  refused: (line: string, why: string): string => `${line}: rifiutato, ${why}`,
  noMail: ', senza mail, entrando dal sito',

  officer: {
    note: 'valore simulato dalla prova generale',
    lateReason: 'dati disponibili solo ora',
    wrong: 'circa dieci',
    wrongTold: (name: string, errors: readonly string[]) => `${name} scrive «circa dieci»: ${errors.join('; ')}`,
    accepted: 'accettato',
    draftTold: (name: string, step: string) => `${name} comincia il modulo di ${step} e salva la bozza`,
    sent: (name: string, n: number, step: string, receipt: string) =>
      `${name} invia ${count(n, 'un valore', 'valori')} per ${step}: ${receipt}`,
    sheet: (name: string, step: string, receipt: string) =>
      `${name} compila il foglio di ${step} e lo carica: ${receipt}`,
    unchanged: 'nessuna variazione',
    why: {
      // Each may be said of any indicator: which one it is said of, nobody chooses.
      causes: [
        'nel periodo l’ufficio ha avuto meno personale del previsto',
        'le attività sono cominciate più tardi del previsto',
        'le condizioni esterne sono diverse da quelle su cui il target era stato fissato',
      ],
      next: 'si concentrano le attività nei prossimi mesi e si verifica l’andamento ogni mese',
      nextYear: 'se ne tiene conto nei target e nelle attività dell’anno successivo',
    },
    finalEvidence: 'Estratto delle scritture di chiusura a sostegno del valore definitivo (prova generale).\n',
    finalEvidenceFile: 'scritture-di-chiusura.txt',
    checked: 'verificato con la rassegna stampa: il valore è confermato',
    evidence: 'Rassegna stampa del periodo: estratto a sostegno del valore (prova generale).\n',
    evidenceFile: 'rassegna-stampa.txt',
    again: (name: string, code: string) => `${name} risponde all’osservazione su ${code} e allega la rassegna stampa`,
  },

  owner: {
    note: 'Attività svolta come da calendario.',
    done: (title: string, name: string) => `${title}: concluso da ${name}`,
    revised: 'Integrato secondo le osservazioni dell’organo.',
    resubmitted: (title: string, name: string) => `${title}: ritrasmesso da ${name}`,
  },

  resources: {
    heading: 'Interventi economici',
    source: 'prova generale',
    reason: 'Le risorse dei programmi, per i documenti di programmazione.',
    brought: (name: string) => `Risorse dei programmi: ${name} le scrive nella cartella di lavoro del Piano`,
  },
  writing: {
    text: (title: string) => `Testo della prova generale per «${title}»: in un ciclo vero qui scrive chi ne risponde.`,
    revised:
      'Dopo le osservazioni dell’organo: qui si dice con quali risorse si attuano i programmi di ogni area, e da dove vengono.',
    note: 'Integrato il testo dove l’organo lo ha chiesto.',
    wrote: (title: string, name: string) => `«${title}»: scrive ${name}`,
    ready: (title: string, name: string) => `«${title}»: pronta per ${name}`,
    transmitted: (title: string, name: string) => `${title}: trasmette ${name}`,
    changed:
      'Nel registro non c’è il Piano dell’anno precedente: il confronto comincia dal prossimo. Gli obiettivi di questo si aggiornano in corso d’anno con un atto.',
    answer: 'Aggiunto da quando si può fare il confronto.',
    remarked: (title: string, name: string) => `«${title}»: ${name} fa un’osservazione`,
    answered: (title: string, name: string) => `«${title}»: ${name} risponde all’osservazione`,
    closed: (title: string, name: string) => `«${title}»: ${name} chiude l’osservazione`,
  },

  lateChapter: {
    reminded: (title: string, name: string) => `«${title}»: manca ancora, ${name} sollecita chi la scrive`,
    late: (title: string, name: string) => `«${title}»: ${name} la scrive in ritardo, dopo il sollecito`,
  },

  /** What was done, as the script tells it, and who did it. */
  recorded: (told: string, name: string) => `${name} ${told}`,
  recordsMore: 'registra un dato dell’attività',

  individual: {
    proposed: (name: string, whom: string) => `${name} propone la scheda di valutazione: ${whom}`,
    acted: (name: string, what: string) => `${name}: ${what}`,
    objectives: [
      ['60', 'Riordino delle pratiche dell’ufficio', 'pratiche degli ultimi tre anni archiviate entro novembre'],
      ['40', 'Guida alle procedure dell’ufficio', 'guida consegnata entro ottobre'],
    ],
    after: [
      ['70', 'Riordino delle pratiche dell’ufficio', 'pratiche degli ultimi due anni archiviate entro novembre'],
      ['30', 'Guida alle procedure dell’ufficio', 'guida consegnata entro dicembre'],
    ],
    afterWhy: 'La contestazione è fondata: tempi e quantità sono ridotti.',
    sentences: {
      own: 'Nell’anno il lavoro è stato svolto come concordato (prova generale).',
      given: 'Osservato nel corso dell’anno e discusso nel colloquio (prova generale).',
    },
    talk: 'Colloquio di metà anno: obiettivi in linea, nessuna modifica (prova generale).',
    act: (number: number) => `det. n. ${number}`,
    boardAct: (number: number) => `delibera n. ${number}`,
    confirmed: 'Le motivazioni della valutazione sono coerenti con i fatti documentati (prova generale).',
    agreed: 'Le parti concordano su un giudizio più alto per uno dei comportamenti (prova generale).',
    further: 'La decisione non tiene conto della documentazione presentata.',
    published: (name: string) => `${name} pubblica i dati aggregati sui premi`,
  },

  hearing: {
    opened: (name: string) => `${name} apre il modulo pubblico per gli stakeholder`,
    said: (who: string) => `Dal modulo pubblico arriva un messaggio: chi scrive indica «${who}»`,
    examined: (who: string, outcome: 'accepted' | 'refused', name: string) =>
      `${name} esamina il messaggio di «${who}»: ${outcome === 'accepted' ? 'va tra le osservazioni' : 'non è un’osservazione'}`,
  },

  considering: {
    taken: 'Se ne tiene conto nella programmazione dell’anno (prova generale).',
    action: 'Piano di miglioramento',
    left: 'È già seguita nel piano di miglioramento: non occorre un obiettivo nuovo (prova generale).',
    told: (name: string, items: number) =>
      `${name} considera ${count(items, 'una voce', 'voci')} del feedback strategico`,
  },

  summary: (name: string, pages: number) =>
    `${name} legge il riepilogo della settimana e apre ${count(pages, 'una pagina', 'pagine')} dai suoi collegamenti`,

  nextCycle: (exercise: number) =>
    `Comincia il ciclo ${exercise}: la prova ne mostra solo l’inizio del Piano, le altre attività restano da svolgere`,
  nextPlan: (exercise: number, name: string) =>
    `${name} inizia il Piano ${exercise} da quello dell’anno che si è chiuso`,

  readings: {
    confirmed: (name: string) => `${name} conferma come si leggono i target del Piano`,
  },

  board: {
    recorded: (title: string, outcome: keyof typeof OUTCOMES, name: string) =>
      `${title}: ${OUTCOMES[outcome]}, registra ${name}`,
    actFile: (number: string) => `atto-${number}.pdf`,
    actLines: (title: string, number: string, day: string) => [
      `Atto ${actNumbered(number)} ${withArticle('del', day)}`,
      title,
      'Documento simulato dalla prova generale.',
    ],
  },

  oiv: {
    judged: (name: string) => `lista di controllo: giudica ${name}`,
    met: (name: string) => `incontro con un ufficio: lo registra ${name}`,
    remarked: (name: string) => `osservazione dell’organismo di valutazione: ${name}`,
    answered: (name: string) => `osservazione dell’organismo di valutazione: risponde ${name}`,
    notes: 'L’ufficio ha mostrato come estrae i dati; due fonti non sono allegate (incontro simulato).',
    against: 'La ragione è agli atti e non incide sui risultati finali (prova generale).',
    wanting: 'di due valori non si è trovata la fonte',
    remark: 'Di due valori verificati a campione non è indicata la fonte: si chiede di indicarla.',
    answer: 'Le fonti sono indicate nelle schede e conservate presso l’ufficio.',
    reasons: 'Metodo, dati e chiarezza della Relazione risultano dalla lista di controllo e dalle verifiche.',
  },

  steering: {
    extended: (title: string, name: string) => `${title}: ${name} concede una proroga`,
    returned: (code: string, name: string) => `${code}: valore restituito da ${name}`,
    closed: (title: string, name: string) => `${title}: chiuso da ${name} con valori mancanti`,
  },

  keeping: {
    notes: {
      fulfilled: 'Verificato: il dato è pubblicato e aggiornato.',
      updating: 'Aggiornamento in corso.',
      unfulfilled: 'Il dato non è ancora disponibile.',
      planned: 'Da avviare.',
      'under-way': 'Avviata; si chiude con la prossima rilevazione.',
      done: 'Conclusa: l’esito è riportato nella relazione dell’ufficio (prova generale).',
      abandoned: 'Non più necessaria.',
    } satisfies Record<FollowedState, string>,
    told: (text: string, state: string, name: string) =>
      `${text.length <= 60 ? text : `${text.slice(0, 58)}…`}: ${state.toLowerCase()}, registra ${name}`,
    remedy: 'riprogrammare le attività dell’ufficio e verificarle ogni mese',
    proposed: (name: string, n: number, step: string) =>
      `${name} propone ${count(n, 'un’azione correttiva', 'azioni correttive')} dopo ${step}`,
  },

  spending: {
    note: 'spesa simulata dalla prova generale',
    told: (step: string, name: string, programmes: number) =>
      `${name} registra la spesa di ${count(programmes, 'un programma', 'programmi')} dopo ${step}`,
  },

  amendment: {
    wrote: (name: string, code: string) => `${name} scrive nella bozza che cosa cambia di ${code}`,
    proposed: (name: string, codes: readonly string[]) =>
      `${name} propone l’aggiornamento del Piano (${codes.join(', ')})`,
  },
};
