import { HTMLElement, type Node } from 'node-html-parser';

/** Elements that are written by themselves, not within a line. */
const BLOCKS = new Set(['UL', 'OL', 'TABLE']);

/**
 * What stands on one line: words with their stress, links and pictures.
 * @param caption of the pictures in it
 */
export function inlineMarkdown(of: Node, caption = ''): string {
  return of.childNodes
    .map((node) => (node instanceof HTMLElement ? element(node, caption) : escaped(node.text)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function element(node: HTMLElement, caption: string): string {
  if (BLOCKS.has(node.tagName)) return '';
  switch (node.tagName) {
    case 'STRONG':
    case 'B':
      return stressed(node, '**', caption);
    case 'EM':
    case 'I':
      return stressed(node, '*', caption);
    case 'A':
      return link(node, caption);
    case 'IMG':
      return picture(node, caption);
    case 'BR':
      return ' ';
    case 'P':
      return `${spaced(node, caption)} `;
    default:
      return spaced(node, caption);
  }
}

/** The words within, with the spaces at their ends: they part them from what is beside. */
const spaced = (node: Node, caption: string): string =>
  node.childNodes
    .map((one) => (one instanceof HTMLElement ? element(one, caption) : escaped(one.text)))
    .join('')
    .replace(/\s+/g, ' ');

/** A stress holds no space at its ends, and none is within another of its kind. */
function stressed(node: HTMLElement, mark: string, caption: string): string {
  const text = spaced(node, caption);
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (words === '' || words.includes('![')) return text;
  return `${before}${mark}${mark === '**' ? words.replaceAll('**', '') : words}${mark}${after}`;
}

function link(node: HTMLElement, caption: string): string {
  const href = node.getAttribute('href') ?? '';
  const text = spaced(node, caption);
  if (!/^(?:https?|mailto):/i.test(href) || text.trim() === '') return text;
  return `[${text.trim()}](${href.replaceAll(' ', '%20').replaceAll(')', '%29')})`;
}

function picture(node: HTMLElement, caption: string): string {
  const src = node.getAttribute('src') ?? '';
  if (src === '') return '';
  const alternative = (node.getAttribute('alt') ?? '').replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim();
  return `![${alternative}](${src}${caption === '' ? '' : ` "${caption}"`})`;
}

/** What Markdown would take for a sign of its own. */
const escaped = (text: string): string => text.replace(/[\\*_`]/g, '\\$&').replace(/\](?=\()/g, '\\]');
