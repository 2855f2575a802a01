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
    if (isA(token, 'space') || isComment(token)) continue;
    if (isA(token, 'heading') && token.depth === 1 && title === undefined && parts.length === 0) {
      title = plain(token.tokens);
    } else if (isA(token, 'heading')) {
      parts.push({ title: plain(token.tokens), blocks: [] });
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
}

/** The lexer's own type of a token says neither what it is nor what it is not. */
const isA = <K extends keyof Known>(token: Token, type: K): token is Known[K] & Token => token.type === type;

/** A comment is a note to who writes the chapter. */
const isComment = (token: Token): boolean => isA(token, 'html') && /^<!--[\s\S]*-->\s*$/.test(token.raw);

function blockOf(token: Token): readonly Block[] {
  if (isA(token, 'paragraph')) return [{ kind: 'paragraph', text: runOf(token.tokens) }];
  if (isA(token, 'list')) {
    return [{ kind: 'list', ordered: token.ordered, items: token.items.flatMap((item) => itemRuns(item)) }];
  }
  const text = token.raw.trim();
  return text === '' ? [] : [{ kind: 'paragraph', text: [text] }];
}

/** A list within a list is told on the same level: two are more than a published chapter needs. */
function itemRuns(item: Tokens.ListItem): readonly (readonly Inline[])[] {
  const own = item.tokens
    .filter((t) => !isA(t, 'list'))
    .flatMap((t) => runOf('tokens' in t && t.tokens ? t.tokens : [t]));
  const inner = item.tokens.flatMap((t) => (isA(t, 'list') ? t.items.flatMap(itemRuns) : []));
  return own.length === 0 ? inner : [own, ...inner];
}

function runOf(tokens: readonly Token[] | undefined): readonly Inline[] {
  return (tokens ?? []).map((token): Inline => {
    if (isA(token, 'strong')) return { kind: 'strong', text: plain(token.tokens) };
    if (isA(token, 'em')) return { kind: 'emphasis', text: plain(token.tokens) };
    if (isA(token, 'link') && /^(https?|mailto):/i.test(token.href)) {
      return { kind: 'link', text: plain(token.tokens), href: token.href };
    }
    if (isA(token, 'br')) return ' ';
    // A line of the file ends where its writer's window did.
    return (isA(token, 'text') || isA(token, 'escape') ? token.text : token.raw).replace(/\s*\n\s*/g, ' ');
  });
}

const plain = (tokens: readonly Token[] | undefined): string =>
  runOf(tokens)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');
