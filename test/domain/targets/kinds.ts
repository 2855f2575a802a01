import type { TargetContext } from '../../../src/domain/targets/outcome.js';
import {
  asks,
  before,
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
  nothing,
  number,
  ofNamed,
  ofYear,
  outOf,
  over,
  percent,
  points,
  proposes,
  type Row,
  reads,
  rise,
  under,
  within,
} from './expected.js';

/*
 * The kinds of target that are easily read as something else, each in several wordings. A row that is asked names the
 * reading that must stand first among the candidates, wherever the text allows one.
 */
const in2016 = (text: string, expected: Expected, name?: string, more: TargetContext = {}): Row => ({
  text,
  context: { year: 2016, ...(name === undefined ? {} : { name }), ...more },
  expected,
});
const minutes = count('minuti');

export const parts: readonly Row[] = [
  in2016('almeno un terzo', asks('fraction', min('33.33', percent))),
  in2016('almeno tre quarti delle famiglie', asks('fraction', min('75', percent, { what: 'famiglie' }))),
  in2016('non più della metà', asks('fraction', max('50', percent))),
  in2016('due quinti', asks('fraction', min('40', percent))),
  in2016('almeno una ventina di aziende', asks('collective', min('20', count('aziende')))),
  in2016('un centinaio', asks('collective', min('100'))),
  in2016('almeno 7 pazienti su 10', asks('ratio', min('70', percent))),
  in2016('3 casi ogni 100', asks('ratio', min('3', percent))),
  in2016('≥ 2/3 degli iscritti', asks('score-scale', min('66.67', percent, { what: 'iscritti' }))),
  in2016('almeno 2/3 seminari', asks('either-number', min('2', count('seminari')))),
  in2016('≤ 4‰', asks('per-mille', max('0.4', percent))),
  in2016('almeno quarantadue visite', reads(min('42', count('visite')))),
  in2016('almeno mille duecento pasti', reads(min('1200', count('pasti')))),
  in2016('almeno duemila accessi', reads(min('2000', count('accessi')))),
];

export const secondPromises: readonly Row[] = [
  in2016('Approvazione del bando, almeno 12 domande', asks('several-targets', min('12', count('domande')))),
  in2016('stesura del manuale e almeno 3 edizioni', asks('several-targets', min('3', count('edizioni')))),
  in2016('Sì, con almeno il 60% di presenze', asks('two-answers', min('60', percent, { what: 'presenze' }))),
  in2016('OK - 75%', asks('two-answers')),
  in2016('almeno 4 sopralluoghi con relazione', asks('several-targets')),
  in2016('almeno 4 sopralluoghi con produzione di verbali', asks('several-targets')),
  in2016('almeno 4 sopralluoghi e approvazione del piano', asks('several-targets')),
  in2016('almeno 4 tavoli con i sindacati e stesura del protocollo', asks('several-targets')),
  in2016('almeno 8 laboratori in 4 scuole', asks('several-targets', min('8', count('laboratori')))),
  in2016(
    'entro il 30/9 con almeno 2 incontri',
    proposes('words-around', min('2', count('incontri'), { by: '2016-09-30' })),
  ),
  in2016('avvio entro il 30/06 e collaudo', asks('second-condition')),
  in2016('adozione entro il 30/06, pubblicazione', asks('second-condition')),
  in2016('entro il 15/5 e relazione finale', asks('second-condition', by('2016-05-15'))),
  // One promise, with its complements.
  in2016(
    'almeno 4 tavoli con le associazioni di categoria',
    reads(min('4', count('tavoli con le associazioni di categoria'))),
  ),
  in2016('almeno 10 interventi di manutenzione', reads(min('10', count('interventi di manutenzione')))),
  in2016(
    'almeno 6 corsi per i dipendenti delle sedi periferiche',
    reads(min('6', count('corsi per i dipendenti delle sedi periferiche'))),
  ),
  in2016(
    'pubblicazione di almeno 40 schede',
    proposes('words-around', min('40', count('schede'), { what: 'pubblicazione' })),
  ),
];

export const conditions: readonly Row[] = [
  'se richiesto',
  'ove possibile',
  'salvo diversa disposizione',
  'compatibilmente con il bilancio',
  'di norma',
  'a semestre alterno, se finanziato',
  'al netto delle sospensioni',
  'a testa',
  'cad.',
  'pro capite',
  'per addetto',
  'per seduta',
  'al mese',
  'ogni anno scolastico',
  'nel biennio',
  'nel triennio',
  'a regime',
  'circa',
  'non consecutivi',
  'provvisorio',
].map((spoiler) => in2016(`almeno 12 interventi ${spoiler}`, asks([])));

