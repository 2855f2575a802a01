import { type NounRole, roleOf, stems } from './roles.js';

const NOUNS = stems<NounRole>({
  bad: `indisponibilit inaccessibilit inagibilit reclam ricors error contestazion disserviz infortun incident arretrat ritard assenz assenteism contenzios
    insolut guasti. guasto. giacenz lamentel rilievi. rilievo. sinistr mortalit morti. morte. decess infezion
    cadute. caduta. abbandon dispersion evasion elusion morosit perdit sovraffoll disoccup irregolarit anomali criticit
    violazion interruzion malfunz sfratt furti. furto. reati. reato. incend superament sforament pendenz vulnerabilit
    attacchi. attacco. bullism degrad insufficienz barrier inadempien inadempiment inquinament infrazion scarti. scarto.
    rottur blocchi. blocco. sprech spreco. esuber recidiv truff frod corruzion povert danni. danno. lesion rischi. rischio.
    bocciatur ripetenz cesare ospedalizzazion complicanz contagi reingress abusivism sepsi. ulcer ripetent sospension soppression annullament smarriment rinvio. rinvii. deteriorament focola inefficienz vertenz rinunc disdett defezion
    allagament frane. frana. residu rifiuti. code. coda. sversament dissest cause. vacanz scopertur
    indebiti. disimpegn discarica. discariche. impugnazion soccombenz bug. intrusion difett difformit buche. buca.
    perenzion disattenzion duplicazion rettific ripetizion riammission sedentariet obesit fumator abus discriminazion
    aggression suicid derog varianti. variante. dissuas varianz latenz disallineament ineffic dipendenza. contenzion`,
  cost: `costo. costi. spesa. spese. oneri. onere. consumo. consumi. indebitament debiti. debito. disavanz emissioni.
    rigidita. pressione. anticipazion interessi. passivit tariff prezzo. prezzi. straordinari. straordinario. kwh. mwh. litri. carburant fotocopi copie. stampe. esborsi.
    esborso. risarciment combustibil fitti. locazioni. ideb. indeb. locazion`,
  good: `copertur adesion disponibilit accessibilit capacit qualit efficaci efficien produttivit partecipazion presenz
    tempestivit puntualit regolarit completezz correttezz conformit rispetto. adempiment raggiungiment conseguiment
    occupazion sicurezz trasparenz accuratezz tracciabilit successo. sopravvivenz guarigion donazion donator vaccinazion
    laureat iscritti. iscrizion visitator benefici fruitor spettator presenze. accessi. accesso. entrate. entrata. ricavi.
    ricavo. proventi. provento. incassi. incasso. gettito. finanziament introit utile. utili. promozion brevett isef.
    entrat redditivit autonomi liquidit solidit sostenibilit inclusion crediti. risparmi adempienz prestiti. prestito.
    differenziat realizzazion attuazion avanzament completament esecuzion digitalizzazion informatizzazion appropriatezz
    aderenz continuit fidelizzazion attrattivit internazionalizzazion certificazion accreditament utilizz
    affidabilit uptime sponsorizzazion biodiversit fedelt coinvolgiment imprenditorialit occupabilit frequenza.
    allattament vantaggi abbonament economie. economia.`,
  opinion: 'soddisf gradiment satisfaction giudizi valutazion voto. voti. punteggi customer benessere. reputazion',
  output: `iniziativ incontr riunion corsi. corso. seminar convegn workshop webinar report newsletter pubblicazion articoli.
    comunicat conferenz convenzion protocoll partecipant ispezion controll verific conciliazion percors tirocin stage
    laborator sopralluog monitoragg audit indagin questionar visite. visita. manifestazion osservator bandi. bando. lezion
    edizion testat mostr spettacol campagn eventi. evento. gemellagg formazion mediazion`,
  work: `progett relazion accord document attivit intervent azion schede. scheda. studi. studio. analis piani. piano.
    regolament linee. guide. tavol impres person student dipendent operator serviz procediment cantier
    attestat certificat carte. procedur processi. processo. atti. atto. fattur provvediment
    contratt opere. edific strument deposit bilanc`,
  demand: `richiest istanz domande. domanda. pratic interrogazion chiamat telefonat quesit candidatur
    prenotazion utent integrazioni.`,
  civic: `sedut verbal protest sanzion multe. multa. denunc espost penal malatti segnalazion disciplinar diffid
    ingiunzion sequestr arrest proroghe. proroga. adozion convocazion trasfert querel arbitrat
    decret deliber determina. determine. determinazioni. ordinanz campion`,
  remedy: `gestion risoluzion trattazion riscontr definizion correzion recuper smaltiment eliminazion rimozion
    bonific riscossion prevenzion abbattiment riduzion diminuzion conteniment ripristin riparazion manutenzion sanatori
    risanament contrast lotta. repression esazion accertament regolarizzazion superamento. smantellament efficientament`,
  range: `scostament saldo. saldi. equilibri rotazion turnover turn. struttur margin avanzo. variazion oscillazion
    elasticit disequilibri`,
  rank: 'posizione. posizionament piazzament ranking. rank. classifica.',
  age: 'eta. anzianita. vetusta. obsolescenz distanz',
  elapsed: `giornate. giornata. tempo. tempi. durat intervall giorni. giorno. gg. ore. ora. minuti. minuto. mesi. mese. secondi. settiman attesa. attese. degenz
    lead. latenz`,
  outcome: 'esiti. esito. parer risultat',
  container: `casi. caso. episod fenomen situazion volte. punti. punto. parte. element occorrenz totale.`,
});

