import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.js';
import { readDataText, type SeedError } from './read-yaml.js';

/** A chapter a body writes in Markdown: `narrative/3-contesto.md` belongs to chapter 3 of its Piano. */
export interface NarrativeText {
  readonly name: string;
  readonly text: string;
}

/** The chapters of a seed folder in the order of their names; a body without `narrative/` has none. */
export function loadNarrative(folder: string): Result<readonly NarrativeText[], readonly SeedError[]> {
  const at = join(folder, 'narrative');
  if (!existsSync(at)) return ok([]);
  const texts: NarrativeText[] = [];
  const errors: SeedError[] = [];
  for (const file of readdirSync(at)
    .filter((one) => /^\d.*\.md$/.test(one))
    .sort()) {
    const text = readDataText(join(at, file));
    if (text.ok) texts.push({ name: file.slice(0, -'.md'.length), text: text.value });
    else errors.push(...text.error);
  }
  return errors.length === 0 ? ok(texts) : err(errors);
}
