import type { TargetContext } from '../../../src/domain/targets/outcome.js';
import {
  asks,
  by,
  count,
  days,
  done,
  type Expected,
  max,
  min,
  nothing,
  number,
  over,
  percent,
  previousTarget,
  proposes,
  type Row,
  reads,
  rise,
  throughout,
  within,
} from './expected.js';

/**
 * Every target of the Piano della Performance 2016-2018 of the Chamber of Massa-Carrara, with the reading a person
 * who knows the field gives it. Reviewed by hand: a change here is a change of what somebody is paid for.
 */
export interface SeedRow extends Row {
  /** Where it stands in the Piano. */
  readonly place: string;
}

const EXERCISE = 2016;
const sums = { accumulation: 'accumulates' } as const;
const level = { accumulation: 'level' } as const;

/** One indicator of the scorecard: its targets of 2016, 2017 and 2018. */
function strategic(
  name: string,
  texts: readonly [string, string, string],
  expected: readonly [Expected, Expected, Expected],
): readonly SeedRow[] {
  return texts.map((text, i) => ({
    place: '4.2 Cruscotto',
    text,
    context: { name, year: EXERCISE + i, ...(i === 0 ? {} : { previous: texts[i - 1] ?? '' }) },
    expected: expected[i] ?? nothing('empty'),
  }));
}

const same = (expected: Expected): readonly [Expected, Expected, Expected] => [expected, expected, expected];
const once = (expected: Expected): readonly [Expected, Expected, Expected] => [
  expected,
  nothing('empty'),
  nothing('empty'),
];

