/** Media type of a workbook in Office Open XML. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Media type of a table as text. */
export const CSV_TYPE = 'text/csv; charset=utf-8';

/** Media type of bytes that are for saving, whatever is in them. */
export const BYTES_TYPE = 'application/octet-stream';
