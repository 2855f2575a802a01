import type { CivilDate, Instant, StepKind } from '../domain/calendar/types.js';

/** What every mail knows. */
export interface MessageBase {
  readonly entity: { readonly id: string; readonly name: string };
  readonly exercise: number;
  /** Name of who receives it. */
  readonly recipient: string;
  /** Name of the absent person the recipient stands in for. */
  readonly actingFor?: string;
  /** The data are simulated: a rehearsal. */
  readonly simulated: boolean;
  /** Calendar instant the mail speaks at. */
  readonly at: Instant;
  /** Name of who sends it by hand, and not the calendar, with what they say of their own. */
  readonly byHand?: { readonly by: string; readonly text?: string | undefined } | undefined;
}

/** The step a mail is about. */
export interface StepFacts {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
  /** As written in the source: `Ott-Gen`. */
  readonly window: string;
  readonly dueOn: CivilDate;
  /** The norm of the deadline as cited in a document. */
  readonly norm: string;
  readonly force: 'law' | 'body';
  /** It ends by itself, when people's sheets are where they must be. */
  readonly endsByItself?: boolean;
  /** What it asks of its preparers about its document: to write it, or to complete it and transmit it to its board. */
  readonly document?: 'write' | 'transmit' | undefined;
  /** What the recipient can do on its page; a mail composed before kinds were told has none. */
  readonly kind?: StepKind;
}

export interface AboutStep extends MessageBase {
  readonly step: StepFacts;
  readonly link: string;
}
