import { diffArrays, diffWordsWithSpace } from 'diff';

/** A run of words of a line that is as it was, came or went. */
export interface Run {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** A line of two texts laid over one another; one that changed has both its words. */
interface Line {
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  readonly runs: readonly Run[];
}

/** More steps than these take seconds, and what they find nobody reads. */
const MOST_STEPS = 1_000;
const MOST_WORDS = 400;

/**
 * What changes from one text to another, line by line and within a line word by word.
 * @returns undefined when they are too far apart to say
 */
export function diffTexts(before: string, after: string): readonly Line[] | undefined {
  const parts = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_STEPS });
  if (parts === undefined) return undefined;
  return parts.flatMap((part, at): readonly Line[] => {
    const [previous, next] = [parts[at - 1], parts[at + 1]];
    if (part.removed) return next?.added ? changed(part.value, next.value) : whole(part.value, 'removed');
    if (part.added) return previous?.removed ? [] : whole(part.value, 'added');
    return whole(part.value, 'same');
  });
}

const linesOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?<!\n)\n+$/, '')
    .split('\n');

const whole = (lines: readonly string[], change: 'same' | 'added' | 'removed'): readonly Line[] =>
  lines.map((text) => ({ change, runs: [{ text, change }] }));

/** Lines in place of others: the n-th in place of the n-th, and what is left over. */
function changed(was: readonly string[], is: readonly string[]): readonly Line[] {
  return Array.from({ length: Math.max(was.length, is.length) }, (_, at): readonly Line[] => {
    const [before, after] = [was[at], is[at]];
    if (before === undefined) return whole([after ?? ''], 'added');
    if (after === undefined) return whole([before], 'removed');
    const runs = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORDS });
    if (runs === undefined) return [...whole([before], 'removed'), ...whole([after], 'added')];
    return [
      {
        change: 'changed',
        runs: runs.map(({ value, added, removed }) => ({
          text: value,
          change: added ? 'added' : removed ? 'removed' : 'same',
        })),
      },
    ];
  }).flat();
}

/** Lines that are as they were, far from any that is not: how many are left out, in place of them. */
type Excerpt = Line | { readonly change: 'skipped'; readonly count: number };

/** What changes with some lines around it. */
export function excerptOf(lines: readonly Line[], around = 2): readonly Excerpt[] {
  const near = lines.map((_, at) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ change }) => change !== 'same'),
  );
  const out: Excerpt[] = [];
  let count = 0;
  lines.forEach((line, at) => {
    if (near[at] === true) {
      if (count > 0) out.push({ change: 'skipped', count });
      count = 0;
      out.push(line);
    } else count += 1;
  });
  if (count > 0) out.push({ change: 'skipped', count });
  return out;
}
