/** How the sections of a long page are closed and opened. */
export const foldingWords = {
  closeAll: 'Chiudi tutte le sezioni',
  openAll: 'Apri tutte le sezioni',
} as const;
