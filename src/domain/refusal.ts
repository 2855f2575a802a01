/** Type of every `ApplicationFailure` with which a command is refused: its message is for the person who sent it. */
export const REFUSED = 'Refused';