/** Verbs of loss and sale aside, what a noun stands for by itself; `thing` when nothing is known of it. */
export const rootRole = (word: string): NounRole => roleOf(word, NOUNS) ?? 'thing';

/** A date to go to, or something that happened. */
const EVENT = /^event[oi]$/;

/** Nouns shaped like participles, or that take another sense from the word after them. */
const PAIRS: readonly (readonly [RegExp, RegExp, NounRole])[] = [
  [/^giacenz/, /^cassa$/, 'good'],
  [/^dimission/, /^volontar/, 'bad'],
  [EVENT, /^(?:sentinell|avvers|indesiderat|lesiv|critic[oi]$|dannos)/, 'bad'],
  // What is written about a danger is no danger.
  [/^(?:sched|mapp|registr|pian[oi]$|analis|valutazion)/, /^(?:rischi|incend|emergenz|corruzion)/, 'output'],
  [/^list[ae]$/, /^attesa$/, 'bad'],
  [/^rifiuti$/, /^(?:raccolt|ricicl|recuper|riutilizz|differenziat|compost)/, 'good'],
  [/^chiusur/, /^(?:pratic|procediment|segnalazion|reclam|cartell|fascicol|istruttor|verbal)/, 'remedy'],
  [/^access/, /^(?:att[oi]|codic[ei]|pronto|civic[oi])$/, 'demand'],
  [
    /^evasion/,
    /^(?:pratic|richiest|istanz|domand|reclam|ordin|segnalazion|pratica|procediment|ricors|chiamat)/,
    'remedy',
  ],
  [/^occupazion/, /^(?:posti|letti|letto|camere)$/, 'range'],
  [/^(?:ricover|occupazion)/, /^abusiv/, 'bad'],
  [/^occupazion/, /^suolo$/, 'demand'],
  [/^spes/, /^investiment|^formazion/, 'good'],
  // Cheaper for the same cure.
  [/^(?:consum|spes|prescrizion)/, /^(?:equivalent|generic|biosimilar)/, 'good'],
  // Outings, and what is on the media, are no expense.
  [/^uscite$/, /^(?:corrent|cassa$|finanziar|bilanc|total)/, 'cost'],
  // A figure others assign.
  [/^cost[oi]$/, /^standard$/, 'range'],
  [/^tempestivit/, /^pagament/, 'elapsed'],
];

const IN_PAIRS = new RegExp(PAIRS.map(([first]) => first.source).join('|'));
/** Whether a word after this one may give it another sense. */
export const mayPair = (word: string): boolean => IN_PAIRS.test(word);

/** How many words further on the second of a pair may stand. */
const REACH = 4;

/** The sense a noun takes from a word after it, if one gives it another. */
export function pairAt(words: readonly string[], at: number): NounRole | undefined {
  const word = words[at] ?? '';
  // `Eventi di caduta`; `eventi di prevenzione degli incendi` and `eventi contro la violenza` are held.
  if (EVENT.test(word) && words[at + 1] === 'di' && rootRole(words[at + 2] ?? '') === 'bad') return 'bad';
  return PAIRS.find(
    ([first, second]) => first.test(word) && words.slice(at + 1, at + 1 + REACH).some((w) => second.test(w)),
  )?.[2];
}
