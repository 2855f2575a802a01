import { actNumbered } from '../domain/act-number.js';
import { withArticle } from '../domain/article.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay, italianNumber, italianPercent } from './format.js';
import { plural } from './plural.js';

/** What the computed sections of the Relazione say. */
export const relazioneWords = {
  figure: {
    achievement: 'Grado di realizzazione',
    coverage: 'Copertura',
    coverageOf: (of: string): string => `Copertura ${of}`,
    light: 'Esito',
  },

  summary: {
    whole: (exercise: number, achievement: string, coverage: string): string =>
      `Nel ${exercise} il grado di realizzazione degli obiettivi dell’ente è ${italianPercent(achievement)}, calcolato ${withArticle('sul', italianPercent(coverage))} del peso degli obiettivi.`,
    open: (worst: string, best: string): string =>
      `Con ciò che manca il risultato può andare da ${italianPercent(worst)} a ${italianPercent(best)}.`,
    notComputed: (exercise: number): string =>
      `Il grado di realizzazione degli obiettivi dell’ente per il ${exercise} non è calcolabile: nessun indicatore è valutato.`,
    before: (exercise: number, achievement: string, coverage: string): string =>
      `Nel ${exercise} era ${italianPercent(achievement)}, calcolato ${withArticle('sul', italianPercent(coverage))} del peso.`,
    noBefore: (exercise: number): string =>
      `Per il ${exercise} non risultano esiti calcolati con gli stessi criteri: il confronto comincia da quest’anno.`,
    at: (title: string, on: CivilDate): string =>
      `Sono gli esiti di «${title}», con dati ${withArticle('al', italianDay(on))}.`,
    areas: 'Risultati per area strategica',
    area: 'Area strategica',
    entity: 'Ente nel suo insieme',
    reached: (exercise: number): string => `Grado di realizzazione ${exercise}`,
    change: 'Variazione (punti)',
    lights: 'Indicatori per esito',
    light: 'Esito',
    howMany: 'Indicatori',
    share: 'Quota',
    notAssessed: 'non valutati',
    chart: 'Grado di realizzazione durante l’esercizio (%)',
    chartAlt: (exercise: number): string =>
      `Come cresce il grado di realizzazione dell’ente e delle aree ai monitoraggi del ${exercise}`,
  },

  objectives: {
    intro:
      'Per ogni area: il grado di realizzazione degli obiettivi strategici con lo scostamento da 100, poi gli indicatori con esito giallo o rosso, con la causa dichiarata dall’ufficio e ciò che si è proposto di fare.',
    caption: (code: string): string => `Obiettivi strategici dell’area ${code}`,
    objective: 'Obiettivo strategico',
    deviation: 'Scostamento (punti)',
    belowCaption: (code: string): string => `Scostamenti dell’area ${code}, con le cause`,
    indicator: 'Indicatore',
    target: 'Target',
    value: 'Valore rilevato',
    cause: 'Causa dichiarata',
    remedy: 'Azione proposta',
    none: 'Nessun indicatore dell’area ha esito giallo o rosso.',
    unsaid: 'non dichiarata',
    // Officers are asked for the cause of what is far from its target.
    unasked: 'non richiesta: si chiede per gli esiti rossi',
    area: (code: string, title: string): string => `Area ${code}. ${title}`,
    saidOf: (text: string, to: CivilDate): string =>
      `${text} (riferito al periodo fino ${withArticle('al', italianDay(to))})`,
    nothing: 'nessuna',
    notComputed: 'non calcolabile',
  },

  individual: {
    intro: (fewest: number): string =>
      `Schede di valutazione di tutte le persone insieme. Dove le schede sono meno di ${fewest} il numero non è riportato, perché nessuno sia riconoscibile.`,
    caption: 'Assegnazione, colloqui e valutazione',
    what: 'Schede',
    howMany: 'Numero',
    sheets: 'Schede dell’esercizio',
    counted: {
      assign: 'assegnate con un atto',
      'note-talk': 'con il colloquio di metà anno annotato',
      'evaluate-self': 'con l’autovalutazione',
      evaluate: 'valutate',
      'ask-second-instance': 'con richiesta di seconda istanza',
      'ask-conciliation': 'con richiesta di conciliazione',
    },
    signedOff: 'concluse con la firma della valutazione',
    notEvaluated: 'chiuse senza valutazione',
    few: (fewest: number): string => `meno di ${fewest}`,
    open: 'Alla data di questo documento non tutte le schede sono concluse: distribuzione e differenziazione si pubblicano quando lo sono tutte. Pubblicate prima e di nuovo dopo, rivelerebbero il risultato di chi manca.',
  },

  resources: {
    intro:
      'L’indice di efficienza è il rapporto tra il grado di realizzazione dell’area e la quota delle risorse spesa dai suoi programmi. Sopra 1 i risultati hanno richiesto, in proporzione, meno risorse del previsto; sotto 1 ne hanno richieste di più. Si calcola sui soli programmi con risorse assegnate e spesa registrata.',
    caption: 'Risorse previste, spesa ed efficienza per area strategica',
    area: 'Area strategica',
    planned: 'Risorse previste',
    spent: 'Speso',
    share: 'Quota spesa',
    index: 'Indice di efficienza',
    programmes: 'Programmi con spesa',
    programmesOf: (recorded: number, all: number): string => `${recorded} su ${all}`,
    total: 'Totale',
    none: 'non calcolabile',
  },

  comparison: {
    results: 'Grado di realizzazione negli ultimi esercizi',
    scope: 'Ambito',
    values: 'Valori e target degli indicatori nel triennio',
    valuesIntro: (exercise: number): string =>
      `Accanto al valore rilevato nel ${exercise}: il risultato dell’anno prima, come risulta dal Piano o dalla rilevazione di quell’anno, e i target del triennio.`,
    indicator: 'Indicatore',
    result: (exercise: number): string => `Risultato ${exercise}`,
    target: (exercise: number): string => `Target ${exercise}`,
    unknown: '–',
    chart: 'Grado di realizzazione dell’ente per esercizio (%)',
    chartAlt: 'Il grado di realizzazione dell’ente negli esercizi conclusi',
  },

  process: {
    intro: (done: number, of: number, late: number): string =>
      `Alla data di questo documento ${plural(done, 'è conclusa un’attività', `sono concluse ${done} attività`)} su ${of}; ${
        late === 0
          ? 'nessuna è finita oltre il termine'
          : plural(late, 'una è finita oltre il termine', `${late} sono finite oltre il termine`)
      }.`,
    caption: 'Attività del ciclo, con termini e atti',
    phase: 'Fase',
    step: 'Attività',
    due: 'Termine',
    done: 'Conclusa il',
    late: 'Giorni di ritardo',
    act: 'Atto',
    actOf: (number: string, on: CivilDate | null): string =>
      `${actNumbered(number)}${on === null ? '' : ` ${withArticle('del', italianDay(on))}`}`,
    open: 'da concludere',
  },

  points: (value: string): string => (/^(?:-|0$)/.test(value) ? italianNumber(value) : `+${italianNumber(value)}`),
} as const;
