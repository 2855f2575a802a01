import type { CivilDate, DatedCalendar } from '../../../domain/calendar/types.js';
import { dataNeeded, lackingIn } from '../../../domain/drafting/data-needed.js';
import type { DocumentOutline } from '../../../domain/drafting/outline.js';
import type { Plan } from '../../../domain/plan.js';
import { COMPUTED_PARTS } from '../../../office/computed/index.js';
import type { Located, SeedError } from '../../../seeds/read-yaml.js';
import { outlineWords as words } from '../../../words/outline.js';

/** What an outline has computed that nobody computes. */
export function unknownParts({ file, lineOf, value }: Located<DocumentOutline>): readonly SeedError[] {
  return value.sections.flatMap(({ content }, i): readonly SeedError[] => {
    if (content.kind !== 'computed' || Object.hasOwn(COMPUTED_PARTS, content.from)) return [];
    const path = ['sections', i, 'content', 'from'];
    const message = words.noPart(content.from, Object.keys(COMPUTED_PARTS));
    return [{ file, line: lineOf(path), field: path.join('.'), message }];
  });
}

/** A section without which a document does not go to its board, and whose data the plan has not. */
export interface LackingDocument {
  /** Title of the step that takes it there. */
  readonly step: string;
  readonly dueOn: CivilDate;
  readonly section: string;
  /** What is not there, with who brings it in and where; in Italian. */
  readonly needs: string;
}

/** What can be known beforehand of the documents that boards decide on in a year: which of their required sections could say nothing today. */
export function lackingDocuments(
  outlines: readonly Located<DocumentOutline>[],
  { steps }: DatedCalendar,
  plan: Plan,
): readonly LackingDocument[] {
  return steps.flatMap(({ board, document, title, dueOn }) => {
    const outline = board !== undefined ? outlines.find(({ value }) => value.kind === document)?.value : undefined;
    const required = (outline?.sections ?? []).filter((section) => section.required);
    const lacking = lackingIn(required, plan);
    return required.flatMap((section): readonly LackingDocument[] => {
      const needs = lacking.has(section.id) ? dataNeeded(section) : undefined;
      return needs === undefined ? [] : [{ step: title, dueOn, section: section.title, needs }];
    });
  });
}
