/** Id of an indicator's card, from its place in the form. */
export const cardId = (index: number): string => `voce-${index + 1}`;
