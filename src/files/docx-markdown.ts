import { HTMLElement, type Node, parse } from 'node-html-parser';
import { docxWords } from '../words/docx.js';
import { inlineMarkdown } from './docx-inline.js';
import { tableMarkdown } from './docx-table.js';

const words = docxWords.left;

/**
 * The Markdown of a text that mammoth wrote as HTML: the elements it writes are few, and all are here.
 * @returns with what of the tables could not be kept, in words
 */
export function markdownOf(html: string): { readonly markdown: string; readonly left: readonly string[] } {
  const blocks = elementsOf(parse(html));
  const writer = new Writer();
  blocks.forEach((block, at) => {
    writer.block(block, blocks[at - 1], blocks[at + 1]);
  });
  return { markdown: `${writer.lines.join('\n\n')}\n`, left: writer.left() };
}

const elementsOf = (of: Node): readonly HTMLElement[] =>
  of.childNodes.filter((node): node is HTMLElement => node instanceof HTMLElement);

const is = (element: HTMLElement | undefined, ...names: readonly string[]): boolean =>
  element !== undefined && names.includes(element.tagName);

const isCaption = (element: HTMLElement | undefined): element is HTMLElement =>
  element?.tagName === 'P' && element.classList.contains('didascalia');

/** A paragraph that holds a picture and no word. */
const isPicture = (element: HTMLElement | undefined): boolean =>
  element?.tagName === 'P' && element.querySelector('img') !== null && element.text.trim() === '';

class Writer {
  readonly lines: string[] = [];
  #merged = 0;
  #nested = false;

  left(): readonly string[] {
    return [...(this.#merged > 0 ? [words.merged(this.#merged)] : []), ...(this.#nested ? [words.nested] : [])];
  }

  block(block: HTMLElement, before: HTMLElement | undefined, after: HTMLElement | undefined): void {
    if (is(block, 'TABLE')) {
      this.#table(block, isCaption(before) ? before : isCaption(after) ? after : undefined);
      return;
    }
    const heading = /^H([1-6])$/.exec(block.tagName)?.[1];
    if (heading !== undefined) {
      const text = inlineMarkdown(block).replace(/\*\*/g, '');
      if (text !== '') this.lines.push(`${'#'.repeat(Number(heading))} ${text}`);
      return;
    }
    if (is(block, 'UL', 'OL')) {
      const note = block.querySelector('li')?.id.match(/^(?:foot|end)note-/) ?? null;
      this.lines.push(note === null ? this.#list(block, '') : notes(block));
      return;
    }
    // A caption is written with what it is of.
    if (isCaption(block) && (isPicture(before) || is(before, 'TABLE') || is(after, 'TABLE'))) return;
    const caption = isPicture(block) && isCaption(after) ? captionText(after) : '';
    const text = inlineMarkdown(block, caption);
    if (text !== '') this.lines.push(atStart(text));
  }

  #table(table: HTMLElement, caption: HTMLElement | undefined): void {
    const { lines, merged, nested, pictures, single } = tableMarkdown(table);
    if (single !== undefined) {
      const within = elementsOf(single);
      within.forEach((block, at) => {
        this.block(block, within[at - 1], within[at + 1]);
      });
      return;
    }
    this.#merged += merged;
    this.#nested ||= nested;
    if (caption !== undefined) this.lines.push(`Tabella: ${captionText(caption)}`);
    if (lines.length > 0) this.lines.push(lines.join('\n'));
    // A picture in a cell stands after the table.
    this.lines.push(...pictures);
  }

  #list(list: HTMLElement, indent: string): string {
    const items = elementsOf(list).filter((item) => is(item, 'LI'));
    return items
      .map((item, at) => {
        const mark = is(list, 'OL') ? `${at + 1}. ` : '- ';
        const inner = elementsOf(item).filter((one) => is(one, 'UL', 'OL'));
        const own = inlineMarkdown(item);
        const below = inner.map((one) => `\n${this.#list(one, indent + ' '.repeat(mark.length))}`).join('');
        return `${indent}${mark}${own}${below}`;
      })
      .join('\n');
  }
}

const captionText = (element: HTMLElement): string => inlineMarkdown(element).replaceAll('"', '”').replaceAll('*', '');

/** Notes as paragraphs, with the numbers by which the text names them. */
function notes(list: HTMLElement): string {
  for (const back of list.querySelectorAll('a[href^="#"]')) back.remove();
  const items = elementsOf(list).map((item, at) => `\\[${at + 1}\\] ${inlineMarkdown(item)}`);
  return [`**${docxWords.notes}**`, ...items].join('\n\n');
}

/** What would be read as a heading, a list or a quotation at the beginning of a line, and is none. */
const atStart = (text: string): string =>
  text.replace(/^(#{1,6}\s|[-+>]\s|>)/, '\\$1').replace(/^(\d+)([.)]\s)/, '$1\\$2');
