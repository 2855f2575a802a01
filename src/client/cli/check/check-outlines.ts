import type { DocumentOutline } from '../../../domain/drafting/outline.js';
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
