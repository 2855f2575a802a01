import type { Handler } from 'hono';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { officeRole } from '../../../domain/entity.js';
import { sum } from '../../../domain/findings/number.js';
import type { Plan, ProgrammeSheet } from '../../../domain/plan.js';
import {
  divide,
  exactText,
  HUNDRED,
  isZero,
  multiply,
  type Rational,
  rational,
  rounded,
  roundedText,
} from '../../../domain/rational.js';
import type { DecimalText } from '../../../domain/targets/types.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { resultsByIndicator } from '../../../register/reading/latest-results.js';
import type { Results } from '../../../register/reading/results.js';
import { type SpendingRecord, spendingOf } from '../../../register/spending.js';
import { euro as euroText, italianDay } from '../../../words/format.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { Light } from '../kit/parts/light.js';
import { percentOrNot } from '../kit/parts/range-bar.js';
import { RESULT_TABLE, ResultTable } from '../kit/parts/result-table.js';
import { cyclePath, indicatorPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { lightOf } from '../kit/table/cells.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { allows } from '../kit/viewer.js';
import { type PlanDrawn, PlanPage, planDrawn } from './plan-page.js';

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
      results: found,
      mayRecord: allows(c, 'steer'),
    });
    return answer(
      c,
      <PlanPage drawn={drawn} view="programmi" title={words.title(cycle.exercise)} lead={words.lead}>
        {plan === undefined || plan.sheets.length === 0 ? <p>{words.none}</p> : <Sheets content={contentOf(plan)} />}
      </PlanPage>,
    );
  };
}

/** What the sheets are shown from. */
interface Content {
  readonly drawn: PlanDrawn;
  readonly directory: Directory;
  readonly spending: ReadonlyMap<string, SpendingRecord>;
  readonly plan: Plan;
  readonly results: Results;
  readonly mayRecord: boolean;
}

function Sheets({ content }: { content: Content }) {
  return (
    <>
      <Summary content={content} />
      {content.plan.sheets.map((sheet) => (
        <Sheet content={content} sheet={sheet} />
      ))}
      <TableAway name={RESULT_TABLE} caption={words.indicators} />
    </>
  );
}

function Summary({ content }: { content: Content }) {
  const { sheets } = content.plan;
  const planned = sum(sheets.map((s) => s.resources.planned));
  const recorded = sheets.flatMap((s) => spentOf(content, s)?.amount ?? []);
  const spent = recorded.length === 0 ? undefined : euroText(cents(sum(recorded)));
  return (
    <section aria-labelledby="risorse">
      <h2 id="risorse">{words.summary}</h2>
      <p>{words.allPlanned(euroText(cents(planned)), spent, recorded.length, sheets.length)}</p>
      <DataTable
        name="programmi"
        caption={words.summary}
        hideCaption
        columns={[
          link(
            scorecardWords.indicator.programme,
            (sheet) => `${sheet.programme} ${sheet.title}`,
            (sheet) => `#programma-${sheet.programme}`,
          ),
          euro(words.planned, ({ resources }) => resources.planned),
          euro(words.spent, (sheet) => spentOf(content, sheet)?.amount, {
            show: (sheet) => <Spent content={content} sheet={sheet} />,
          }),
          day(own.upTo, (sheet) => spentOf(content, sheet)?.upTo, { only: 'file' }),
          percent(words.share, (sheet) => shareOf(content, sheet)),
          percent(words.achievement, (sheet) => rollupOf(content, sheet)?.achievement, {
            figures: false,
            show: (sheet) => <Achieved content={content} sheet={sheet} />,
          }),
          status(own.light, (sheet) => lightOf(rollupOf(content, sheet)), { only: 'file' }),
        ]}
        rows={sheets}
      />
    </section>
  );
}

const { columns: own } = takeAwayWords;
const { link, euro, day, percent, status } = columnsOf<ProgrammeSheet>();

const rollupOf = ({ drawn }: Content, { programme }: ProgrammeSheet) => drawn.rollups.get(`sheet:${programme}`);

function Achieved({ content, sheet }: { content: Content; sheet: ProgrammeSheet }) {
  const rollup = rollupOf(content, sheet);
  if (rollup === undefined) return <>–</>;
  return (
    <span class="ciclo-achievement">
      <strong>{percentOrNot(rollup.achievement)}</strong>
      {rollup.achievement !== undefined && <Light assets={content.drawn.frame.assets} light={rollup.light} />}
    </span>
  );
}

/** The last figure on record, or else the one the plan prints. */
function spentOf({ spending }: Content, sheet: ProgrammeSheet): { amount: string; upTo?: CivilDate } | undefined {
  const recorded = spending.get(sheet.programme);
  if (recorded !== undefined) return { amount: recorded.amount, upTo: recorded.upTo };
  return sheet.resources.spent === undefined ? undefined : { amount: sheet.resources.spent };
}

const cents = (amount: Rational): DecimalText => roundedText(amount, { decimals: 2, mode: 'half-up' });

function shareOf(content: Content, sheet: ProgrammeSheet): DecimalText | undefined {
  const spent = spentOf(content, sheet);
  const planned = rational(sheet.resources.planned);
  if (spent === undefined || isZero(planned)) return undefined;
  const share = multiply(divide(rational(spent.amount), planned), HUNDRED);
  return exactText(rounded(share, { decimals: 1, mode: 'half-up' }));
}

function Spent({ content, sheet }: { content: Content; sheet: ProgrammeSheet }) {
  const spent = spentOf(content, sheet);
  const { spentAsWritten } = sheet.resources;
  if (spent !== undefined) {
    return (
      <span class="ciclo-actual">
        <span>{euroText(spent.amount)}</span>
        {spent.upTo !== undefined && <small>{words.spentOn(italianDay(spent.upTo))}</small>}
      </span>
    );
  }
  return (
    <span class="ciclo-actual">
      <em>{words.notSpent}</em>
      {spentAsWritten !== undefined && <small>{words.asWritten(spentAsWritten)}</small>}
    </span>
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
      <h2 id={id}>{`${words.sheet(sheet.programme)}. ${sheet.title}`}</h2>
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
              <Spent content={content} sheet={sheet} />
            </dd>
          </div>
        </dl>
      </div>
      {content.mayRecord && (
        <p>
          <a href={cyclePath(drawn.cycle, `/programmi/${encodeURIComponent(sheet.programme)}/spesa`)}>
            {words.record}
            <span class="visually-hidden">{`: ${sheet.programme}`}</span>
          </a>
        </p>
      )}
      <ResultTable
        {...content.results}
        assets={drawn.frame.assets}
        caption={words.indicators}
        part={{ column: scorecardWords.indicator.programme, value: `${sheet.programme} ${sheet.title}` }}
        plan={content.plan}
        indicators={sheet.indicators}
        hrefOf={(code) => indicatorPath(drawn.cycle, code)}
      />
    </section>
  );
}
