import type { Handler } from 'hono';
import type { DocumentContent } from '../../../documents/content.js';
import { datasetsOf } from '../../../documents/forms/datasets.js';
import { FORMS, type Form, snapshotOf } from '../../../office/forms.js';
import type { DocumentLine } from '../../../register/reading/documents.js';
import { documentByHash } from '../../../register/reading/documents.js';
import { consoleWords as words } from '../../../words/console.js';
import { formWords } from '../../../words/documents.js';
import { italianMoment } from '../../../words/format.js';
import type { Assets } from '../kit/assets.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { isHtml } from '../kit/document-bytes.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Foreign } from '../kit/parts/foreign.js';
import { Icon } from '../kit/parts/icon.js';
import { answer, type Site } from '../kit/site.js';

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
    <Layout frame={frame} title={document.title} section="year" crumbs={cycle === undefined ? [] : [cycleCrumb(cycle)]}>
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
