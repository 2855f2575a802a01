import type { Context, Handler } from 'hono';
import { FORMS, type Form, formOf, snapshotOf, tableCsv } from '../../../activities/forms.js';
import type { DocumentContent } from '../../../documents/content.js';
import { datasetsOf } from '../../../documents/forms/datasets.js';
import { fileName } from '../../../documents/print.js';
import { documentBytes, type KeptBytes } from '../../../register/documents.js';
import { consoleWords as words } from '../../../words/console.js';
import { formWords } from '../../../words/documents.js';
import { italianMoment } from '../../../words/format.js';
import type { Assets } from '../assets.js';
import { cyclePath, type Frame, frameOf } from '../frame.js';
import { declareForeign } from '../headers.js';
import { Layout } from '../layout.js';
import { Foreign } from '../parts/foreign.js';
import { Icon } from '../parts/icon.js';
import type { DocumentLine } from '../queries/documents.js';
import { documentByHash } from '../queries/documents.js';
import { answer, type Site } from '../site.js';
import { attachmentHeader } from './message.js';

/** A deposited document, as it was when the board had it before it. */
export function document({ deps, assets }: Site): Handler {
  return async (c) => {
    const found = await documentByHash(deps.register.db, c.req.param('hash') ?? '');
    if (found === undefined) return c.notFound();
    const snapshot = await snapshotOf(deps.register.db, found.hash);
    const frame = await frameOf(deps, assets, c, found.cycle);
    return answer(c, <DocumentPage frame={frame} document={found} content={snapshot?.content} />);
  };
}

/** A document in another form, as a file to save; made on first request, the same from then on. */
export function documentForm({ deps }: Site): Handler {
  return async (c) => {
    const hash = c.req.param('hash') ?? '';
    const form = FORMS.find((one) => one === c.req.param('form'));
    const { db } = deps.register;
    const snapshot = form === undefined ? undefined : await snapshotOf(db, hash);
    const found = form === undefined ? undefined : await formOf(db, hash, form);
    if (form === undefined || snapshot === undefined || found === undefined) return c.notFound();
    return saved(c, `"${hash}-${form}"`, found, `${fileName(snapshot.content)}${extensionOf(found.mime)}`);
  };
}

/** One table of a document as csv. */
export function documentTable({ deps }: Site): Handler {
  return async (c) => {
    const hash = c.req.param('hash') ?? '';
    const table = c.req.param('table') ?? '';
    const snapshot = await snapshotOf(deps.register.db, hash);
    const bytes = snapshot === undefined ? undefined : tableCsv(snapshot, table);
    if (snapshot === undefined || bytes === undefined) return c.notFound();
    const found = { mime: 'text/csv; charset=utf-8', bytes };
    return saved(c, `"${hash}-${table}"`, found, `${fileName(snapshot.content)}-${table}.csv`);
  };
}

/** A file that never changes. */
function saved(c: Context, etag: string, { mime, bytes }: KeptBytes, name: string): Response {
  declareForeign(c);
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, max-age=31536000, immutable');
  if (c.req.header('If-None-Match') === etag) return c.body(null, 304);
  c.header('Content-Type', mime === 'text/html' ? 'text/html; charset=utf-8' : mime);
  c.header('Content-Disposition', attachmentHeader(name));
  return c.body(new Uint8Array(bytes));
}

/** The bytes of a document: HTML for the frame, anything else as a file to save. They never change. */
export function documentContent({ deps }: Site): Handler {
  return async (c) => {
    const hash = c.req.param('hash') ?? '';
    const etag = `"${hash}"`;
    const found = await documentBytes(deps.register.db, hash);
    if (found === undefined) return c.notFound();
    declareForeign(c);
    c.header('ETag', etag);
    c.header('Cache-Control', 'private, max-age=31536000, immutable');
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304);
    const shown = isHtml(found.mime) && c.req.query('scarica') === undefined;
    c.header('Content-Type', isHtml(found.mime) ? 'text/html; charset=utf-8' : found.mime);
    if (!shown) c.header('Content-Disposition', attachmentHeader(`${hash.slice(0, 12)}${extensionOf(found.mime)}`));
    return c.body(new Uint8Array(found.bytes));
  };
}

interface DocumentPageProps {
  readonly frame: Frame;
  readonly document: DocumentLine;
  /** Absent for a document frozen as a page before there were snapshots, or an attached file. */
  readonly content: DocumentContent | undefined;
}

function DocumentPage({ frame, document, content }: DocumentPageProps) {
  const { cycle } = frame;
  const readable = content !== undefined || isHtml(document.mime);
  const source = `/documenti/${document.hash}/contenuto`;
  return (
    <Layout
      frame={frame}
      title={document.title}
      section="year"
      crumbs={cycle === undefined ? [] : [{ title: words.cycle.title(cycle.exercise), href: cyclePath(cycle) }]}
    >
      <div class="ciclo-title">
        <h1>{document.title}</h1>
        <p>
          {`${words.document.version(document.version)}, ${words.document.frozenOn(italianMoment(document.frozenAt))}.`}
        </p>
        <p>
          <small>
            {`${words.document.hashLabel}: `}
            <code class="ciclo-hash">{document.hash}</code>
          </small>
        </p>
      </div>
      <ul class="ciclo-actions">
        {readable && (
          <li>
            <a href={source}>
              <Icon assets={frame.assets} name="it-external-link" size="xs" />
              {words.document.fullPage}
            </a>
          </li>
        )}
        {content === undefined && (
          <li>
            <a href={`${source}?scarica`}>
              <Icon assets={frame.assets} name="it-download" size="xs" />
              {words.document.download}
            </a>
          </li>
        )}
      </ul>
      {content !== undefined && <OtherForms assets={frame.assets} hash={document.hash} content={content} />}
      {readable ? (
        <Foreign src={source} title={words.document.frame(document.title)} />
      ) : (
        <p>{words.document.notShown}</p>
      )}
    </Layout>
  );
}

/** The same document in other forms, and its tables one by one. */
function OtherForms({ assets, hash, content }: { assets: Assets; hash: string; content: DocumentContent }) {
  const datasets = datasetsOf(content);
  return (
    <section aria-labelledby="formati">
      <h2 id="formati">{formWords.title}</h2>
      <p>{formWords.sameHash}</p>
      <ul class="ciclo-actions">
        {FORMS.map((form: Form) => (
          <li>
            <a href={`/documenti/${hash}/${form}`}>
              <Icon assets={assets} name="it-download" size="xs" />
              {formWords.names[form]}
            </a>
          </li>
        ))}
      </ul>
      {datasets.length > 1 && (
        <details class="mb-3">
          <summary>{formWords.tables(datasets.length)}</summary>
          <ul>
            {datasets.map((dataset) => (
              <li>
                <a href={`/documenti/${hash}/tabelle/${dataset.name}`}>{formWords.table(dataset.title)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const isHtml = (mime: string): boolean => mime === 'text/html' || mime.startsWith('text/html;');

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'application/zip': '.zip',
  'text/csv': '.csv',
  'application/json': '.json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
};

const extensionOf = (mime: string): string => (isHtml(mime) ? '.html' : (EXTENSIONS[mime.split(';')[0] ?? ''] ?? ''));