export const mustNotBe: readonly Row[] = [
  in2016('assenza di scarti superiori al 3%', asks('negated', max('3', percent))),
  in2016('eliminazione delle code oltre i 20 minuti', asks('negated', max('20', minutes))),
  in2016('azzeramento delle istanze oltre 45 giorni', asks('negated', max('45', days))),
  in2016('mancato superamento del 4%', asks('negated', max('4', percent))),
  in2016('nessuna istanza oltre i 60 giorni', asks('negated', max('60', days))),
  in2016('non almeno 12', asks('negated')),
  in2016('no', asks('answer-no', { kind: 'yes-no', expected: false })),
  in2016('non attivato', asks('negated')),
  in2016('nessuno', proposes('operator-from-name', max('0')), 'Rilievi della Corte dei conti'),
  in2016('nessuno', asks('operator-missing', max('0')), 'Grado di attuazione'),
  in2016('mancata adozione', asks('negated')),
  in2016('cessazione del servizio', asks('negated', done('cessazione del servizio'))),
  in2016('fatto / non fatto', asks('yes-or-no', done())),
  in2016('√', asks('not-understood', done())),
];

export const levels: readonly Row[] = [
  in2016('mantenere almeno il 75%', reads(min('75', percent))),
  in2016('mantenimento di almeno 8 sportelli', reads(min('8', count('sportelli')))),
  in2016('ridurre le attese a 15 giorni', proposes('operator-from-change', max('15', days, { what: 'attese' }))),
  in2016('riduzione a meno di 45 giorni', reads(under('45', days))),
  in2016('aumento fino al 60%', proposes('operator-from-change', min('60', percent))),
  in2016('ridurre a 10 giorni rispetto al 2015', asks('level-or-change', max('10', days))),
  in2016('meno 8% rispetto al 2015', reads(cut('-8', ofYear(2015)))),
  in2016('più 8% rispetto al 2015', reads(rise('8', ofYear(2015)))),
  in2016('meno 8%', asks('baseline-unknown', cut('-8', ofYear(2015)))),
  in2016('-3', asks('operator-missing', max('-3', days)), 'Indicatore di tempestività dei pagamenti'),
  in2016('riduzione massima del 4% rispetto al 2015', asks('signed-value', rise('-4', ofYear(2015)))),
  in2016('riduzione minima del 4% rispetto al 2015', reads(cut('-4', ofYear(2015)))),
  in2016('incremento non superiore al 3% rispetto al 2015', asks('capped-change', cut('3', ofYear(2015)))),
  in2016('≥ -2% rispetto al 2015', asks('signed-value', rise('-2', ofYear(2015)))),
  in2016('2015 + 4%', asks('year-or-number', rise('4', ofYear(2015)))),
  in2016('dato 2015 + 4%', reads(rise('4', ofYear(2015)))),
  in2016('raddoppio rispetto al 2015', asks('not-understood', rise('100', ofYear(2015)))),
  in2016('almeno 4% in meno', asks('baseline-unknown')),
  in2016('+ 2 punti % sul 2015', reads(rise('2', ofYear(2015), { changeUnit: 'percentage-points', unit: percent }))),
  in2016('risparmio di € 8.000', asks('level-or-change', min('8000', euro))),
];

export const references: readonly Row[] = [
  in2016(
    'Pubblicazione ex art. 14, c. 1, D.Lgs. 33/2013',
    reads(done('Pubblicazione ex art. 14, c. 1, D.Lgs. 33/2013')),
  ),
  in2016('completamento 3° lotto', reads(done('completamento 3° lotto'))),
  in2016('collaudo 1° stralcio', reads(done('collaudo 1° stralcio'))),
  in2016('approvazione Piano triennale 2016-2018', reads(done('approvazione Piano triennale 2016-2018'))),
  in2016('certificazione ISO 14001:2015', reads(done('certificazione ISO 14001:2015'))),
  in2016('adozione regolamento n. 7 del 2015', reads(done('adozione regolamento n. 7 del 2015'))),
  in2016('affidamento lotto 4', reads(done('affidamento lotto 4'))),
  in2016('attuazione L. 190/2012 entro il 31/03', reads(by('2016-03-31', 'attuazione L. 190/2012'))),
  in2016('Aggiornamento PNRR M1C1', reads(done('Aggiornamento PNRR M1C1'))),
  in2016('Adozione PIAO 2025-2027', reads(done('Adozione PIAO 2025-2027'))),
  in2016('D.P.R. 62/2013', asks('not-understood')),
  in2016('n. 12 del 2015', asks('not-understood')),
  in2016('lotto 3', asks('not-understood')),
  in2016('livello 2', asks('not-understood')),
  in2016('1° posto', asks('not-understood')),
];

