import type { Handler } from 'hono';
import { documentBytes } from '../../../register/documents.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianMoment } from '../../../words/format.js';
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
    const frame = await frameOf(deps, assets, c, found.cycle);
    return answer(c, <DocumentPage frame={frame} document={found} />);
  };
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

function DocumentPage({ frame, document }: { frame: Frame; document: DocumentLine }) {
  const { cycle } = frame;
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
        {isHtml(document.mime) && (
          <li>
            <a href={source}>
              <Icon assets={frame.assets} name="it-external-link" size="xs" />
              {words.document.fullPage}
            </a>
          </li>
        )}
        <li>
          <a href={`${source}?scarica`}>
            <Icon assets={frame.assets} name="it-download" size="xs" />
            {words.document.download}
          </a>
        </li>
      </ul>
      {isHtml(document.mime) ? (
        <Foreign src={source} title={words.document.frame(document.title)} />
      ) : (
        <p>{words.document.notShown}</p>
      )}
    </Layout>
  );
}

const isHtml = (mime: string): boolean => mime === 'text/html' || mime.startsWith('text/html;');

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': '.pdf',
  'text/csv': '.csv',
  'application/json': '.json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
};

const extensionOf = (mime: string): string => (isHtml(mime) ? '.html' : (EXTENSIONS[mime.split(';')[0] ?? ''] ?? ''));
