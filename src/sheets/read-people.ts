import type { CivilDate } from '../domain/calendar/types.js';
import { readMailAddress } from '../domain/mail-address.js';
import { readDay } from '../domain/measured/written-date.js';
import { err, ok, type Result } from '../domain/result.js';
import { Budget } from '../files/budget.js';
import { firstOf, quoted } from '../files/messages.js';
import { fileWords } from '../words/files.js';
import { peopleWords } from '../words/people.js';
import { readCsv } from './csv.js';
import type { GridRow } from './grid.js';

const words = peopleWords.importing;

/** A row of a file of people: somebody, and something they hold if the row says so. */
interface PersonRow {
  /** From 1, as the spreadsheet numbers it. */
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly mandate?: {
    readonly role: string;
    readonly from: CivilDate | undefined;
    readonly to: CivilDate | undefined;
  };
}

type Column = keyof typeof words.columns;
const COLUMNS = ['name', 'email', 'role', 'from', 'to'] as const satisfies readonly Column[];

/**
 * Reads a table (.csv) with the columns *Nome*, *Mail* and, where they are needed, *Incarico*, *Dal*, *Al*, in any order.
 * @param roles that may be given, by id or title
 * @returns its rows; or everything that is wrong, each with its row: then none of it is used
 */
export function readPeople(
  bytes: Uint8Array,
  roles: readonly { readonly id: string; readonly title: string }[],
): Result<readonly PersonRow[], readonly string[]> {
  const grid = readCsv(bytes, new Budget());
  if (!grid.ok) return err([grid.error]);
  const [head, ...rows] = grid.value.rows;
  const places = placesIn(head);
  if (!places.ok) return err([places.error]);
  if (rows.length === 0) return err([words.empty]);
  const people: PersonRow[] = [];
  const wrong: string[] = [];
  for (const row of rows) {
    const read = readRow(row, places.value, roles);
    if (read.ok) people.push(read.value);
    else wrong.push(words.row(row.row, read.error));
  }
  return wrong.length > 0 ? err(firstOf(wrong, fileWords.more)) : ok(people);
}

function placesIn(head: GridRow | undefined): Result<ReadonlyMap<Column, number>, string> {
  const places = new Map<Column, number>();
  for (const [at, { shown }] of head?.cells ?? []) {
    const column = COLUMNS.find((one) => words.columns[one].toLowerCase() === shown.trim().toLowerCase());
    if (column === undefined || places.has(column)) return err(words.strange(quoted(shown)));
    places.set(column, at);
  }
  const absent = (['name', 'email'] as const).find((column) => !places.has(column));
  return absent === undefined ? ok(places) : err(words.noColumn(words.columns[absent]));
}

function readRow(
  { row, cells }: GridRow,
  places: ReadonlyMap<Column, number>,
  roles: readonly { readonly id: string; readonly title: string }[],
): Result<PersonRow, string> {
  const written = (column: Column): string => cells.get(places.get(column) ?? -1)?.shown.trim() ?? '';
  const dateIn = (column: 'from' | 'to'): Result<CivilDate | undefined, string> =>
    written(column) === '' ? ok(undefined) : (readDay(written(column)) ?? err(words.noDate(quoted(written(column)))));
  const name = written('name');
  if (name === '') return err(words.noName);
  const address = readMailAddress(written('email'));
  if (!address.ok) return err(peopleWords.address(written('email'), address.error));
  const [from, to] = [dateIn('from'), dateIn('to')];
  if (!from.ok) return from;
  if (!to.ok) return to;
  const person = { row, name, email: address.value };
  if (written('role') === '')
    return from.value === undefined && to.value === undefined ? ok(person) : err(words.noRoleForDates);
  const role = roles.find(({ id, title }) =>
    [id, title].some((one) => one.toLowerCase() === written('role').toLowerCase()),
  );
  if (role === undefined) return err(words.noRole(quoted(written('role'))));
  if (from.value !== undefined && to.value !== undefined && to.value < from.value)
    return err(peopleWords.appointing.backwards);
  return ok({ ...person, mandate: { role: role.id, from: from.value, to: to.value } });
}