export const deadlines: readonly Row[] = [
  in2016("entro il 15 marzo dell'anno successivo", reads(by('2017-03-15'))),
  in2016("entro febbraio dell'anno successivo", reads(by('2017-02-28'))),
  in2016('entro il 28/02/N+1', asks('counted-date', by('2017-02-28'))),
  in2016('entro il triennio', asks('counted-date', by('2018-12-31'))),
  in2016('entro metà settembre', asks('counted-date', by('2016-09-15'))),
  in2016('almeno 15 giorni prima del 30/11/2016', asks('before-date', by('2016-11-15'))),
  in2016("entro l'a.s. 2016/2017", asks('not-understood')),
  in2016("entro l'anno scolastico", asks([])),
  in2016("entro l'anno 2016/2017", asks([])),
  in2016('entro ottobre 2016/2017', asks([])),
  in2016('≤ 3 sett.', asks([])),
  in2016('≥ 10 entro 30 giorni', asks([])),
  in2016('entro anno accademico 2016/17', asks('not-understood')),
  in2016('non prima del 30/9/2016', asks('date-after')),
  in2016('maggio-luglio', asks('date-marker-unclear', by('2016-07-31'))),
  in2016('entro il 31/10/2016 (anticipato al 15/9)', asks('several-targets')),
  in2016('entro i primi 10 giorni del mese', asks([])),
  in2016('entro il 15 luglio c.a.', reads(by('2016-07-15'))),
  in2016('al più tardi entro il 15/7/2016', reads(by('2016-07-15'))),
  in2016('entro fine II trimestre', reads(by('2016-06-30'))),
  in2016('15/07/2016', proposes('naked-date', by('2016-07-15'))),
  in2016('al 15/07/2016', proposes('naked-date', by('2016-07-15'))),
  in2016('20 giorni dalla domanda', proposes('naked-period', within(20, 'days', 'domanda'))),
  in2016('entro 20 giorni dalla domanda e dal pagamento', asks('event-missing')),
];

export const spellings: readonly Row[] = [
  in2016('max gg. 20', reads(max('20', days))),
  in2016('entro ore 12', reads(max('12', hours))),
  in2016('gg. 9', asks('operator-missing', max('9', days))),
  in2016('gg. ≤ 15', reads(max('15', days))),
  in2016('ore max 48', reads(max('48', hours))),
  in2016('% ≥ 80', reads(min('80', percent))),
  in2016('€ ≤ 10.000', reads(max('10000', euro))),
  in2016('mesi non meno di 3', reads(min('3', months))),
  in2016('giorni lavorativi <= 10', reads(max('10', count('giorni lavorativi')))),
  in2016('gg ≤ 15 ore', asks('not-understood')),
  in2016('almeno 2 500 accessi', reads(min('2500', count('accessi')))),
  in2016('≥ € 1 200 000', reads(min('1200000', euro))),
  in2016('2 500', asks('operator-missing', min('2500'))),
  in2016('2 500', proposes(['spaced-thousands', 'operator-from-name'], min('2500')), 'Visitatori del museo'),
  in2016('2 500 visitatori', proposes(['spaced-thousands', 'operator-from-noun'], min('2500', count('visitatori')))),
  in2016('2 500%', asks('several-targets')),
  in2016('100 110 120', asks('spaced-number')),
  in2016('più del 70%', reads(over('70', percent))),
  in2016("meno dell'8%", reads(under('8', percent))),
  in2016('fino a un massimo di 12', reads(max('12'))),
  in2016('Anno 2016 ≤ 4%', reads(max('4', percent))),
  in2016('≥ 70% (2016)', reads(min('70', percent))),
  in2016('≥ 70% (2015)', asks('no-target-for-year')),
  in2016('≥ 70%*', reads(min('70', percent))),
  in2016('≥ 70%²', reads(min('70', percent))),
  in2016('"almeno 12"', reads(min('12'))),
  in2016('≤ 10 min', reads(max('10', minutes))),
  in2016("≤ 10'", reads(max('10', minutes))),
  in2016('≥ €/000 40', reads(min('40000', euro))),
  in2016('≥ 40 (in migliaia di euro)', reads(min('40000', euro))),
  in2016('≥ 40 mgl €', reads(min('40000', euro))),
  in2016('≤ 2h 15m', asks('two-durations', max('135', minutes))),
  in2016('≤ 1 giorno e 6 ore', asks('two-durations', max('30', hours))),
  in2016('≥ 2e4', asks([])),
  in2016('≥ 3x', asks([])),
  in2016('≥ 100 m²', reads(min('100', count('mq')))),
  in2016('≥ 12 ?', asks([])),
];

