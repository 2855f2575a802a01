import type { CivilDate } from '../domain/calendar/types.js';
import { readMailAddress } from '../domain/mail-address.js';
import { readDay } from '../domain/measured/written-date.js';
import { err, ok, type Result } from '../domain/result.js';
import { firstOf, quoted } from '../files/messages.js';
import { fileWords } from '../words/files.js';
import { peopleWords } from '../words/people.js';
import type { GridRow } from './grid.js';
import { openSheetFile } from './read-file.js';

const words = peopleWords.importing;

/** A row of a file of people: somebody, and what they hold if the row says so: a role, an office, or both. */
interface PersonRow {
  /** From 1, as the spreadsheet numbers it. */
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly mandates: readonly {
    readonly role: string;
    readonly from: CivilDate | undefined;
    readonly to: CivilDate | undefined;
  }[];
}

type Column = keyof typeof words.columns;
const COLUMNS = Object.keys(words.columns) as readonly Column[];
const HEADINGS: Readonly<Record<Column, readonly string[]>> = words.headings;

/**
 * Reads a table (.xlsx, .ods, .csv; of a workbook its first sheet) with the columns *Nome*, *Mail* and, where they are needed, *Cognome*,
 * *Incarico*, *Ufficio*, *Dal*, *Al*, in any order and under the names offices give them.
 * @param roles that may be given, by id or title
 * @returns its rows; or everything that is wrong, each with its row: then none of it is used
 */
export async function readPeople(
  bytes: Uint8Array,
  roles: readonly { readonly id: string; readonly title: string }[],
): Promise<Result<readonly PersonRow[], readonly string[]>> {
  const file = await openSheetFile(bytes);
  if (!file.ok) return err([file.error]);
  const grid = await file.value.sheets[0]?.grid();
  if (grid === undefined) return err([words.empty]);
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
    const heading = shown.trim().replaceAll(/\s+/g, ' ').toLowerCase();
    if (heading === '') continue;
    const column = COLUMNS.find((one) => HEADINGS[one].includes(heading));
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
  const name = [written('name'), written('surname')].filter((part) => part !== '').join(' ');
  if (written('name') === '') return err(words.noName);
  const address = readMailAddress(written('email'));
  if (!address.ok) return err(peopleWords.address(written('email'), address.error));
  const [from, to] = [dateIn('from'), dateIn('to')];
  if (!from.ok) return from;
  if (!to.ok) return to;
  const person = { row, name, email: address.value };
  const held = [written('role'), written('office')].filter((one) => one !== '');
  if (held.length === 0)
    return from.value === undefined && to.value === undefined
      ? ok({ ...person, mandates: [] })
      : err(words.noRoleForDates);
  const found = held.map((one) =>
    roles.find(({ id, title }) => [id, title].some((name) => name.toLowerCase() === one.toLowerCase())),
  );
  const strange = held.find((_, at) => found[at] === undefined);
  if (strange !== undefined) return err(words.noRole(quoted(strange)));
  if (from.value !== undefined && to.value !== undefined && to.value < from.value)
    return err(peopleWords.appointing.backwards);
  const mandates = found.flatMap((role) => role?.id ?? []).map((role) => ({ role, from: from.value, to: to.value }));
  return ok({ ...person, mandates });
}
