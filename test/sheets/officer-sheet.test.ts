import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { readOfficerSheet, writeOfficerSheet } from '../../src/sheets/officer-sheet.js';
import { BY_DATE, COUNT, form, PERCENT, RATIO, ROWS, row } from './forms.js';
import { filled, number, packed, partsOf, said, typed } from './workbooks.js';

const CURRENT = { evidence: [], officer: 'anna', at: '2016-05-03T08:00:00Z' } as const;

describe('the data sheet of an officer', () => {
  it('is the same bytes whenever it is written', () => {
    expect(writeOfficerSheet(form()).equals(writeOfficerSheet(form()))).toBe(true);
  });

  it('shows another reader its titles and what is asked', async () => {
    const rows = await readSheet(writeOfficerSheet(form()));
    expect(rows[5]?.slice(0, 11)).toEqual([
      'Codice',
      'Indicatore',
      'Unità di misura',
      'Target approvato',
      'Come si legge',
      'Ultimo valore',
      'Valore',
      'Numeratore',
      'Denominatore',
      'Non rilevabile: motivo',
      'Nota',
    ]);
    expect(rows[6]?.slice(0, 5)).toEqual([
      '1.1.1-01',
      'Indicatore 1.1.1-01',
      '%',
      'almeno 80%: più è alto, meglio è',
      'almeno 80%: più è alto, meglio è',
    ]);
    expect(rows).toHaveLength(6 + ROWS.length);
  });

  it('sent back as it was says nothing', async () => {
    expect(await said(writeOfficerSheet(form()))).toEqual({
      values: {},
      errors: [],
      unanswered: ROWS.map((r) => r.code),
    });
  });

  it('holds the values there are, and gives them back', async () => {
    const of = form([
      { ...PERCENT, current: { ...CURRENT, actual: { kind: 'number', value: '82.125' } } },
      {
        ...RATIO,
        current: { ...CURRENT, actual: { kind: 'ratio', numerator: '17', denominator: '20' }, note: '=1+1' },
      },
      { ...BY_DATE, proposed: { actual: { kind: 'date', on: '2016-03-31' }, source: 's', at: '2016-05-03T08:00:00Z' } },
      { ...COUNT, current: { ...CURRENT, actual: { kind: 'not-assessable', reason: 'banca dati ferma' } } },
    ]);
    expect(await said(writeOfficerSheet(of), of)).toEqual({
      values: {
        [PERCENT.code]: { kind: 'number', value: '82.125' },
        [RATIO.code]: { kind: 'ratio', numerator: '17', denominator: '20' },
        [BY_DATE.code]: { kind: 'date', on: '2016-03-31' },
        [COUNT.code]: { kind: 'not-assessable', reason: 'banca dati ferma' },
      },
      errors: [],
      unanswered: [],
    });
  });

  it('keeps what looks like a formula as the text it is, both ways', async () => {
    const evil = "=cmd|'/C calc'!A0";
    const of = form([
      { ...COUNT, name: evil, current: { ...CURRENT, actual: { kind: 'number', value: '3' }, note: evil } },
    ]);
    const bytes = writeOfficerSheet(of);
    const sheet = (await partsOf(bytes))['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain(`t="inlineStr"><is><t xml:space="preserve">${evil}</t>`);
    const read = await readOfficerSheet(bytes, of);
    expect(read.ok && read.value.answers[0]?.note).toBe(evil);
  });
});

describe('a cell is read', () => {
  it.each([
    [
      'a percentage as Excel keeps it',
      'G7',
      number('G7', '0.82', 'entry-percent'),
      '1.1.1-01',
      { kind: 'number', value: '82' },
    ],
    [
      'the noise of a computation left out',
      'G7',
      number('G7', '0.80952380952380953', 'entry-percent'),
      '1.1.1-01',
      { kind: 'number', value: '80.9523809524' },
    ],
    ['a percentage as a plain number', 'G7', number('G7', '82.5'), '1.1.1-01', { kind: 'number', value: '82.5' }],
    ['a percentage as text', 'G7', typed('G7', '82,5 %'), '1.1.1-01', { kind: 'number', value: '82.5' }],
    ['three decimals', 'G9', number('G9', '1.234', 'entry-euro'), '1.1.1-03', { kind: 'number', value: '1.234' }],
    ['a number with an exponent', 'G9', number('G9', '1.5E6'), '1.1.1-03', { kind: 'number', value: '1500000' }],
    [
      'a day as Excel keeps it',
      'G10',
      number('G10', '42551', 'entry-date'),
      '1.1.1-04',
      { kind: 'date', on: '2016-06-30' },
    ],
    [
      'a day with its hour',
      'G10',
      number('G10', '42551.75', 'entry-date'),
      '1.1.1-04',
      { kind: 'date', on: '2016-06-30' },
    ],
    ['a day as text', 'G10', typed('G10', '30/06/2016'), '1.1.1-04', { kind: 'date', on: '2016-06-30' }],
    ['a checked box', 'G11', '<c r="G11" t="b"><v>1</v></c>', '1.1.1-05', { kind: 'yes-no', value: true }],
    [
      'the result of a formula',
      'G8',
      '<c r="G8"><f>SUM(A1:A9)</f><v>27</v></c>',
      '1.1.1-02',
      { kind: 'number', value: '27' },
    ],
    [
      'the text of a formula',
      'G11',
      '<c r="G11" t="str"><f>IF(1,"no")</f><v>no</v></c>',
      '1.1.1-05',
      { kind: 'yes-no', value: false },
    ],
    [
      'a percentage where nobody confirmed a reading',
      'G13',
      number('G13', '0.5', 'entry-percent'),
      '1.1.1-07',
      { kind: 'number', value: '50' },
    ],
  ] as const)('%s', async (_, place, cell, code, actual) => {
    expect(await said(await filled({ [place]: cell }))).toMatchObject({ values: { [code]: actual }, errors: [] });
  });

  it('a fraction from its two cells, and a reason from its own', async () => {
    const bytes = await filled({
      H12: number('H12', '1234.567'),
      I12: number('I12', '2000'),
      J8: typed('J8', 'banca dati ferma'),
    });
    expect(await said(bytes)).toMatchObject({
      values: {
        '1.1.1-06': { kind: 'ratio', numerator: '1234.567', denominator: '2000' },
        '1.1.1-02': { kind: 'not-assessable', reason: 'banca dati ferma' },
      },
      errors: [],
    });
  });
});

describe('every bad cell is named, and the good ones are there', () => {
  it.each([
    [
      'words',
      'G7',
      typed('G7', 'abc'),
      'riga 7, colonna «Valore» (G7): «abc» non va bene: qui serve una percentuale, per esempio 82,5',
    ],
    [
      'a share without its sign',
      'G7',
      number('G7', '0.82'),
      'riga 7, colonna «Valore» (G7): «0,82» si può leggere in due modi',
    ],
    [
      'a one that is one or a hundred',
      'G7',
      number('G7', '1'),
      '«1» in una cella senza il segno % si può leggere 1% o 100%',
    ],
    [
      'a percentage of meetings',
      'G8',
      number('G8', '0.25', 'entry-percent'),
      '(G8): «25%» è in un’altra unità di misura',
    ],
    ['half a meeting', 'G8', number('G8', '2.5'), '(G8): «2,5»: un numero di incontri deve essere intero'],
    ['a day for meetings', 'G8', number('G8', '42551', 'entry-date'), '(G8): «30/06/2016»: il target chiede un numero'],
    [
      'the zero of an empty date',
      'G10',
      number('G10', '0', 'entry-date'),
      '(G10): «0»: il numero è formattato come data ma non indica un giorno',
    ],
    ['a number for a day', 'G10', number('G10', '42551'), '(G10): «42.551»: il target chiede la data'],
    [
      'a division by zero',
      'G8',
      '<c r="G8" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '(G8): «#DIV/0!»: la cella contiene un errore di calcolo',
    ],
    ['a formula nobody computed', 'G8', '<c r="G8"><f>1+1</f></c>', '(G8): la formula non ha un risultato'],
    ['half a fraction', 'H12', number('H12', '3'), 'riga 12, colonna «Denominatore» (I12): manca il denominatore'],
    ['a fraction of nothing', 'I12', number('I12', '0'), 'manca il numeratore'],
    [
      'a note alone',
      'K8',
      typed('K8', 'vedi allegato'),
      'riga 8, colonna «Valore» (G8): c’è una nota ma manca il valore',
    ],
  ] as const)('%s', async (_, place, cell, message) => {
    const found = await said(await filled({ [place]: cell, G14: number('G14', '4') }));
    expect(found).toMatchObject({ values: { '1.1.1-08': { kind: 'number', value: '4' } } });
    expect(found.errors).toHaveLength(1);
    expect(found.errors?.[0]).toContain(message);
  });

  it('all of them at once', async () => {
    const found = await said(
      await filled({
        G7: typed('G7', 'abc'),
        G8: typed('G8', '-3'),
        G10: typed('G10', 'presto'),
        G11: typed('G11', 'forse'),
      }),
    );
    expect(found.errors).toHaveLength(4);
    expect(found.values).toEqual({});
  });

  it('a code that is not of the form, a line without one, and a code written twice', async () => {
    const bytes = await filled({
      A7: typed('A7', '9.9.9-01'),
      G7: number('G7', '3'),
      A8: '',
      G8: number('G8', '3'),
      A10: typed('A10', '1.1.1-03'),
      G9: number('G9', '10'),
      G10: number('G10', '11'),
    });
    expect(await said(bytes)).toEqual({
      values: {},
      errors: [
        'riga 7, colonna «Codice» (A7): il codice «9.9.9-01» non è fra gli indicatori di questo modulo',
        'riga 8, colonna «Codice» (A8): manca il codice dell’indicatore',
        'riga 10, colonna «Codice» (A10): il codice «1.1.1-03» è già alla riga 9: lasciarne una sola',
      ],
      unanswered: ROWS.map((r) => r.code),
    });
  });
});

describe('a sheet of something else is refused by name', () => {
  it.each([
    [
      'another checkpoint',
      { checkpoint: 'monitoraggio-agosto', title: 'Monitoraggio al 31 agosto' },
      'il foglio è di «Monitoraggio al 31 agosto, ccms/2016», questo modulo è di «Monitoraggio al 30 aprile, ccms/2016»',
    ],
    ['another year', { cycle: 'ccms/2015' }, 'il foglio è di «Monitoraggio al 30 aprile, ccms/2015»'],
    [
      'another officer',
      { person: { id: 'bruno', name: 'Bruno Prova' } },
      'il foglio è intestato a Bruno Prova, questo modulo a Anna Prova',
    ],
    ['another plan', { planHash: 'f'.repeat(64) }, 'gli indicatori sono cambiati'],
  ])('%s', async (_, other, message) => {
    expect((await said(writeOfficerSheet(form(ROWS, other)))).refused).toContain(message);
  });

  it('but that of the absent officer one stands in for is taken', async () => {
    const of = form(ROWS, { actingFor: [{ id: 'bruno', name: 'Bruno Prova' }] });
    const theirs = writeOfficerSheet(form(ROWS, { person: { id: 'bruno', name: 'Bruno Prova' } }));
    expect((await said(theirs, of)).refused).toBeUndefined();
  });

  it('and one whose key was cut away is not', async () => {
    expect((await said(await filled({ A5: '' }))).refused).toContain('il foglio non ha la sua chiave');
  });

  it('and one without its titles, or with one twice, is not', async () => {
    expect((await said(await filled({ G6: typed('G6', 'Altro') }))).refused).toContain(
      'manca la riga con le intestazioni',
    );
    expect((await said(await filled({ K6: typed('K6', 'valore ') }))).refused).toContain(
      'la colonna «Valore» compare due volte',
    );
  });
});

describe('programs save the same sheet in their own ways', () => {
  it('columns may be added and moved', async () => {
    const bytes = await filled({
      K6: typed('K6', 'Appunti miei'),
      K7: typed('K7', 'da rivedere'),
      B6: typed('B6', 'Nota'),
      B7: typed('B7', 'fonte: Infoweb'),
      G7: number('G7', '81'),
    });
    const read = await readOfficerSheet(bytes, form());
    expect(read.ok && read.value.answers[0]).toMatchObject({ code: '1.1.1-01', note: 'fonte: Infoweb' });
  });

  it('with prefixed names, shared strings, absolute paths, rich text and days since 1904', async () => {
    const key = 'Chiave del foglio (non modificare): M | Anna | ccms/2016 | monitoraggio-aprile | anna | abcdef012345';
    const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const bytes = packed({
      'xl/workbook.xml': `<?xml version="1.0"?><x:workbook ${main} xmlns:r="${relations}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Nascosto" sheetId="2" state="hidden" r:id="rId9"/><x:sheet name="Dati" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="/xl/worksheets/foglio.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': `<x:styleSheet ${main}><x:numFmts><x:numFmt numFmtId="170" formatCode="[$-410]d\\ mmmm\\ yyyy;@"/><x:numFmt numFmtId="171" formatCode="0.0%"/></x:numFmts><x:cellStyleXfs><x:xf numFmtId="9"/></x:cellStyleXfs><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="170"/><x:xf numFmtId="171"/></x:cellXfs></x:styleSheet>`,
      'xl/sharedStrings.xml': `<x:sst ${main}><x:si><x:t>${key}</x:t></x:si><x:si><x:t>Codice</x:t></x:si><x:si><x:r><x:t>Val</x:t></x:r><x:r><x:t>ore</x:t></x:r><x:rPh><x:t>guida</x:t></x:rPh></x:si><x:si><x:t>1.1.1-04</x:t></x:si><x:si><x:t>1.1.1-01</x:t></x:si></x:sst>`,
      'xl/worksheets/foglio.xml': `<x:worksheet ${main}><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="4"><x:c t="s"><x:v>1</x:v></x:c><x:c t="s"><x:v>2</x:v></x:c></x:row><x:row><x:c t="s"><x:v>3</x:v></x:c><x:c s="1"><x:v>41089</x:v></x:c></x:row><x:row><x:c t="s"><x:v>4</x:v></x:c><x:c s="2"><x:v>0.825</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(await said(bytes)).toMatchObject({
      values: { '1.1.1-04': { kind: 'date', on: '2016-06-30' }, '1.1.1-01': { kind: 'number', value: '82.5' } },
      errors: [],
    });
  });

  it.each([
    [
      'as an Italian Excel saves it',
      Buffer.from(
        'Codice;Indicatore;Valore;Nota\r\n1.1.1-01;Qualità;82,50%;perché sì\r\n1.1.1-04;x;30/06/2016;\r\n',
        'latin1',
      ),
    ],
    [
      'in UTF-8 with commas',
      Buffer.from(
        '\uFEFFCodice,Indicatore,Valore,Nota\n1.1.1-01,"Qualità","82,50%",perché sì\n1.1.1-04,x,30/06/2016,\n',
      ),
    ],
    [
      'with tabs',
      Buffer.from(
        'Codice\tIndicatore\tValore\tNota\n1.1.1-01\tQualità\t82,50%\tperché sì\n1.1.1-04\tx\t30/06/2016\t\n',
      ),
    ],
  ])('a CSV %s', async (_, bytes) => {
    const read = await readOfficerSheet(bytes, form());
    expect(read.ok && read.value.answers).toMatchObject([
      { code: '1.1.1-01', row: 2, actual: { kind: 'number', value: '82.5' }, note: 'perché sì' },
      { code: '1.1.1-04', row: 3, actual: { kind: 'date', on: '2016-06-30' } },
    ]);
  });

  it('a CSV names its bad cells as a spreadsheet would, and its key counts', async () => {
    const csv = 'Codice;Valore\n1.1.1-02;molti\n';
    expect((await said(Buffer.from(csv))).errors?.[0]).toContain('riga 2, colonna «Valore» (B2): «molti» non va bene');
    const other = `Chiave del foglio (non modificare): M | Anna | ccms/2015 | m | anna | abcdef012345\n${csv}`;
    expect((await said(Buffer.from(other))).refused).toContain('questo modulo è di');
  });
});

describe('a file that is no sheet is refused in one sentence', () => {
  const huge = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(20_001)}</sheetData></worksheet>`;
  const sheetWith = async (xml: string) =>
    packed({ ...(await partsOf(writeOfficerSheet(form()))), 'xl/worksheets/sheet1.xml': xml });
  it.each([
    ['nothing', async () => Buffer.alloc(0), 'il file è vuoto'],
    ['five megabytes', async () => Buffer.alloc(5_000_001, 65), 'supera i 5 MB'],
    ['an old Excel file', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'vecchio formato di Excel'],
    ['a PDF', async () => Buffer.from('%PDF-1.7 …'), 'è un PDF'],
    ['a picture', async () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'non è un foglio di calcolo'],
    ['half a file', async () => writeOfficerSheet(form()).subarray(0, 2_000), 'danneggiato'],
    [
      'a document of another program',
      async () => packed({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
      'non è un foglio di calcolo',
    ],
    ['an archive', async () => packed({ 'a.txt': 'ciao' }), 'non è un foglio di calcolo'],
    [
      'a sheet with macros',
      async () => packed({ ...(await partsOf(writeOfficerSheet(form()))), 'xl/vbaProject.bin': 'x' }),
      'contiene macro',
    ],
    ['a bomb', async () => packed({ 'xl/workbook.xml': 'a'.repeat(11_000_000) }), 'sarebbe troppo grande'],
    ['too many rows', async () => sheetWith(huge), 'troppe celle'],
    ['a part that is no XML', async () => sheetWith('<worksheet><sheetData>'), 'danneggiato'],
    [
      'entities that explode',
      async () => sheetWith('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'),
      'danneggiato',
    ],
    ['a quote never closed', async () => Buffer.from('Codice;Valore;"Nota\n1;2;3'), 'CSV non si può leggere'],
  ])('%s', async (_, file, message) => {
    expect((await said(await file())).refused).toContain(message);
  });

  it('also when the archive lies about the size of a file', async () => {
    const bytes = packed({ ...(await partsOf(writeOfficerSheet(form()))), 'xl/workbook.xml': 'a'.repeat(1_000_000) });
    const at = bytes.lastIndexOf('xl/workbook.xml') - 46;
    bytes.writeUInt32LE(100, at + 24);
    expect((await said(bytes)).refused).toContain('danneggiato');
  });

  it('whatever row of a form it is for', async () => {
    const of = form([row('x', undefined)]);
    expect((await said(Buffer.from('solo parole'), of)).refused).toContain('manca la riga con le intestazioni');
  });
});
