import { marked, type Token, type Tokens } from 'marked';
import type { Block, Inline } from './content.js';

/** A chapter a body writes in Markdown, and where it stands in the Piano. */
export interface NarrativeFile {
  /** `3-analisi-del-contesto`: the digit is the chapter. */
  readonly name: string;
  readonly text: string;
}

/** What a file says: a title of its own, if it begins with one, then its sections. */
export interface Narrative {
  readonly title: string | undefined;
  readonly parts: readonly { readonly title: string | undefined; readonly blocks: readonly Block[] }[];
}

/**
 * Reads a chapter: headings, paragraphs, lists, strong, emphasis and links. Anything else (HTML, images, code) is kept as the
 * text it is written with: a published document runs nothing and loads nothing.
 */
export function readNarrative(text: string): Narrative {
  let title: string | undefined;
  const parts: { title: string | undefined; blocks: Block[] }[] = [];
  const current = () => {
    const last = parts.at(-1);
    if (last !== undefined) return last;
    const first = { title: undefined, blocks: [] };
    parts.push(first);
    return first;
  };
  for (const token of marked.lexer(text)) {
    if (isToken(token, 'space') || isComment(token)) continue;
    if (isToken(token, 'heading') && token.depth === 1 && title === undefined && parts.length === 0) {
      title = plainOf(token.tokens);
    } else if (isToken(token, 'heading')) {
      parts.push({ title: plainOf(token.tokens), blocks: [] });
    } else {
      current().blocks.push(...blockOf(token));
    }
  }
  return { title, parts };
}

interface Known {
  readonly space: Tokens.Space;
  readonly heading: Tokens.Heading;
  readonly paragraph: Tokens.Paragraph;
  readonly list: Tokens.List;
  readonly text: Tokens.Text;
  readonly html: Tokens.HTML;
  readonly strong: Tokens.Strong;
  readonly em: Tokens.Em;
  readonly link: Tokens.Link;
  readonly br: Tokens.Br;
  readonly escape: Tokens.Escape;
  readonly codespan: Tokens.Codespan;
  readonly table: Tokens.Table;
  readonly image: Tokens.Image;
}

/** The lexer's own type of a token says neither what it is nor what it is not. */
export const isToken = <K extends keyof Known>(token: Token, type: K): token is Known[K] & Token => token.type === type;

/** A comment is a note to who writes the chapter. */
const isComment = (token: Token): boolean => isToken(token, 'html') && /^<!--[\s\S]*-->\s*$/.test(token.raw);

function blockOf(token: Token): readonly Block[] {
  if (isToken(token, 'paragraph')) return [{ kind: 'paragraph', text: inlineOf(token.tokens) }];
  if (isToken(token, 'list')) {
    return [{ kind: 'list', ordered: token.ordered, items: token.items.flatMap((item) => itemRuns(item)) }];
  }
  const text = token.raw.trim();
  return text === '' ? [] : [{ kind: 'paragraph', text: [text] }];
}

/** A list within a list is told on the same level: two are more than a published chapter needs. */
export function itemRuns(item: Tokens.ListItem): readonly (readonly Inline[])[] {
  const own = item.tokens
    .filter((t) => !isToken(t, 'list'))
    .flatMap((t) => inlineOf('tokens' in t && t.tokens ? t.tokens : [t]));
  const inner = item.tokens.flatMap((t) => (isToken(t, 'list') ? t.items.flatMap(itemRuns) : []));
  return own.length === 0 ? inner : [own, ...inner];
}

/** A run of text with its marks. */
export function inlineOf(tokens: readonly Token[] | undefined): readonly Inline[] {
  return (tokens ?? []).map((token): Inline => {
    if (isToken(token, 'strong')) return { kind: 'strong', text: plainOf(token.tokens) };
    if (isToken(token, 'em')) return { kind: 'emphasis', text: plainOf(token.tokens) };
    if (isToken(token, 'link') && /^(https?|mailto):/i.test(token.href)) {
      return { kind: 'link', text: plainOf(token.tokens), href: token.href };
    }
    if (isToken(token, 'br')) return ' ';
    // A line of the file ends where its writer's window did.
    return (isToken(token, 'text') || isToken(token, 'escape') ? token.text : token.raw).replace(/\s*\n\s*/g, ' ');
  });
}

/** The same without any of its marks. */
export const plainOf = (tokens: readonly Token[] | undefined): string =>
  inlineOf(tokens)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');
