import type { TargetContext } from '../../../src/domain/targets/outcome.js';
import {
  asks,
  between,
  by,
  count,
  cut,
  days,
  done,
  type Expected,
  euro,
  hours,
  max,
  min,
  months,
  number,
  ofYear,
  over,
  percent,
  points,
  proposes,
  type Row,
  reads,
  rise,
  under,
} from './expected.js';

/* How offices put a comparison, a time or a change when they write as they speak. */
const in2016 = (text: string, expected: Expected, name?: string): Row => {
  const context: TargetContext = { year: 2016, ...(name === undefined ? {} : { name }) };
  return { text, context, expected };
};
const minutes = count('minuti');
const sums = { accumulation: 'accumulates' } as const;

export const comparisonsAfterTheNoun: readonly Row[] = [
  in2016('n. 80 artigiani formati o più', reads(min('80', count('artigiani formati')))),
  in2016('30 sentieri o più', reads(min('30', count('sentieri')))),
  in2016('da 15 km in su', reads(min('15', count('km')))),
  in2016("dall'85% in su", reads(min('85', percent))),
  in2016('da 4 laboratori in poi', reads(min('4', count('laboratori')))),
  in2016('da 5 a scendere', reads(max('5'))),
  in2016('da 3 incontri a salire', reads(min('3', count('incontri')))),
  in2016('dai 10 utenti in su', reads(min('10', count('utenti')))),
  in2016('visite: da 10 in su', reads(min('10', number, { what: 'visite' }))),
  in2016('dalle 20 ore in su', reads(min('20', hours))),
  in2016('almeno 4 / anno', reads(min('4'))),
  in2016("almeno 2 prove l'anno", reads(min('2', count('prove')))),
  in2016("almeno 2 prove all'anno", reads(min('2', count('prove')))),
  in2016('almeno 2 prove ogni anno', reads(min('2', count('prove')))),
  in2016('almeno 2 prove del primo anno', reads(min('2', count('prove del primo anno')))),
  in2016('20 giorni o meno', reads(max('20', days))),
  in2016('da 10 a 20 in su', asks('not-understood', { kind: 'range', from: '10', to: '20', unit: number })),
  in2016('da 6 mesi in giù', reads(max('6', months))),
  in2016('60% delle famiglie o più', reads(min('60', percent, { what: 'famiglie' }))),
  in2016('4 segnalazioni al massimo', reads(max('4', count('segnalazioni')))),
  in2016('almeno 4 sedute o meno', asks('not-understood')),
  // A mark may have a maximum of its own.
  in2016('8 visite massimo', asks('direction-against-name', max('8', count('visite')))),
  in2016('5 segnalazioni massimo', reads(max('5', count('segnalazioni')))),
  in2016('n. 9 sopralluoghi minimo', reads(min('9', count('sopralluoghi')))),
  in2016('7 tirocini almeno', reads(min('7', count('tirocini')))),
  in2016('11 visite guidate min.', reads(min('11', count('visite guidate')))),
  in2016('12 corsi per i volontari minimo', reads(min('12', count('corsi per i volontari')))),
  in2016('70% delle famiglie minimo', reads(min('70', percent, { what: 'famiglie' }))),
  in2016('almeno 6 mostre minimo', reads(min('6', count('mostre')))),
  in2016('almeno 6 mostre massimo', asks('not-understood')),
  // The adjective of those counted, or of how many they are.
  in2016('9 sopralluoghi minimi', proposes('words-around', min('9', count('sopralluoghi')))),
  in2016('2 incontri sul livello minimo', asks('not-understood')),
  in2016('1 punteggio minimo', asks('not-understood')),
  in2016('9 minimo 12', asks('several-targets')),
  in2016('n. 9 sopralluoghi minimo a trimestre', asks('periodic')),
  in2016('100% del punteggio massimo', asks('not-understood', min('100', percent, { what: 'punteggio massimo' }))),
];