export const scales: readonly Row[] = [
  in2016('4.200', asks('beyond-scale'), 'Giudizio medio (scala 1-6)'),
  in2016('≥ 8', asks('beyond-scale'), 'Giudizio medio (scala da 1 a 5)'),
  in2016(
    '≥ 4',
    proposes('unit-from-name', min('4', outOf('5'), { accumulation: 'level' })),
    'Giudizio medio (scala da 1 a 5)',
  ),
  in2016('≥ 4,5 su 6', reads(min('4.5', outOf('6')))),
  in2016('almeno 5/6', asks('score-scale', min('5', outOf('6')))),
  in2016('almeno 2 su 3', asks('score-scale', min('2', outOf('3')))),
];

export const severalYears: readonly Row[] = [
  in2016('almeno 60 nel biennio', asks('several-years-total')),
  in2016('2016/2018: 70%', asks([])),
  in2016('70% a regime, 60% nel 2016', asks([])),
  in2016('I sem. 30% II sem. 60%', asks([])),
  in2016('60% -> 75%', asks([])),
  in2016('60-70-80', asks([])),
  in2016('soglia 60%, target 75%', asks([])),
  in2016('75% (2015: 60%)', asks([])),
  in2016('almeno 40 entro il 2018', proposes('term-of-another-year', min('40', undefined, { by: '2018-12-31' }))),
  in2016('2016: entro 30/6; 2017: entro 31/3', reads(by('2016-06-30'))),
  in2016('2016: entro 30/6; 2018: entro 31/3', nothing('no-target-for-year'), undefined, { year: 2017 }),
];

export const intervals: readonly Row[] = [
  in2016('da 40% a 45%', reads(between('40', '45', percent))),
  in2016('≥ 90%: 100%; 80-89%: 70%; < 80%: 0%', asks('bands-hole')),
  in2016('> 90%: 100%; < 90%: 0%', asks('bands-hole')),
  in2016('≤ 10: 100%; 14-20: 50%', asks('bands-hole')),
  in2016('> 90: 10 punti; 80-90: 5 punti; < 80: 0 punti', asks('bands-score')),
  in2016('100% se entro 20 gg; 60% se entro 40 gg; 0 oltre', asks('several-targets')),
  in2016(
    '<40%: 0; 40%-69,99%: 50; da 70% in su: 100',
    reads({
      kind: 'bands',
      unit: percent,
      bands: [
        { fromInclusive: false, to: '40', toInclusive: false, score: '0' },
        { from: '40', fromInclusive: true, to: '69.99', toInclusive: true, score: '50' },
        { from: '70', fromInclusive: true, toInclusive: false, score: '100' },
      ],
    }),
  ),
];

/** Nothing but the text makes a reading written: the same text under another name is the same reading. */
export const supposed: readonly Row[] = [
  in2016('100%', proposes('operator-all', min('100', percent))),
  in2016('4 seminari', proposes('operator-from-noun', min('4', count('seminari')))),
  in2016('nessun reclamo', proposes('operator-from-trouble', max('0', count('reclamo')))),
  in2016(
    '≤ 30',
    proposes('unit-from-name', max('30', days, { accumulation: 'level' })),
    'Tempo medio di pagamento (giorni)',
  ),
  in2016(
    '≥ 80',
    proposes('unit-from-name', min('80', percent, { accumulation: 'level' })),
    'Percentuale di pratiche evase nei termini',
  ),
  in2016(
    'mantenimento del valore 2015',
    proposes('direction-from-name', rise('0', ofYear(2015), { unit: percent })),
    'Percentuale di pratiche evase nei termini',
  ),
  in2016('-5%', proposes('baseline-from-name', cut('-5', ofYear(2015))), 'Spese postali rispetto al 2015'),
  in2016('≥ 2 punti percentuali', reads(min('2', points))),
];

export const roughRanges: readonly Row[] = [
  in2016('15-20 verifiche', asks('range-or-least', between('15', '20', count('verifiche')))),
  in2016('40-50', asks('range-or-least', between('40', '50'))),
  in2016('€ 4.000-5.000', asks([])),
  in2016('6-9 giorni', asks('range-or-least', between('6', '9', days))),
  in2016('da 15 a 20 verifiche', reads(between('15', '20', count('verifiche')))),
  in2016('tra 40 e 50', reads(between('40', '50'))),
  in2016('intervallo 40-50', reads(between('40', '50'))),
  in2016('60-65%', asks('range-or-least', between('60', '65', percent))),
  in2016('entro il 31/10/2014', asks('year-past', by('2014-10-31'))),
  in2016('entro il 31/10/2015', reads(by('2015-10-31'))),
];

