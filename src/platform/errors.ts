/** The machine, not the question, is at fault: told to the user line by line, and the process exits with 3. */
export class EnvironmentError extends Error {
  readonly lines: readonly string[];

  /** @param lines sentences in Italian: what happened, then what to do */
  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'EnvironmentError';
    this.lines = lines;
  }
}