export const abbreviatedComparisons: readonly Row[] = [
  in2016('min. n°5 camminate', reads(min('5', count('camminate')))),
  in2016('max n. 2 proroghe', reads(max('2', count('proroghe')))),
  in2016('alm. n. 9 mostre', reads(min('9', count('mostre')))),
  in2016('magg. o ug. al 65%', reads(min('65', percent))),
  in2016('min. o ug. a 8 gg', reads(max('8', days))),
  in2016('sup. o ug. 40', reads(min('40'))),
  in2016('inf. o ug. al 3%', reads(max('3', percent))),
  // The comparison is written, and the name says the contrary: asked, with what is written first.
  in2016('max n. 4', asks('direction-against-name', max('4', number, sums)), 'N. seminari organizzati'),
];

export const levelsWithATrend: readonly Row[] = [
  in2016('≥ 75% e comunque in crescita', asks('several-targets', min('75', percent))),
  in2016('almeno 60%, in aumento rispetto al 2015', asks('several-targets', min('60', percent))),
  in2016('≤ 8% ma in calo', asks('several-targets', max('8', percent))),
  in2016('almeno 12 con tendenza al miglioramento', asks('several-targets', min('12'))),
  in2016('tendenza in calo rispetto al 2015', reads(cut('0', ofYear(2015), { operator: '<' }))),
];

export const twoUnits: readonly Row[] = [
  in2016('entro 3 ore e 1/2', reads(max('3.5', hours))),
  in2016('entro 2 ore e un quarto', reads(max('2.25', hours))),
  in2016('entro tre giorni e mezzo', reads(max('3.5', days))),
  in2016("entro 1h20'", asks('two-durations', max('80', minutes))),
  in2016('2 settimane e 3 giorni', asks('two-durations', max('17', days))),
  in2016('entro 1 mese e 10 giorni', asks('two-durations', max('40', days))),
];

export const stretches: readonly Row[] = [
  in2016('9-11/2016', asks('date-marker-unclear', by('2016-11-30'))),
  in2016('entro 9-11/2016', asks('date-marker-unclear', by('2016-11-30'))),
  in2016('settembre-novembre 2016', asks('date-marker-unclear', by('2016-11-30'))),
  in2016('sett./nov. 2016', asks('date-marker-unclear', by('2016-11-30'))),
  in2016('03/2016-06/2016', asks('date-marker-unclear', by('2016-06-30'))),
  in2016('20-22 maggio 2016', asks('date-marker-unclear', by('2016-05-22'))),
  in2016('dal 20 al 22 maggio', asks('date-marker-unclear', by('2016-05-22'))),
  in2016('15-nov-16', proposes('naked-date', by('2016-11-15'))),
  in2016('entro le ore 13 del 20/05/2016', asks('date-marker-unclear', by('2016-05-20'))),
  in2016('entro il 15 del mese di maggio', reads(by('2016-05-15'))),
  in2016('entro il prossimo gennaio', asks('counted-date', by('2017-01-31'))),
  in2016('2016', asks('year-or-number', by('2016-12-31'))),
];

export const noCalendarKnows: readonly Row[] = [
  in2016('adozione a breve', asks('vague-time', done('adozione a breve'))),
  in2016('nomina quanto prima', asks('vague-time')),
  in2016('nel più breve tempo possibile', asks('vague-time')),
  in2016('pubblicazione sollecita', asks('vague-time')),
  in2016("nel corso dell'esercizio", asks('vague-time', by('2016-12-31'))),
  in2016('azzeramento dei ritardi, con verifica', asks('negated', max('0', number, { what: 'ritardi' }))),
  in2016("installazione in corso d'anno", asks('vague-time', by('2016-12-31', 'installazione'))),
  in2016("nel corso dell'anno", asks('vague-time', by('2016-12-31'))),
  in2016("almeno 4 visite nel corso dell'anno", reads(min('4', count("visite nel corso dell'anno")))),
];

