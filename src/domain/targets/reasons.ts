import type { Reason } from './outcome.js';

/** Why a cell says nothing, or why a person is asked. Messages are complete Italian sentences; `{}` takes the detail. */
const DOUBTS = {
  // nothing to measure
  empty: 'La cella non contiene alcun target.',
  placeholder: 'La cella contiene «{}», che non è un target.',
  'excel-zero': '«{}» è la data zero di un foglio di calcolo: la cella era vuota, non è un target.',
  'no-target-for-year': 'La cella non contiene un target per il {}.',
  'stated-elsewhere': 'Il target è scritto altrove («{}»): va riportato nella cella.',
  'only-activity': '«{}» nomina un lavoro che si fa sempre, e nessun risultato da raggiungere.',
  // doubts
  'too-long': 'Il testo è troppo lungo per essere un target: va riscritto in breve.',
  'not-understood': 'Il testo «{}» non si riesce a leggere con certezza: va precisato o riscritto.',
  'vague-time': '«{}» non è una data: va scritto entro quando.',
  vague: '«{}» non dice come si misura il risultato.',
  'operator-missing':
    'Il testo non dice se il valore va raggiunto o non superato, e il nome dell’indicatore non basta a saperlo.',
  'operator-previous-strict':
    'Il target dell’anno precedente è «{}»: va detto se anche questo valore va superato o basta raggiungerlo.',
  'exact-value': 'Il testo chiede esattamente {}: va detto come si giudica chi sta sopra e chi sta sotto.',
  'direction-against-name': 'Il verso del target non concorda con il nome dell’indicatore: {}.',
  'date-against-name': 'Il target è una data, ma l’indicatore misura una quantità.',
  'answer-against-name': 'Il target è un sì o un risultato da ottenere, ma l’indicatore misura una quantità.',
  'direction-unknown': 'Non si capisce se per questo indicatore sia meglio un valore alto o un valore basso.',
  'reduction-name':
    'L’indicatore si chiama «{}»: il valore potrebbe essere la riduzione da ottenere o il livello a cui arrivare.',
  'increase-name':
    'L’indicatore misura un aumento: il valore potrebbe essere l’aumento da ottenere o il livello a cui arrivare.',
  'unit-against-name': 'L’indicatore conta qualcosa, ma il target è una percentuale: va detto di che cosa.',
  'time-against-name': 'L’indicatore conta qualcosa, ma il target è una durata: va detto di che cosa.',
  'base-said': 'Accanto al confronto è scritto «{}»: va detto se è quello il valore con cui confrontare.',
  'unit-unknown': 'Il nome parla di una percentuale, ma il target è {} senza il segno %.',
  'beyond-hundred': 'Una quota non può superare il 100%: il target {} va verificato.',
  impossible: 'Il valore scritto non può esserci: {}.',
  'decimal-point': '«{}» usa il punto: potrebbe essere un decimale o un separatore di migliaia.',
  'three-decimals': '«{}» ha tre cifre dopo la virgola: potrebbero essere decimali o migliaia.',
  'foreign-grouping': '«{}» è scritto all’uso straniero: il valore va confermato.',
  'malformed-number': '«{}» non è un numero scritto correttamente.',
  'scale-unclear': '«{}»: la lettera dopo il numero può voler dire migliaia, milioni o mesi.',
  'year-or-number': '{} può essere un anno o una quantità.',
  'date-after': '«{}» chiede una data successiva: quasi certamente si intendeva «entro», ma va confermato.',
  'date-or-number': '«{}» può essere una data o un valore.',
  'date-marker-unclear': 'Il testo indica «{}» senza dire se è il termine entro cui finire.',
  'year-missing': 'La data «{}» non dice l’anno e l’esercizio non è noto.',
  'no-such-date': 'La data «{}» non esiste nel calendario.',
  'year-past': 'L’anno {} precede l’esercizio: va verificato.',
  'year-far': 'L’anno {} è lontano dall’esercizio: potrebbe essere un errore di battitura.',
  'deadline-elsewhere': 'Il termine è fissato altrove: va scritta la data.',
  'second-condition': 'Oltre alla data il testo pone un’altra condizione: «{}».',
  'event-missing': 'Il termine decorre da un evento che il testo non nomina con chiarezza.',
  'baseline-unknown': 'Il testo chiede una variazione ma non dice rispetto a che cosa.',
  'baseline-not-past': 'La base indicata ({}) non precede l’esercizio.',
  'percent-or-points':
    'L’indicatore è già una percentuale: la variazione può essere in percento o in punti percentuali.',
  'points-unclear': '«{} punti» può voler dire punti percentuali o punti di un punteggio.',
  'sign-or-bullet': 'Il trattino all’inizio può essere un segno meno o un elenco puntato.',
  'signed-value': 'Il segno davanti al numero può indicare una variazione o un valore.',
  approximate: 'Il testo è approssimativo («{}»): non c’è un valore da confrontare.',
  periodic: '«{}» indica una cadenza: va detto quanti se ne attendono nell’anno.',
  'several-targets': 'La cella contiene più target: vanno divisi, oppure va detto come si combinano.',
  'several-years': 'La cella sembra contenere i target di più anni: va detto quale vale per l’esercizio.',
  'range-reversed': 'Gli estremi dell’intervallo sono in ordine inverso.',
  'range-or-path': '«{}» può essere un intervallo oppure il passaggio da un valore a un altro.',
  'range-or-least':
    '«{}» può essere un intervallo da non superare o una misura di massima: va detto se oltre il secondo valore va ancora bene.',
  'range-exclusive': 'Gli estremi dell’intervallo sono esclusi: va detto come si giudica il valore uguale all’estremo.',
  'bands-overlap': 'Le fasce di punteggio si sovrappongono o sono in ordine inverso.',
  'bands-score': 'I punteggi delle fasce non sono percentuali: va detto quanto vale il risultato pieno.',
  'two-answers': 'Il testo è un sì e una quantità insieme: va detto che cosa si misura.',
  'answer-no': 'Il target è «no»: va detto se il risultato non deve esserci, o se quest’anno non è previsto.',
  negated: 'Il testo chiede che qualcosa non ci sia («{}»): va detto quale valore è il limite.',
  'fewer-beyond':
    'Il testo chiede meno di ciò che passa un limite («{}»), senza dire quanto meno: va detto quale valore si misura.',
  'which-ones':
    'Il limite in «{}» può dire di quali casi si parla, non quanto si promette: va detto quale valore si misura.',
  fraction: '«{}» è una parte espressa a parole: va scritta in percentuale.',
  everyone: '«{}» li comprende tutti: va scritto in percentuale.',
  collective: '«{}» è un numero all’incirca: va scritta la quantità.',
  ratio: '«{}» è un rapporto: va scritto in percentuale.',
  'per-mille': '«{}» è espresso in per mille: va detto se il valore si dà in per mille o in percentuale.',
  'two-durations': '«{}» somma due durate: va scritta con una sola unità.',
  'hours-or-minutes': '«{}» può voler dire ore e decimali oppure ore e minuti: va scritto in minuti.',
  'either-number': '«{}» dice due quantità: va detto quale vale.',
  'spaced-number': '«{}»: lo spazio può separare le migliaia o due valori.',
  'several-years-total': '«{}» è il valore di più anni: va detto quanto vale per l’esercizio.',
  'counted-date': '«{}» è una data da contare: va confermata.',
  'before-date': '«{}»: la data va calcolata e confermata.',
  'capped-change': 'Il testo mette un tetto alla variazione («{}»): va detto se oltre è meglio o peggio.',
  'level-or-change': '«{}» può essere il valore a cui arrivare o la variazione da ottenere.',
  'beyond-scale': 'La scala arriva a {}: il valore va verificato.',
  'bands-hole': 'Tra una fascia e l’altra restano valori senza punteggio.',
  'yes-or-no': 'La cella elenca i valori possibili ma non dice quale è atteso.',
  'score-scale': '«{}» può essere un punteggio su una scala, una quota o una data.',
} as const;