export const rhythms: readonly Row[] = [
  in2016('bollettino quindicinale', asks('periodic', min('24'))),
  in2016('mensile', asks('periodic', min('12'))),
  in2016('con cadenza bimestrale', asks('periodic', min('6'))),
  in2016('relazione quadrimestrale alla Giunta', asks('periodic', min('3'))),
  in2016('aggiornamento semestrale delle schede', asks('periodic', min('2'))),
  in2016('pubblicazione settimanale', asks('periodic', min('52'))),
  in2016('ogni 15 giorni', asks('periodic', min('24'))),
  in2016('almeno 2 tavoli a semestre', asks('periodic', min('4', count('tavoli')))),
  in2016('un bollettino al mese', asks('periodic', min('12', count('bollettino')))),
  in2016('1 notiziario ogni trimestre', asks('periodic', min('4', count('notiziario')))),
  in2016('almeno € 300 al mese', asks('periodic', min('3600', euro))),
  in2016('3 relazioni quadrimestrali', proposes('operator-from-noun', min('3', count('relazioni quadrimestrali')))),
];

export const elsewhere: readonly Row[] = [
  in2016('vedi nota allegata', nothing('stated-elsewhere')),
  in2016('v. tabella 3', nothing('stated-elsewhere')),
  in2016('cfr. scheda obiettivo n. 12', nothing('stated-elsewhere')),
  in2016('si rimanda al PEG', nothing('stated-elsewhere')),
  in2016('si veda sezione 2.2', nothing('stated-elsewhere')),
  in2016('idem', nothing('stated-elsewhere')),
  in2016('come da contratto di servizio', asks('stated-elsewhere')),
  in2016('come indicato nel bando', asks('stated-elsewhere')),
  in2016('stipula come da cronoprogramma', asks([])),
  in2016('almeno 12 visite come da programma', asks([])),
  in2016('vedi scheda: almeno 12', asks([], min('12'))),
];

export const unsettled: readonly Row[] = [
  in2016('da quantificare con il Dipartimento', nothing('placeholder')),
  in2016('valore da determinare a consuntivo', nothing('placeholder')),
  in2016('dato non ancora disponibile', nothing('placeholder')),
  in2016('in fase di quantificazione', nothing('placeholder')),
  in2016('n.d. (dato non rilevato)', nothing('placeholder')),
  in2016('monitoraggio costante', nothing('only-activity')),
  in2016('assistenza', nothing('only-activity')),
  in2016('attività istituzionale', nothing('only-activity')),
  in2016('da stabilire entro il 30/04', asks('vague', by('2016-04-30', 'da stabilire'))),
  in2016('da individuare: almeno 3 sedi', asks([])),
  in2016('conferma', asks('baseline-unknown')),
  in2016('monitoraggio dei cantieri', asks('vague')),
];

export const wholes: readonly Row[] = [
  in2016('tutti gli sportelli', asks('everyone', min('100', percent, { what: 'sportelli' }))),
  in2016('ciascuna sede', asks('everyone', min('100', percent, { what: 'sede' }))),
  in2016('la maggioranza dei plessi', asks('everyone', over('50', percent, { what: 'plessi' }))),
  in2016('fase 3', asks('not-understood', min('3'))),
  in2016('entro 90', asks('not-understood', max('90', days))),
  in2016("entro l'inizio dell'a.s. 2016/2017", asks('counted-date', by('2016-08-31'))),
  in2016('fino a 10 gg: 100%; oltre 15 gg: 0%', asks('bands-hole')),
  in2016('20 giorni nel 90% dei casi', asks('several-targets', min('90', percent, { what: 'casi: 20 giorni' }))),
];

export const typewriters: readonly Row[] = [
  in2016('alm. 30 ore', reads(min('30', hours))),
  in2016('mai inferiore al 70%', reads(min('70', percent))),
  in2016('mai oltre 20 giorni', reads(max('20', days))),
  in2016('mai superiore a € 12.000,00', reads(max('12000', euro))),
  in2016("NON PIU' DI 36 ORE", reads(max('36', hours))),
  in2016("non piu' del 7%", reads(max('7', percent))),
  in2016("attivita' completata", reads(done('attività completata'))),
  in2016('durata max: 45 gg', reads(max('45', days, { what: 'durata' }))),
  in2016('minimo: 6 incontri', reads(min('6', count('incontri')))),
  in2016('ott-16', proposes('naked-date', by('2016-10-31'))),
  in2016('nel mese di ottobre 2016', asks('date-marker-unclear')),
  in2016(
    '- 3 punti percentuali rispetto al 2015',
    reads(cut('-3', ofYear(2015), { changeUnit: 'percentage-points', unit: percent })),
  ),
  in2016('- 3 seminari', asks('sign-or-bullet')),
  in2016(
    'pari a 0',
    reads({ kind: 'threshold', operator: '=', value: '0', unit: number, direction: 'less-is-better' }),
  ),
  in2016('pari a 4', asks('exact-value', min('4'))),
  in2016('entro 5 gg lavorativi', reads(max('5', count('giorni lavorativi'))), 'Riscontro alle richieste di accesso'),
  in2016('almeno 12 min', reads(min('12', minutes))),
  in2016(
    '12 min',
    proposes('operator-from-name', max('12', minutes, { accumulation: 'level' })),
    'Tempo medio di attesa allo sportello',
  ),
  in2016('12 min', asks('not-understood', max('12', minutes))),
];

