/** What is wrong in a file of what is set aside and paid for results. */
export const rewardFileWords = {
  columns: { group: 'Gruppo', allocated: 'Stanziato', paid: 'Distribuito' },
  row: (row: number, problem: string): string => `riga ${row}: ${problem}`,
  noColumn: (column: string): string => `manca la colonna «${column}»`,
  strange: (title: string): string =>
    `la colonna «${title}» non è prevista: il file ha solo «Gruppo», «Stanziato» e «Distribuito», e nessun dato di singole persone`,
  unknown: (written: string, known: readonly string[]): string =>
    `«${written}» non è un gruppo del Sistema di valutazione (${known.join(', ')})`,
  twice: 'il gruppo è già in una riga sopra',
  missing: (titles: readonly string[]): string => `mancano gli importi di: ${titles.join(', ')}`,
  badAmount: (written: string, why: string): string =>
    written === '' ? 'manca un importo' : `l’importo «${written}» non si legge: ${why}`,
  tooFine: (written: string): string => `l’importo «${written}» ha più di due decimali`,
  negative: (written: string): string => `l’importo «${written}» è negativo`,
  morePaid: 'il distribuito supera lo stanziato',
} as const;
