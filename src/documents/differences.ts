import type { Change } from '../domain/change.js';
import { never } from '../domain/result.js';
import { boardWords as words } from '../words/board.js';
import { type Block, type DocumentContent, type Inline, ownTable, type Section, type Table } from './content.js';
import { printed } from './print.js';

/** A section that is not as it was. */
export interface SectionChange {
  readonly title: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Its paragraphs, and each figure of each table; of one that came or went, that it did. */
  readonly changes: readonly Change[];
}

/** What changed between two versions of a document, section by section in the order of the later one. */
export function diffSections(
  before: Pick<DocumentContent, 'sections'>,
  after: Pick<DocumentContent, 'sections'>,
): readonly SectionChange[] {
  return compared(keyed(before.sections, titleOf), keyed(after.sections, titleOf)).flatMap(
    ({ key, before: was, after: is }): readonly SectionChange[] => {
      if (was === undefined || is === undefined) {
        const kind = is === undefined ? 'removed' : 'added';
        return [{ title: key, kind, changes: [{ head: key, where: '', what: words.section[kind] }] }];
      }
      const changes = [...texts(is.title, was, is), ...tables(was, is)];
      return changes.length === 0 ? [] : [{ title: key, kind: 'changed', changes }];
    },
  );
}

const titleOf = (section: Section): string => section.title;

function texts(title: string, before: Section, after: Section): readonly Change[] {
  const [was, is] = [before, after].map((s) => s.blocks.flatMap(linesOf));
  if (was === undefined || is === undefined) return [];
  const gone = was.filter((line) => !is.includes(line));
  const come = is.filter((line) => !was.includes(line));
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => ({
    head: title,
    where: '',
    what: words.section.text,
    ...sides(gone[i], come[i]),
  }));
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [plain(block.text)];
    case 'list':
      return block.items.map(plain);
    case 'facts':
      return block.facts.map((fact) => `${fact.label}: ${printed(fact.value)}`);
    case 'figure':
      return [words.section.figure(block.caption, block.alt, block.hash.slice(0, 8))];
    case 'chart':
      return [words.section.figure(block.caption, block.alt)];
    // What a drawing says, the table beside it says: its changes are there.
    case 'drawing':
    case 'table':
    case 'signature':
      return [];
    default:
      return never(block);
  }
}

const plain = (text: readonly Inline[]): string =>
  text.map((run) => (typeof run === 'string' ? run : run.text)).join('');

function tables(before: Section, after: Section): readonly Change[] {
  const of = (section: Section) =>
    keyed(
      section.blocks.flatMap((block) =>
        block.kind === 'table' ? [block] : block.kind === 'chart' ? ownTable(block) : [],
      ),
      (table) => table.part?.value ?? table.caption,
    );
  return compared(of(before), of(after)).flatMap(({ key, before: was, after: is }): readonly Change[] => {
    if (was === undefined || is === undefined) {
      return [{ head: key, where: after.title, what: is === undefined ? words.section.removed : words.section.added }];
    }
    return rows(`${after.title}, ${key}`, was, is);
  });
}

function rows(where: string, before: Table, after: Table): readonly Change[] {
  const titles = after.columns.map((column) => column.title);
  return compared(rowsOf(before), rowsOf(after)).flatMap(({ key, before: was, after: is }): readonly Change[] => {
    if (was === undefined || is === undefined) {
      const cells = (is ?? was ?? []).filter((cell) => cell !== '').join(' · ');
      const what = is === undefined ? words.section.rowRemoved : words.section.rowAdded;
      return [{ head: key, where, what, ...(is === undefined ? { before: cells } : { after: cells }) }];
    }
    return titles.flatMap((what, i) => (was[i] === is[i] ? [] : [{ head: key, where, what, ...sides(was[i], is[i]) }]));
  });
}

/** The rows of a table by the cell that heads them. */
function rowsOf(table: Table): ReadonlyMap<string, readonly string[]> {
  const heads = table.columns.flatMap((column, i) => (column.heads === true ? [i] : []));
  const first = table.columns.findIndex((column) => column.dataOnly !== true);
  const by = heads.length > 0 ? heads : [Math.max(first, 0)];
  return keyed(
    table.rows.map((row) => row.cells.map(printed)),
    (cells) =>
      by
        .map((i) => cells[i] ?? '')
        .filter((cell) => cell !== '')
        .join(' ') || words.changes.none,
  );
}

/** Things by name; those that share one are told apart by their order. */
function keyed<T>(things: readonly T[], name: (thing: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const thing of things) {
    const key = name(thing);
    let unique = key;
    for (let n = 2; found.has(unique); n++) unique = `${key} (${n})`;
    found.set(unique, thing);
  }
  return found;
}

function compared<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): readonly { readonly key: string; readonly before: T | undefined; readonly after: T | undefined }[] {
  return [...new Set([...after.keys(), ...before.keys()])].map((key) => ({
    key,
    before: before.get(key),
    after: after.get(key),
  }));
}

const sides = (before: string | undefined, after: string | undefined) => ({
  before: before === '' ? undefined : before,
  after: after === '' ? undefined : after,
});