/** A year said from the exercise is read there, or asked when it counts from the day of writing. */
export const otherYears: readonly Row[] = [
  in2016("entro febbraio dell'anno seguente", reads(by('2017-02-28'))),
  in2016("pubblicazione entro il 15/3 dell'esercizio seguente", reads(by('2017-03-15', 'pubblicazione'))),
  in2016("entro l'esercizio successivo", reads(by('2017-12-31'))),
  in2016('entro febbraio p.v.', asks('counted-date', by('2017-02-28'))),
  in2016('entro il 10 marzo prossimo venturo', asks('counted-date', by('2017-03-10'))),
  in2016('entro aprile del prossimo esercizio', asks('counted-date', by('2017-04-30'))),
  in2016("entro il 31/3 dell'anno a venire", asks('counted-date', by('2017-03-31'))),
  in2016('entro il 28 febbraio del nuovo anno', asks('counted-date', by('2017-02-28'))),
  in2016("entro novembre dell'anno passato", asks('counted-date', by('2015-11-30'))),
  in2016('entro novembre a.p.', asks('counted-date', by('2015-11-30'))),
  in2016("entro l'anno prossimo", asks('counted-date', by('2017-12-31'))),
  in2016("completare gli scavi l'anno prossimo", asks('date-marker-unclear')),
  in2016('entro il 30/11 salvo imprevisti di cantiere', asks('second-condition')),
  in2016('entro il 30/11 lordo', proposes('words-around', by('2016-11-30', 'lordo'))),
  in2016('entro il 30/11 pubblicazione della graduatoria', reads(by('2016-11-30', 'pubblicazione della graduatoria'))),
];

export const halves: readonly Row[] = [
  in2016('entro 3 mesi e mezzo', reads(max('3.5', months))),
  in2016("non oltre un'ora e mezza", reads(max('1.5', hours))),
  in2016('entro due giorni e mezzo', reads(max('2.5', days))),
  in2016('≥ 2 milioni e mezzo di euro', reads(min('2500000', euro))),
  in2016('almeno 12 incontri e mezzo', asks([])),
];

/** Before a month, a period or a year is before its first day. */
export const beforePeriods: readonly Row[] = [
  in2016('prima di ottobre', reads(before('2016-10-01'))),
  in2016('collaudo prima di maggio 2016', reads(before('2016-05-01', 'collaudo'))),
  in2016('prima del terzo trimestre', reads(before('2016-07-01'))),
  in2016('prima del 2018', proposes('term-of-another-year', before('2018-01-01'))),
  in2016('prima della fine di ottobre', reads(before('2016-10-31'))),
  in2016('ante 15/10/2016', reads(before('2016-10-15'))),
  in2016('non prima del 15/10/2016', asks('date-after')),
];

export const limitedFalls: readonly Row[] = [
  in2016('al massimo 8% in meno rispetto al 2015', asks('signed-value', rise('-8', ofYear(2015)))),
  in2016("non più dell'8% di diminuzione rispetto al 2015", asks('signed-value', rise('-8', ofYear(2015)))),
  in2016('almeno 8% in meno rispetto al 2015', asks('signed-value', cut('-8', ofYear(2015)))),
  in2016('inferiore del 9% rispetto al 2015', reads(cut('-9', ofYear(2015)))),
  in2016('crescita contenuta entro il 4% rispetto al 2015', asks('capped-change', cut('4', ofYear(2015)))),
  in2016('aumento della spesa limitato al 4% rispetto al 2015', asks([])),
];

/** A place in the calendar or the clock is no time that passes. */
export const placesInTime: readonly Row[] = [
  in2016('entro il giorno 20', asks('date-or-number')),
  in2016('entro il giorno 10 lavorativo', asks('date-or-number')),
  in2016('entro le ore 14', asks('date-or-number')),
  in2016('entro il mese 9', asks('date-or-number')),
  in2016('entro 20 gg (lavorativi)', reads(max('20', count('giorni lavorativi')))),
  in2016(
    'entro 8 giorni precedenti la riunione',
    asks('not-understood', min('8', days, { what: 'precedenti la riunione' })),
  ),
  in2016('entro 8 giorni antecedenti la gara', asks('not-understood', min('8', days, { what: 'antecedenti la gara' }))),
];