export const limitedChanges: readonly Row[] = [
  in2016('massimo -4% rispetto al 2015', asks('signed-value', rise('-4', ofYear(2015)))),
  in2016('al massimo -4% sul 2015', asks('signed-value', cut('-4', ofYear(2015))), 'Spese postali'),
  in2016('≤ -4% rispetto al 2015', reads(cut('-4', ofYear(2015)))),
  in2016('al massimo un calo del 4% rispetto al 2015', asks('signed-value', rise('-4', ofYear(2015)))),
  in2016('almeno un aumento del 4% rispetto al 2015', reads(rise('4', ofYear(2015)))),
  in2016(
    'non più di 3 punti in meno rispetto al 2015',
    asks(
      ['points-unclear', 'signed-value'],
      rise('-3', ofYear(2015), { changeUnit: 'percentage-points', unit: percent }),
    ),
  ),
  in2016('un terzo in più rispetto al 2015', asks('fraction')),
];

export const noneLeft: readonly Row[] = [
  in2016('assenza di contestazioni', asks('negated', max('0', number, { what: 'contestazioni' }))),
  in2016('eliminazione delle code', asks('negated', max('0', number, { what: 'code' }))),
  in2016('nessuna pratica oltre 20 giorni', asks('negated', max('20', days))),
  in2016('arretrato al 31/12/2015', asks('date-marker-unclear')),
];

/** Fewer of what lies beyond a limit: the limit is never a goal to pass. */
export const fewerBeyondALimit: readonly Row[] = [
  in2016('abbattimento delle code superiori a 20 minuti', asks('fewer-beyond', max('20', minutes))),
  in2016("abbattere le liste d'attesa oltre 90 giorni", asks('fewer-beyond', max('90', days))),
  in2016('drastica riduzione dei ritardi oltre 10 giorni', asks('fewer-beyond', max('10', days))),
  in2016(
    'riduzione delle attese superiori a 30 giorni',
    asks('fewer-beyond', max('0', number, { what: 'attese superiori a 30 giorni' })),
    'Numero di attese',
  ),
  in2016('contenimento dei reclami oltre 5', asks('fewer-beyond', max('5', number))),
  in2016('riduzione dei costi superiore al 5%', asks('baseline-unknown')),
  in2016('riduzione dei tempi di oltre 10 giorni', asks('baseline-unknown')),
  in2016('contrasto dei ritardi oltre 30 giorni', asks('fewer-beyond', max('30', days))),
  in2016('limitare i ritardi oltre 10 giorni', asks('fewer-beyond', max('10', days))),
  in2016('ridurre i ritardi oltre i 45 giorni entro il 30/06', asks('fewer-beyond', max('45', days))),
  in2016('riduzione delle attese di durata superiore a 30 giorni', asks('fewer-beyond', max('30', days))),
  in2016('riduzione delle pratiche che superano i 90 giorni', asks('fewer-beyond', max('90', days))),
  in2016('diminuire i fascicoli che eccedono i 180 giorni', asks('fewer-beyond', max('180', days))),
  in2016('meno istanze che superano i 60 giorni', asks('fewer-beyond', max('60', days))),
  in2016('ridurre i fascicoli che restano fermi più di 60 giorni', asks('fewer-beyond', max('60', days))),
  in2016('diminuzione delle istanze concluse oltre il termine di 90 giorni', asks('fewer-beyond', max('90', days))),
  in2016('riduzione oltre 30 giorni', asks('baseline-unknown')),
  in2016('fatture pagate oltre 30 giorni', asks('which-ones', max('30', days))),
  in2016('ricoveri oltre 30 giorni', asks('which-ones', max('30', days))),
  in2016('ritardo oltre 10 giorni', asks('which-ones', max('10', days))),
  in2016('istanze superiori a 90 giorni', asks('which-ones', max('90', days))),
  in2016('code oltre 15 minuti', asks('which-ones', max('15', minutes))),
  in2016('fatture scadute da oltre 60 giorni', asks('which-ones', max('60', days))),
  in2016('appalti sopra i 40.000 euro', asks('which-ones', max('40000', euro))),
  in2016('apertura per più di 300 giorni', proposes('words-around', over('300', days, { what: 'apertura' }))),
  in2016('formazione oltre 20 ore', reads(over('20', hours, { what: 'formazione' }))),
  in2016('entrate superiori a 40.000 euro', reads(over('40000', euro, { what: 'entrate' }))),
  in2016('contributi erogati oltre 50.000 euro', reads(over('50000', euro, { what: 'contributi erogati' }))),
  in2016('riduzione delle fatture pagate dopo 30 giorni', asks('fewer-beyond', max('30', days))),
  in2016('riduzione dei procedimenti conclusi in più di 30 giorni', asks('fewer-beyond', max('30', days))),
  in2016(
    'riduzione delle code con più di 20 persone',
    asks('fewer-beyond', max('0', number, { what: 'code con più di 20 persone' })),
  ),
  in2016('contenere le pratiche pendenti da più di un anno', asks('fewer-beyond')),
  in2016('permanenza in pronto soccorso oltre 8 ore', asks('which-ones', max('8', hours))),
  in2016('ridurre del 10% i ricoveri che durano più di 30 giorni', asks('which-ones', cut('-10', ofYear(2015)))),
  in2016(
    'aumentare del 10% le imprese con più di 10 addetti rispetto al 2015',
    asks('which-ones', rise('10', ofYear(2015))),
  ),
  in2016('limitare le riunioni che durano più di 2 ore', asks('fewer-beyond', max('2', hours))),
  in2016('contenimento dei contenziosi durati più di 3 anni', asks('fewer-beyond')),
];

