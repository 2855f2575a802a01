import { raw } from 'hono/html';
import { never } from '../../domain/result.js';
import { documentWords as words } from '../../words/documents.js';
import {
  type Block,
  type Cell,
  type Column,
  type DocumentContent,
  type Figure,
  type Inline,
  ownTable,
  type Row,
  type Section,
  type Table,
} from '../content.js';
import { MANY_CHAPTERS, printed, printedColumns, slug } from '../print.js';
import type { Snapshot } from '../snapshot.js';
import { chartDrawing } from './chart-drawing.js';
import { drawingSvg, drawingTitle } from './drawing-svg.js';
import { STYLE } from './html-style.js';
import { NO_PICTURES, type Pictures } from './pictures.js';

/** The document as one self-contained, accessible HTML page: headings, tables with captions, nothing loaded. */
export async function htmlForm(
  { content, hash }: Snapshot,
  pictures: Pictures = NO_PICTURES,
  /** What is not frozen says so, has no hash to be known by, and leads back to where it is written. */
  draft?: { readonly back: string },
): Promise<Buffer> {
  const chapters = content.sections.filter((section) => section.level === 2);
  const page = (
    <html lang="it">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {draft === undefined && <meta name="dcterms.identifier" content={`sha256:${hash}`} />}
        <title>{`${content.title} – ${content.entity}`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <header>
          <p class="entity">{content.entity}</p>
          <h1>{content.title}</h1>
          <p>{words.edition(content.exercise, content.version, content.on)}</p>
          {draft !== undefined && (
            <p class="draft" role="note">
              {words.draftNow} <a href={draft.back}>{words.backToDraft}</a>
            </p>
          )}
          {content.simulated && (
            <p class="simulated" role="note">
              {words.simulated}
            </p>
          )}
        </header>
        {chapters.length > MANY_CHAPTERS && (
          <nav class="index" aria-label={words.contents}>
            <ul>
              {chapters.map((chapter) => (
                <li>
                  <a href={`#${anchorOf(content, chapter)}`}>{chapter.title}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main>
          {content.sections.map((section) => (
            <Part section={section} anchor={anchorOf(content, section)} pictures={pictures} />
          ))}
        </main>
        {draft === undefined && (
          <footer>
            <p>
              {`${words.hash}: `}
              <code>{hash}</code>
            </p>
            <p>{words.hashMeaning}</p>
          </footer>
        )}
      </body>
    </html>
  );
  return Buffer.from(`<!doctype html>\n${String(await page)}\n`, 'utf8');
}

/** Two chapters may have the same title: their position makes the anchor one. */
const anchorOf = (content: DocumentContent, section: Section): string =>
  `s${content.sections.indexOf(section) + 1}-${slug(section.title)}`;

function Part({ section, anchor, pictures }: { section: Section; anchor: string; pictures: Pictures }) {
  const Heading = `h${section.level}` as const;
  return (
    <>
      <Heading id={anchor}>{section.title}</Heading>
      <Blocks blocks={section.blocks} heading={section.title} pictures={pictures} />
    </>
  );
}

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** What the heading right above says. */
  readonly heading: string;
  readonly pictures: Pictures;
}

/** What stands under a heading. */
export function Blocks({ blocks, heading, pictures }: BlocksProps) {
  return (
    <>
      {blocks.map((block) => (
        <BlockPart block={block} heading={heading} pictures={pictures} />
      ))}
    </>
  );
}

function BlockPart({ block, heading, pictures }: { block: Block; heading: string; pictures: Pictures }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Run text={block.text} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <>
          {block.title !== undefined && <p class="list">{block.title}</p>}
          <List>
            {block.items.map((item) => (
              <li>
                <Run text={item} />
              </li>
            ))}
          </List>
        </>
      );
    }
    case 'facts':
      return (
        <dl>
          {block.facts.map(({ label, value }) => (
            <div>
              <dt>{label}</dt>
              <dd>{printed(value)}</dd>
            </div>
          ))}
        </dl>
      );
    case 'signature':
      return (
        <div class="signature">
          <p>{`${words.signature.place}: ______________________`}</p>
          {block.who.map((who) => (
            <p>{`${who} – ${words.signature.signed}: ______________________`}</p>
          ))}
        </div>
      );
    case 'figure':
      return <FigurePart figure={block} bytes={pictures.get(block.hash)?.bytes} />;
    case 'chart':
      return (
        <figure>
          <div class="chart" role="img" aria-label={block.alt}>
            {raw(chartDrawing(block))}
          </div>
          {block.caption !== '' && <figcaption>{block.caption}</figcaption>}
          {ownTable(block).map((table) => (
            <TablePart table={table} captioned={true} />
          ))}
        </figure>
      );
    case 'drawing':
      return (
        <figure>
          <div class="scroll" tabindex={0} role="img" aria-label={drawingTitle(block.drawing)}>
            {raw(drawingSvg(block.drawing))}
          </div>
          {!heading.endsWith(block.caption) && <figcaption>{block.caption}</figcaption>}
        </figure>
      );
    case 'table':
      return <TablePart table={block} captioned={block.caption === heading} />;
    default:
      return never(block);
  }
}

function FigurePart({ figure, bytes }: { figure: Figure; bytes: Uint8Array | undefined }) {
  return (
    <figure>
      {bytes === undefined ? (
        <p class="erased">{words.drafting.pictureErased(figure.alt)}</p>
      ) : (
        <img
          src={`data:${figure.mime};base64,${Buffer.from(bytes).toString('base64')}`}
          alt={figure.alt}
          width={figure.width}
          height={figure.height}
        />
      )}
      {figure.caption !== '' && <figcaption>{figure.caption}</figcaption>}
    </figure>
  );
}

function Run({ text }: { text: readonly Inline[] }) {
  return (
    <>
      {text.map((piece) => {
        if (typeof piece === 'string') return piece;
        if (piece.kind === 'link') return <a href={piece.href}>{piece.text}</a>;
        return piece.kind === 'strong' ? <strong>{piece.text}</strong> : <em>{piece.text}</em>;
      })}
    </>
  );
}

/** @param captioned whether the heading right above says the same: it is then for who only hears it */
function TablePart({ table, captioned }: { table: Table; captioned: boolean }) {
  const columns = printedColumns(table.columns);
  const heading = columns.find(({ column }) => column.heads === true)?.at ?? columns[0]?.at;
  return (
    <section class="scroll" tabindex={0}>
      <table>
        <caption class={captioned ? 'level' : undefined}>{table.caption}</caption>
        <thead>
          <tr>
            {columns.map(({ column }) => (
              <th scope="col" class={figures(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr class={row.stress}>
              {columns.map(({ column, at }) => (
                <CellPart row={row} column={column} cell={row.cells[at] ?? ''} heads={at === heading} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CellPart({ row, column, cell, heads }: { row: Row; column: Column; cell: Cell; heads: boolean }) {
  const text = printed(cell);
  if (!heads) return <td class={figures(column)}>{text}</td>;
  return (
    <th scope="row" class={figures(column)}>
      {row.level === undefined || row.stress === undefined ? '' : <span class="level">{`${row.level}: `}</span>}
      {text}
    </th>
  );
}

const figures = (column: Column): 'n' | undefined => (column.figures === true ? 'n' : undefined);
