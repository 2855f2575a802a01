/** What the fields of an indicator's form are called. */
export const FIELD = {
  target: (year: number) => `target-${year}`,
  /** Which of the ways to read the new target was chosen. */
  reading: 'lettura',
  /** The text it was chosen for. */
  readFor: 'letto',
  /** Whether the measure grows along the year. */
  accumulation: 'nel-corso',
  /** From when its value can be known. */
  knownFrom: 'conosciuto-dal',
  reason: 'motivo',
} as const;
