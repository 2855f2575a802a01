import type { Context, Handler } from 'hono';
import { XLSX_TYPE } from '../../../../files/media-types.js';
import { firstOf } from '../../../../files/messages.js';
import { weigh } from '../../../../forms/answer.js';
import type { FormRow } from '../../../../forms/form.js';
import {
  type CellError,
  readOfficerSheet,
  type SheetReading,
  writeOfficerSheet,
} from '../../../../sheets/officer-sheet.js';
import { fileWords } from '../../../../words/files.js';
import { officerWords } from '../../../../words/officer.js';
import { bareFrame } from '../../kit/frame.js';
import { attachmentHeader, declareDownload } from '../../kit/headers.js';
import { answer, type Site } from '../../kit/site.js';
import { type Answered, isNew } from './answers.js';
import { dropSent } from './left.js';
import { type OfficerPageData, officerPageData } from './page-data.js';
import { FORM_ID, textIn } from './posted.js';
import { receiptPath } from './receipt.js';
import { formDataOf } from './request.js';
import { send, sentBefore } from './send.js';
import { SheetPage } from './sheet-page.js';
import { SHEET_FILE, SHEET_MODE, SHEET_MODES } from './sheet-section.js';

const words = officerWords.sheet;

/** The form as a sheet, with what is already there. */
export function downloadSheet(site: Site): Handler {
  return async (c) => {
    const data = await officerPageData(site, c);
    if (data === undefined || data.form.rows.length === 0) return c.notFound();
    declareDownload(c);
    c.header('Content-Type', XLSX_TYPE);
    c.header('Content-Disposition', attachmentHeader(`${data.form.checkpoint}-${data.form.exercise}.xlsx`));
    c.header('Cache-Control', 'no-store');
    return c.body(new Uint8Array(writeOfficerSheet(data.form)));
  };
}

/** Takes a sheet sent back: all of it, or what is right of it, as the officer chose. */
export function takeSheet(site: Site): Handler {
  return async (c) => {
    const data = await officerPageData(site, c);
    if (data === undefined || data.form.rows.length === 0) return c.notFound();
    const sent = await formDataOf(c);
    if (!sent.ok) return sheetPage(site, c, data, { refused: sent.error });
    const mode = textIn(sent.value, SHEET_MODE) === SHEET_MODES.partial ? 'partial' : 'all';
    const file = sent.value.get(SHEET_FILE);
    if (file === null || typeof file === 'string' || file.size === 0) {
      return sheetPage(site, c, data, { refused: words.missing, mode });
    }
    const reading = await readOfficerSheet(new Uint8Array(await file.arrayBuffer()), data.form);
    if (!reading.ok) return sheetPage(site, c, data, { refused: reading.error, mode });
    return await taken(site, c, data, reading.value, mode, textIn(sent.value, FORM_ID));
  };
}

async function taken(
  site: Site,
  c: Context,
  data: OfficerPageData,
  { answers, errors, more, wrongRows }: SheetReading,
  mode: 'all' | 'partial',
  id: string,
): Promise<Response> {
  if (errors.length > 0 && mode === 'all') return sheetPage(site, c, data, { errors, more, mode });
  const rows = new Map(data.form.rows.map((row) => [row.code, row]));
  const answered = answers.flatMap(({ code, actual, note }): readonly Answered[] => {
    const row = rows.get(code);
    return row === undefined
      ? []
      : [
          {
            row,
            ...weigh(row, actual, data.form),
            evidence: evidenceOf(row),
            note,
          },
        ];
  });
  const odd = answered.filter((one) => isNew(one) && one.questions.length > 0);
  // What is asked about waits with the others, unless its officer wants what can be taken to be taken.
  if (odd.length > 0 && mode === 'all') return sheetPage(site, c, data, { errors, more, mode, odd, waiting: answered });
  const fresh = answered.filter((one) => isNew(one) && !odd.includes(one));
  if (fresh.length === 0 && odd.length > 0) return sheetPage(site, c, data, { errors, more, mode, odd, waiting: odd });
  if (fresh.length === 0) {
    const before = await sentBefore(site, data, id);
    if (before.length > 0) return c.redirect(receiptPath(data.duty.here, before), 303);
    const text = errors.length === 0 || answered.length > 0 ? words.nothingNew : words.noneCorrect;
    return sheetPage(site, c, data, { errors, more, mode, refused: text });
  }
  const numbers = await send(site, data, { id, channel: 'sheet', answers: fresh });
  if (!numbers.ok) {
    const rows = numbers.error.rows.map((row) => `${row.indicator}: ${row.message}`);
    const why = [numbers.error.message, ...firstOf(rows, fileWords.more)];
    return sheetPage(site, c, data, { refused: why.join('; '), mode });
  }
  await dropSent(site, data, fresh);
  const where = receiptPath(data.duty.here, numbers.value);
  if (errors.length === 0 && odd.length === 0) return c.redirect(where, 303);
  return sheetPage(site, c, data, {
    errors,
    more,
    mode,
    odd,
    waiting: odd,
    taken: { count: fresh.length, left: wrongRows, receipt: where },
  });
}

/** A sheet has no files: those already with the value stay. */
const evidenceOf = (row: FormRow): readonly string[] => row.current?.evidence ?? [];

interface SheetAnswerContent {
  readonly errors?: readonly CellError[];
  readonly more?: number;
  readonly refused?: string;
  readonly taken?: { readonly count: number; readonly left: number; readonly receipt: string };
  readonly mode?: 'all' | 'partial';
  /** Odd values, and all that is sent once they are said to be right. */
  readonly odd?: readonly Answered[];
  readonly waiting?: readonly Answered[];
}

async function sheetPage(
  { deps, assets }: Site,
  c: Context,
  data: OfficerPageData,
  content: SheetAnswerContent,
): Promise<Response> {
  const { errors = [], more = 0, mode = 'all', odd = [], waiting = [], ...rest } = content;
  c.header('Cache-Control', 'no-store');
  return answer(
    c,
    <SheetPage frame={bareFrame(deps, assets, c)} {...{ data, errors, more, mode, odd, waiting }} {...rest} />,
    content.taken === undefined ? 422 : 200,
  );
}