export const scorecard: readonly SeedRow[] = [
  // +5% on what: last year's target, or last year's result? The Piano does not say.
  ...strategic(
    'n. complessivo presenze sulla stampa della Camera anche con dati economici - statistici',
    ['almeno 25', '+5%', '+5%'],
    [
      reads(min('25', number, sums)),
      asks('baseline-unknown', rise('5', previousTarget)),
      asks('baseline-unknown', rise('5', previousTarget)),
    ],
  ),
  ...strategic(
    'Realizzazione di progetti significativi di sviluppo del territorio',
    ['almeno 2', '', ''],
    once(reads(min('2'))),
  ),
  ...strategic(
    'Percentuale di realizzazione del progetto (riqualificazione Polo Museale)',
    ['10%', '40%', '50%'],
    [
      proposes('operator-from-name', min('10', percent)),
      proposes('operator-from-name', min('40', percent)),
      proposes('operator-from-name', min('50', percent)),
    ],
  ),
  ...strategic(
    'N. presenze (uscite) sui media locali (stampa, TV)',
    ['>= 15', '>=15', '>= 15'],
    same(reads(min('15', number, sums))),
  ),
  ...strategic(
    'Livello soddisfazione (buono o +) degli Istituti scolastici sul progetto di Alternanza Scuola Lavoro',
    ['>= 60%', '', ''],
    once(reads(min('60', percent, level))),
  ),
  ...strategic(
    'N. fruitori del servizio di informazione/orientamento per la neoimprenditoria',
    ['>=40', '>=50', '>=60'],
    [reads(min('40')), reads(min('50')), reads(min('60'))],
  ),
  ...strategic(
    "N. iniziative realizzate nell'ambito del Programma Promozionale delle PMI",
    ['>=5', '6', '7'],
    [
      reads(min('5', number, sums)),
      proposes('operator-from-name', min('6', number, sums)),
      proposes('operator-from-name', min('7', number, sums)),
    ],
  ),
  // A ratio of resources found to resources spent: more of them found is better, and a person confirms it.
  ...strategic(
    'Risorse esterne reperite per realizzazione Programma Promozionale / risorse spese',
    ['10%', '12%', '15%'],
    [
      proposes('operator-from-name', min('10', percent)),
      proposes('operator-from-name', min('12', percent)),
      proposes('operator-from-name', min('15', percent)),
    ],
  ),
  ...strategic(
    'N. medio di operatori (locali ed esteri) partecipanti iniziative camerali del Programma Promozionale',
    ['>=10', '>=12', '>=15'],
    [reads(min('10', number, level)), reads(min('12', number, level)), reads(min('15', number, level))],
  ),
  ...strategic(
    'Partecipazione a progetto di valenza comunitaria',
    ['1', '1', '2'],
    [
      proposes('operator-from-name', min('1')),
      proposes('operator-from-name', min('1')),
      proposes('operator-from-name', min('2')),
    ],
  ),
  ...strategic(
    'Coordinamento per la mappatura delle criticità della ZIA',
    ['31/12/2016', '', ''],
    once(proposes('naked-date', by('2016-12-31'))),
  ),
  ...strategic(
    "N. conciliazioni concluse nell'anno 2016 (indipendentemente dall'anno di avvio)",
    ['80', '90', '100'],
    [
      proposes('operator-from-name', min('80', number, sums)),
      proposes('operator-from-name', min('90', number, sums)),
      proposes('operator-from-name', min('100', number, sums)),
    ],
  ),
  ...strategic(
    'Avvio Organismo per Crisi da Sovrindebitamento',
    ['entro 31/12/2016', '', ''],
    once(reads(by('2016-12-31'))),
  ),
  ...strategic(
    "Affidabilità degli Organismi di controllo misurata dal n° di non conformità sollevate dall'ICQRF",
    ['< =2', '< =2', '< =2'],
    same(reads(max('2'))),
  ),
  ...strategic(
    "N.ro di domande depositate Brevetti e Marchi nell'anno 2016",
    ['80', '80', '80'],
    same(proposes('operator-from-name', min('80', number, sums))),
  ),
  // An average per inspector of what is done in the year: whether it grows along the year is asked.
  ...strategic(
    "n. di strumenti mediamente verificati nell'anno da ciascun ispettore /assistente (Indicatore di benchmarking regionale - P32 217)",
    ['500', '500', '500'],
    same(proposes('operator-from-name', min('500'))),
  ),
  ...strategic(
    "n. di ispezioni mediamente effettuate nell'anno da ciascun ispettore/assistente (Indicatore di benchmarking regionale - P32 546)",
    ['350', '350', '350'],
    same(proposes('operator-from-name', min('350'))),
  ),
  ...strategic(
    'Partecipazione personale camerale alla formazione "trasversale" (partecipanti/dipendenti)',
    ['>= 80%', '>= 85%', '>= 90%'],
    [reads(min('80', percent)), reads(min('85', percent)), reads(min('90', percent))],
  ),
  ...strategic(
    "N. giorni di assenza per malattia breve 2016 / personale dell'Ente assunto a tempo indeterminato",
    ['5', '5', '5'],
    same(proposes(['unit-from-name', 'operator-from-name'], max('5', days))),
  ),
  ...strategic(
    'Grado di rispetto degli standard previsti dalla Carta dei servizi misurato dal numero di indicatori che rispettano lo standard rispetto al totale degli indicatori',
    ['>=80%', '>=80%', '>=80%'],
    same(reads(min('80', percent, level))),
  ),
  ...strategic(
    "Grado di soddisfazione dell'utenza (buono o +) rilevato su tutte le iniziative della Camera e di ISR",
    ['>=80%', '>=80%', '>=80%'],
    same(reads(min('80', percent, level))),
  ),
  ...strategic(
    "Valutazione positiva (buono e +) ottenuta nell'indagine di People Satisfaction fra gli utenti camerali",
    ['>=80%', '>=80%', '>=80%'],
    same(reads(min('80', percent, level))),
  ),
  ...strategic(
    "N. report quadrimestrali per l'attuazione degli obblighi normativi (DLgs n.33/2013 e L.190/2012) in tema di trasparenza e prevenzione della corruzione",
    ['3', '3', '3'],
    same(proposes('operator-from-name', min('3', number, sums))),
  ),
  ...strategic(
    'Tempo medio di lavorazione pratiche Registro Imprese (in giorni) (Indicatore di benchmarking regionale - P11 101)',
    ['7', '7', '7'],
    same(proposes(['unit-from-name', 'operator-from-name'], max('7', days, level))),
  ),
  ...strategic(
    'Percentuale di pratiche telematiche e con protocollazione automatica evase in 5 gg (Indicatore di benchmarking regionale - P11 370)',
    ['95%', '95%', '95%'],
    same(proposes('operator-from-name', min('95', percent, level))),
  ),
  ...strategic(
    'Realizzazione fasi annuali progetto triennale "Sviluppo Reti di Impresa"',
    ['50%', '90%', ''],
    [
      proposes('operator-from-name', min('50', percent)),
      proposes('operator-from-name', min('90', percent)),
      nothing('empty'),
    ],
  ),
  ...strategic(
    "Sviluppo delle attività dell'agenzia formativa anche mediante il lancio di offerte a pagamento (= n° eventi a pagamento/totale)",
    ['30%', '35%', '40%'],
    [
      proposes('operator-from-name', min('30', percent)),
      proposes('operator-from-name', min('35', percent)),
      proposes('operator-from-name', min('40', percent)),
    ],
  ),
  ...strategic(
    "n. di volte di utilizzo delle Sale camerali (Salone, Sala Rossa e Sala Verde) nell'anno",
    ['100', '110', '120'],
    [
      proposes('operator-from-name', min('100', number, sums)),
      proposes('operator-from-name', min('110', number, sums)),
      proposes('operator-from-name', min('120', number, sums)),
    ],
  ),
  ...strategic(
    '% di volte di utilizzo delle Sale camerali a pagamento',
    ['10%', '15%', '20%'],
    [
      proposes('operator-from-name', min('10', percent, level)),
      proposes('operator-from-name', min('15', percent, level)),
      proposes('operator-from-name', min('20', percent, level)),
    ],
  ),
  // 2017: must 65% be passed, like the 60% of the year before, or reached?
  ...strategic(
    'Importo totale riscossioni spontanee del Diritto Annuale anno 2016 (F24 e altre forme di pagamento per anno di cassa 2016) + Importo riscossioni spontanee del Diritto Annuale anno 2015 (per anno di cassa 2016) / Importo totale dovuto Diritto Annuale anno 2016',
    ['>60%', '65%', '65%'],
    [
      reads(over('60', percent)),
      asks('operator-previous-strict', min('65', percent)),
      proposes('operator-from-name', min('65', percent)),
    ],
  ),
];

