import { type HTMLElement, parse } from 'node-html-parser';

/** A field as a form shows it. */
export interface Field {
  readonly name: string;
  /** `choice`: one of several marks; `ticks`: any of several; `list`: a drop-down. */
  readonly kind: 'text' | 'choice' | 'ticks' | 'list' | 'file' | 'hidden';
  /** What stands in it, or is marked. */
  readonly values: readonly string[];
  /** What can be chosen, for the kinds that offer something. */
  readonly options: readonly string[];
  /** What the page says beside it. */
  readonly hint: string;
}

/** A form of a page. */
export interface Form {
  /** Where it goes, whole. */
  readonly address: string;
  readonly method: 'GET' | 'POST';
  readonly carriesFiles: boolean;
  readonly fields: ReadonlyMap<string, Field>;
  /** Buttons that say which of several things to do: `azione=invia`. */
  readonly buttons: ReadonlySet<string>;
}

/** A piece of a page, as somebody sees it. */
export interface Piece {
  readonly text: string;
  attribute(name: string): string | undefined;
  find(selector: string): readonly Piece[];
}

/** A page, as far as somebody without a browser needs it. */
export interface Page {
  readonly address: string;
  readonly status: number;
  readonly heading: string;
  /** Lines of the summary of what is wrong. */
  readonly errors: readonly string[];
  /** What it says has just been done; empty when nothing. */
  readonly notice: string;
  readonly forms: readonly Form[];
  /** Where it leads, whole addresses. */
  readonly links: readonly string[];
  /** Its pieces that match a CSS selector. */
  find(selector: string): readonly Piece[];
  /** Whether a sentence stands in it. */
  says(sentence: string): boolean;
  /** The form that goes to an address below the page's own; `''` for the page itself. */
  formTo(below: string): Form | undefined;
}

/** Reads the HTML that came from an address. */
export function readPage(html: string, address: string, status: number): Page {
  const root = parse(html);
  const here = new URL(address).pathname;
  // Most who open a page want one thing of it.
  const body = once(() => spoken(root.querySelector('body') ?? root));
  const forms = once(() => root.querySelectorAll('form').map((form) => readForm(form, root, address)));
  return {
    address,
    status,
    heading: spoken(root.querySelector('h1')),
    errors: root.querySelectorAll('[role=alert] li').map(spoken),
    notice: spoken(root.querySelector('[role=status]')),
    get forms() {
      return forms();
    },
    get links() {
      return hrefsIn(root).flatMap((link) => (URL.canParse(link, address) ? [new URL(link, address).href] : []));
    },
    find: (selector) => root.querySelectorAll(selector).map(pieceOf),
    says: (sentence) => body().includes(sentence),
    formTo: (below) => forms().find((form) => new URL(form.address).pathname === `${here}${below}`),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const pieceOf = (element: HTMLElement): Piece => ({
  text: spoken(element),
  attribute: (name) => element.getAttribute(name),
  find: (selector) => element.querySelectorAll(selector).map(pieceOf),
});

/** Addresses a text with markup leads to. */
export const linksIn = (html: string): readonly string[] => hrefsIn(parse(html));

const hrefsIn = (root: HTMLElement): readonly string[] =>
  root.querySelectorAll('a[href]').map((link) => link.getAttribute('href') ?? '');

const spoken = (element: HTMLElement | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

function readForm(form: HTMLElement, root: HTMLElement, page: string): Form {
  const fields = new Map<string, Field>();
  for (const element of form.querySelectorAll('input, textarea, select')) {
    const field = readField(element, root);
    if (field === undefined) continue;
    const before = fields.get(field.name);
    fields.set(field.name, before === undefined ? field : joined(before, field));
  }
  const buttons = form
    .querySelectorAll('button[name]')
    .map((button) => `${button.getAttribute('name')}=${button.getAttribute('value') ?? ''}`);
  return {
    address: new URL(form.getAttribute('action') ?? '', page).href,
    method: form.getAttribute('method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
    carriesFiles: form.getAttribute('enctype') === 'multipart/form-data',
    fields,
    buttons: new Set(buttons),
  };
}

/** Several marks of one name, or hidden values that repeat, are one field. */
const joined = (a: Field, b: Field): Field => ({
  ...a,
  values: [...a.values, ...b.values],
  options: [...a.options, ...b.options],
});

function readField(element: HTMLElement, root: HTMLElement): Field | undefined {
  const name = element.getAttribute('name');
  if (name === undefined) return undefined;
  const described = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  const hint = described.map((id) => spoken(root.getElementById(id))).join(' ');
  const field = { name, hint, options: [] };
  if (element.tagName === 'TEXTAREA') return { ...field, kind: 'text', values: [element.textContent] };
  if (element.tagName === 'SELECT') return { ...field, kind: 'list', ...readList(element) };
  const value = element.getAttribute('value') ?? '';
  const type = element.getAttribute('type') ?? 'text';
  switch (type) {
    case 'radio':
    case 'checkbox': {
      const values = element.hasAttribute('checked') ? [value] : [];
      return { ...field, kind: type === 'radio' ? 'choice' : 'ticks', values, options: [value] };
    }
    case 'file':
      return { ...field, kind: 'file', values: [] };
    case 'hidden':
      return { ...field, kind: 'hidden', values: [value] };
    default:
      return { ...field, kind: 'text', values: [value] };
  }
}

function readList(element: HTMLElement): Pick<Field, 'values' | 'options'> {
  const options = element.querySelectorAll('option');
  const given = (option: HTMLElement): string => option.getAttribute('value') ?? spoken(option);
  const chosen = options.find((option) => option.hasAttribute('selected')) ?? options[0];
  return { values: chosen === undefined ? [] : [given(chosen)], options: options.map(given) };
}
