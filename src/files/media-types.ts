/** Media type of a workbook in Office Open XML. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Media type of a table as text. */
export const CSV_TYPE = 'text/csv; charset=utf-8';

/** Media type of bytes that are for saving, whatever is in them. */
export const BYTES_TYPE = 'application/octet-stream';

const BY_ENDING: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  jsonld: 'application/ld+json',
  csv: CSV_TYPE,
  pdf: 'application/pdf',
  xlsx: XLSX_TYPE,
};

/** Media type of a file of the published site, by its name. */
export const siteTypeOf = (name: string): string => BY_ENDING[name.split('.').at(-1) ?? ''] ?? BYTES_TYPE;
