import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { PieceGroup } from '../domain/own-rules/piece.js';
import { italianDay } from './format.js';
import { count } from './plural.js';

/** What pieces of the rules are called. */
const titles: Readonly<Record<string, string>> = {
  'formula-crescente': 'Formula dei target «più è alto, meglio è»',
  'formula-decrescente': 'Formula dei target «più è basso, meglio è»',
  'formula-entro-data': 'Formula dei target «entro una data»',
  'formula-entro-termine': 'Formula dei target «entro un termine da un evento»',
  'formula-intervallo': 'Formula dei target «fra due valori»',
  'formula-da-valore-di-partenza': 'Formula dei target rispetto a un valore di partenza',
  eccezioni: 'Indicatori con una formula propria',
  tetto: 'Tetto: il risultato più alto che conta',
  minimo: 'Minimo: il risultato più basso che conta',
  'confronto-stretto': 'Target «più di» uguagliato ma non superato',
  'target-zero': 'Target pari a zero',
  'dati-mancanti': 'Dati che mancano, nei totali',
  'peso-non-valutabile': 'Peso di ciò che non è valutabile',
  'misure-che-crescono': 'Misure che crescono nell’anno, a un monitoraggio intermedio',
  'misure-non-dette': 'Misure di cui non è detto se crescono',
  decimali: 'Decimali',
  arrotondamento: 'Arrotondamento',
  'che-cosa-si-arrotonda': 'Che cosa si arrotonda',
  'confronto-con-le-soglie': 'Valore che si confronta con le soglie',
  semaforo: 'Fasce del semaforo',
  'copertura-minima': 'Copertura sotto la quale un totale non ha semaforo',
  promemoria: 'Promemoria: giorni lavorativi prima della scadenza',
  'giorno-della-scadenza': 'Avviso nel giorno della scadenza',
  'avvisi-di-ritardo': 'Avvisi di ritardo: giorni lavorativi dopo la scadenza',
  'avviso-al-superiore': 'Avviso a chi dirige chi è in ritardo: giorni lavorativi dopo',
  'avviso-al-vertice': 'Avviso al vertice dell’ente: giorni lavorativi dopo',
};

const groups: Readonly<Record<PieceGroup, string>> = {
  formulas: 'Formule',
  limits: 'Tetto, minimo e casi particolari',
  totals: 'Totali e monitoraggi intermedi',
  rounding: 'Arrotondamenti',
  lights: 'Semafori',
  evaluation: 'Come si valutano le persone',
  bands: 'Fasce della valutazione individuale',
  notices: 'Promemoria e solleciti delle attività',
};

/** What pieces of a group or of a dictionary are called, by how their ids begin. */
const titlesOf: Readonly<Record<string, string>> = {
  fasce: 'Fasce',
  'chi-valuta': 'Chi valuta',
  istanze: 'Seconda istanza e conciliazione',
  parti: 'Parti del punteggio',
  termini: 'Giorni per rispondere',
  comportamenti: 'Comportamenti',
  scala: 'Scala di giudizio',
};

/** `Tetto: il risultato più alto che conta`; of bands those of their group. */
function titleOf({ id, of }: { readonly id: string; readonly of?: string }): string {
  const [start, title] = Object.entries(titlesOf).find(([begins]) => id.startsWith(`${begins}-`)) ?? [];
  return titles[id] ?? (start === undefined ? id : `${title}: ${of ?? id.slice(start.length + 1)}`);
}

