import type { Handler } from 'hono';
import { importSpending } from '../../../acts/body/import-spending.js';
import { officeRole } from '../../../domain/entity.js';
import type { Plan, ProgrammeSheet } from '../../../domain/plan.js';
import { type Reconciled, reconcile } from '../../../domain/resources/reconcile.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { resultsByIndicator } from '../../../register/reading/latest-results.js';
import { spendingOf } from '../../../register/spending.js';
import { euro as euroText } from '../../../words/format.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { Fold, FoldAll } from '../kit/parts/folding.js';
import { RESULT_TABLE, ResultTable } from '../kit/parts/result-table.js';
import { Saved } from '../kit/parts/saved.js';
import { cyclePath, indicatorPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { TableAway } from '../kit/table/table-away.js';
import { allows } from '../kit/viewer.js';
import { PlanPage, planDrawn } from './plan-page.js';
import type { Content } from './programmes-content.js';
import { LedgerLines, ResourcesSummary, SpentFigure } from './programmes-resources.js';

const words = scorecardWords.programmes;

/** The programme sheets: offices, operational indicators, resources planned and spent. */
export function programmes(site: Site): Handler {
  return async (c) => {
    const drawn = await planDrawn(site, c);
    if (drawn === undefined) return c.notFound();
    const { db } = site.deps.register;
    const { cycle, frame, results } = drawn;
    const [directory, spending, found] = await Promise.all([
      directoryOf(db, cycle.entity, frame.today),
      spendingOf(db, cycle.entity, cycle.exercise),
      resultsByIndicator(db, cycle.id, results),
    ]);
    const { plan } = drawn.shown ?? {};
    const contentOf = (known: Plan): Content => ({
      drawn,
      directory,
      spending: new Map(spending.map((s) => [s.programme, s])),
      plan: known,
      resources: reconcile(known),
      results: found,
      mayRecord: allows(c, 'steer'),
    });
    return answer(
      c,
      <PlanPage drawn={drawn} view="programmi" title={words.title(cycle.exercise)} lead={words.lead}>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        {plan === undefined || plan.sheets.length === 0 ? <p>{words.none}</p> : <Sheets content={contentOf(plan)} />}
      </PlanPage>,
    );
  };
}

function Sheets({ content }: { content: Content }) {
  return (
    <>
      {content.resources.programmes.length > 0 && <ResourcesSummary content={content} />}
      {content.mayRecord && (
        <p>
          <a class="btn btn-outline-primary" href={cyclePath(content.drawn.cycle, `/${importSpending.path}`)}>
            {importSpending.words.title}
          </a>
        </p>
      )}
      <FoldAll frame={content.drawn.frame} />
      {content.plan.sheets.map((sheet) => (
        <Sheet content={content} sheet={sheet} />
      ))}
      {content.resources.programmes
        .filter(({ sheet }) => sheet === undefined)
        .map((one) => (
          <WithoutSheet content={content} one={one} />
        ))}
      {content.resources.programmes.length > 0 && <LedgerLines content={content} />}
      <TableAway name={RESULT_TABLE} caption={words.indicators} />
    </>
  );
}

/** Actions or expected results. */
function Aims({ title, texts }: { title: string; texts: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  );
}

function Sheet({ content, sheet }: { content: Content; sheet: ProgrammeSheet }) {
  const { drawn, directory } = content;
  const id = `programma-${sheet.programme}`;
  return (
    <section class="ciclo-programme" aria-labelledby={id}>
      <Fold frame={drawn.frame} id={id} title={`${words.sheet(sheet.programme)}. ${sheet.title}`}>
        {sheet.abridged === true && <p>{words.abridged}</p>}
        {sheet.actions !== undefined && <Aims title={words.actions} texts={sheet.actions} />}
        {sheet.expectedResults !== undefined && <Aims title={words.expectedResults} texts={sheet.expectedResults} />}
        <div class="ciclo-columns">
          <dl class="ciclo-facts">
            <div>
              <dt>{words.offices}</dt>
              <dd>{sheet.offices.map((o) => directory.title(officeRole(o))).join(', ')}</dd>
            </div>
            <div>
              <dt>{scorecardWords.indicator.source}</dt>
              <dd>{sheet.source}</dd>
            </div>
          </dl>
          <dl class="ciclo-facts ciclo-money-facts">
            {sheet.resources.parts.map((part) => (
              <div>
                <dt>{part.name}</dt>
                <dd class="ciclo-money">{euroText(part.amount)}</dd>
              </div>
            ))}
            <div>
              <dt>{words.planned}</dt>
              <dd class="ciclo-money">
                <strong>{euroText(sheet.resources.planned)}</strong>
              </dd>
            </div>
            <div>
              <dt>{words.spent}</dt>
              <dd class="ciclo-money">
                <SpentFigure content={content} programme={sheet.programme} />
              </dd>
            </div>
          </dl>
        </div>
        <Record content={content} programme={sheet.programme} />
        <ResultTable
          {...content.results}
          assets={drawn.frame.assets}
          caption={words.indicators}
          part={{ column: scorecardWords.indicator.programme, value: `${sheet.programme} ${sheet.title}` }}
          plan={content.plan}
          indicators={sheet.indicators}
          hrefOf={(code) => indicatorPath(drawn.cycle, code)}
        />
      </Fold>
    </section>
  );
}

/** A programme that has money and no sheet. */
function WithoutSheet({ content, one }: { content: Content; one: Reconciled }) {
  const id = `programma-${one.programme}`;
  return (
    <section class="ciclo-programme" aria-labelledby={id}>
      <h2 id={id}>{`${words.sheet(one.programme)}. ${one.title}`}</h2>
      <p>{words.withoutSheet}</p>
      <dl class="ciclo-facts ciclo-money-facts">
        <div>
          <dt>{words.planned}</dt>
          <dd class="ciclo-money">
            <strong>{euroText(one.ledger.all)}</strong>
          </dd>
        </div>
        <div>
          <dt>{words.spent}</dt>
          <dd class="ciclo-money">
            <SpentFigure content={content} programme={one.programme} />
          </dd>
        </div>
      </dl>
      <Record content={content} programme={one.programme} />
    </section>
  );
}

/** The way to the form for what a programme has spent, for who may record it. */
function Record({ content, programme }: { content: Content; programme: string }) {
  if (!content.mayRecord) return null;
  return (
    <p>
      <a href={cyclePath(content.drawn.cycle, `/programmi/${encodeURIComponent(programme)}/spesa`)}>
        {words.record}
        <span class="visually-hidden">{`: ${programme}`}</span>
      </a>
    </p>
  );
}
