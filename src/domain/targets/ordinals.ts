/** Ranks in words and in Roman figures, as far as periods of a year go. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    primo: 1,
    prima: 1,
    i: 1,
    secondo: 2,
    seconda: 2,
    ii: 2,
    terzo: 3,
    terza: 3,
    iii: 3,
    quarto: 4,
    iv: 4,
    quinto: 5,
    sesto: 6,
  }),
);