/** A share beside a time is what is promised, and all of them are a share too. */
export const sharesAndTimes: readonly Row[] = [
  in2016('≤ 30 gg nel 95% dei casi', asks('several-targets', min('95', percent, { what: 'casi: <= 30 gg' }))),
  in2016(
    'non oltre 30 giorni per almeno il 95% delle istanze',
    asks('several-targets', min('95', percent, { what: 'istanze: non oltre 30 giorni' })),
  ),
  in2016(
    'nel 95% dei casi entro 30 giorni',
    proposes('operator-from-noun', min('95', percent, { what: 'casi entro 30 giorni' })),
  ),
  in2016(
    'tutte le domande entro 10 giorni',
    asks('everyone', min('100', percent, { what: 'domande entro 10 giorni' })),
  ),
  in2016(
    'tutte le domande entro 10 giorni dalla ricezione',
    asks('everyone', min('100', percent, { what: 'domande entro 10 giorni dalla ricezione' })),
  ),
  in2016('8 ore di formazione', asks('operator-missing', min('8', hours, { what: 'formazione' }))),
  in2016('90 minuti', asks('operator-missing', max('90', minutes))),
];

/** A limit in days or euro behind things that are no days and no euro tells which of them are meant. */
export const limitOfTheThings: readonly Row[] = [
  ...[
    'monitoraggio delle pratiche superiori a 60 giorni',
    'recupero dei crediti superiori a 1.000 euro',
    'controllo delle fatture oltre 5.000 euro entro il 30/11/2016',
    'sollecito ai debitori oltre 90 giorni',
    'tempi di attesa superiori a 30 giorni',
    'gestire i reclami oltre 10 giorni',
    'verifica delle pratiche pendenti da più di 60 giorni',
    'controllo delle imprese con più di 50 addetti',
  ].map((text) => in2016(text, asks('which-ones'))),
  in2016('accessi al sito oltre 10.000', reads(over('10000', number, { what: 'accessi al sito' }))),
  in2016('numero di incontri superiori a 5', reads(over('5', number, { what: 'numero di incontri' }))),
  in2016('incassi superiori a 10.000 euro', reads(over('10000', { kind: 'euro' }, { what: 'incassi' }))),
];

