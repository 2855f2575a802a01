import type { Handler } from 'hono';
import { FOLLOWED_PATH } from '../../../access/followed-path.js';
import { checkUpNow } from '../../../acts/requirement.js';
import { type Checked, countsOf, type Questionnaire } from '../../../domain/context/check-up.js';
import { type FollowedRecord, followedOf } from '../../../register/follow-up.js';
import { groupBy } from '../../../register/reading/group.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { factorWords, checkUpWords as words } from '../../../words/context.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Bar } from '../kit/charts/bars.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath, CHECK_UP_PATH, cyclePath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { allows } from '../kit/viewer.js';
import { EXERCISE, ExerciseChoice, exercisesOf } from './exercise-choice.js';

/** The check-up of an exercise: each requirement with its answer beside the one before, and the actions against the gaps. */
export function checkUp(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const { entity } = data;
    const asked = c.req.query(EXERCISE);
    const { all, chosen } = await exercisesOf(db, entity.id, asked);
    if (chosen === undefined && asked !== undefined) return c.notFound();
    const [now, actions] = await Promise.all([
      chosen === undefined ? undefined : checkUpNow(db, entity.id, chosen),
      followedOf(db, entity.id, 'improvement'),
    ]);
    return answer(
      c,
      <BodyPage data={data} view={CHECK_UP_PATH} title={words.title} lead={words.lead}>
        <Saved text={c.req.query('fatto')?.slice(0, 300)} />
        {chosen === undefined || now === undefined ? (
          <p>{words.none}</p>
        ) : (
          <>
            <ExerciseChoice all={all} chosen={chosen} path={bodyPath(entity.id, CHECK_UP_PATH)} />
            <h2>{factorWords.exercise(chosen)}</h2>
            <Counts {...now} />
            <Requirements {...{ data, actions, exercise: chosen, checked: now.checked, writes: allows(c, 'steer') }} />
          </>
        )}
      </BodyPage>,
    );
  };
}

interface CheckedProps {
  readonly questionnaire: Questionnaire;
  readonly checked: readonly Checked[];
}

type Count = ReturnType<typeof countsOf>[number];
const counted = columnsOf<Count>();

function Counts({ questionnaire, checked }: CheckedProps) {
  const rows = countsOf(checked, questionnaire.degrees);
  const point = ({ count }: Count) => ({ label: '', value: count, text: String(count) });
  return (
    <DataTable
      name="gradi"
      caption={words.counts}
      columns={[
        counted.text(words.degree, ({ degree }) => degree?.title ?? words.unanswered),
        counted.count(words.count, ({ count }) => count),
        counted.act(bodyPageWords.size, (one) => one.count > 0 && <Bar point={point(one)} greatest={checked.length} />),
      ]}
      rows={rows}
    />
  );
}

interface RequirementsProps {
  readonly data: BodyPageData;
  readonly exercise: number;
  readonly checked: readonly Checked[];
  readonly actions: readonly FollowedRecord[];
  readonly writes: boolean;
}

const { text, status, act } = columnsOf<Checked>();

function Requirements({ data, exercise, checked, actions, writes }: RequirementsProps) {
  const entity = data.entity.id;
  const against = ({ requirement }: Checked) =>
    actions.filter(({ id, source }) => source === words.source(exercise) && id.startsWith(`${requirement.id}/`));
  const at = ({ requirement }: Checked, below: string) =>
    cyclePath({ entity, exercise }, `${CHECK_UP_PATH}/${encodeURIComponent(requirement.id)}/${below}`);
  return (
    <>
      {[...groupBy(checked, ({ requirement }) => requirement.area)].map(([area, members]) => (
        <DataTable
          name="check-up"
          caption={area}
          part={{ column: words.area, value: area }}
          columns={[
            text(words.requirement, ({ requirement }) => requirement.text, {
              show: ({ requirement }) => (
                <span class="ciclo-step-name">
                  <span>{requirement.text}</span>
                  <small>{requirement.norm}</small>
                  <small>{words.expected(requirement.evidence)}</small>
                </span>
              ),
            }),
            text(words.norm, ({ requirement }) => requirement.norm, { only: 'file' }),
            status(words.degree, ({ degree }) => degree?.title ?? words.unanswered, {
              show: ({ degree }) =>
                degree === undefined ? (
                  <em>{words.unanswered}</em>
                ) : (
                  <span class={`ciclo-tag ciclo-light-${degree.gap ? 'yellow' : 'green'}`}>{degree.title}</span>
                ),
            }),
            text(words.evidence, ({ answer }) => answer?.evidence ?? undefined),
            status(words.before, ({ beforeDegree }) => beforeDegree?.title ?? words.noBefore),
            status(words.compared, ({ change }) => (change === undefined ? undefined : words.change[change])),
            text(
              words.actions,
              (one) =>
                against(one)
                  .map((action) => action.text)
                  .join('; ') || undefined,
              {
                show: (one) =>
                  against(one).map((action) => (
                    <a href={bodyPath(entity, `${FOLLOWED_PATH.improvement}/${action.id}`)}>{action.text}</a>
                  )),
              },
            ),
            ...(writes
              ? [
                  act(words.toDo, (one) => (
                    <>
                      <a href={at(one, 'risposta')}>
                        {words.answer}
                        <span class="visually-hidden">{`: ${one.requirement.text}`}</span>
                      </a>
                      {one.gap && (
                        <>
                          <br />
                          <a href={at(one, 'azione')}>
                            {words.open}
                            <span class="visually-hidden">{`: ${one.requirement.text}`}</span>
                          </a>
                        </>
                      )}
                    </>
                  )),
                ]
              : []),
          ]}
          rows={members}
        />
      ))}
      <TableAway name="check-up" caption={words.title} />
    </>
  );
}
