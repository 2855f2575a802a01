import { createHash } from 'node:crypto';
import type { GroupAmount } from '../domain/individual/aggregates.js';
import { parseItalianNumber } from '../domain/measured/written-number.js';
import { compare, rational } from '../domain/rational.js';
import { err, ok, type Result } from '../domain/result.js';
import type { DecimalText } from '../domain/targets/types.js';
import { Budget } from '../files/budget.js';
import { firstOf, quoted } from '../files/messages.js';
import { fileWords } from '../words/files.js';
import { rewardFileWords as words } from '../words/rewards.js';
import { readCsv } from './csv.js';
import type { GridRow } from './grid.js';

/** What a file says is set aside and paid for results, by group. */
interface RewardFile {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  readonly amounts: readonly GroupAmount[];
}

interface NamedGroup {
  readonly id: string;
  readonly title: string;
}

type Column = keyof typeof words.columns;

/**
 * Reads a table (.csv) with the columns *Gruppo*, *Stanziato* and *Distribuito*, in any order: a row for each group, by id or title. Other
 * columns are refused: a column more could hold what one person is paid.
 * @param groups of the body's rules
 * @returns what it says; or everything that is wrong, each with its row: then none of it is used
 */
export function readRewards(bytes: Uint8Array, groups: readonly NamedGroup[]): Result<RewardFile, readonly string[]> {
  const grid = readCsv(bytes, new Budget());
  if (!grid.ok) return err([grid.error]);
  const [head, ...rows] = grid.value.rows;
  const places = placesIn(head);
  if (!places.ok) return err([places.error]);
  const amounts: GroupAmount[] = [];
  const wrong: string[] = [];
  for (const row of rows) {
    const read = readRow(row, places.value, groups);
    if (!read.ok) wrong.push(words.row(row.row, read.error));
    else if (amounts.some(({ group }) => group === read.value.group)) wrong.push(words.row(row.row, words.twice));
    else amounts.push(read.value);
  }
  if (wrong.length > 0) return err(firstOf(wrong, fileWords.more));
  const missing = groups.filter(({ id }) => !amounts.some(({ group }) => group === id));
  if (missing.length > 0) return err([words.missing(missing.map(({ title }) => title))]);
  return ok({ hash: createHash('sha256').update(bytes).digest('hex'), amounts });
}

function placesIn(head: GridRow | undefined): Result<ReadonlyMap<Column, number>, string> {
  const places = new Map<Column, number>();
  for (const [at, { shown }] of head?.cells ?? []) {
    const column = COLUMNS.find((one) => words.columns[one].toLowerCase() === shown.trim().toLowerCase());
    if (column === undefined || places.has(column)) return err(words.strange(quoted(shown)));
    places.set(column, at);
  }
  const absent = COLUMNS.find((column) => !places.has(column));
  return absent === undefined ? ok(places) : err(words.noColumn(words.columns[absent]));
}

const COLUMNS = ['group', 'allocated', 'paid'] as const satisfies readonly Column[];

function readRow(
  { cells }: GridRow,
  places: ReadonlyMap<Column, number>,
  groups: readonly NamedGroup[],
): Result<GroupAmount, string> {
  const at = (column: Column): string => cells.get(places.get(column) ?? -1)?.shown.trim() ?? '';
  const named = at('group').toLowerCase();
  const group = groups.find(({ id, title }) => id === named || title.toLowerCase() === named);
  if (group === undefined)
    return err(
      words.unknown(
        quoted(at('group')),
        groups.map(({ title }) => title),
      ),
    );
  const [allocated, paid] = [euro(at('allocated')), euro(at('paid'))];
  if (!allocated.ok) return allocated;
  if (!paid.ok) return paid;
  if (compare(rational(paid.value), rational(allocated.value)) > 0) return err(words.morePaid);
  return ok({ group: group.id, allocated: allocated.value, paid: paid.value });
}

function euro(written: string): Result<DecimalText, string> {
  const read = parseItalianNumber(written.replace(/^€\s*|(?<!\s)\s*€$/g, ''));
  if (!read.ok) return err(words.badAmount(quoted(written), read.error));
  if ((read.value.split('.')[1]?.length ?? 0) > 2) return err(words.tooFine(quoted(written)));
  return read.value.startsWith('-') ? err(words.negative(quoted(written))) : read;
}
