/** What the reader of `body.yaml` says is wrong. */
export const bodyFileWords = {
  otherSeries: 'Altre serie',
  noTable: (table: string) => `la tabella «${table}» non è tra quelle della cartella «series»`,
  noItem: (id: string, known: readonly string[]) =>
    `«${id}» non è tra le voci dei file accanto; ci sono: ${known.join(', ') || 'nessuna'}`,
  noOwner: (owner: string) => `il ruolo o ufficio «${owner}» non esiste nell'ente`,
} as const;

/** What the pages about the body itself say. */
export const bodyPageWords = {
  benchmark: 'Media Toscana',
  measure: 'Misura',
  trend: 'Andamento',
  size: 'Grandezza',
  noData: 'dato non disponibile',
  scroll: (title: string) => `Tabella: ${title}`,
} as const;
