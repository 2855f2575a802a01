import type { Handler } from 'hono';
import { actorOf } from '../../../acts/carry-out.js';
import {
  aSeries,
  extendSeries,
  type SeriesAsked,
  type SeriesSubject,
  seriesAsked,
} from '../../../acts/context/extend-series.js';
import { placeOf } from '../../../acts/place.js';
import type { SeriesTable } from '../../../domain/series.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { type SeriesValueRecord, seriesValues } from '../../../register/series-values.js';
import { factorWords, seriesWords as words } from '../../../words/context.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { LineChart } from '../kit/charts/line-chart.js';
import { hasLine } from '../kit/charts/points.js';
import { pointsOf, seriesView, subjectTitle } from '../kit/model/series-view.js';
import { Saved } from '../kit/parts/saved.js';
import { SeriesTables } from '../kit/parts/series-tables.js';
import { bodyPath, SERIES_PATH } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { senderOf } from '../kit/take-act.js';
import { whoActed } from './who-acted.js';

/** One series: drawn, as a table, with what was put on record since its file, and the way to add a year. */
export function oneSeries(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { entity, frame } = data;
    const { register } = site.deps;
    const subject = await aSeries.find(register, { entity: entity.id, name: c.req.param('series') ?? '' });
    if (subject === undefined) return c.notFound();
    const sender = senderOf(c);
    const place = placeOf(site.deps, entity.id, subject);
    const [values, directory, actor] = await Promise.all([
      seriesValues(register.db, entity.id, subject.table.id),
      directoryOf(register.db, entity.id, frame.today),
      sender === undefined ? undefined : actorOf(extendSeries, { ...place, ...sender }),
    ]);
    return answer(
      c,
      <SeriesPage
        {...{ data, subject, values, directory }}
        writes={actor !== undefined}
        said={c.req.query('fatto')?.slice(0, 300)}
      />,
    );
  };
}

interface SeriesPageProps {
  readonly data: BodyPageData;
  readonly subject: SeriesSubject;
  readonly values: readonly SeriesValueRecord[];
  readonly directory: Directory;
  readonly writes: boolean;
  readonly said: string | undefined;
}

function SeriesPage({ data, subject, values, directory, writes, said }: SeriesPageProps) {
  const { entity, frame } = data;
  const { table, chapter } = subject;
  const here = bodyPath(entity.id, `${SERIES_PATH}/${encodeURIComponent(table.id)}`);
  return (
    <BodyPage data={data} view="" title={table.title} under={{ title: chapter.title }}>
      <Saved text={said} />
      {writes ? (
        <p>
          <a class="btn btn-primary" href={`${here}/${extendSeries.path}`}>
            {words.correct}
          </a>
        </p>
      ) : (
        <p>{words.mayNot}</p>
      )}
      <Charts table={table} entity={entity} />
      <SeriesTables assets={frame.assets} entity={entity} tables={[table]} level={3} />
      <section aria-labelledby="registrati">
        <h2 id="registrati">{words.history}</h2>
        <History {...{ values, directory, table, entity }} />
      </section>
      {writes && (
        <details>
          <summary>{words.blank}</summary>
          <Blank subject={subject} />
        </details>
      )}
    </BodyPage>
  );
}

/** A line for each measure of the body's own; those compared with somebody have their charts above the table already. */
function Charts({ table, entity }: { table: SeriesTable; entity: BodyPageData['entity'] }) {
  const { subjects } = seriesView(table);
  if (subjects.length !== 1 || subjects[0] === undefined) return null;
  const [own] = subjects;
  const drawn = table.rows.filter((row) => hasLine(pointsOf(row.cells, own)));
  if (drawn.length === 0) return null;
  return (
    <section aria-labelledby="grafici">
      <h2 id="grafici">{words.charts}</h2>
      <div class="ciclo-charts">
        {drawn.map((row) => (
          <LineChart
            title={row.name}
            own={{ title: subjectTitle(own.id, entity, table.benchmark), points: pointsOf(row.cells, own) }}
          />
        ))}
      </div>
    </section>
  );
}

const { text, printed, count, instant, status } = columnsOf<SeriesValueRecord>();

function History({
  values,
  directory,
  table,
  entity,
}: Pick<SeriesPageProps, 'values' | 'directory'> & { table: SeriesTable; entity: BodyPageData['entity'] }) {
  return (
    <DataTable
      name="valori-registrati"
      caption={words.history}
      hideCaption
      empty={<p>{words.noHistory}</p>}
      columns={[
        text(words.row, ({ row }) => table.rows.find(({ id }) => id === row)?.name ?? row),
        text(words.subject, ({ subject }) => subjectTitle(subject, entity, table.benchmark)),
        count(words.year, ({ year }) => year, { show: ({ year }) => String(year) }),
        printed(words.value, (one) => one.printed),
        text(words.odd, ({ odd }) => odd ?? undefined),
        status(words.from, ({ origin, source }) => [words.origin[origin], source].filter(Boolean).join(': ')),
        text(words.note, ({ note }) => note ?? undefined),
        text(factorWords.by, (one) => whoActed(one, directory)),
        instant(factorWords.on, ({ at }) => at),
      ]}
      rows={values.toReversed()}
    />
  );
}

const asked = columnsOf<SeriesAsked>();

/** What is to be filled in and sent back: a row for each value, with its code. */
function Blank({ subject }: { subject: SeriesSubject }) {
  return (
    <DataTable
      name="modulo-serie"
      caption={words.blank}
      hideCaption
      columns={[
        asked.text(words.code, ({ value }) => value, { only: 'file' }),
        asked.text(words.row, ({ title }) => title),
        asked.text(words.before, ({ hint }) => hint?.replace(/^\(|\)$/g, '')),
        asked.text(words.value, () => undefined),
      ]}
      rows={seriesAsked(subject)}
    />
  );
}
