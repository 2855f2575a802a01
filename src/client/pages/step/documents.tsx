import type { Directory } from '../../../register/reading/directory.js';
import type { DocumentLine } from '../../../register/reading/documents.js';
import { consoleWords as words } from '../../../words/console.js';
import type { Assets } from '../kit/assets.js';
import { Icon } from '../kit/parts/icon.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

const { text, link, count, instant } = columnsOf<DocumentLine>();

interface DocumentsProps {
  readonly assets: Assets;
  readonly documents: readonly DocumentLine[];
  readonly directory: Directory;
}

/** The documents of a step with their hash; each opens as it was deposited. */
export function Documents({ assets, documents, directory }: DocumentsProps) {
  const attributed = documents.some((d) => d.preparedBy.length > 0);
  return (
    <TableSection
      name="documenti"
      caption={words.stepPage.documents}
      empty={<p>{words.stepPage.documentsNone}</p>}
      columns={[
        link(
          words.stepPage.document,
          ({ title }) => title,
          ({ hash }) => `/documenti/${hash}`,
          {
            show: ({ title, hash }) => (
              <a href={`/documenti/${hash}`}>
                <Icon assets={assets} name="it-file" size="xs" />
                {title}
              </a>
            ),
          },
        ),
        count(words.stepPage.version, ({ version }) => version),
        instant(words.stepPage.frozenOn, ({ frozenAt }) => frozenAt),
        ...(attributed
          ? [
              text(words.stepPage.preparedBy, ({ preparedBy }) =>
                preparedBy.map((id) => directory.person(id)).join(', '),
              ),
            ]
          : []),
        text(words.stepPage.hash, ({ hash }) => hash, {
          show: ({ hash }) => <code class="ciclo-hash">{hash}</code>,
        }),
      ]}
      rows={documents}
    />
  );
}