export const roughNumbers: readonly Row[] = [
  in2016('almeno 3 quinti dei plessi', asks('fraction', min('60', percent, { what: 'plessi' }))),
  in2016('7 decimi', asks('fraction', min('70', percent))),
  in2016('almeno un paio di seminari', asks('collective', min('2', count('seminari')))),
  in2016('una coppia', asks('collective', min('2'))),
  in2016('almeno 4 dozzine di visite', asks('collective', min('48', count('visite')))),
  in2016('due decine', asks('collective', min('20'))),
  in2016('5 centinaia', asks('collective', min('500'))),
  in2016('poco più del 9%', asks('not-understood', over('9', percent))),
  in2016('molto più di 9', asks('not-understood', over('9'))),
  in2016('ben più del 9%', asks('not-understood', over('9', percent))),
  in2016('≥ 60 biennali', asks('not-understood')),
  in2016('almeno 6 corsi triennali', asks('not-understood')),
  in2016('≥ 60 pluriennali', asks('not-understood')),
  in2016(
    'almeno 6 corsi interamente finanziati',
    proposes('words-around', min('6', count('corsi interamente finanziati'))),
  ),
];

/** A yes or a no answers one result: not a quantity, a degree, a time, or two results. */
export const noSingleResult: readonly Row[] = [
  in2016('raddoppiare gli iscritti', asks('vague', rise('100', ofYear(2015)))),
  in2016('triplicare i prestiti', asks('vague', rise('200', ofYear(2015)))),
  in2016('dimezzare gli arretrati', asks('vague', cut('-50', ofYear(2015)))),
  in2016('azzerare gli arretrati', asks('negated', max('0', number, { what: 'arretrati' }))),
  in2016('abbattere i consumi', asks('vague')),
  in2016('contenere i consumi', asks('vague')),
  in2016('raggiungere la media regionale', asks('vague')),
  in2016('Adottare il piano e aprire gli sportelli', asks('several-targets')),
  in2016('Adottare il piano, il bilancio e la nota', asks('several-targets')),
  in2016('adozione del piano e apertura degli sportelli', asks('several-targets')),
  in2016('adozione in Commissione e in Assemblea', asks('several-targets')),
  in2016('redigere il piano e trasmetterlo', asks('several-targets')),
  in2016('Sì, quasi del tutto', asks('approximate')),
  in2016('Sì, parziale', asks('approximate')),
  in2016('attivare quasi tutti gli sportelli', asks('approximate')),
  in2016('attivare parte degli sportelli', asks('approximate')),
  in2016('attivare alcuni sportelli', asks('approximate')),
  in2016('attivare gran parte degli sportelli', asks('approximate')),
  in2016('attivazione parziale', asks('approximate')),
  in2016('attivazione di qualche sportello', asks('approximate')),
  in2016('revoca del bando', asks('negated', done('revoca del bando'))),
  in2016('disdetta della locazione', asks('negated', done('disdetta della locazione'))),
  in2016('adozione nel triennio', asks('date-marker-unclear')),
  in2016('adozione in due settimane', asks([])),
  in2016('adozione in primavera', asks('date-marker-unclear')),
  in2016(
    'adozione del piano di prevenzione della corruzione',
    reads(done('adozione del piano di prevenzione della corruzione')),
  ),
  in2016(
    'adozione del piano di prevenzione della corruzione e della trasparenza',
    proposes('words-around', done('adozione del piano di prevenzione della corruzione e della trasparenza')),
  ),
];

export const otherMeasures: readonly Row[] = [
  in2016('≤ costo 2015', asks('not-understood', cut('0', ofNamed('costo 2015')))),
  in2016('≥ media 2012-2014', asks('not-understood', rise('0', ofNamed('media 2012-2014')))),
  in2016("almeno il 110% dell'anno 2015", asks('no-target-for-year', rise('10', ofYear(2015)))),
  in2016('tra il 2/5 e il 31/5', asks('date-marker-unclear', by('2016-05-31'))),
  in2016('almeno 80 ore di tutoraggio per 15 studenti', asks('several-targets')),
  in2016('entro marzo (anno successivo)', reads(by('2017-03-31'))),
  in2016('entro il 10/02 successivo', asks('counted-date', by('2017-02-10'))),
  in2016("entro il 10 febbraio dell'annualità successiva", reads(by('2017-02-10'))),
  in2016('adozione del piano/avvio degli sportelli', asks('several-targets')),
  in2016('adozione del piano con apertura degli sportelli', asks('several-targets')),
  in2016('adozione preliminare', asks('approximate')),
];

