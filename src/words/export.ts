/** `ciclo export`. */
export const exportWords = {
  description: 'scrive in un file un documento del ciclo, o i file dell’ente com’è adesso',
  documentDescription: 'scrive un documento del ciclo in un file: html, pdf, xlsx, csv o json (anche senza «document»)',
  entity: 'ente',
  year: 'esercizio',
  document: (kinds: readonly string[]) => `documento: ${kinds.join(', ')}, monitoraggio-1 …`,
  format: 'formato: html, pdf, xlsx, csv, json (se manca: quello del nome del file)',
  out: 'file da scrivere (- per lo standard output)',
  table: 'una sola tabella, in csv: il suo nome breve',
  version: 'versione (se manca: l’ultima)',
  draft: 'anche se non è ancora stato trasmesso: come si scriverebbe adesso, senza conservarlo',
  role: 'per «individuale»: il ruolo di cui è la scheda',
  space: 'spazio del registro (se manca: ciclo, o la prova più recente)',
  json: 'risponde in JSON',
  written: (title: string, file: string, size: number) => `${title}: scritto ${file} (${size} byte)`,
  hash: (hash: string) => `Impronta SHA-256: ${hash}`,
  simulated: 'Prova generale: i valori misurati sono simulati.',
  noEntity: (id: string, known: readonly string[]) =>
    `l’ente «${id}» non è tra i file dei dati; ci sono: ${known.join(', ')}`,
  noFormat: (text: string, known: readonly string[]) =>
    `«${text}» non è un formato: si attende uno fra ${known.join(', ')}`,
  whichFormat: (file: string, known: readonly string[]) =>
    `dal nome «${file}» non si capisce il formato: indicarlo con --format (${known.join(', ')})`,
  tableOnlyCsv: (format: string) => `--table vale solo per il csv; il formato è ${format}`,
  noTable: (name: string, known: readonly string[]) =>
    `il documento non ha la tabella «${name}»; ha: ${known.join(', ') || 'nessuna'}`,
  manyTables: (names: readonly string[]) =>
    `il documento ha ${names.length} tabelle: indicarne una con --table (${names.join(', ')}), oppure scrivere un file .zip`,
  notAVersion: (text: string) => `«${text}» non è un numero di versione: si attende 1, 2, 3 …`,
  noCycle: (entity: string, year: number, space: string) =>
    `il ciclo ${year} dell’ente ${entity} non è nel registro (spazio ${space})`,
  noDocument: (kind: string, frozen: readonly string[], others: readonly string[]) =>
    `il documento «${kind}» non è stato trasmesso; nel ciclo ci sono: ${frozen.join(', ') || 'nessuno'}. Si compongono su richiesta: ${others.join(', ')}`,
  draftPossible: (kind: string) =>
    `il documento «${kind}» non è ancora stato trasmesso: con --draft si ha come si scriverebbe adesso`,
  noVersion: (kind: string, version: number) => `il documento «${kind}» non ha una versione ${version}`,
  noDraft: (kind: string) => `del documento «${kind}» non si fa una bozza`,
  oldForm: (kind: string) => `il documento «${kind}» fu conservato come sola pagina: si ha in html`,
  roleNeeded: (roles: readonly string[]) =>
    `per la scheda individuale serve --role; il Piano ha obiettivi per: ${roles.join(', ') || 'nessun ruolo'}`,
  noSpace: (space: string, known: readonly string[]) =>
    `lo spazio «${space}» non è nel registro; ci sono: ${known.join(', ') || 'nessuno'}`,
  empty: 'nel registro non c’è ancora nessun ciclo: avviare il sistema con «ciclo rehearse» o «ciclo serve»',
  jsonOrDocument: 'con --out - il documento va sullo standard output: --json vuole un file',
  cannotWrite: (file: string, reason: string) => `${file}: non si può scrivere (${reason})`,
} as const;