/**
 * One indicator of a programme sheet. Most have a target for 2016 only; the strategic ones repeated there have the
 * scorecard's targets for 2017 and 2018, already reviewed above under the same name.
 */
const sheet = (
  programme: string,
  name: string,
  text: string,
  expected: Expected,
  later: Pick<TargetContext, 'year' | 'previous'> = {},
): SeedRow => ({
  place: `4.3 Scheda ${programme}`,
  text,
  context: { name, year: EXERCISE, ...later },
  expected,
});

export const sheets: readonly SeedRow[] = [
  sheet(
    '1.1.1',
    'n. complessivo presenze sulla stampa della Camera anche con dati economici - statistici',
    'almeno 25',
    reads(min('25', number, sums)),
  ),
  sheet(
    '1.1.1',
    'Rilevanza rapporto economia sulla stampa locale e nazionale',
    '3 testate',
    proposes('operator-from-noun', min('3', count('testate'))),
  ),
  sheet('1.1.1', 'Presentazione di 1 report semestrale', '>30/11/2016', asks('date-after', by('2016-11-30'))),
  sheet('1.1.1', 'Conferenze stampa', '>= 2', reads(min('2'))),
  sheet('1.1.1', 'Produzione rapporti', '>= 3', reads(min('3'))),
  sheet('1.1.1', 'Orario aperture al pubblico', '100%', proposes('operator-all', min('100', percent))),
  sheet('1.1.1', 'N. partecipanti complessivi alle presentazioni del Rapporto Economia', 'almeno 60', reads(min('60'))),
  sheet(
    '1.1.1',
    "Grado di soddisfazione dell'utenza (buono o +) rilevato sulle iniziative dell'ISR",
    '>= 85%',
    reads(min('85', percent, level)),
  ),

  sheet('1.2.1', 'Realizzazione di progetti significativi di sviluppo del territorio', 'almeno 2', reads(min('2'))),
  sheet(
    '1.2.1',
    "Coordinamento e supporto tecnico, operativo ed organizzativo dell'evento finale",
    'entro 30/11/2016',
    reads(by('2016-11-30')),
  ),
  sheet(
    '1.2.1',
    "Stesura atti dell'evento attraverso un documento di sintesi",
    "entro 1 mese dall'evento",
    reads(within(1, 'months', 'evento')),
  ),
  sheet(
    '1.2.1',
    'Supporto tecnico per riunioni operative di realizzazione dei progetti (gestione riunioni)',
    "tutto l'anno 2016",
    reads(throughout('2016-01-01', '2016-12-31')),
  ),
  sheet(
    '1.2.1',
    'Supporto tecnico per riunioni operative con la Regione Toscana (gestione riunioni)',
    "tutto l'anno 2016",
    reads(throughout('2016-01-01', '2016-12-31')),
  ),

  sheet('1.2.3', 'N. presenze (uscite) sui media locali (stampa, TV)', '>= 15', reads(min('15', number, sums))),
  // People who like a page are a stock, not events of the year.
  sheet('1.2.3', 'N. "Persone a cui piace" pagine profilo FaceBook camerale', '>=1.000', reads(min('1000'))),
  sheet('1.2.3', 'N. newsletter inviate', '>=12', reads(min('12', number, sums))),

  sheet(
    '2.1.2',
    "n. di volte di utilizzo delle Sale camerali (Salone, Sala Rossa e Sala Verde) nell'anno",
    '100',
    proposes('operator-from-name', min('100', number, sums)),
  ),
  sheet(
    '2.1.2',
    '% di volte di utilizzo delle Sale camerali a pagamento',
    '10%',
    proposes('operator-from-name', min('10', percent, level)),
  ),
  sheet(
    '2.1.2',
    'Affidamento incarico di progettazione per la messa in sicurezza del rivestimento della facciata della Sede camerale',
    'entro il 28/2/2016',
    reads(by('2016-02-28')),
  ),
  sheet(
    '2.1.2',
    'Conclusione procedura di vendita per immobile ex-commercianti',
    'entro il 31/03/2016',
    reads(by('2016-03-31')),
  ),

  sheet(
    '2.2.1',
    'Tempo medio di lavorazione pratiche Registro Imprese (in giorni) (Indicatore di benchmarking regionale - P11 101)',
    '7',
    proposes(['unit-from-name', 'operator-from-name'], max('7', days, level)),
  ),
  sheet(
    '2.2.1',
    'percentuale di pratiche telematiche e con protocollazione automatica evase in 5 gg (Indicatore di benchmarking regionale - P11 370)',
    '95%',
    proposes('operator-from-name', min('95', percent, level)),
  ),
  sheet(
    '2.2.1',
    'Realizzazione fasi annuali progetto triennale "Sviluppo Reti di Impresa"',
    '50%',
    proposes('operator-from-name', min('50', percent)),
  ),
  sheet(
    '2.2.1',
    'Progetto Sviluppo Reti di Impresa: elaborazione ed analisi database Registro Imprese',
    '31/10/2016',
    proposes('naked-date', by('2016-10-31')),
  ),
  sheet(
    '2.2.1',
    'Progetto Sviluppo Reti di Impresa: n. incontri con stakeholders per verificata analisi dati',
    '1',
    proposes('operator-from-name', min('1', number, sums)),
  ),
  sheet(
    '2.2.1',
    'Progetto Sviluppo Reti di Impresa: approvazione da parte della Giunta camerale della realizzazione del Portale Reti di Impresa',
    '31/12/2016',
    proposes('naked-date', by('2016-12-31')),
  ),

  sheet(
    '3.1.1',
    "Sviluppo delle attività dell'agenzia formativa anche mediante il lancio di offerte a pagamento (= n° eventi a pagamento/totale)",
    '30%',
    proposes('operator-from-name', min('30', percent)),
  ),
  sheet('3.1.1', 'Numeri di corsi/seminari organizzati nel 2016', '> 6', reads(over('6', number, sums))),
  sheet('3.1.1', 'Numeri di corsi/seminari organizzati nel 2016', '> 6', reads(over('6', number, sums)), {
    year: 2017,
    previous: '> 6',
  }),
  sheet('3.1.1', 'Numeri di corsi/seminari organizzati nel 2016', '> 6', reads(over('6', number, sums)), {
    year: 2018,
    previous: '> 6',
  }),
  sheet(
    '3.1.1',
    'Definizione tempestiva e condivisa programma formativo 2016',
    '31/03/2016',
    proposes('naked-date', by('2016-03-31')),
  ),
  sheet('3.1.1', 'Partecipanti medi ai corsi riconosciuti', '>= 10', reads(min('10'))),
  sheet(
    '3.1.1',
    'Introiti offerta formativa a pagamento per i corsi o seminari organizzati/costi diretti',
    '>= 15%',
    reads(min('15', percent)),
  ),
  sheet('3.1.1', 'Realizzazione di percorsi formativi finanziati o a pagamento', 'almeno 3', reads(min('3'))),
  sheet(
    '3.1.1',
    'Valutazione (giudizio: buono o +) di customer satisfaction sulle attività formative',
    '>= 85%',
    reads(min('85', percent, level)),
  ),
  sheet('3.1.1', "Incontri comitato dell'imprenditoria femminile", '>= 3', reads(min('3'))),
  sheet('3.1.1', 'Seminario formativo definito dal CIF', '>= 1', reads(min('1'))),

  sheet('3.1.4', 'Partecipazione a progetto di valenza comunitaria', '1', proposes('operator-from-name', min('1'))),
  sheet(
    '3.1.4',
    'Coordinamento per la mappatura delle criticità della ZIA',
    '31/12/2016',
    proposes('naked-date', by('2016-12-31')),
  ),
  sheet(
    '3.1.4',
    "Sottoscrizione del protocollo d'intesa con le Amministrazioni interessate per la ZIA",
    '>=31/3/2016',
    asks('date-after', by('2016-03-31')),
  ),
  sheet('3.1.4', 'Incontri Tavolo di coordinamento con produzione report ZIA', 'almeno 4', reads(min('4'))),
  sheet(
    '3.1.4',
    'Realizzazione cordinamento tavolo per "Bandiera Blue" 2017 (n. incontri effettuati)',
    'almeno 3',
    reads(min('3', number, sums)),
  ),

  sheet(
    '3.2.1',
    "N. conciliazioni concluse nell'anno 2016 (indipendentemente dall'anno di avvio)",
    '80',
    proposes('operator-from-name', min('80', number, sums)),
  ),
  sheet('3.2.1', 'Avvio Organismo per Crisi da Sovrindebitamento', 'entro 31/12/2016', reads(by('2016-12-31'))),
  sheet('3.2.1', 'Realizzazione corso in materia di mediazione', '>= 30/6/2016', asks('date-after', by('2016-06-30'))),
  sheet(
    '3.2.1',
    'Valutazione (giudizio: buono o +) di customer satisfaction corso in materia di mediazione',
    '>= 80%',
    reads(min('80', percent, level)),
  ),
  sheet(
    '3.2.1',
    'Realizzazione evento "Settimana della Conciliazione/Mediazione" secondo le linee guida predisposte da Unioncamere Nazionale - 2° semestre anno 2016',
    'entro data prevista da UN e comunque ≥ 30/11/2016',
    asks(['date-after', 'second-condition'], by('2016-11-30')),
  ),
  sheet(
    '3.2.1',
    'Emissione ruolo esattoriale contenete le ordinanze in fase emesse nel 2° semestre anno 2013 e nel 1° semestre anno 2014',
    '2',
    asks('operator-missing', min('2')),
  ),
  sheet(
    '3.2.1',
    'Emissione ordinanze in relazione ai verbali di accertamento anni precedenti',
    '200',
    asks('operator-missing', min('200')),
  ),
  sheet(
    '3.2.1',
    'Diffusione del contratto tipo in materia di B&B',
    '>=31/07/2016',
    asks('date-after', by('2016-07-31')),
  ),

  sheet(
    '3.2.2',
    "Affidabilità degli Organismi di controllo misurata dal n° di non conformità sollevate dall'ICQRF",
    '< =2',
    reads(max('2')),
  ),
  sheet(
    '3.2.2',
    "N.ro di domande depositate Brevetti e Marchi nell'anno 2016",
    '80',
    proposes('operator-from-name', min('80', number, sums)),
  ),
  sheet(
    '3.2.2',
    "N.ro seminari in materia di produzioni tipiche (compartecipazione nell'organizzazione)",
    '2',
    proposes('operator-from-name', min('2', number, sums)),
  ),
  // Requests at a desk are demand: thirty may be a goal or a forecast.
  sheet(
    '3.2.2',
    'N.ro di richieste a sportello di informazioni in materia di proprietà industriale',
    '30',
    asks('operator-missing', min('30')),
  ),
  sheet(
    '3.2.2',
    'Analisi fattibilità servizio in materia brevettuale con consulenti brevettuali (progetto UTC)',
    '>= 30/9/2016',
    asks('date-after', by('2016-09-30')),
  ),
  sheet(
    '3.2.2',
    'Evasione richieste di prelievo per certificazione DOC e IGT entro 7 gg dalla scadenza mensile secondo la nuova programmazione',
    '90%',
    proposes('operator-from-name', min('90', percent, level)),
  ),
  sheet(
    '3.2.2',
    'Aggiornamento dati ISTAT (indice del costo della vita) su sito entro 5gg dalla pubblicazione',
    '100%',
    proposes('operator-from-name', min('100', percent, level)),
  ),
];

