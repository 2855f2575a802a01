import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A chapter a body writes in Markdown: `narrative/3-contesto.md` belongs to chapter 3 of its Piano. */
export interface NarrativeText {
  readonly name: string;
  readonly text: string;
}

/** The chapters of a seed folder in the order of their names; a body without `narrative/` has none. */
export function loadNarrative(folder: string): readonly NarrativeText[] {
  const at = join(folder, 'narrative');
  if (!existsSync(at)) return [];
  return readdirSync(at)
    .filter((name) => /^\d.*\.md$/.test(name))
    .sort()
    .map((name) => ({ name: name.slice(0, -'.md'.length), text: readFileSync(join(at, name), 'utf8') }));
}
