import { marked, type Token, type Tokens } from 'marked';
import type { DecimalText } from '../domain/targets/types.js';
import { FILE_LIMITS as LIMITS } from '../files/limits.js';
import { unreadable } from '../files/written-text.js';
import { markdownWords as words } from '../words/markdown.js';
import type { Block } from './content.js';
import { captionOf, tableOf } from './markdown-table.js';
import { inlineOf, isToken, itemRuns, plainOf } from './narrative.js';

/** A figure a text names, as it is on record. */
interface NamedFigure {
  readonly hash: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
}

/** A chart a text names: the rows of a series, with a value or none for each year. */
export interface NamedChart {
  readonly labels: readonly string[];
  readonly lines: readonly { readonly title: string; readonly values: readonly (DecimalText | null)[] }[];
}

/** What a text may name: looked up before it is read. */
export interface Named {
  figure(id: string): NamedFigure | undefined;
  /** @param name `series-table/row,row` */
  chart(name: string): NamedChart | undefined;
}

/** A part of a written section: what stands below one of its headings, or before the first. */
interface WrittenPart {
  /** 1 is `#`; absent before the first heading. */
  readonly depth: number | undefined;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A text read, with what in it could not be shown as it was meant: a sentence for who writes. */
export interface ReadText {
  readonly parts: readonly WrittenPart[];
  readonly problems: readonly string[];
}

/** The section a text is of: its tables are called after it. */
interface OfSection {
  readonly id: string;
  readonly title: string;
}

/** Figures and charts are pictures alone in their paragraph. */
const FIGURE = /^figura:([0-9a-f]{10})$/;
const CHART = /^grafico:(.+)$/;

/**
 * Reads the Markdown of a section: headings, paragraphs, lists, tables, links, figures and charts. Anything else (HTML, code, pictures
 * from elsewhere) is kept as the text it is written with: a published document runs nothing and loads nothing.
 */
export function readMarkdown(text: string, { id, title }: OfSection, named: Named): ReadText {
  const parts: { depth: number | undefined; title: string; blocks: Block[] }[] = [];
  const problems: string[] = [];
  let tables = 0;
  const why = unreadable(text);
  // What stands there is still in the field, and in every version of it: nothing of it is lost.
  if (why !== undefined) {
    const blocks: Block[] = [{ kind: 'paragraph', text: [why] }];
    return { parts: [{ depth: undefined, title: '', blocks }], problems: [why] };
  }
  const reading: Reading = {
    named,
    problems,
    table: () => ({ dataset: `testo-${id}-${++tables}`, caption: parts.at(-1)?.title || title }),
  };
  for (const token of marked.lexer(text)) {
    if (isToken(token, 'space') || isComment(token)) continue;
    if (isToken(token, 'heading')) {
      parts.push({ depth: token.depth, title: plainOf(token.tokens), blocks: [] });
      continue;
    }
    if (parts.length === 0) parts.push({ depth: undefined, title: '', blocks: [] });
    const part = parts.at(-1);
    part?.blocks.push(...blocksOf(token, reading, part.blocks));
  }
  return { parts, problems };
}

/** Short names of the figures and charts a text calls. */
export function namedIn(text: string): { readonly figures: readonly string[]; readonly charts: readonly string[] } {
  // Of a text that is not read nothing is looked up.
  if (unreadable(text) !== undefined) return { figures: [], charts: [] };
  const hrefs = [...text.matchAll(/!\[[^\]]{0,1000}\]\(\s*([^\s)]+)/g)].map(([, href = '']) => href);
  return {
    figures: [...new Set(hrefs.flatMap((href) => FIGURE.exec(href)?.[1] ?? []))],
    charts: [...new Set(hrefs.flatMap((href) => CHART.exec(href)?.[1] ?? []))],
  };
}

const isComment = (token: Token): boolean => isToken(token, 'html') && /^<!--[\s\S]*-->\s*$/.test(token.raw);

interface Reading {
  readonly named: Named;
  readonly problems: string[];
  /** What the next table is called. */
  table(): { readonly dataset: string; readonly caption: string };
}

/** @param before the blocks it follows: the paragraph right before a table may be its caption, and is taken from there */
function blocksOf(token: Token, reading: Reading, before: Block[]): readonly Block[] {
  if (isToken(token, 'paragraph')) return paragraphOf(token, reading);
  if (isToken(token, 'list')) {
    if (/!\[[^\]]{0,1000}\]\(\s*(?:figura|grafico):/.test(token.raw)) reading.problems.push(words.inside);
    return [{ kind: 'list', ordered: token.ordered, items: token.items.flatMap((item) => itemRuns(item)) }];
  }
  if (isToken(token, 'table')) return written(token, reading, before);
  const text = token.raw.trim();
  return text === '' ? [] : [{ kind: 'paragraph', text: [text] }];
}

function written(token: Tokens.Table, reading: Reading, before: Block[]): readonly Block[] {
  const cells = token.header.length * (token.rows.length + 1);
  if (cells > LIMITS.textCells) {
    const text = words.largeTable(cells, LIMITS.textCells);
    reading.problems.push(text);
    return [{ kind: 'paragraph', text: [text] }];
  }
  const { dataset, caption } = reading.table();
  const said = captionOf(before.at(-1));
  if (said !== undefined) before.pop();
  return [tableOf(token, { dataset, caption: said ?? caption })];
}

/** Pictures stand by themselves, between the text before and after them. */
function paragraphOf(token: Tokens.Paragraph, { named, problems }: Reading): readonly Block[] {
  const blocks: Block[] = [];
  let run: Token[] = [];
  const flush = () => {
    const text = inlineOf(run);
    if (text.some((piece) => typeof piece !== 'string' || piece.trim() !== ''))
      blocks.push({ kind: 'paragraph', text });
    run = [];
  };
  for (const inner of token.tokens) {
    const picture = isToken(inner, 'image') ? pictureOf(inner, named, problems) : undefined;
    if (picture === undefined) {
      run.push(inner);
      continue;
    }
    flush();
    blocks.push(picture);
  }
  flush();
  return blocks;
}

/** Undefined for a picture that is none of ours: it stays the text it is written with. */
function pictureOf({ href, text: alt, title }: Tokens.Image, named: Named, problems: string[]): Block | undefined {
  const caption = title ?? '';
  const figure = FIGURE.exec(href)?.[1];
  const chart = CHART.exec(href)?.[1];
  if (figure === undefined && chart === undefined) {
    problems.push(words.elsewhere(href));
    return undefined;
  }
  if (caption === '') problems.push(words.noCaption(href));
  if (alt.trim() === '') {
    problems.push(words.noAlternative(href));
    // Without words for who does not see it a picture can not be printed: PDF/UA forbids it.
    return undefined;
  }
  if (figure !== undefined) {
    const found = named.figure(figure);
    if (found !== undefined) return { kind: 'figure', ...found, alt, caption };
    problems.push(words.noFigure(figure));
    return undefined;
  }
  const found = named.chart(chart ?? '');
  if (found !== undefined) return { kind: 'chart', ...found, alt, caption };
  problems.push(words.noChart(chart ?? ''));
  return undefined;
}