/** An objective of the Segretario Generale; the text is what follows "Target:" or closes the line. */
const individual = (objective: string, name: string, text: string, expected: Expected): SeedRow => ({
  place: `5 Obiettivo ${objective}`,
  text,
  context: { name, year: EXERCISE },
  expected,
});

export const individualObjectives: readonly SeedRow[] = [
  individual(
    '1.1',
    'coordinamento attività e iniziative del programma “Carrara Città del marmo”. Definizione progetto esecutivo.',
    'entro 31 ottobre 2016;',
    reads(by('2016-10-31')),
  ),
  individual(
    '1.2',
    'a seguito dei risultati di cui al punto 1, stesura del programma di intervento alla Giunta Camerale.',
    'elaborazione report di stato di avanzamento dei lavori entro il 31/12/2016;',
    reads(by('2016-12-31', 'elaborazione report di stato di avanzamento dei lavori')),
  ),
  individual(
    '1.3',
    'Aumento complessivo delle entrate da contributi e trasferimenti soggetti terzi e proventi da gestione servizi rispetto al preventivo 2016 per ISR;',
    '',
    nothing('empty'),
  ),
  individual(
    '2.1',
    'Monitoraggio dei livelli di servizio.',
    'rispetto degli standard previsti dalla Carta dei servizi per almeno 85%.',
    proposes('words-around', min('85', percent, { what: 'rispetto degli standard previsti dalla Carta dei servizi' })),
  ),
  individual(
    '2.2',
    'Garantire miglioramento del benessere organizzativo.',
    'individuare azioni migliorative da porre in essere, almeno 2.',
    proposes('words-around', min('2', number, { what: 'individuare azioni migliorative da porre in essere' })),
  ),
  individual(
    '2.3',
    "Anticorruzione - Aggiornamento del sito internet – Sezione Trasparenza – per le parti da modificare nell'arco dell'anno",
    '100%;',
    proposes('operator-all', min('100', percent)),
  ),
  // Three four-monthly monitorings: the text has no comparison, but the name says it is work to do.
  individual(
    '2.4',
    'Anticorruzione - Monitoraggio quadrimestrale tempi dei procedimenti',
    'n. 3;',
    proposes('operator-from-name', min('3')),
  ),
  individual(
    '2.5',
    "Riduzione degli oneri di funzionamento (esclusi tasse, imposte e versamenti spending review) rispetto all'anno 2015",
    '',
    nothing('empty'),
  ),
  individual(
    '2.6',
    'Aumento complessivo delle entrate da contributi e trasferimenti e proventi da gestione servizi rispetto al consuntivo 2015',
    '',
    nothing('empty'),
  ),
  individual(
    '3.1',
    'realizzazione del programma approvato dal Consiglio/Giunta entro il 31/12/2016',
    '$\\geq 90\\%$ numero iniziative realizzate;',
    reads(min('90', percent, { what: 'numero iniziative realizzate' })),
  ),
  // The indicator is how much of the programme is carried out; the target is a ceiling on what it costs.
  individual(
    '3.2',
    'realizzazione del programma approvato dal Consiglio/Giunta entro il 31/12/2016',
    '$< 100\\%$ delle risorse stanziare per le iniziative realizzate;',
    asks('direction-against-name'),
  ),
  individual(
    '3.3',
    'monitoraggio quadrimestrale delle azioni di dettaglio previste dal Programma 3.1.3 della Relazione Previsionale e Programmatica 2016.',
    'elaborazione report conclusivo.',
    reads(done('elaborazione report conclusivo')),
  ),
];

/** Cells of the results columns that look like dates: what a spreadsheet makes of nothing. */
export const emptyDates: readonly SeedRow[] = ['00/01/1900', '00/01/00'].map((text) => ({
  place: '4.2 Cruscotto, Risultato 2016',
  text,
  context: { year: EXERCISE },
  expected: nothing('excel-zero'),
}));

export const seedTargets: readonly SeedRow[] = [...scorecard, ...sheets, ...individualObjectives, ...emptyDates];