/** Parts of a month, and terms said with what must not come after them. */
export const partsOfAMonth: readonly Row[] = [
  in2016('entro la prima decade di maggio', reads(by('2016-05-10'))),
  in2016('entro la seconda decade di maggio', reads(by('2016-05-20'))),
  in2016('entro la terza decade di febbraio', reads(by('2016-02-29'))),
  in2016('entro la prima quindicina di settembre', reads(by('2016-09-15'))),
  in2016('entro la seconda quindicina di ottobre 2016', reads(by('2016-10-31'))),
  in2016('entro la prima metà di ottobre', asks('counted-date', by('2016-10-15'))),
  in2016('entro la seconda metà di novembre', asks('counted-date', by('2016-11-30'))),
  in2016('entro prima decade marzo', reads(by('2016-03-10'))),
  in2016('prima decade di marzo', asks([])),
  in2016('entro la quarta decade di marzo', asks('second-condition')),
  in2016('prima della seconda quindicina di ottobre', reads(before('2016-10-16'))),
  in2016('prima della terza decade di maggio', reads(before('2016-05-21'))),
  in2016('prima della prima decade di maggio', reads(before('2016-05-01'))),
  in2016('entro prima del 10 marzo', reads(before('2016-03-10'))),
  in2016('non successivo al 30/4/2016', reads(by('2016-04-30'))),
  in2016('in data non successiva al 30/4/2016', reads(by('2016-04-30'))),
  in2016('non posteriore al 15/3', reads(by('2016-03-15'))),
  in2016('non più tardi del 31 maggio', reads(by('2016-05-31'))),
  in2016('non antecedente al 31 maggio', asks('date-after')),
];

/** Whoever is waited for, or says what is to be done: the cell holds no target. */
export const waiting: readonly Row[] = [
  in2016('in attesa di indicazioni della Regione', nothing('placeholder')),
  in2016("in attesa dell'autorizzazione", nothing('placeholder')),
  in2016('in attesa del bando', nothing('placeholder')),
  in2016('in attesa di nomina, almeno 3 sedute', asks([])),
  in2016('secondo indicazioni ministeriali', asks('stated-elsewhere')),
  in2016('secondo cronoprogramma', asks('stated-elsewhere')),
  in2016('secondo report', asks('vague')),
];

/** Months, periods and hours in the forms offices write them. */
export const placesInTheYear: readonly Row[] = [
  in2016('entro 4/2016', reads(by('2016-04-30'))),
  in2016('entro 12/2016', reads(by('2016-12-31'))),
  in2016('prima di 12/2016', reads(before('2016-12-01'))),
  in2016('prima della fine del primo semestre', reads(before('2016-06-30'))),
  in2016('entro la fine del secondo trimestre', reads(by('2016-06-30'))),
  in2016('entro il quinto trimestre', asks('not-understood')),
  in2016('entro il quarto quadrimestre', asks('not-understood')),
  in2016('entro lo scorso giugno', asks('counted-date', by('2015-06-30'))),
  in2016('entro il prossimo giugno 2017', reads(by('2017-06-30'))),
  in2016('entro metà anno', asks('counted-date', by('2016-06-30'))),
  in2016('entro metà anno 2016', asks('counted-date', by('2016-06-30'))),
  in2016("entro l'anno solare", reads(by('2016-12-31'))),
  in2016("entro l'anno corrente", reads(by('2016-12-31'))),
  in2016("entro la fine dell'anno in corso", reads(by('2016-12-31'))),
  in2016('mesi di ottobre-dicembre 2016', asks('date-marker-unclear', by('2016-12-31'))),
  in2016('tra giugno e settembre', asks('date-marker-unclear', by('2016-09-30'))),
  in2016('entro le ore 13:00 del 15/05', asks('date-marker-unclear', by('2016-05-15'))),
  in2016('entro le ore 12 del giorno 15/05', asks('date-marker-unclear', by('2016-05-15'))),
  in2016('entro 2000 euro', reads(max('2000', euro))),
  in2016('non oltre il 2016', asks('date-marker-unclear', by('2016-12-31'))),
];

/** What a spreadsheet shows for an empty date, however it is set to show it. */
export const emptyDays: readonly Row[] = [
  in2016('0/1/1900', nothing('excel-zero')),
  in2016('00/01/1900 00:00', nothing('excel-zero')),
  in2016('00-01-00 0:00:00', nothing('excel-zero')),
  in2016('01/01/1900', nothing('excel-zero')),
  in2016('1/1/1900', nothing('excel-zero')),
  in2016('entro il 01/01/1900', nothing('excel-zero')),
  in2016('entro 1.1.1900', nothing('excel-zero')),
];
