import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { never } from '../../domain/result.js';
import { documentWords as words } from '../../words/documents.js';
import { type Block, type Inline, ownTable, type Section, type Table } from '../content.js';
import { drawnSize } from '../drawing-size.js';
import { MANY_CHAPTERS, printed, printedColumns } from '../print.js';
import type { Snapshot } from '../snapshot.js';
import { chartDrawing, PRINTED_CHART } from './chart-drawing.js';
import { drawingSvg, drawingTitle } from './drawing-svg.js';
import { heightOnOnePage, isLong, isShort, pictureSize } from './page-room.js';
import { NO_PICTURES, type Pictures } from './pictures.js';
import { printedPictures } from './printed-pictures.js';

/** Tagged, titled, in Italian, readable aloud: the compiler refuses what PDF/UA-1 (ISO 14289-1) forbids. */
const STANDARD = 'ua-1';
/** How long an idle thread is kept: a publication asks for several documents in a row. */
const IDLE_MS = 30_000;
const FONTS = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'] as const;

/**
 * The document as a tagged PDF. The same snapshot gives the same bytes with the same compiler.
 * @param given the files of its figures
 * @throws when the compiler refuses it, with its reasons
 */
export async function pdfForm(snapshot: Snapshot, given: Pictures = NO_PICTURES): Promise<Buffer> {
  const pictures = new Placed(await printedPictures(snapshot.content, given));
  const document = JSON.stringify(printModel(snapshot, pictures));
  const timestamp = Math.floor(Date.parse(`${snapshot.content.on}T00:00:00Z`) / 1000);
  return await compile(document, timestamp, pictures.files);
}

/** Files by the path the template reads them at: the compiler takes pictures as files. */
type Files = Map<string, Uint8Array<ArrayBuffer>>;

class Placed {
  readonly files: Files = new Map();
  /** By the hash of what they were made from. */
  readonly given: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

  constructor(given: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) {
    this.given = given;
  }

  /** Puts a picture where the template finds it, once. @returns its path */
  put(name: string, bytes: Uint8Array<ArrayBuffer>): string {
    const path = `/${name}`;
    this.files.set(path, bytes);
    return path;
  }
}

interface Answer {
  readonly id: number;
  readonly bytes?: Uint8Array;
  readonly error?: string;
}

interface Asked {
  resolve(bytes: Buffer): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  readonly asked: Map<number, Asked>;
  idle: NodeJS.Timeout | undefined;
}

let thread: Thread | undefined;
let lastId = 0;

function compile(document: string, timestamp: number, files: Files): Promise<Buffer> {
  thread ??= startThread();
  const { worker, asked, idle } = thread;
  clearTimeout(idle);
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    asked.set(id, { resolve, reject });
    // Whoever waits for a PDF keeps the process alive; the thread by itself does not.
    worker.ref();
    // Given away, not copied: pictures are what a document has most of.
    worker.postMessage(
      { id, document, standard: STANDARD, timestamp, pictures: [...files] },
      [...files.values()].map(({ buffer }) => buffer),
    );
  });
}

function startThread(): Thread {
  const worker = new Worker(new URL('./compile.mjs', import.meta.url), {
    workerData: { template: readFileSync(new URL('./document.typ', import.meta.url), 'utf8'), fonts: fontFiles() },
  });
  const started: Thread = { worker, asked: new Map(), idle: undefined };
  worker.unref();
  worker.on('message', (answer: Answer) => settle(started, answer));
  worker.on('error', (cause) => end(started, cause instanceof Error ? cause : new Error(String(cause))));
  worker.on('exit', (code) => end(started, new Error(`the PDF thread ended with ${code}`)));
  return started;
}

function settle(from: Thread, { id, bytes, error }: Answer): void {
  const waiting = from.asked.get(id);
  from.asked.delete(id);
  if (from.asked.size === 0) {
    from.worker.unref();
    from.idle = setTimeout(() => void from.worker.terminate(), IDLE_MS).unref();
  }
  if (bytes === undefined) waiting?.reject(new Error(`the PDF was not made: ${error}`));
  else waiting?.resolve(Buffer.from(bytes));
}

/** Nobody waits for a thread that is no more; the next document starts another. */
function end(ended: Thread, reason: Error): void {
  if (thread === ended) thread = undefined;
  clearTimeout(ended.idle);
  for (const { reject } of ended.asked.values()) reject(reason);
  ended.asked.clear();
}

function fontFiles(): readonly Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.map((font) =>
    readFileSync(resolve(`@expo-google-fonts/titillium-web/${font}/TitilliumWeb_${font}.ttf`)),
  );
}