/** What a proposed reading rests on beside the words written: one of these, and nothing is computed before a person confirms. */
const EVIDENCE = {
  'operator-from-name': 'Il testo non dice «almeno» o «al massimo»: il verso è ricavato dal nome dell’indicatore.',
  'operator-from-noun': 'Il testo non dice «almeno» o «al massimo»: il verso è ricavato da ciò che si conta.',
  'operator-from-trouble': 'Il testo non dice «almeno» o «al massimo»: conta fatti che non si vogliono.',
  'operator-all': 'Il testo non dice «almeno»: il 100% fa pensare che vadano fatti tutti.',
  'operator-none': 'Il testo chiede che non ce ne siano: meno di zero non si può contare, quindi zero è il massimo.',
  'operator-from-previous':
    'Il testo non dice «almeno» o «al massimo»: il verso è quello del target dell’anno precedente.',
  'operator-from-change': 'Il verso è ricavato dalla variazione chiesta: «{}».',
  'direction-from-name': 'Se sia meglio crescere o calare è ricavato dal nome dell’indicatore.',
  'naked-date': 'La data è scritta senza «entro»: è letta come l’ultimo giorno utile.',
  'naked-period': 'Il tempo è scritto senza «entro»: è letto come il tempo massimo.',
  'naked-span': 'Il testo indica un periodo: è letto come da tenere dal primo all’ultimo giorno.',
  'baseline-from-name': 'La base della variazione è quella scritta nel nome dell’indicatore.',
  'unit-from-name': 'L’unità di misura è ricavata dal nome dell’indicatore.',
  'time-unit-supposed': 'Il nome parla di un tempo e il target non dice in che cosa: si suppongono giorni.',
  'term-of-another-year': 'Il termine cade nel {}: per l’esercizio potrebbe non attendersi ancora nulla.',
  'spaced-thousands': '«{}»: lo spazio è letto come separatore delle migliaia.',
  'cut-short': 'Il testo finisce con i puntini: potrebbe dire di più.',
  'words-around': 'Le parole «{}» sono state lette come ciò di cui si parla, senza altre condizioni.',
} as const;

/** What a person may want to know of a reading, written or proposed. */
const NOTES = {
  'year-from-exercise': 'L’anno della data è quello dell’esercizio.',
  'date-outside-exercise': 'La data cade fuori dall’esercizio {}.',
  'decimal-point-read': '«{}» è letto come decimale.',
  'within-duration': 'Letto come durata massima: il testo non nomina l’evento da cui decorre.',
  'year-label': 'La cella elenca più anni: letto il target del {}.',
} as const;

const MESSAGES = { ...DOUBTS, ...EVIDENCE, ...NOTES };

type ReasonCode = keyof typeof MESSAGES;

/** The reading rests on this: it was supposed, not written. */
export const isEvidence = ({ code }: Reason): boolean => !Object.hasOwn(NOTES, code);

/** The reason with this code; `detail` takes the place of `{}`. */
export function reason(code: ReasonCode, detail = ''): Reason {
  return { code, message: MESSAGES[code].replace('{}', () => clip(detail)) };
}

const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}...` : text);
