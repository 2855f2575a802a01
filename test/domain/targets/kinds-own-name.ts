import {
  asks,
  count,
  cut,
  days,
  type Expected,
  max,
  min,
  ofNamed,
  ofYear,
  percent,
  proposes,
  type Row,
  reads,
  rise,
} from './expected.js';

/* Words of a target that are the indicator's own: its title before a value, its noun after «nessun», its measure before a year. */
const named = (text: string, name: string, expected: Expected): Row => ({
  text,
  context: { year: 2024, name },
  expected,
});

/** Its own name before a value of its own unit is a label; the name of another act, or one beside a count, is not. */
export const labels: readonly Row[] = [
  named('Partecipazione ≥ 55%', 'Partecipazione ai corsi', reads(min('55', percent, { what: 'Partecipazione' }))),
  named('liquidazione entro 12 giorni', 'Liquidazione dei rimborsi', reads(max('12', days, { what: 'liquidazione' }))),
  named('Giacenza media ≤ 9 giorni', 'Giacenza media in ospedale', reads(max('9', days, { what: 'Giacenza media' }))),
  named(
    'Alienazione di almeno il 40% dei lotti',
    'Alienazione del patrimonio',
    reads(min('40', percent, { what: 'Alienazione dei lotti' })),
  ),
  named('di cui ≥ 55%', 'Partecipazione ai corsi', asks('not-understood', min('55', percent))),
  named('Partecipazione ≥ 55%', 'Corsi', proposes('words-around', min('55', percent, { what: 'Partecipazione' }))),
  named('sospensione ≤ 4 giorni', 'Sospensione', proposes('words-around', max('4', days, { what: 'sospensione' }))),
  named('Adozione del piano, almeno 5 sedute', 'Adozione del piano', asks('several-targets')),
  named('Adozione del piano almeno 5 sedute', 'Adozione del piano', asks('several-targets')),
];

/** Counted by its own name, none is none; beside another name, or of a change, it is shown to somebody first. */
export const noneByName: readonly Row[] = [
  named('nessun esposto', 'Esposti ricevuti', reads(max('0', count('esposto')))),
  named('nessuna sanzione definitiva', 'Sanzioni a carico', reads(max('0', count('sanzione definitiva')))),
  named('nessuna diffida accolta', 'Diffide', asks('operator-missing', max('0', count('diffida accolta')))),
  named(
    'nessuna multa entro il 30/06',
    'Multe a carico dell’ente',
    reads(max('0', count('multa'), { by: '2024-06-30' })),
  ),
  named('nessun esposto', 'Cura del verde', proposes('operator-none', max('0', count('esposto')))),
  named('0 esposti', 'Esposti ricevuti', proposes('operator-none', max('0', count('esposti')))),
  named('nessun seminario', 'Seminari tenuti', asks('operator-missing', max('0', count('seminario')))),
  named('nessun ritardo', 'Ritardo medio', proposes('operator-from-trouble', max('0', count('ritardo')))),
  named('nessun errore', 'Tasso di errore', proposes('operator-from-trouble', max('0', count('errore')))),
  named('nessuna', 'Reclami', proposes('operator-from-name', max('0'))),
  named('nessun calo', 'Cali di utenza', proposes('operator-none', max('0', count('calo')))),
];

/** A base called by the measure itself is its value of that year; another figure of that year is a base by its own name. */
export const ownBases: readonly Row[] = [
  named('riduzione del 4% rispetto alla spesa 2022', 'Spesa per toner', reads(cut('-4', ofYear(2022)))),
  named('+6% rispetto agli iscritti del 2023', 'Iscritti ai corsi', reads(rise('6', ofYear(2023)))),
  named('+6% rispetto al numero di iscritti 2023', 'Iscritti ai corsi', reads(rise('6', ofYear(2023)))),
  named('+6% rispetto ai voti degli iscritti 2023', 'Iscritti', reads(rise('6', ofNamed('voti degli iscritti 2023')))),
  named('+6% rispetto agli iscritti dell’anno precedente', 'Iscritti ai corsi', reads(rise('6', ofYear(2023)))),
  named(
    'riduzione del 4% rispetto alla spesa per gas 2022',
    'Spesa per toner',
    reads(cut('-4', ofNamed('spesa per gas 2022'))),
  ),
  named(
    'riduzione del 4% rispetto al preventivo 2022',
    'Preventivo di spesa',
    reads(cut('-4', ofNamed('preventivo 2022'))),
  ),
];
