import type { CivilDate } from '../../src/domain/calendar/types.js';
import { serialOf } from '../../src/sheets/excel-dates.js';
import { cellName } from '../../src/sheets/grid.js';
import { ods, odsFile } from './open-document.js';
import { number, ooxml, packed, typed } from './workbooks.js';

/** A cell of a test's workbook: a text, a number, a percentage, a day, or nothing. */
export type Value = string | number | { readonly percent: string } | { readonly day: CivilDate } | undefined;

/** By which a workbook is told from any other archive. */
const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;

/** A workbook of one sheet as Excel saves it, with cells united as said. */
export function workbook(rows: readonly (readonly Value[])[], merged: readonly string[] = []): Buffer {
  const cells = (row: readonly Value[], i: number): string =>
    row
      .map((value, column) => {
        const place = cellName(column, i + 1);
        if (value === undefined || value === '') return '';
        if (typeof value === 'string') return typed(place, value);
        if (typeof value === 'number') return number(place, String(value));
        if ('percent' in value) return number(place, value.percent, 'data-percent');
        return number(place, String(serialOf(value.day)), 'data-day');
      })
      .join('');
  const parts = ooxml(rows.map((row, i) => `<row r="${i + 1}">${cells(row, i)}</row>`).join(''));
  const refs = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  const sheet = parts['xl/sheet.xml'] ?? '';
  return packed({
    '[Content_Types].xml': CONTENT_TYPES,
    ...parts,
    'xl/sheet.xml': sheet.replace('</worksheet>', `<mergeCells>${refs}</mergeCells></worksheet>`),
  });
}

/** A PEG of a Comune: a title, headings over two rows, objectives in united cells, percentages and days, totals and notes. */
export const peg = (): Buffer =>
  workbook(
    [
      ['COMUNE DI BORGO – PIANO ESECUTIVO DI GESTIONE 2026'],
      [],
      ['Missione', 'Obiettivo operativo', 'Indicatore', 'U.M.', 'Peso', 'Settore', 'Target', undefined, 'Note'],
      [undefined, undefined, undefined, undefined, undefined, undefined, 2026, 2027],
      [
        '01.07',
        'Anagrafe più vicina',
        'Carte d’identità rilasciate in 5 giorni',
        '%',
        30,
        'Demografici',
        { percent: '0.9' },
        { percent: '0.95' },
      ],
      [
        undefined,
        undefined,
        'Sportello attivo',
        'data',
        20,
        undefined,
        { day: '2026-06-30' },
        undefined,
        'con il nuovo gestionale',
      ],
      ['Totale', undefined, undefined, undefined, 50],
      ['10.05', 'Strade sicure', 'Segnalazioni chiuse', 'n.', 50, 'Lavori pubblici', 400, 420],
      ['TOTALE GENERALE', undefined, undefined, undefined, 100, undefined, 400],
      ['Nota: i target 2027 sono indicativi'],
      ['Il Segretario generale'],
    ],
    ['A1:I1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:E4', 'F3:F4', 'G3:H3', 'A5:A6', 'B5:B6', 'F5:F6'],
  );

/** Of a university, in LibreOffice: objectives with a number, weights over several rows, a column of results. */
export const university = (): Buffer => {
  const spanned = (text: string, rows: number): string =>
    ods.text(text).replace('<table:table-cell ', `<table:table-cell table:number-rows-spanned="${rows}" `);
  const covered = '<table:covered-table-cell/>';
  return odsFile([
    ods.table('Obiettivi', [
      ods.row(
        [
          'Obiettivo strategico',
          'Azione',
          'Peso',
          'Indicatori di performance',
          'Baseline 2025',
          'Valore atteso 2026',
          'Struttura responsabile',
        ].map(ods.text),
      ),
      ods.row([
        spanned('1.1 Didattica', 2),
        spanned('1.1.1 Tutorato', 2),
        spanned('40', 2),
        ods.text('Studenti seguiti'),
        ods.number('110'),
        ods.text('almeno 120'),
        ods.text('Area Didattica'),
      ]),
      ods.row([
        covered,
        covered,
        covered,
        ods.text('Ore di tutorato'),
        ods.number('900'),
        ods.text('≥ 1.000 ore'),
        ods.text('Area Didattica'),
      ]),
      ods.row([
        ods.text('1.2 Ricerca'),
        ods.text('1.2.1 Bandi'),
        ods.text('60'),
        ods.text('Progetti presentati'),
        ods.number('14'),
        ods.number('18'),
        ods.text('Ufficio Ricerca'),
      ]),
    ]),
    ods.table('Istruzioni', [ods.row([ods.text('Compilare una riga per indicatore')])]),
  ]);
};

/** Of a health trust, a CSV between semicolons as Excel saves it, the year in no heading, titles of groups in rows of their own. */
export const health = (): Buffer =>
  Buffer.from(
    [
      'AZIENDA SANITARIA;;;',
      'KPI;Peso %;Target;Centro di responsabilità',
      '1.1 Liste di attesa;;;',
      '1.1.1 Visite;;;',
      'Visite entro i tempi;12,5;almeno il 90%;CUP',
      'Totale visite erogate;12,5;almeno 30.000;CUP',
      '1.1.2 Interventi;;;',
      'Interventi programmati;75;+3% rispetto al 2025;Chirurgia',
      ';100;;',
      '(*) dati del flusso SDO;;;',
    ].join('\r\n'),
    'latin1',
  );