export const pathsAndWholes: readonly Row[] = [
  in2016('da 50 a 35 giorni', asks('range-reversed', max('35', days))),
  in2016('riduzione da 50 a 35 giorni', asks('level-or-change', max('35', days))),
  in2016(
    'il 15% rispetto al totale delle istanze',
    asks('signed-value', min('15', percent, { what: 'totale delle istanze' })),
  ),
  in2016('50% entro maggio, 100% entro ottobre', asks('several-targets', min('100', percent, { by: '2016-10-31' }))),
  in2016('entro maggio e comunque non oltre luglio 2016', asks('several-targets', by('2016-07-31'))),
  in2016('entro 2 mesi e comunque entro il 30/11/2016', asks('several-targets', by('2016-11-30'))),
  in2016('non inferiore a 4 né superiore a 9', reads({ kind: 'range', from: '4', to: '9', unit: number })),
  in2016('tra il -2% e il +3%', reads({ kind: 'range', from: '-2', to: '3', unit: percent }), 'Scostamento dal budget'),
  in2016('da -5 a 5 giorni', reads({ kind: 'range', from: '-5', to: '5', unit: days }), 'Tempestività dei pagamenti'),
  in2016('compreso tra -1,5 e 1,5', asks('signed-value', { kind: 'range', from: '-1.5', to: '1.5', unit: number })),
  in2016('tra -2 e 4 eventi', asks('signed-value', { kind: 'range', from: '-2', to: '4', unit: count('eventi') })),
  in2016('tra -5% e -10%', asks('several-targets'), 'Consumo di carta'),
  in2016('<= 130 kWh/mq', reads(max('130', count('kWh/mq'))), 'Consumo energetico'),
  in2016('<= 130', proposes('unit-from-name', max('130', count('kWh/mq'))), 'Consumo energetico (kWh/mq)'),
  in2016('<= 130', proposes('unit-from-name', max('130', count('kg'))), 'Carta acquistata (kg/anno)'),
];

export const valuesBeside: readonly Row[] = [
  in2016(
    'eliminazione dei ritardi oltre 45 giorni',
    asks('negated', max('0', number, { what: 'ritardi oltre 45 giorni' })),
    'Numero di ritardi',
  ),
  in2016('assenza di errori superiori al 3%', asks('negated', max('3', percent))),
  in2016('da un minimo di 12 a un massimo di 18 alloggi', reads(between('12', '18', count('alloggi')))),
  in2016('tra un minimo di 60% e un massimo di 75%', reads(between('60', '75', percent))),
  in2016('> dato 2015 (920 utenti)', asks('base-said', over('920', count('utenti')))),
  in2016('non superiore al valore 2015 (41 giorni)', asks('base-said', max('41', days))),
  in2016(
    '≥ 0,85',
    asks('unit-unknown', min('85', percent, { accumulation: 'level' })),
    'Percentuale di mandati in orario',
  ),
  in2016(
    '≥ 0,125',
    asks('unit-unknown', min('12.5', percent, { accumulation: 'level' })),
    'Percentuale di mandati in orario',
  ),
];

