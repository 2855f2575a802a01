import type { Handler } from 'hono';
import { recordQuestion } from '../../../acts/voices/record-question.js';
import { withdrawSurvey } from '../../../acts/voices/withdraw-survey.js';
import type { SurveyQuestion } from '../../../domain/voices/survey.js';
import { wholeNumber } from '../../../domain/whole-number.js';
import { type SurveyRecord, surveyOf } from '../../../register/surveys.js';
import { italianDay, italianNumber } from '../../../words/format.js';
import { surveyWords as words } from '../../../words/surveys.js';
import { voiceWords } from '../../../words/voices.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, SURVEYS_PATH } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { allows } from '../kit/viewer.js';

const { columns } = words;

/** One survey with its questions. */
export function survey(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    const id = wholeNumber(c.req.param('survey') ?? '');
    if (data === undefined || id === undefined) return c.notFound();
    const found = await surveyOf(site.deps.register.db, data.entity.id, id);
    if (found === undefined) return c.notFound();
    return answer(c, <SurveyPage {...{ data, found }} steers={allows(c, 'steer')} done={c.req.query('fatto')} />);
  };
}

interface SurveyPageProps {
  readonly data: BodyPageData;
  readonly found: SurveyRecord;
  readonly steers: boolean;
  readonly done: string | undefined;
}

const { text, count } = columnsOf<SurveyQuestion>();

function SurveyPage({ data, found, steers, done }: SurveyPageProps) {
  const at = bodyPath(data.entity.id, `${SURVEYS_PATH}/${found.id}`);
  const facts: readonly (readonly [string, string])[] = [
    [columns.askedOf, found.askedOf],
    ...(found.method === '' ? [] : [[columns.method, found.method] as const]),
    [columns.period, words.period(italianDay(found.fromDay), italianDay(found.toDay))],
    [columns.answered, voiceWords.answered(found)],
  ];
  return (
    <BodyPage data={data} view={SURVEYS_PATH} title={found.title} under={{ title: words.title }}>
      <Saved text={done} />
      {found.withdrawn !== null && <p class="alert alert-warning">{words.withdrawn(found.withdrawn)}</p>}
      <dl class="ciclo-facts">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <DataTable
        name="domande"
        caption={words.questions}
        columns={[
          text(columns.question, (one) => one.text),
          count(columns.number, ({ number }) => number),
          text(columns.scale, scaleText),
          text(columns.result, (one) => voiceWords.result(one)),
          count(columns.answered, ({ answered }) => answered ?? found.answered),
        ]}
        rows={found.questions}
        empty={<p>{words.noQuestions}</p>}
      />
      {steers && found.withdrawn === null && (
        <p class="ciclo-manage">
          <a class="btn btn-primary" href={`${at}/${recordQuestion.path}`}>
            {recordQuestion.words.title}
          </a>
          <a class="btn btn-outline-primary" href={`${at}/${withdrawSurvey.path}`}>
            {withdrawSurvey.words.title}
          </a>
        </p>
      )}
    </BodyPage>
  );
}

const scaleText = ({ unit, lowest, highest }: SurveyQuestion): string =>
  unit === 'percent'
    ? voiceWords.units.percent
    : words.scale(italianNumber(lowest ?? ''), italianNumber(highest ?? ''));