/** Of an agency, a workbook with the words of a ministry: perspectives, areas, the heading again on the second page. */
export const agency = (): Buffer => {
  const head = [
    'Prospettiva',
    'Area strategica',
    'Obiettivo specifico',
    'Indicatore di risultato',
    'Formula di calcolo',
    'Valore target 2026',
    'Valore target 2027',
    'Peso',
    'Unità organizzativa',
  ];
  return workbook([
    head,
    [
      'Utenti',
      'Servizi digitali',
      'Portale',
      'Pratiche on line',
      'on line / totale',
      { percent: '0.8' },
      { percent: '0.85' },
      { percent: '0.25' },
      'Sistemi',
    ],
    [
      'Utenti',
      'Servizi digitali',
      'Portale',
      'Soddisfazione',
      'media',
      '≥ 4 su 5',
      '≥ 4,2 su 5',
      { percent: '0.25' },
      'Sistemi',
    ],
    head,
    [
      'Processi',
      'Risorse',
      'Pagamenti',
      'Tempo medio dei pagamenti',
      'indicatore annuale',
      'non più di 25 giorni',
      'non più di 25 giorni',
      { percent: '0.5' },
      'Bilancio',
    ],
  ]);
};

/** Of a small order, pasted from a document: tabs, a unit beside the number, *idem* for what is above. */
export const order = [
  'Obiettivo\tIndicatore\tUnità di misura\tTarget 2026\tResponsabile',
  'Albo aggiornato\tIscrizioni lavorate\tgiorni\t<= 30\tSegreteria',
  'idem\tVerifiche a campione\tn\t50\tidem',
  'Formazione\tEventi accreditati\tn\t12\tFormazione continua',
].join('\n');

/**
 * A *piano dettagliato degli obiettivi* of twenty-five indicators as a Comune's own office keeps it: five objectives in united cells,
 * targets written in ten ways, offices not as the organisation calls them, sums and a note below.
 */
export const borough = (): Buffer => {
  const [desk, works] = ['Servizi al pubblico', 'Lavori pubblici e manutenzioni'];
  const goals: readonly (readonly [string, string, readonly (readonly [string, string, Value])[]])[] = [
    [
      'Servizi demografici vicini',
      desk,
      [
        ['Carte d’identità rilasciate entro 5 giorni', '%', { percent: '0.95' }],
        ['Sportello su appuntamento attivo', 'data', { day: '2027-03-31' }],
        ['Certificati on line', 'n.', 'almeno 1.200'],
        ['Tempo medio di attesa allo sportello', 'minuti', 'non oltre 15 minuti'],
        ['Indagine di gradimento svolta', 'sì/no', 'SI'],
      ],
    ],
    [
      'Tributi equi e riscossi',
      desk,
      [
        ['Avvisi di accertamento emessi', 'n.', '≥ 350'],
        ['Riscossione in conto competenza', '%', '>= 85%'],
        ['Istanze di rimborso evase entro 60 giorni', '%', { percent: '0.9' }],
        ['Regolamento entrate aggiornato', 'data', 'entro il 30/06/2027'],
        ['Contenzioso vinto', '%', 'almeno il 60%'],
      ],
    ],
    [
      'Strade e scuole sicure',
      works,
      [
        ['Segnalazioni di buche chiuse entro 10 giorni', '%', { percent: '0.8' }],
        ['Metri di marciapiede rifatti', 'm', 'almeno 2.500'],
        ['Edifici scolastici verificati', 'n.', 6],
        ['Collaudo della palestra', 'data', { day: '2027-09-30' }],
        ['Interventi di manutenzione', 'n.', 'almeno 240'],
      ],
    ],
    [
      'Appalti nei tempi',
      works,
      [
        ['Gare bandite entro i termini del programma', '%', '100%'],
        ['Giorni medi per l’aggiudicazione', 'giorni', 'massimo 60 giorni'],
        ['Fatture pagate entro 30 giorni', '%', 'almeno 98%'],
        ['Opere PNRR rendicontate', 'n.', 4],
        ['Elenco degli operatori aggiornato', 'data', 'entro il 31/12/2027'],
      ],
    ],
    [
      'Un Comune trasparente e digitale',
      'Serv. al pubblico',
      [
        ['Servizi con accesso SPID o CIE', 'n.', 'almeno 18'],
        ['Sezioni di Amministrazione trasparente aggiornate', '%', '100%'],
        ['Richieste di accesso evase entro 30 giorni', '%', { percent: '1' }],
        ['Personale formato', '%', 'almeno 70%'],
        ['Reclami', 'n.', 'non più di 40'],
      ],
    ],
  ];
  const rows = goals.flatMap(([goal, office, indicators]) =>
    indicators.map(([name, unit, target], i): readonly Value[] => [
      i === 0 ? goal : undefined,
      name,
      unit,
      20,
      i === 0 ? office : undefined,
      target,
      i === 1 ? 'si veda la scheda' : undefined,
    ]),
  );
  const united = goals.flatMap((_, i) => [`A${5 + i * 5}:A${9 + i * 5}`, `E${5 + i * 5}:E${9 + i * 5}`]);
  return workbook(
    [
      ['COMUNE DI VALFIORITA'],
      ['Piano dettagliato degli obiettivi – esercizio 2027'],
      [],
      ['Obiettivo', 'Indicatore', 'U.M.', 'Peso %', 'Settore', 'Target 2027', 'Note'],
      ...rows,
      ['Totale', undefined, undefined, 500],
      ['* i pesi sommano a 100 per ogni obiettivo'],
    ],
    ['A1:G1', 'A2:G2', ...united],
  );
};
