import { sameValue } from '../same-value.js';

/** Documents of D.Lgs. 150/2009, of every body, that go before their boards while there is no Piano yet: they are not made from it. */
export const WRITTEN_WITHOUT_PLAN: readonly string[] = ['relazione', 'relazione-oiv', 'smvp'];

/** Whether a document goes before its board only once there is a Piano. */
export const isMadeFromPlan = ({ kind, withoutPlan }: Pick<DocumentOutline, 'kind' | 'withoutPlan'>): boolean =>
  withoutPlan !== true && !WRITTEN_WITHOUT_PLAN.includes(kind);

/** Where what a section says comes from. */
export type SectionContent =
  /** Somebody writes it, in Markdown. */
  | { readonly kind: 'written' }
  /** From what is on record: `piano/cruscotto`. `with` says of what, where a part can be had of more than one thing. */
  | {
      readonly kind: 'computed';
      readonly from: string;
      readonly with?: Readonly<Record<string, string>> | undefined;
    }
  /** Another document's: all of it, or one section. */
  | { readonly kind: 'taken'; readonly document: string; readonly section?: string | undefined };

/** One section of a document of a kind: what it is to hold, and whose work it is. */
export interface SectionOutline {
  /** Stable and readable: `contesto-esterno`. Unique in its document. */
  readonly id: string;
  readonly title: string;
  /** 2 is a chapter, 3 and 4 what is below it. */
  readonly level: 2 | 3 | 4;
  /** Without it the document does not go to its board. */
  readonly required: boolean;
  /** Roles, or `ufficio:<id>`. */
  readonly owners: readonly string[];
  /** What is expected here, for who writes. */
  readonly hint?: string | undefined;
  /** Chapter of the body's Markdown files it begins with, where there are some: `3` is `narrative/3-…md`. */
  readonly chapter?: string | undefined;
  /** Ids it had in earlier outlines: last year's text is found by them too. */
  readonly formerly?: readonly string[] | undefined;
  readonly content: SectionContent;
}

/** What a document of a kind consists of: `seeds/documents/<kind>.yaml`. A draft keeps the one it began with, until another is adopted. */
export interface DocumentOutline {
  readonly kind: string;
  /** Grows at every change of the file. */
  readonly version: string;
  readonly title?: string | undefined;
  /** Among those of a kind of body: only of bodies with one of these calendars. Absent: of those with any other. */
  readonly calendars?: readonly string[] | undefined;
  /** Whether the body's own PDF may stand in for the whole of it: it comes from another system. */
  readonly standIn: boolean;
  /** Written and decided on before there is a Piano, which it is not made from; absent: it is. */
  readonly withoutPlan?: boolean | undefined;
  /** Printed across the page. */
  readonly landscape: boolean;
  readonly sections: readonly SectionOutline[];
}

/** The section with an id; undefined when the outline has none. */
export const sectionIn = (outline: DocumentOutline, id: string): SectionOutline | undefined =>
  outline.sections.find((one) => one.id === id);

/** Everybody who owns a section of it, each once. */
export const ownersIn = (outline: DocumentOutline): readonly string[] => [
  ...new Set(outline.sections.flatMap(({ owners }) => owners)),
];

/** How an outline differs from another, by the titles of sections. */
export interface OutlineChanges {
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** There in both, with another title, place, owner or content. */
  readonly changed: readonly string[];
}

/** What becomes of the sections of a document when its outline is replaced. Order alone is told of the sections that pass others. */
export function outlineChanges(before: DocumentOutline, after: DocumentOutline): OutlineChanges {
  const stays = (one: SectionOutline): boolean => sectionIn(after, one.id) !== undefined;
  const kept = before.sections.filter(stays).map(({ id }) => id);
  const inNewOrder = after.sections.filter(({ id }) => kept.includes(id));
  return {
    added: after.sections.filter(({ id }) => sectionIn(before, id) === undefined).map(({ title }) => title),
    gone: before.sections.filter((one) => !stays(one)).map(({ title }) => title),
    changed: inNewOrder
      .filter((one, i) => one.id !== kept[i] || !sameValue(one, sectionIn(before, one.id)))
      .map(({ title }) => title),
  };
}
