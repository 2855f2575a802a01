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
import { FORM_ID, textIn } from './posted.js';
import { receiptPath } from './receipt.js';
import { formDataOf } from './request.js';
import { type Scene, sceneOf } from './scene.js';
import { send, sentBefore } from './send.js';
import { SheetPage } from './sheet-page.js';
import { SHEET_FILE, SHEET_MODE, SHEET_MODES } from './sheet-section.js';

const words = officerWords.sheet;

/** The form as a sheet, with what is already there. */
export function downloadSheet(site: Site): Handler {
  return async (c) => {
    const scene = await sceneOf(site, c);
    if (scene === undefined || scene.form.rows.length === 0) return c.notFound();
    declareDownload(c);
    c.header('Content-Type', XLSX_TYPE);
    c.header('Content-Disposition', attachmentHeader(`${scene.form.checkpoint}-${scene.form.exercise}.xlsx`));
    c.header('Cache-Control', 'no-store');
    return c.body(new Uint8Array(writeOfficerSheet(scene.form)));
  };
}

/** Takes a sheet sent back: all of it, or what is right of it, as the officer chose. */
export function takeSheet(site: Site): Handler {
  return async (c) => {
    const scene = await sceneOf(site, c);
    if (scene === undefined || scene.form.rows.length === 0) return c.notFound();
    const data = await formDataOf(c);
    if (!data.ok) return sheetPage(site, c, scene, { refused: data.error });
    const mode = textIn(data.value, SHEET_MODE) === SHEET_MODES.partial ? 'partial' : 'all';
    const file = data.value.get(SHEET_FILE);
    if (file === null || typeof file === 'string' || file.size === 0) {
      return sheetPage(site, c, scene, { refused: words.missing, mode });
    }
    const reading = await readOfficerSheet(new Uint8Array(await file.arrayBuffer()), scene.form);
    if (!reading.ok) return sheetPage(site, c, scene, { refused: reading.error, mode });
    return await taken(site, c, scene, reading.value, mode, textIn(data.value, FORM_ID));
  };
}

async function taken(
  site: Site,
  c: Context,
  scene: Scene,
  { answers, errors, more, wrongRows }: SheetReading,
  mode: 'all' | 'partial',
  id: string,
): Promise<Response> {
  if (errors.length > 0 && mode === 'all') return sheetPage(site, c, scene, { errors, more, mode });
  const rows = new Map(scene.form.rows.map((row) => [row.code, row]));
  const answered = answers.flatMap(({ code, actual, note }): readonly Answered[] => {
    const row = rows.get(code);
    return row === undefined
      ? []
      : [
          {
            row,
            ...weigh(row, actual, scene.form),
            evidence: evidenceOf(row),
            note,
          },
        ];
  });
  const odd = answered.filter((one) => isNew(one) && one.questions.length > 0);
  // What is asked about waits with the others, unless its officer wants what can be taken to be taken.
  if (odd.length > 0 && mode === 'all')
    return sheetPage(site, c, scene, { errors, more, mode, odd, waiting: answered });
  const fresh = answered.filter((one) => isNew(one) && !odd.includes(one));
  if (fresh.length === 0 && odd.length > 0) return sheetPage(site, c, scene, { errors, more, mode, odd, waiting: odd });
  if (fresh.length === 0) {
    const before = await sentBefore(site, scene, id);
    if (before.length > 0) return c.redirect(receiptPath(scene.duty.here, before), 303);
    const text = errors.length === 0 || answered.length > 0 ? words.nothingNew : words.noneCorrect;
    return sheetPage(site, c, scene, { errors, more, mode, refused: text });
  }
  const numbers = await send(site, scene, { id, channel: 'sheet', answers: fresh });
  if (!numbers.ok) {
    const rows = numbers.error.rows.map((row) => `${row.indicator}: ${row.message}`);
    const why = [numbers.error.message, ...firstOf(rows, fileWords.more)];
    return sheetPage(site, c, scene, { refused: why.join('; '), mode });
  }
  await dropSent(site, scene, fresh);
  const where = receiptPath(scene.duty.here, numbers.value);
  if (errors.length === 0 && odd.length === 0) return c.redirect(where, 303);
  return sheetPage(site, c, scene, {
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
  scene: Scene,
  content: SheetAnswerContent,
): Promise<Response> {
  const { errors = [], more = 0, mode = 'all', odd = [], waiting = [], ...rest } = content;
  c.header('Cache-Control', 'no-store');
  return answer(
    c,
    <SheetPage frame={bareFrame(deps, assets, c)} {...{ scene, errors, more, mode, odd, waiting }} {...rest} />,
    content.taken === undefined ? 422 : 200,
  );
}
