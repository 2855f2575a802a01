/** `ciclo export body`, and the same file on a page. */
export const bodyExportWords = {
  description: 'scrive i file dell’ente com’è adesso: persone, uffici, ruoli, incarichi, organi, SMVP e calendario',
  entity: 'ente',
  out: 'cartella da scrivere: non deve esserci, o dev’essere vuota',
  space: 'spazio del registro (se manca: ciclo, o la prova più recente)',
  json: 'risponde in JSON',
  entityFile: (asOf: string): readonly string[] => [
    `L’ente com’è nel registro ${asOf}: uffici, ruoli, persone, incarichi, sostituzioni.`,
    'Chi non è più in servizio non c’è; ciò che ha fatto resta nel registro.',
  ],
  calendarFile: (asOf: string): readonly string[] => [
    `Le scelte di calendario dell’ente ${asOf}, con i differimenti del bilancio dichiarati.`,
  ],
  asOf: (day: string) => `al ${day}`,
  written: (name: string, folder: string, files: number) => `${name}: scritti ${files} file in ${folder}`,
  next: (folder: string) => `Per controllarli: ciclo check ${folder}`,
  notEmpty: (folder: string) => `${folder}: la cartella esiste e non è vuota: indicarne una nuova`,
  noEntity: (id: string) => `l’ente «${id}» non è nel registro`,
  link: 'Scarica il file dell’ente (YAML)',
} as const;
