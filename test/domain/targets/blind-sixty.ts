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
  ofNamed,
  ofYear,
  outOf,
  over,
  percent,
  proposes,
  type Row,
  reads,
  rise,
  throughout,
  under,
  within,
} from './expected.js';

/**
 * Sixty targets as ministries, regions, municipalities, universities and health authorities write them, each with the
 * reading a person gives it. They were written in one go from knowledge of such documents, before being run once
 * against a parser not tuned for them. Now they guard against going back.
 */
const of = (name: string, year: number, text: string, expected: Expected): Row => ({
  text,
  context: { name, year },
  expected,
});

export const blindSixty: readonly Row[] = [
  // Ministries and agencies
  of('Indicatore di tempestività dei pagamenti', 2023, '<= 0', proposes('unit-from-name', max('0', days))),
  of('Indicatore annuale di tempestività dei pagamenti', 2023, '≤ -3 gg', reads(max('-3', days))),
  of(
    'Tempo medio di conclusione dei procedimenti disciplinari',
    2022,
    'meno di 90 giorni',
    reads(under('90', days, { accumulation: 'level' })),
  ),
  of(
    'Percentuale di decreti emanati nei termini',
    2021,
    '≥ 85,00%',
    reads(min('85', percent, { accumulation: 'level' })),
  ),
  of('Trasmissione della relazione al Parlamento', 2022, 'Entro il 15 novembre', reads(by('2022-11-15'))),
  of(
    'Adozione del decreto di riparto',
    2023,
    "entro 60 giorni dall'entrata in vigore della legge",
    reads(within(60, 'days', 'entrata in vigore della legge')),
  ),
  of(
    'Stato di attuazione del programma',
    2023,
    '100% delle milestone previste',
    proposes('operator-from-name', min('100', percent, { what: 'milestone previste' })),
  ),
  of('Milestone e target PNRR conseguiti', 2023, '3 su 4', asks('score-scale')),
  of('Attuazione della direttiva', 2020, 'Sì (entro il 31/12)', reads(by('2020-12-31', 'Sì'))),
  of('Predisposizione dello schema di regolamento', 2019, 'ON', reads(done())),

  // Regions and provinces
  of(
    'Capacità di impegno dei fondi strutturali',
    2018,
    '>= 70% delle risorse assegnate',
    reads(min('70', percent, { what: 'risorse assegnate' })),
  ),
  of('Certificazione della spesa FESR', 2018, '€ 120 mln', proposes('operator-from-name', min('120000000', euro))),
  of('Certificazione della spesa FESR', 2018, 'almeno 120 mln di euro', reads(min('120000000', euro))),
  of('Numero di imprese finanziate', 2019, 'non meno di 1.250', reads(min('1250'))),
  of(
    'Residui attivi',
    2020,
    'riduzione di almeno il 10% rispetto al 31/12/2019',
    reads(cut('-10', ofNamed('31/12/2019'))),
  ),
  of('Spesa per fitti passivi', 2021, '-3% rispetto alla spesa 2020', reads(cut('-3', ofYear(2020)))),
  of(
    'Valutazione degli utenti del portale',
    2022,
    '≥ 3,5 (scala 1-5)',
    reads(min('3.5', outOf('5'), { accumulation: 'level' })),
  ),
  of('Giudizio medio degli utenti', 2022, 'almeno 4 su 5', reads(min('4', outOf('5'), { accumulation: 'level' }))),
  of('Sedute della Conferenza di coordinamento', 2022, 'almeno una seduta al trimestre', asks('periodic')),
  of('Monitoraggio degli obiettivi', 2022, '2 (30/06 e 31/12)', asks('several-targets')),

  // Municipalities
  of(
    'Rilascio carte di identità elettroniche',
    2019,
    'entro 3 gg lavorativi dalla richiesta',
    reads(within(3, 'working-days', 'richiesta')),
  ),
  of('Recupero evasione IMU', 2021, '≥ 350.000,00 €', reads(min('350000', euro))),
  of('Recupero evasione tributaria', 2021, '1,2 milioni', proposes('operator-from-name', min('1200000'))),
  of('Raccolta differenziata', 2022, '> 65%', reads(over('65', percent))),
  of(
    'Numero di accertamenti notificati',
    2020,
    '500 accertamenti',
    proposes('operator-from-noun', min('500', count('accertamenti'))),
  ),
  of('Manutenzione strade comunali', 2020, 'min. 15 interventi', reads(min('15', count('interventi')))),
  of('Pattugliamenti serali della polizia locale', 2022, '120', asks('operator-missing')),
  of('Nido comunale: lista di attesa', 2021, 'max. 10 bambini', reads(max('10', count('bambini')))),
  of('Apertura al pubblico della biblioteca', 2019, '36 ore settimanali', asks('operator-missing')),
  of(
    'Digitalizzazione pratiche edilizie',
    2023,
    '100% entro il 30.06.2023',
    proposes('operator-from-name', min('100', percent, { by: '2023-06-30' })),
  ),
  of('Approvazione del bilancio di previsione', 2023, 'Entro il 31 dicembre 2022', reads(by('2022-12-31'))),
  of('Approvazione bilancio consolidato', 2022, 'entro 30 settembre', reads(by('2022-09-30'))),

  // Universities and schools
  of('Proporzione di laureati in corso', 2022, '≥ media nazionale', asks('not-understood')),
  of('Tasso di abbandono al primo anno', 2022, '≤ 12,5%', reads(max('12.5', percent))),
  of(
    'Iscritti alle lauree magistrali',
    2023,
    '+3% rispetto all’a.a. 2021/2022',
    reads(rise('3', ofNamed('a.a. 2021/2022'))),
  ),
  of(
    'Customer satisfaction servizi bibliotecari',
    2021,
    '>=4,2/6',
    reads(min('4.2', outOf('6'), { accumulation: 'level' })),
  ),
  of(
    'Soddisfazione degli studenti per i servizi di segreteria',
    2021,
    '7,5 su 10',
    proposes('operator-from-name', min('7.5', outOf('10'), { accumulation: 'level' })),
  ),
  of(
    'Accordi internazionali attivi',
    2020,
    'mantenimento dei valori dell’anno precedente',
    proposes('direction-from-name', rise('0', ofYear(2019))),
  ),
  of('Corsi di dottorato', 2021, 'almeno pari al 2020', reads(rise('0', ofYear(2020)))),
  of('Open badge rilasciati', 2023, 'tra 200 e 250', reads(between('200', '250'))),

  // Health authorities
  of(
    'Tempi di attesa per prestazioni in classe B',
    2019,
    '≥ 90% entro 10 giorni',
    reads(min('90', percent, { what: 'entro 10 giorni' })),
  ),
  of('Copertura vaccinale antinfluenzale over 65', 2018, '75%', proposes('operator-from-name', min('75', percent))),
  of('Copertura vaccinale MPR', 2018, '>95%', reads(over('95', percent))),
  of('Percentuale di parti cesarei primari', 2018, '<= 20%', reads(max('20', percent, { accumulation: 'level' }))),
  of(
    'Interventi per frattura di femore',
    2018,
    '≥ 60% entro 48 ore dal ricovero',
    reads(min('60', percent, { what: 'entro 48 ore dal ricovero' })),
  ),
  of('Spesa farmaceutica convenzionata', 2019, '≤ 7,96% del FSR', reads(max('7.96', percent, { what: 'FSR' }))),
  of('Degenza media pre-operatoria', 2019, 'inferiore a 1,5 giorni', reads(under('1.5', days))),
  of('Intervallo Allarme-Target dei mezzi di soccorso', 2020, '< 18 minuti', reads(under('18', count('minuti')))),
  of('Cadute dei pazienti', 2021, 'riduzione', asks('baseline-unknown')),

  // PIAO and cross-cutting
  of('Ore di formazione pro capite', 2023, '≥ 24 h', reads(min('24', hours))),
  of('Formazione del personale', 2023, 'almeno 24 ore annue per dipendente', asks('not-understood')),
  of('Dipendenti in lavoro agile', 2023, 'non oltre il 15%', reads(max('15', percent))),
  of('Aggiornamento del Registro degli accessi', 2022, 'semestrale', asks('periodic', min('2'))),
  of('Pubblicazione dati in Amministrazione trasparente', 2022, 'entro i termini di legge', asks('deadline-elsewhere')),
  of('Attestazione OIV sugli obblighi di trasparenza', 2022, 'prima del 31/05/2022', reads(before('2022-05-31'))),
  of(
    'Adesione ad accordi quadro Consip',
    2021,
    'n. 2 adesioni',
    proposes('operator-from-noun', min('2', count('adesioni'))),
  ),
  of(
    'Durata del servizio di help desk',
    2021,
    'dal 01/01/2021 al 31/12/2021',
    reads(throughout('2021-01-01', '2021-12-31')),
  ),
  of('Completamento dell’inventario', 2021, 'Entro sei mesi', reads(max('6', months))),
  of('Rispetto del cronoprogramma', 2022, 'come da cronoprogramma', asks('stated-elsewhere')),
  of(
    'Indicatore di ritardo annuale dei pagamenti',
    2023,
    'zero giorni',
    proposes('operator-from-name', max('0', days)),
  ),
];
