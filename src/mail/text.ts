import { never } from '../domain/result.js';
import { mailWords } from '../words/mail.js';
import { linkTarget } from './header.js';
import type { Frame } from './html.js';
import type { Block, Fact, Item, Letter } from './letter.js';

/** The letter for who reads plain text: the same blocks, nothing left out. */
export function letterText(letter: Letter, frame: Frame): string {
  const parts = [
    ...(frame.simulated ? [`*** ${mailWords.simulated} ***`] : []),
    frame.greeting,
    ...(frame.actingFor === undefined ? [] : [frame.actingFor]),
    ...letter.blocks.map(blockText),
    ...(letter.button === undefined ? [] : [`${letter.button.label}:\n${linkTarget(letter.button.href)}`]),
    ...(letter.details ?? []).map(blockText),
    `-- \n${frame.footer}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'facts':
      return factLines(block.facts, '').join('\n');
    case 'items':
      return block.items
        .map((item) => [`- ${item.title}`, ...factLines(item.facts, '  '), ...linkLine(item)].join('\n'))
        .join('\n\n');
    case 'quote':
      return [
        ...block.text.split(/\r\n|\r|\n/).map((line) => `> ${line}`),
        ...(block.by === undefined ? [] : [`> (${block.by})`]),
      ].join('\n');
    default:
      return never(block);
  }
}

const linkLine = ({ link }: Item): readonly string[] =>
  link === undefined ? [] : [`  ${link.label}: ${linkTarget(link.href)}`];

const factLines = (facts: readonly Fact[], indent: string): readonly string[] =>
  facts.map(([label, value]) => `${indent}${label}: ${value.replace(/\r\n|\r|\n/g, `\n${indent}  `)}`);
