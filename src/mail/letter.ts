import type { CivilDate } from '../domain/calendar/types.js';

/** A mail before it becomes HTML and text: the same blocks make both. */
export interface Letter {
  readonly subject: string;
  /** The line a mailbox shows beside the subject. */
  readonly preview: string;
  readonly blocks: readonly Block[];
  readonly button?: { readonly label: string; readonly href: string };
  /** What is long and can be read after the button, so that on a phone the button is not looked for. */
  readonly details?: readonly Block[];
  /** What goes into the recipient's calendar. */
  readonly due?: { readonly id: string; readonly title: string; readonly on: CivilDate };
}

/** A name and what stands beside it. */
export type Fact = readonly [label: string, value: string];

/** One of several things of the same sort, with the page where something is done about it. */
export interface Item {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly link?: { readonly label: string; readonly href: string };
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Things of the same sort, each with its own facts: one below the other on a phone and on a desk. */
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string };

export const text = (sentence: string): Block => ({ kind: 'text', text: sentence });
export const facts = (...rows: readonly (Fact | undefined)[]): Block => ({
  kind: 'facts',
  facts: rows.filter((row) => row !== undefined),
});
