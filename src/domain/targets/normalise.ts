/** LaTeX commands that survive when a table is extracted from a PDF, and what they stand for. */
const LATEX: Readonly<Record<string, string>> = {
  geqslant: '>=',
  geq: '>=',
  ge: '>=',
  leqslant: '<=',
  leq: '<=',
  le: '<=',
  gt: '>',
  lt: '<',
  textgreater: '>',
  textless: '<',
  pm: '±',
  euro: '€',
  EUR: '€',
  quad: ' ',
  text: ' ',
  mathrm: ' ',
  textbf: ' ',
};

const ENTITIES: Readonly<Record<string, string>> = {
  ge: '>=',
  le: '<=',
  gt: '>',
  lt: '<',
  nbsp: ' ',
  euro: '€',
  agrave: 'à',
  egrave: 'è',
  igrave: 'ì',
  ograve: 'ò',
  ugrave: 'ù',
  rsquo: "'",
  deg: '°',
};

const CHARACTERS: Readonly<Record<string, string>> = {
  '≥': '>=',
  '⩾': '>=',
  '≧': '>=',
  '≤': '<=',
  '⩽': '<=',
  '≦': '<=',
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '➢': '•',
  '’': "'",
  '‘': "'",
  '´': "'",
  '`': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  º: '°',
  '˚': '°',
  '…': '...',
  '→': '->',
  '⁄': '/',
  '∕': '/',
  '\r': '\n',
  '\u2028': '\n',
  '\u2029': '\n',
};

/** Printable ASCII with single spaces, as most targets are written: nothing to bring to one spelling. */
const ALREADY = /^[!-~]+(?: [!-~]+)*$/;
/** Signs that may stand for another, or for nothing. */
const ENCODED = /[\\$&]|\*\*|<br/i;

/** Zero-width characters and the soft hyphen: they are not seen, so they say nothing. */
const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;

/**
 * Brings a cell to one spelling: composed Unicode, plain operators and dashes, single spaces, `\n` between lines.
 * Ambiguous characters (superscripts, bidirectional marks, foreign digits) are left as they are, for the grammar to
 * stumble on. Idempotent: a piece of normalised text quoted in a sentence normalises to itself. Linear in the length.
 */
export function normalise(text: string): string {
  if (ALREADY.test(text) && !ENCODED.test(text)) return text;
  let current = text;
  // Removing one layer can uncover another (an entity spelt with a zero-width space inside); three layers are enough
  // for anything a person produced, and a fixed bound keeps the work linear.
  for (let round = 0; round < 3; round++) {
    const next = once(current);
    // What is plain already can not hide another layer.
    if (next === current || (ALREADY.test(next) && !ENCODED.test(next))) return next;
    current = next;
  }
  return current;
}

function once(text: string): string {
  let s = text.normalize('NFC').replace(INVISIBLE, '');
  if (s.includes('\\') || s.includes('$')) s = stripMath(s);
  if (s.includes('&')) s = s.replace(/&([a-z]{2,8});/g, (all, name: string) => ENTITIES[name] ?? all);
  s = s.replace(/<br ?\/?>/gi, '\n').replace(/\*\*/g, '');
  s = s.replace(/[^\p{ASCII}\p{L}\p{N}]|[\rº]|[\uff01-\uff5e]/gu, (c) => CHARACTERS[c] ?? fullWidth(c));
  return s
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

function stripMath(text: string): string {
  const dollars = text.split('$').length - 1;
  // An odd number of dollars is a price, not a formula.
  let s = dollars % 2 === 0 ? text.replaceAll('$', ' ') : text;
  if (!s.includes('\\')) return s;
  s = s.replace(/[{}]/g, '').replace(/\\{1,3}([%€])/g, '$1');
  return s.replace(/\\{1,3}([A-Za-z]{2,12})/g, (all, name: string) => LATEX[name] ?? all);
}

/** Full-width forms (`８０％`) have an ASCII twin at a fixed distance. */
function fullWidth(c: string): string {
  const code = c.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : c;
}