/** The document as `document.typ` reads it: every value already written as it is printed. */
function printModel({ content, hash }: Snapshot, pictures: Placed): object {
  const [year = 0, month = 0, day = 0] = content.on.split('-').map(Number);
  return {
    title: content.title,
    entity: content.entity,
    edition: words.edition(content.exercise, content.version, content.on),
    on: { year, month, day },
    hash,
    landscape: content.landscape,
    simulated: content.simulated ? words.simulated : null,
    contents:
      content.sections.filter((section) => section.level === 2).length > MANY_CHAPTERS &&
      isLong(content.sections, content.landscape),
    words: {
      hash: words.hash,
      hashMeaning: words.hashMeaning,
      contents: words.contents,
      page: words.page,
      of: words.of,
      place: words.signature.place,
      signed: words.signature.signed,
    },
    sections: content.sections.map((section, at) =>
      printSection(section, content.sections[at + 1], content.landscape, pictures),
    ),
  };
}

const printSection = (
  { level, title, blocks }: Section,
  next: Section | undefined,
  landscape: boolean,
  pictures: Placed,
): object => ({
  level,
  title,
  height: level === 2 ? null : heightOnOnePage(blocks, landscape),
  blocks: blocks.map((block, at) => ({
    ...printBlock(block, title, landscape, pictures),
    // With the table it explains, with who signs it, or with the first of the sections it introduces.
    leads:
      ['table', 'signature'].includes(blocks[at + 1]?.kind ?? '') ||
      (blocks.length === 1 && (next?.level ?? 0) > level),
  })),
});

function printBlock(block: Block, heading: string, landscape: boolean, pictures: Placed): object {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, text: block.text.map(printInline) };
    case 'list':
      return { ...block, title: block.title ?? null, items: block.items.map((item) => item.map(printInline)) };
    case 'facts':
      return { ...block, facts: block.facts.map(({ label, value }) => ({ label, value: printed(value) })) };
    case 'signature':
      return block;
    case 'figure': {
      const { hash, alt, caption } = block;
      const bytes = pictures.given.get(hash);
      if (bytes === undefined) {
        const text = [words.drafting.pictureErased(alt), caption].filter((one) => one !== '').join(' ');
        return { kind: 'paragraph', text: [printInline(text)] };
      }
      const path = pictures.put(`${hash}.svg`, bytes);
      return { kind: 'figure', caption, alternative: alt, path, ...pictureSize(block, landscape) };
    }
    case 'chart': {
      const [table] = ownTable(block);
      return {
        kind: 'chart',
        caption: block.caption,
        alternative: block.alt,
        path: pictures.put(`grafico-${pictures.files.size + 1}.svg`, new TextEncoder().encode(chartDrawing(block))),
        ...pictureSize(PRINTED_CHART, landscape),
        // The caption below the drawing is that of its numbers too.
        table: table === undefined ? null : printTable(table, table.caption, landscape),
      };
    }
    case 'drawing': {
      const path = pictures.put(
        `disegno-${pictures.files.size + 1}.svg`,
        new TextEncoder().encode(drawingSvg(block.drawing)),
      );
      const alternative = drawingTitle(block.drawing);
      const caption = heading.endsWith(block.caption) ? '' : block.caption;
      return { kind: 'figure', caption, alternative, path, ...drawnSize(block.drawing, landscape) };
    }
    case 'table':
      return printTable(block, heading, landscape);
    default:
      return never(block);
  }
}

function printTable(table: Table, heading: string, landscape: boolean): object {
  const columns = printedColumns(table.columns);
  return {
    kind: 'table',
    // Under a heading that says the same, the caption would be read twice.
    caption: table.caption === heading ? null : table.caption,
    whole: isShort(table, landscape),
    columns: columns.map(({ column }) => ({
      title: column.title,
      figures: column.figures === true,
      share: column.share ?? 1,
    })),
    rows: table.rows.map((row) => ({
      stress: row.stress ?? 'none_',
      cells: columns.map(({ at }) => breakable(printed(row.cells[at] ?? ''))),
    })),
  };
}

/** A hash is one word of 64 letters: in a narrow column it may break every eight. */
const breakable = (text: string): string =>
  text.replace(/\b[0-9a-f]{64}\b/g, (hash) => hash.replace(/.{8}(?=.)/g, '$&\u200b'));

const printInline = (piece: Inline): object => (typeof piece === 'string' ? { kind: 'text', text: piece } : piece);
