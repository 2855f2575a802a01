/** Type of every `ApplicationFailure` with which a command is refused: its message is for the person who sent it. */
export const REFUSED = 'Refused';

/** Why nothing was done: a sentence in Italian for the person who asked. It goes unchanged from where it is found to where it is shown. */
export interface Refusal {
  /** Name of the field it is about; absent: it is about the whole. */
  readonly field?: string | undefined;
  readonly text: string;
}

/** Several refusals in one line, where there is only room for one. */
export const oneLineOf = (refusals: readonly Refusal[]): string => refusals.map(({ text }) => text).join('; ');

/** An act that is refused before any workflow is asked. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(...refusals: readonly Refusal[]) {
    super(oneLineOf(refusals));
    this.refusals = refusals;
  }
}
