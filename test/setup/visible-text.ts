import { parse } from 'node-html-parser';

/** What somebody reads of a page. */
export function visibleText(html: string): string {
  const root = parse(html);
  for (const hidden of root.querySelectorAll('head, script, style, template, svg')) hidden.remove();
  return root.structuredText.replace(/\s+/g, ' ').trim();
}