/** What tells how, with whom or among whom is no noun counted: the promise may hold then only. */
export const narrowedByComplements: readonly Row[] = [
  ...(
    [
      ['≥ 85% con la Prefettura', 'con la Prefettura'],
      ['≥ 85% tra gli over 65', undefined],
      ['≥ 85% tra i volontari', 'tra i volontari'],
      ['≥ 85% mediante SPID', 'mediante SPID'],
      ['≥ 85% per le scuole', 'per le scuole'],
      ['≥ 85% da programma', 'da programma'],
      ['≥ 85% delle istanze per conto della Provincia', 'istanze per conto della Provincia'],
      ['≥ 85% delle istanze a cura degli sportelli', 'istanze a cura degli sportelli'],
    ] as const
  ).map(([text, what]) =>
    in2016(text, what === undefined ? asks('several-targets') : proposes('words-around', min('85', percent, { what }))),
  ),
  ...[
    'vaccini con la Croce',
    'sopralluoghi attraverso i volontari',
    'sopralluoghi da remoto',
    'sopralluoghi a distanza',
    'sopralluoghi d’intesa con i Comuni',
    'sopralluoghi ai sensi del regolamento',
    'sopralluoghi via drone',
  ].map((noun) => in2016(`almeno 30 ${noun}`, proposes('words-around', min('30', count(noun.replace('’', "'")))))),
  in2016('sì tramite sportello', proposes('words-around', done('tramite sportello'))),
  in2016('realizzato con la ASL', proposes('words-around', done('realizzato con la ASL'))),
  in2016('massimo 15 giorni alle imprese', proposes('words-around', max('15', days, { what: 'alle imprese' }))),
  // What ties a noun to what it is of, or for, narrows nothing.
  in2016(
    'almeno 30 tavoli di coordinamento con i Comuni',
    reads(min('30', count('tavoli di coordinamento con i Comuni'))),
  ),
  in2016(
    'almeno 30 corsi sulla sicurezza per i neoassunti',
    reads(min('30', count('corsi sulla sicurezza per i neoassunti'))),
  ),
  in2016('almeno 30 contributi a favore delle imprese', reads(min('30', count('contributi a favore delle imprese')))),
  in2016('≥ 85% sul totale delle istanze', reads(min('85', percent, { what: 'sul totale delle istanze' }))),
];

/** The list of the answers with the one meant beside it says which; with `no`, or with none, it is asked. */
export const answersListed: readonly Row[] = [
  ...['SI/NO → SI', 'Sì/No: sì', 'sì o no = sì', 'ON/OFF: ON', 'S/N → S', 'no/sì (sì)', 'Sì (sì/no)'].map((text) =>
    in2016(text, reads(done())),
  ),
  ...['SI/NO → NO', 'on/off: off'].map((text) => in2016(text, asks('answer-no'))),
  ...['SI/NO', 'SI/NO SI', 'SI/NO: forse sì', 'SI - NO - SI', 'sì: sì, no: no'].map((text) => in2016(text, asks([]))),
  in2016('SI/NO → SI', asks('answer-against-name', done()), 'N. seminari organizzati'),
];

/** Of what is counted there is never less than none, so that none can only be the most; of what is wanted it is asked. */
export const noneOfThem: readonly Row[] = [
  in2016('0 diffide', proposes('operator-none', max('0', count('diffide')))),
  in2016('zero verbali', proposes('operator-none', max('0', count('verbali')))),
  in2016('nessun esposto', proposes('operator-none', max('0', count('esposto')))),
  in2016('0 infortuni', proposes('operator-from-trouble', max('0', count('infortuni')))),
  in2016('0 incontri', asks('operator-missing', max('0', count('incontri')))),
  in2016('0 eventi', proposes('operator-from-name', max('0', count('eventi'))), 'Eventi avversi'),
  in2016('0 eventi', asks('operator-missing', max('0', count('eventi'))), 'Eventi in piazza'),
];

/** A part of a whole said with two numbers is one promise; eight and nine are no months. */
export const partsOfAWhole: readonly Row[] = [
  in2016('otto alunni su dieci', asks('fraction', min('80', percent)), 'Alunni che mangiano in mensa'),
  in2016('almeno tre imprese su quattro', asks('fraction', min('75', percent))),
  in2016('due su tre', asks('fraction', min('66.67', percent)), 'Incontri con verbale'),
  in2016('tre e due su cinque', asks([], min('3'))),
  in2016('quattro su tre', asks('several-targets', min('4')), 'Incontri'),
  in2016('nove incontri', proposes('operator-from-noun', min('9', count('incontri')))),
];

/** A comparison in brackets after its value; `(min)` may be minutes. */
export const inBrackets: readonly Row[] = [
  in2016('65% (minimo)', reads(min('65', percent))),
  in2016('7 incontri (max)', asks('direction-against-name', max('7', count('incontri')))),
  in2016('7 (al massimo)', reads(max('7'))),
  in2016('15 (min)', asks('not-understood')),
];

