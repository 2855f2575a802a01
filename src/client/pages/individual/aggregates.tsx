import type { Handler } from 'hono';
import { importRewards } from '../../../acts/individual/import-rewards.js';
import { publishRewards } from '../../../acts/individual/publish-rewards.js';
import type { Block, Row, Table } from '../../../documents/content.js';
import { aggregateSections, amountsTable } from '../../../documents/individuale-premi.js';
import { printed } from '../../../documents/print.js';
import { documentsOf } from '../../../register/documents.js';
import { verifiedDocuments } from '../../../register/publication-checks.js';
import { type IndividualAggregates, individualAggregates } from '../../../register/reading/individual.js';
import { evaluationPageWords } from '../../../words/evaluation-pages.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Saved } from '../kit/parts/saved.js';
import { cyclePath, EVALUATIONS_PATH } from '../kit/paths.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';

const words = evaluationPageWords.aggregatesPage;

/** What may be said of how people were evaluated, as it is published or will be: the same for whoever reads. */
export function evaluationAggregates({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    if (cycle === undefined) return c.notFound();
    const { db } = deps.register;
    const [found, documents, verified] = await Promise.all([
      individualAggregates(db, cycle.entity, cycle.exercise),
      documentsOf(db, cycle.id),
      verifiedDocuments(db, cycle.id),
    ]);
    const published = documents.filter(({ kind }) => kind === 'premi' || kind === 'dati-premi');
    return answer(
      c,
      <Layout
        frame={frame}
        title={words.title(cycle.exercise)}
        section="scorecard"
        crumbs={[
          cycleCrumb(cycle),
          { title: evaluationPageWords.title(cycle.exercise), href: cyclePath(cycle, EVALUATIONS_PATH) },
        ]}
      >
        <div class="ciclo-title">
          <h1>{words.title(cycle.exercise)}</h1>
        </div>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        <p class="lead">{words.lead}</p>
        {allows(c, 'steer') && (
          <ul class="ciclo-actions">
            {[importRewards, publishRewards].map(({ path, words: { title } }) => (
              <li>
                <a class="btn btn-outline-primary" href={cyclePath(cycle, `${EVALUATIONS_PATH}/${path}`)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        )}
        <Told found={found} />
        {published.length > 0 && (
          <section aria-labelledby="pubblicati">
            <h2 id="pubblicati">{words.published}</h2>
            <ul>
              {published.map(({ hash, title, version }) => (
                <li>
                  <a href={`/documenti/${hash}`}>{`${title}, ${words.version(version)}`}</a>{' '}
                  <small>{verified.has(hash) ? words.verified : words.toVerify}</small>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Layout>,
    );
  };
}

function Told({ found }: { found: IndividualAggregates }) {
  if (found.kind === 'none') return <p>{found.why === 'rules' ? evaluationPageWords.noRules : words.noSheets}</p>;
  if (found.kind === 'open') return <p>{words.open(found.open, found.sheets)}</p>;
  const { rules, aggregates, unevaluated } = found;
  return (
    <>
      {unevaluated > 0 && <p>{words.unevaluated(unevaluated)}</p>}
      {amountsTable(rules, aggregates).map((block) => (
        <Shown block={block} />
      ))}
      {aggregateSections(rules, aggregates).map(({ title, blocks }, at) => (
        <section aria-labelledby={`parte-${at}`}>
          <h2 id={`parte-${at}`}>{title}</h2>
          {blocks.map((block) => (
            <Shown block={block} />
          ))}
        </section>
      ))}
    </>
  );
}

/** A block of the document as the page shows it: paragraphs and tables. */
function Shown({ block }: { block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text.map((run) => (typeof run === 'string' ? run : run.text)).join('')}</p>;
    case 'table':
      return <PrintedTable table={block} />;
    default:
      throw new Error(`aggregates have no ${block.kind}`);
  }
}

const column = columnsOf<Row>();

const PrintedTable = ({ table: { dataset, caption, columns, rows } }: { table: Table }) => (
  <DataTable
    name={dataset}
    caption={caption}
    columns={columns.map(({ title, figures }, at) => {
      const shown = ({ cells }: Row): string => printed(cells[at] ?? '');
      return figures === true ? column.printed(title, shown) : column.text(title, shown);
    })}
    rows={rows}
  />
);
