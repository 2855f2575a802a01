import { quoted } from '../files/messages.js';
import type { OfficerForm } from '../forms/form.js';
import { sheetWords } from '../words/sheets.js';
import type { Grid } from './grid.js';
import type { SheetData } from './sheet-data.js';
import type { SheetFile } from './sheet-file.js';

const words = sheetWords.officer;
/** As many digits of the plan's hash as tell one plan from another. */
const DIGITS = 12;
/** The key stands above the table. */
const LOOKED_AT = 30;

/** What the key of a sheet says. Title and officer are for people. */
interface ReadKey {
  readonly title: string;
  readonly officer: string;
  readonly cycle: string;
  readonly checkpoint: string;
  readonly person: string;
  readonly planHash: string;
}

/** The line by which a sheet is known when it comes back. */
export function writeKey({ key, title, officer }: Pick<SheetData, 'key' | 'title' | 'officer'>): string {
  const parts = [title, officer, key.cycle, key.checkpoint, key.person, key.planHash.slice(0, DIGITS)];
  return `${words.key}: ${parts.map((part) => part.replaceAll('|', '/').trim()).join(' | ')}`;
}

/** Why a sheet can not be of this form, in Italian; undefined when it is, or when it is a CSV without a key. */
export function refuseKey(grid: Grid, form: OfficerForm, type: SheetFile['type']): string | undefined {
  const key = findKey(grid);
  if (key === undefined) return type === 'csv' ? undefined : words.noKey;
  if (key.cycle !== form.cycle || key.checkpoint !== form.checkpoint) {
    return words.otherCheckpoint(quoted(`${key.title}, ${key.cycle}`), `${form.title}, ${form.cycle}`);
  }
  const theirs = [form.person, ...form.actingFor].some(({ id }) => id === key.person);
  if (!theirs) return words.otherPerson(quoted(key.officer), form.person.name);
  return form.planHash.startsWith(key.planHash) ? undefined : words.otherPlan;
}

function findKey(grid: Grid): ReadKey | undefined {
  for (const { cells } of grid.rows.slice(0, LOOKED_AT)) {
    for (const { shown } of cells.values()) {
      if (!shown.startsWith(words.key)) continue;
      const parts = shown.slice(words.key.length + 1).split('|');
      const [title, officer, cycle, checkpoint, person, planHash] = parts.map((part) => part.trim());
      if (title === undefined || officer === undefined || cycle === undefined) return undefined;
      if (checkpoint === undefined || person === undefined || planHash?.length !== DIGITS) return undefined;
      return { title, officer, cycle, checkpoint, person, planHash };
    }
  }
  return undefined;
}
