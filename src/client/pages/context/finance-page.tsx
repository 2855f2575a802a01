import type { Handler } from 'hono';
import { enterAccounts } from '../../../acts/finance/enter-accounts.js';
import { type Analysis, type Figure, figureText } from '../../../domain/finance/analysis.js';
import type { IndexDefinition } from '../../../domain/finance/definitions.js';
import { analysesOf } from '../../../office/financial-analysis.js';
import { bodyProfile } from '../../../register/body.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { groupBy } from '../../../register/reading/group.js';
import { accountAmounts } from '../../../register/series-values.js';
import { figureShown, financeWords as words } from '../../../words/context.js';
import { BodyPage, bodyPageData } from '../kit/body-frame.js';
import { LineChart } from '../kit/charts/line-chart.js';
import { hasLine, type Point } from '../kit/charts/points.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, FINANCE_PATH } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { allows } from '../kit/viewer.js';
import { Accounts, Blank, Entered } from './accounts-tables.js';
import { YearChoice } from './exercise-choice.js';

const YEAR = 'anno';

/** The financial analysis of a year: indices and value added, each explained, beside the years before and what the Piano prints. */
export function financialAnalysis(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const { entity, frame } = data;
    const [analyses, records, directory, profile] = await Promise.all([
      analysesOf(db, entity.id),
      accountAmounts(db, entity.id),
      directoryOf(db, entity.id, frame.today),
      bodyProfile(db, entity.id),
    ]);
    const asked = c.req.query(YEAR);
    const shown =
      asked === undefined
        ? (analyses.find(({ accounts }) => accounts.some(({ value }) => value !== undefined)) ?? analyses[0])
        : analyses.find(({ year }) => String(year) === asked);
    if (shown === undefined && asked !== undefined) return c.notFound();
    const writes = allows(c, 'steer');
    return answer(
      c,
      <BodyPage data={data} view={FINANCE_PATH} title={words.title} lead={words.lead}>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        {writes && profile?.finance !== undefined && (
          <p>
            <a class="btn btn-primary" href={bodyPath(entity.id, `/${enterAccounts.path}`)}>
              {words.enter}
            </a>
          </p>
        )}
        {shown === undefined ? (
          <p>{words.none}</p>
        ) : (
          <>
            <YearChoice
              label={words.years}
              name={YEAR}
              all={analyses.map(({ year }) => year)}
              chosen={shown.year}
              path={bodyPath(entity.id, FINANCE_PATH)}
            />
            <OneYear shown={shown} analyses={analyses} />
            <Accounts accounts={shown.accounts} year={shown.year} />
            <Entered {...{ records, directory }} definitions={profile?.finance?.accounts ?? []} />
            {writes && (
              <details>
                <summary>{words.blank}</summary>
                <Blank accounts={profile?.finance?.accounts ?? []} />
              </details>
            )}
          </>
        )}
      </BodyPage>,
    );
  };
}

/** A figure with those of the years before, the last first. */
interface FigureRow {
  readonly figure: Figure<IndexDefinition>;
  readonly before: readonly { readonly year: number; readonly text: string }[];
}

const shownFigure = ({ result, definition }: Figure<IndexDefinition>): string =>
  result.kind === 'computed'
    ? figureShown(figureText(result.value, definition.decimals), definition.unit)
    : words.notComputed;

type Of = (analysis: Analysis) => readonly Figure<IndexDefinition>[];

function OneYear({ shown, analyses }: { shown: Analysis; analyses: readonly Analysis[] }) {
  const differs = [...shown.indices, ...shown.valueAdded].filter(({ printed }) => printed?.differs === true);
  return (
    <>
      <section aria-labelledby="differenze">
        <h2 id="differenze">{`${words.title} ${shown.year}`}</h2>
        <p>{words.findings(differs.length, shown.year)}</p>
        {differs.length > 0 && (
          <ul>
            {differs.map((one) => (
              <li>
                {words.finding(one.definition.group, one.definition.title, shownFigure(one), one.printed?.text ?? '')}
              </li>
            ))}
          </ul>
        )}
      </section>
      <Figures {...{ shown, analyses }} name="indici" title={words.indices} of={({ indices }) => indices} />
      <Figures
        {...{ shown, analyses }}
        name="valore-aggiunto"
        title={words.valueAdded}
        of={({ valueAdded }) => valueAdded}
      />
    </>
  );
}

interface FiguresProps {
  readonly shown: Analysis;
  readonly analyses: readonly Analysis[];
  readonly name: string;
  readonly title: string;
  readonly of: Of;
}

const { text, status } = columnsOf<FigureRow>();

function Figures({ shown, analyses, name, title, of }: FiguresProps) {
  const rows = of(shown).map(
    (figure, i): FigureRow => ({
      figure,
      before: analyses
        .filter(({ year }) => year < shown.year)
        .flatMap((analysis) => {
          const there = of(analysis)[i];
          return there?.result.kind === 'computed' ? [{ year: analysis.year, text: shownFigure(there) }] : [];
        }),
    }),
  );
  const drawn = of(shown).flatMap((figure, i) => {
    const points = pointsOver(analyses, of, i);
    return hasLine(points) ? [{ figure, points }] : [];
  });
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      {drawn.length > 0 && (
        <div class="ciclo-charts">
          {drawn.map(({ figure, points }) => (
            <LineChart title={figure.definition.title} own={{ title: words.figure, points }} />
          ))}
        </div>
      )}
      {[...groupBy(rows, ({ figure }) => figure.definition.group)].map(([group, members]) => (
        <DataTable
          name={name}
          caption={group}
          part={{ column: words.group, value: group }}
          columns={[
            text(words.line, ({ figure }) => figure.definition.title, {
              show: ({ figure: { definition } }) => (
                <span class="ciclo-step-name">
                  <span>{definition.title}</span>
                  {definition.reading !== undefined && <small>{definition.reading}</small>}
                </span>
              ),
            }),
            text(words.reading, ({ figure }) => figure.definition.reading, { only: 'file' }),
            text(words.figure, ({ figure }) => shownFigure(figure), {
              show: ({ figure }) =>
                figure.result.kind === 'computed' ? (
                  <strong>{shownFigure(figure)}</strong>
                ) : (
                  <em>{shownFigure(figure)}</em>
                ),
            }),
            text(words.trace, ({ figure }) => figure.trace, {
              show: ({ figure }) => <small class="ciclo-trace">{figure.trace}</small>,
            }),
            status(words.printed, ({ figure: { printed } }) =>
              printed === undefined ? words.notPrinted : printed.differs ? words.differs(printed.text) : printed.text,
            ),
            text(words.before, ({ before }) => before.map((one) => `${one.year}: ${one.text}`).join('; ') || undefined),
          ]}
          rows={members}
          markOf={({ figure }) => (figure.printed?.differs === true ? 'row-late' : undefined)}
        />
      ))}
      <TableAway name={name} caption={title} />
    </section>
  );
}

/** A figure over the years, oldest first. */
const pointsOver = (analyses: readonly Analysis[], of: Of, index: number): readonly Point[] =>
  analyses.toReversed().flatMap((analysis) => {
    const figure = of(analysis)[index];
    if (figure?.result.kind !== 'computed') return [];
    const value = figureText(figure.result.value, figure.definition.decimals);
    return [{ label: String(analysis.year), value: Number(value), text: shownFigure(figure) }];
  });
