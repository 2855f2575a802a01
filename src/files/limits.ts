/**
 * What a file somebody sends may cost, whatever its kind and whichever way it comes: officers' sheets, plans, evidence,
 * sources, data files. Every reader of files takes its limits from here. Sizes are bytes, unless said.
 */
export const FILE_LIMITS = {
  /** A spreadsheet or CSV as it is sent; a source's file or answer, unpacked. */
  sheet: 5_000_000,
  /** A data file of a body (`.yaml`). */
  dataFile: 5_000_000,
  /** One file of evidence or an act; and how many of them go with one indicator or task. */
  evidence: 10_000_000,
  evidenceFiles: 10,
  /** Files in an archive. */
  archiveFiles: 500,
  /** All of an archive unpacked. It passes by and is not kept: a column formatted to the last row takes most of it. */
  unpacked: 100_000_000,
  /** One part of an archive that is kept whole while it is read. */
  part: 10_000_000,
  /** Sheets listed in one workbook; a plan has 17. */
  sheets: 100,
  /** Cells with something in them, over all the sheets of a file; and rows of one sheet. */
  cells: 200_000,
  rows: 20_000,
  /** Lines of a CSV gone through, those with nothing in them too. */
  records: 250_000,
  /** Columns beyond these are not looked at. */
  columns: 200,
  /** The last row a spreadsheet has. */
  lastRow: 1_048_576,
  /** Letters kept of one file, over all its cells. */
  letters: 10_000_000,
  /** Letters of one line of a text, of one run of text or one tag of XML. */
  run: 1_000_000,
  /** Elements of XML gone through for one file: two for each row a spreadsheet can have, and as many again. */
  elements: 4_500_000,
  /** Elements one inside the other, and attributes of one of them. */
  depth: 100,
  attributes: 200,
  /** Formats of cells: what Excel itself allows is less. */
  formats: 100_000,
  /** A form with files, one without, and one of who has not signed in; a document of the API. */
  upload: 25_000_000,
  form: 256_000,
  anonymousForm: 16_000,
  document: 1_000_000,
  /** Parts of one posted form: fields and files. */
  formParts: 10_000,
  /** Things said to be wrong in one file: of the others only how many. */
  messages: 50,
  /** Letters of the text of one section, cells of one of its tables, figures in it. */
  section: 100_000,
  textCells: 5_000,
  textFigures: 40,
  /** What is posted from the page of a section: its letters as a browser sends them, whoever sends them. */
  sectionForm: 1_000_000,
  /** Letters of one line of a text; letters times signs of Markdown of one paragraph: reading takes as long as they come to. */
  textLine: 10_000,
  textEffort: 200_000_000,
  /** Lists and quotations of a text one inside the other. */
  textDepth: 20,
  /** A figure; the points of its picture; elements of a drawing in SVG. */
  figure: 2_000_000,
  picturePoints: 2_000_000,
  drawing: 20_000,
  /** A text written in Word; its main part unpacked, and the elements of it. */
  docx: 20_000_000,
  docxText: 15_000_000,
  docxElements: 120_000,
  /** Letters of a cell repeated in a message, and of a message. */
  quoted: 120,
  message: 600,
} as const;
