import type { Handler } from 'hono';
import { recordSurvey } from '../../../acts/voices/record-survey.js';
import { responseRate } from '../../../domain/voices/survey.js';
import { type SurveyedIndicator, type SurveyRecord, surveyedIndicators, surveysOf } from '../../../register/surveys.js';
import { surveyWords as words } from '../../../words/surveys.js';
import { voiceWords } from '../../../words/voices.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, indicatorPath, SURVEYS_PATH } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';
import { allows } from '../kit/viewer.js';

const { columns } = words;

/** What stakeholders were asked, and which indicators that measures. */
export function surveys(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const [all, measured] = [await surveysOf(db, data.entity.id), await surveyedIndicators(db, data.entity.id)];
    return answer(
      c,
      <SurveysPage {...{ data, all, measured }} steers={allows(c, 'steer')} done={c.req.query('fatto')} />,
    );
  };
}

interface SurveysPageProps {
  readonly data: BodyPageData;
  readonly all: readonly SurveyRecord[];
  readonly measured: readonly SurveyedIndicator[];
  readonly steers: boolean;
  readonly done: string | undefined;
}

const list = columnsOf<SurveyRecord>();
const links = columnsOf<SurveyedIndicator>();

function SurveysPage({ data, all, measured, steers, done }: SurveysPageProps) {
  const at = (below: string): string => bodyPath(data.entity.id, `${SURVEYS_PATH}${below}`);
  return (
    <BodyPage data={data} view={SURVEYS_PATH} title={words.title} lead={words.lead}>
      <Saved text={done} />
      {steers && (
        <p>
          <a class="btn btn-primary" href={at(`/${recordSurvey.path}`)}>
            {recordSurvey.words.title}
          </a>
        </p>
      )}
      <DataTable
        name="indagini"
        caption={words.all}
        columns={[
          list.link(
            columns.title,
            ({ title }) => title,
            ({ id }) => at(`/${id}`),
          ),
          list.text(columns.askedOf, ({ askedOf }) => askedOf),
          list.day(columns.from, ({ fromDay }) => fromDay),
          list.day(columns.to, ({ toDay }) => toDay),
          list.count(columns.asked, ({ asked }) => asked),
          list.count(columns.answered, ({ answered }) => answered),
          list.percent(columns.rate, (one) => responseRate(one)),
          list.text(columns.state, ({ withdrawn }) => (withdrawn === null ? undefined : words.withdrawn(withdrawn))),
        ]}
        rows={all}
        empty={<p>{words.none}</p>}
      />
      <TableSection
        name="indicatori-da-indagini"
        anchor="misurati"
        caption={words.measures}
        columns={[
          links.link(
            columns.indicator,
            ({ indicator }) => indicator,
            ({ exercise, indicator }) => indicatorPath({ entity: data.entity.id, exercise }, indicator),
          ),
          links.text(columns.exercise, ({ exercise }) => String(exercise)),
          links.text(columns.title, ({ survey: { title } }) => title),
          links.text(columns.question, ({ question }) => question.text),
          links.text(columns.result, ({ question }) => voiceWords.result(question)),
        ]}
        rows={measured}
        empty={<p>{words.measuresNone}</p>}
      >
        {steers && (
          <p>
            <small>{words.measureHint}</small>
          </p>
        )}
      </TableSection>
    </BodyPage>
  );
}
