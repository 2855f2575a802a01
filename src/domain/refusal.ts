/** Type of every `ApplicationFailure` with which a command is refused: its message is for the person who sent it. */
export const REFUSED = 'Refused';

/** An act that is refused before any workflow is asked: its message is for the person who asked. */
export class Refusal extends Error {}
