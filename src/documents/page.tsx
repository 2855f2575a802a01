import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { CivilDate } from '../domain/calendar/types.js';
import { italianDay } from '../words/format.js';

/** A document ready to be frozen: its bytes are what the hash is of. */
export interface WrittenDocument {
  readonly kind: string;
  readonly title: string;
  readonly mime: 'text/html';
  readonly bytes: Buffer;
  /** SHA-256 of `bytes`, hexadecimal. */
  readonly hash: string;
}

export interface DocumentHeading {
  readonly kind: string;
  readonly title: string;
  /** Name of the entity. */
  readonly entity: string;
  readonly exercise: number;
  readonly version: number;
  readonly on: CivilDate;
  /** Measured values come from a rehearsal's generator: the document says so. */
  readonly simulated: boolean;
}

/** Writes a document as one self-contained, accessible HTML page: headings, tables with captions, nothing loaded. */
export async function writeDocument(heading: DocumentHeading, body: Child): Promise<WrittenDocument> {
  const page = (
    <html lang="it">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${heading.title} – ${heading.entity}`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <header>
          <p class="entity">{heading.entity}</p>
          <h1>{heading.title}</h1>
          <p>{`Esercizio ${heading.exercise} · versione ${heading.version} · ${italianDay(heading.on)}`}</p>
          {heading.simulated && (
            <p class="simulated" role="note">
              Prova generale: i valori misurati sono simulati e non descrivono la gestione dell’ente.
            </p>
          )}
        </header>
        <main>{body}</main>
      </body>
    </html>
  );
  const bytes = Buffer.from(`<!doctype html>\n${String(await page)}\n`, 'utf8');
  const hash = createHash('sha256').update(bytes).digest('hex');
  return { kind: heading.kind, title: heading.title, mime: 'text/html', bytes, hash };
}

const STYLE = `
body{font-family:"Titillium Web",Arial,sans-serif;color:#17324d;margin:2rem auto;max-width:75rem;padding:0 1rem;line-height:1.5}
.entity{text-transform:uppercase;letter-spacing:.05em;margin:0}
.simulated{border:2px solid #995c00;background:#fff7e6;padding:.5rem 1rem;font-weight:600;color:#5c3700}
table{border-collapse:collapse;width:100%;margin:1rem 0 2rem}
caption{text-align:left;font-weight:700;padding:.5rem 0}
th,td{border:1px solid #5d7083;padding:.35rem .5rem;text-align:left;vertical-align:top}
thead th{background:#06c;color:#fff}
td.n,th.n{text-align:right;white-space:nowrap}
tr.group th{background:#e6ecf2}
@media print{body{margin:0;max-width:none}thead{display:table-header-group}tr{break-inside:avoid}}
`;
