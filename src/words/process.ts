/** What the process says of itself: why something does not go on, or no longer can. */
export const closingWords = {
  ended: (title: string) => `l’attività «${title}» è conclusa: per rimetterla in lavorazione si riapre`,
  unknownTrouble: 'motivo sconosciuto',
} as const;
