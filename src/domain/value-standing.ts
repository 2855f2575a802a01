/**
 * What the values of a checkpoint are to the results of the year, where the cycle collects final ones: of a moment within it, of its
 * end and still to be confirmed, or final.
 */
export type ValueStanding = 'interim' | 'provisional' | 'final';