/** A plus that stands apart joins two promises; years beside an amount are no quantities. */
export const besides: readonly Row[] = [
  in2016('apertura dello sportello + 40 consulenze', asks('several-targets', min('40', count('consulenze')))),
  in2016('almeno 9 nel biennio 2016-2017', asks('not-understood', min('9', count('nel biennio')))),
  in2016('VQR 2015-2019', asks('not-understood')),
  in2016('2015 + 4%', asks('year-or-number', rise('4', ofYear(2015)))),
];

/** What must not fall, or not grow, may stay as it was. */
export const notToFall: readonly Row[] = [
  in2016('non diminuire rispetto al 2015', proposes('direction-from-name', rise('0', ofYear(2015))), 'Iscritti'),
  in2016('non aumentare rispetto al 2015', proposes('direction-from-name', cut('0', ofYear(2015))), 'Reclami'),
];

/** Fewer than none, and halves of what is counted one by one, are written and can not be; balances and averages can. */
export const thatCanNotBe: readonly Row[] = [
  in2016('almeno -5 incontri', asks('impossible', min('-5', count('incontri')))),
  in2016('>= -12 ore', asks('impossible'), 'Ore di formazione'),
  in2016('al massimo -2 reclami', asks('impossible'), 'Reclami'),
  in2016('<= -2', asks('impossible'), 'Numero di ricorsi'),
  in2016('almeno 3,5 incontri', asks('impossible'), 'Incontri con le scuole'),
  in2016('da 2,5 a 4 eventi', asks('impossible'), 'Eventi'),
  in2016(
    'almeno 3,5 incontri',
    reads(min('3.5', count('incontri'), { accumulation: 'level' })),
    'Numero medio di incontri per classe',
  ),
  in2016('>= -5 residenti', reads(min('-5', count('residenti'))), 'Saldo migratorio'),
  in2016('almeno 12,5 kWp', reads(min('12.5', count('kWp'))), 'Potenza installata'),
];

/** Millions glued to their euros; a bracket that says what is counted; a rhythm in words; a plus that may be a level. */
export const saidTogether: readonly Row[] = [
  in2016('≥ 3 Meuro', reads(min('3000000', euro))),
  in2016('≥ 450 keuro', reads(min('450000', euro))),
  in2016('≥ 60 (n. aziende)', reads(min('60', count('aziende')))),
  in2016('un tavolo ogni due mesi', asks([], min('6', count('tavolo')))),
  in2016('almeno 2 verifiche ogni tre mesi', asks([], min('8', count('verifiche')))),
];

/** Ways of writing a ceiling, a count and a kind of waste that were asked without need. */
export const askedWithoutNeed: readonly Row[] = [
  in2016('fino al massimo del 4%', reads(max('4', percent)), 'Scostamento'),
  in2016(
    'incremento di almeno 30 unità rispetto al 2015',
    reads(rise('30', ofYear(2015), { changeUnit: 'absolute' })),
    'Iscritti ai corsi',
  ),
  in2016('≥ 7,5 punti', reads(min('7.5', count('punti'), { accumulation: 'level' })), 'Gradimento dello sportello'),
  in2016('≥ € 30.000', reads(min('30000', euro)), 'Risparmio sulle utenze'),
  in2016(
    'pari al 100%',
    reads({ kind: 'threshold', operator: '=', value: '100', unit: percent, direction: 'more-is-better' }),
    'Schede di rischio aggiornate',
  ),
  in2016('almeno 40 quintali', reads(min('40', count('quintali'))), 'Rifiuti raccolti nei parchi'),
];