/** What is said of the pieces of its rules that a body changes. */
export const ownRuleWords = {
  title: 'Regole di valutazione',
  lead: 'Le regole (SMVP) con cui si calcolerà il prossimo ciclo, come le danno il file dell’ente e ciò che l’ente ha cambiato. Una regola si cambia da un esercizio il cui ciclo non è ancora cominciato: i cicli cominciati tengono quelle con cui sono cominciati, e i loro risultati non cambiano.',
  groups,
  titleOf,
  of: (exercise: number, version: string) => `Regole del ciclo ${exercise}, versione ${version}`,
  kept: (exercise: number, version: string) =>
    `Il ciclo ${exercise} è cominciato con la versione ${version}: la tiene fino alla fine.`,
  unsound: (exercise: number, problems: readonly { readonly piece: string; readonly message: string }[]) =>
    `le regole ${exercise} non si possono usare: ${problems
      .map(({ piece, message }) => `${titleOf({ id: piece })}: ${message}`)
      .join('; ')}; il controllo di gestione ritira la regola (ciclo withdraw-rule)`,
  stray: (piece: string) => `«${piece}» non è una regola di questo file`,
  rule: 'Regola',
  now: 'Vale',
  changed: 'Cambiata',
  asFile: 'come nel file',
  changedFrom: (exercise: number, act: string | null) => `dal ${exercise}${act === null ? '' : ` (${act})`}`,
  later: (said: string, exercise: number) => `dal ${exercise}: ${said}`,
  changeIt: 'Cambia',
  changeOf: (title: string) => `Cambia «${title}»`,
  ways: 'Si scrive in uno di questi modi, con i propri numeri:',
  roles: 'I ruoli dell’ente si scrivono con il loro titolo:',
  standing: (exercise: number, said: string) => `Per il ciclo ${exercise} vale: ${said}.`,
  on: 'Registrata il',
  by: 'Da',
  act: 'Atto o norma',
  withdrawn: 'ritirata',
  versions: 'Versioni',
  noVersions: 'Nessuna regola è stata cambiata: vale il file dell’ente.',
  unused: 'Con ciò che è stato cambiato le regole non si possono usare:',
  download: (exercise: number) => `Scarica le regole del ciclo ${exercise} (YAML)`,
  downloadLead:
    'Messo in policies/ al posto di quello dell’ente, il file dice le stesse regole anche a chi lavora sui file. I promemoria si dicono in calendar.yaml dell’ente.',
  change: {
    title: 'Cambia una regola di valutazione',
    does: 'Cambia una regola di valutazione (SMVP) da un esercizio in poi, con il motivo e l’atto',
    submit: 'Vedi che cosa cambierebbe',
    confirm: 'Registra la regola',
    check:
      'La regola vale dall’esercizio indicato. Finché il suo ciclo non comincia si può cambiare di nuovo o ritirare; i cicli già cominciati restano come sono.',
    piece: { label: 'Regola', hint: 'Per esempio tetto o semaforo.', missing: 'manca la regola' },
    exercise: { label: 'Dall’esercizio', missing: 'manca l’esercizio' },
    said: {
      label: 'Nuova regola',
      hint: 'Come la scrive la pagina «Regole di valutazione», per esempio 110% oppure rosso sotto 60%; giallo da 60% sotto 90%; verde da 90%.',
      missing: 'manca la nuova regola',
    },
    saidHere: 'È già scritto ciò che vale: si corregge la parte che cambia.',
    act: { label: 'Atto o norma (facoltativo)', hint: 'Per esempio: deliberazione di Giunta n. 12 del 20/01/2027.' },
    reason: { label: 'Motivo del cambiamento', missing: 'manca il motivo' },
    done: (piece: string, said: string, exercise: number) => `${titleOf({ id: piece })}, dal ${exercise}: ${said}.`,
  },
  withdraw: {
    title: 'Ritira una regola cambiata',
    does: 'Ritira una regola di valutazione che l’ente ha cambiato: vale di nuovo il file',
    submit: 'Ritira la regola',
    reason: 'Motivo del ritiro',
    done: (piece: string, exercise: number) =>
      `Dal ${exercise} vale di nuovo la regola di prima: ${titleOf({ id: piece })}.`,
    none: (piece: string, exercise: number) =>
      `dal ${exercise} la regola «${titleOf({ id: piece })}» non è stata cambiata`,
    needed: (why: string) => `senza, le altre regole cambiate non sarebbero più coerenti fra loro: ${why}`,
  },
  begun: (exercise: number, version: string) =>
    `il ciclo ${exercise} è già cominciato con la versione ${version} delle regole, e la tiene: risultati e semafori calcolati restano come sono; qui si indica un esercizio successivo`,
  noRole: (role: string) => `l’ente non ha un ruolo «${role}»: chi è valutato resterebbe senza risposta`,
  far: (exercise: number, last: number) =>
    `l’esercizio ${exercise} è troppo lontano: se l’anno è giusto, la regola si cambia più avanti; si arriva fino al ${last}`,
  noFiles: 'i file dell’ente non sono a disposizione: senza, la regola non si può provare',
  same: (said: string) => `è già così: le regole di quell’esercizio dicono «${said}»`,
  subject: (piece: string, exercise: number) => `${titleOf({ id: piece })}, dal ${exercise}`,
  whatIf: {
    rule: 'Cambiamento',
    fromTo: (before: string, after: string) => `da «${before}» a «${after}»`,
    triedOn: 'Prova sui risultati più recenti',
    on: (checkpoint: string, exercise: number, day: CivilDate, version: number) =>
      `${checkpoint} ${exercise}, dati ${withArticle('al', italianDay(day))}, Piano versione ${version}`,
    nothingYet: 'Nessun monitoraggio ha ancora risultati su cui provarla.',
    entity: 'Grado di realizzazione dell’ente',
    areas: 'Aree strategiche',
    lights: 'Semafori degli indicatori',
    lightCount: (name: string, before: number, after: number) =>
      before === after ? `${name}: ${after}, come ora` : `${name}: da ${before} a ${after}`,
    noLight: 'senza semaforo',
    indicators: 'Indicatori che cambierebbero',
    none: 'nessuno',
    notComputed: 'non calcolabile',
    more: (n: number) => count(n, 'un altro indicatore', 'altri indicatori'),
    moved: (before: string, after: string) => `da ${before} a ${after}`,
    stays: (figure: string) => `resta ${figure}`,
    bands: 'Fasce che cambierebbero',
    band: (from: string, to: string, before: string, after: string) =>
      `Punteggio da ${from} a ${to}: ${before === '' ? 'nessuna fascia' : before}, poi ${after === '' ? 'nessuna fascia' : after}`,
    share: (title: string, pay: string) => `${title} (quota ${pay})`,
    concerned: 'Persone che riguarda',
    nobody: 'nessuna, oggi',
    ofParts: (example: string, before: string, after: string) => `chi avesse ${example}: da ${before} a ${after}`,
    ofPart: { organisational: 'nei risultati', objectives: 'negli obiettivi', behaviours: 'nei comportamenti' },
    ofBehaviours: (step: string, best: string, behaviour: string, before: string, after: string) =>
      `chi avesse «${best}» in «${behaviour}» e «${step}» nel resto: da ${before} a ${after}`,
    notices: 'Avvisi programmati',
    noticeCount: (exercise: number, before: number, after: number) =>
      before === after
        ? `nel calendario ${exercise} restano ${after}`
        : `nel calendario ${exercise} da ${before} a ${after}`,
    example: 'Per esempio',
    noticeDays: (step: string, due: CivilDate, before: readonly CivilDate[], after: readonly CivilDate[]) =>
      `${step}, scadenza ${italianDay(due)}: ora ${daysIn(before)}; poi ${daysIn(after)}`,
  },
} as const;

const daysIn = (days: readonly CivilDate[]): string =>
  days.length === 0 ? 'nessun avviso' : days.map(italianDay).join(', ');
