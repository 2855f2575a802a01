import type { Directory } from '../../../register/reading/directory.js';
import type { DocumentLine } from '../../../register/reading/documents.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianMoment } from '../../../words/format.js';
import type { Assets } from '../kit/assets.js';
import { Icon } from '../kit/parts/icon.js';
import { StackTable } from '../kit/parts/stack-table.js';

interface DocumentsProps {
  readonly assets: Assets;
  readonly documents: readonly DocumentLine[];
  readonly directory: Directory;
}

/** The documents of a step with their hash; each opens as it was deposited. */
export function Documents({ assets, documents, directory }: DocumentsProps) {
  const attributed = documents.some((d) => d.preparedBy.length > 0);
  return (
    <section aria-labelledby="documenti">
      <h2 id="documenti">{words.stepPage.documents}</h2>
      {documents.length === 0 ? (
        <p>{words.stepPage.documentsNone}</p>
      ) : (
        <StackTable
          caption={words.stepPage.documents}
          hideCaption
          columns={[
            { title: words.stepPage.document },
            { title: words.stepPage.version },
            { title: words.stepPage.frozenOn },
            ...(attributed ? [{ title: words.stepPage.preparedBy }] : []),
            { title: words.stepPage.hash },
          ]}
          rows={documents.map((document) => ({
            head: (
              <a href={`/documenti/${document.hash}`}>
                <Icon assets={assets} name="it-file" size="xs" />
                {document.title}
              </a>
            ),
            cells: [
              document.version,
              italianMoment(document.frozenAt),
              ...(attributed ? [document.preparedBy.map((id) => directory.person(id)).join(', ') || '–'] : []),
              <code class="ciclo-hash">{document.hash}</code>,
            ],
          }))}
        />
      )}
    </section>
  );
}
