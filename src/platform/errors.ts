/**
 * How a command that did not do what was asked ends: 1 no (refused, or it is not there), 2 wrong use or file, 3 the machine is at
 * fault.
 */
export type FailureCode = 1 | 2 | 3;

/** A command cannot go on: told to the user line by line, and the process exits with its code. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly lines: readonly string[];

  /** @param lines sentences in Italian: what happened, then what to do */
  constructor(code: FailureCode, ...lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = new.target.name;
    this.code = code;
    this.lines = lines;
  }
}

/** The machine, not the question, is at fault: told to the user line by line, and the process exits with 3. */
export class EnvironmentError extends Failure {
  /** @param lines sentences in Italian: what happened, then what to do */
  constructor(...lines: readonly string[]) {
    super(3, ...lines);
  }
}
