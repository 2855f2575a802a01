import type { Instant } from '../calendar/types.js';

/** Something a colleague or a board observes of a section, or of the whole document. */
export interface Remark {
  readonly id: number;
  /** Id of the section; null: of the document. */
  readonly section: string | null;
  readonly text: string;
  readonly by: string;
  readonly actingFor: string | null;
  readonly at: Instant;
  readonly origin: 'colleague' | 'board';
  /** Round before the board in which it was made; 0 before the first. */
  readonly round: number;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Instant | null;
  readonly closedBy: string | null;
  readonly closedAt: Instant | null;
}

/** A part of what a board remarked, and the section it names. */
interface BoardRemark {
  readonly section: string | null;
  readonly text: string;
}

/**
 * What a board remarked, line by line beside the sections it concerns: a line that begins with the title of a section and a
 * colon, or names it between «», is of that section, with the lines after it up to the next such line. The rest is of the document.
 */
export function remarksBySection(
  remarks: string,
  sections: readonly { readonly id: string; readonly title: string }[],
): readonly BoardRemark[] {
  const found: { section: string | null; lines: string[] }[] = [];
  for (const line of remarks.split('\n')) {
    const named = namedIn(line, sections);
    const last = found.at(-1);
    if (last === undefined || (named !== undefined && named !== last.section))
      found.push({ section: named ?? null, lines: [line] });
    else last.lines.push(line);
  }
  return found
    .map(({ section, lines }) => ({ section, text: lines.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

/** The section a line names: of two titles of which one begins with the other, the longer. */
function namedIn(line: string, sections: readonly { readonly id: string; readonly title: string }[]) {
  const said = plain(line);
  return sections
    .filter(({ title }) => said.startsWith(`${plain(title)}:`) || said.includes(`«${plain(title)}»`))
    .toSorted((a, b) => b.title.length - a.title.length)[0]?.id;
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ');