/** A distance either way; a share of what keeps to a time, said after it: the right candidate comes first. */
export const firstAsked: readonly Row[] = [
  in2016('± 3%', asks([], between('-3', '3', percent)), 'Scostamento'),
  in2016('variazione entro +/- 5 punti', asks([]), 'Scostamento'),
  in2016('± 0%', asks([], max('0', percent)), 'Scostamento'),
  in2016(
    'entro 2 ore in almeno il 90% delle chiamate',
    asks([], min('90', percent, { what: 'chiamate: entro 2 ore' })),
    'Interventi di assistenza',
  ),
  in2016(
    'entro 30 giorni nel 90% dei casi',
    asks([], min('90', percent, { what: 'casi: entro 30 giorni' })),
    'Tempi di risposta',
  ),
  in2016(
    'non superare i 20 giorni nel 90% dei casi',
    asks([], min('90', percent, { what: 'casi: non superare i 20 giorni' })),
    'Tempi di rilascio',
  ),
];

/** Plainly written, and yet at odds with the name, the scale or the whole. */
export const writtenAndAtOdds: readonly Row[] = [
  in2016('≤ € 30.000', asks(['reduction-name'], max('30000', euro)), 'Risparmio sulle utenze'),
  in2016('almeno 6 su 5', asks([]), 'Gradimento dello sportello'),
  in2016('al massimo 30 giorni', asks(['time-against-name'], max('30', days)), 'Numero di pratiche evase'),
  in2016('almeno il 120%', asks(['beyond-hundred']), 'Percentuale di pratiche evase'),
  in2016('al massimo il 20%', asks(['direction-against-name']), 'Percentuale di pratiche evase'),
  in2016('≥ 5 p.p.', reads(min('5', points)), 'Incremento della quota di raccolta differenziata'),
];

/** A time over several years, a year that is not the exercise, a document that bears its years. */
export const yearsBeside: readonly Row[] = [
  in2016('almeno 12 in due anni', asks(['several-years-total'], min('12')), 'Nuove colonnine'),
  in2016('almeno 2 audit nei prossimi 3 anni', asks(['several-years-total'], min('2', count('audit')))),
  in2016("almeno 20 nell'arco di due anni", asks(['several-years-total'], min('20'))),
  in2016('almeno 10 nel corso di tre anni', asks(['several-years-total'], min('10'))),
  in2016('almeno 30 su due anni', asks(['several-years-total'], min('30'))),
  in2016('contratto di 3 anni e 2 report', asks(['several-targets'])),
  in2016("per l'intero anno scolastico", asks(['counted-date']), 'Servizio di pre-scuola'),
  in2016("tutto l'anno accademico", asks(['counted-date'])),
  in2016('PTPCT 2016-2018 approvato', reads(done('PTPCT 2016-2018 approvato'))),
  in2016(
    'Piano 2016-2018 pubblicato e inviato',
    asks(['several-targets'], done('Piano 2016-2018 pubblicato e inviato')),
  ),
  in2016('3° lotto della ciclovia', asks([], done('3° lotto della ciclovia'))),
  in2016('Rinnovo UNI EN ISO 14001', asks([], done('Rinnovo UNI EN ISO 14001'))),
];

/** Words beside a comparison are shown to whoever confirms, or keep it from being read; a sign may be that of a level. */
export const besideAComparison: readonly Row[] = [
  in2016('almeno pari al 2015 nelle sedi', proposes('words-around', rise('0', ofYear(2015))), 'Utenti'),
  in2016('meno del 2015 nei plessi', proposes('words-around', cut('0', ofYear(2015), { operator: '<' })), 'Utenti'),
  in2016('superiore al 2015 salvo deroghe', asks(['not-understood']), 'Utenti'),
  in2016('meno 10%', asks(['baseline-unknown'], under('10', percent)), 'Ritardo medio'),
  in2016('più 15', asks(['baseline-unknown'], rise('15', ofYear(2015), { changeUnit: 'absolute' })), 'Nuove imprese'),
  in2016('attivazione + 300 visite', asks(['several-targets'], min('300', count('visite'))), 'Ambulatorio'),
];
