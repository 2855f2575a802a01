/** One thing that changed between two versions of a document, as a table shows it. An absent side was not there. */
export interface Change {
  /** What it is about: an indicator, a row, a section. */
  readonly head: string;
  readonly where: string;
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}
