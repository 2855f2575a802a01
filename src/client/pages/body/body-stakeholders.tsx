import type { Context, Handler } from 'hono';
import type { AnyAct } from '../../../acts/act.js';
import { consider } from '../../../acts/body/consider.js';
import { hear } from '../../../acts/body/hear.js';
import { placeOf } from '../../../acts/place.js';
import type { Shown } from '../../../acts/show.js';
import { yearOf } from '../../../domain/calendar/civil-date.js';
import { current } from '../../../domain/voices/stakeholder.js';
import { type FeedbackRecord, feedbackOf } from '../../../register/follow-up.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { stakeholdersOf } from '../../../register/stakeholders.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { italianDay } from '../../../words/format.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';
import { StakeholderViews } from './stakeholder-views.js';

const words = bodyPageWords.stakeholders;
const PATH = '/stakeholder';

/** What stakeholders said, and what the next context analysis has still to consider. */
export function bodyStakeholders(site: Site): Handler {
  return (c) => show(site, c);
}

/** Puts on record what a stakeholder said. */
export function recordFeedback(site: Site): Handler {
  return (c) => {
    const entity = c.req.param('entity') ?? '';
    const at = { place: placeOf(site.deps, entity, entity), sender: senderOf(c) };
    return takeAct(
      site,
      c,
      hear,
      at,
      () => bodyPath(entity, `${PATH}?registrato`),
      (refused) => show(site, c, refused),
    );
  };
}

/** Says what the context analysis of an exercise made of a feedback. */
export function considerFeedback(site: Site): Handler {
  return async (c) => {
    const [entity = '', id = ''] = [c.req.param('entity'), c.req.param('id')];
    const subject = await consider.on.find(site.deps.register, { entity, name: id });
    if (subject === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, entity, subject), sender: senderOf(c) };
    const next = () => bodyPath(entity, `${PATH}?registrato`);
    return takeAct(site, c, consider, at, next, (refused) => show(site, c, { ...refused, about: id }));
  };
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await bodyPageData(site, c);
  if (data === undefined) return c.notFound();
  const { db } = site.deps.register;
  const [register, feedback, directory] = await Promise.all([
    stakeholdersOf(db, data.entity.id),
    feedbackOf(db, data.entity.id),
    directoryOf(db, data.entity.id, data.frame.today),
  ]);
  return answer(
    c,
    <StakeholdersPage
      {...{ data, feedback, directory, refused }}
      stakeholders={current(register).map(({ name }) => name)}
      writes={allows(c, 'steer')}
      saved={c.req.query('registrato') !== undefined}
    />,
    refused === undefined ? 200 : 422,
  );
}

const { text, day } = columnsOf<FeedbackRecord>();

interface StakeholdersPageProps {
  readonly data: BodyPageData;
  readonly feedback: readonly FeedbackRecord[];
  readonly directory: Directory;
  readonly stakeholders: readonly string[];
  readonly refused: Refused | undefined;
  readonly writes: boolean;
  readonly saved: boolean;
}

function StakeholdersPage(props: StakeholdersPageProps) {
  const { data, feedback, directory, refused, writes, saved } = props;
  // The analysis of an exercise is made in the summer before it.
  const exercise = yearOf(data.frame.today) + 1;
  // Also one that somebody else has considered meanwhile, to whom is being told so.
  const open = feedback.filter(
    ({ id, uses }) => refused?.about === String(id) || !uses.some((use) => use.exercise === exercise),
  );
  return (
    <BodyPage data={data} view={PATH} title={words.title} lead={words.lead}>
      <StakeholderViews entity={data.entity} view={PATH} steers={writes} />
      <Saved text={saved ? words.saved : undefined} />
      <Summary refused={refused} />
      <section aria-labelledby="da-considerare">
        <h2 id="da-considerare">{words.toUse(exercise)}</h2>
        {open.length === 0 ? (
          <p>{feedback.length === 0 ? words.none : words.toUseNone(exercise)}</p>
        ) : (
          <ul class="ciclo-feedback">
            {open.map((one) => (
              <li class="ciclo-card">
                <p class="ciclo-quote">{one.text}</p>
                <p>
                  <small>{`${one.stakeholder}, ${one.channel}, ${italianDay(one.receivedOn)}`}</small>
                </p>
                {writes && <UseForm data={data} feedback={one} exercise={exercise} refused={refused} />}
              </li>
            ))}
          </ul>
        )}
      </section>
      {writes && <FeedbackForm {...props} />}
      {feedback.length > 0 && (
        <TableSection
          name="osservazioni"
          anchor="tutte"
          caption={words.all}
          columns={[
            text(words.text, (one) => one.text, { show: (one) => <span class="ciclo-quote">{one.text}</span> }),
            text(words.who, ({ stakeholder }) => stakeholder),
            text(words.channel, ({ channel }) => channel),
            day(words.receivedOn, ({ receivedOn }) => receivedOn),
            text(words.uses, ({ uses }) => uses.map((use) => useText(use, directory)).join('; ') || words.notUsed, {
              show: (one) => <Uses feedback={one} directory={directory} />,
            }),
          ]}
          rows={feedback}
        />
      )}
    </BodyPage>
  );
}

const useText = ({ outcome, exercise, actor }: FeedbackRecord['uses'][number], directory: Directory): string =>
  `${outcome} (${words.used(exercise)}, ${directory.person(actor)})`;

function Uses({ feedback, directory }: { feedback: FeedbackRecord; directory: Directory }) {
  if (feedback.uses.length === 0) return <em>{words.notUsed}</em>;
  return (
    <span class="ciclo-actual">
      {feedback.uses.map((use) => (
        <>
          <span>{use.outcome}</span>
          <small>{`${words.used(use.exercise)}, ${directory.person(use.actor)}`}</small>
        </>
      ))}
    </span>
  );
}

interface UseFormProps {
  readonly data: BodyPageData;
  readonly feedback: FeedbackRecord;
  readonly exercise: number;
  readonly refused: Refused | undefined;
}

/** A form of an act that offers nothing of its own, and where nothing that is shown could become another. */
const plain = (act: AnyAct): Shown => ({ act, notNow: undefined, seen: '', offers: {} });

const UseForm = ({ data, feedback: { id }, exercise, refused }: UseFormProps) => (
  <ActForm
    of={plain(consider)}
    action={bodyPath(data.entity.id, `${PATH}/${id}`)}
    about={String(id)}
    refused={refused}
    start={{ exercise: String(exercise) }}
  />
);

const FeedbackForm = ({ data, stakeholders, refused }: StakeholdersPageProps) => (
  <section aria-labelledby={hear.path}>
    <h2 id={hear.path}>{hear.words.title}</h2>
    <ActForm
      of={plain(hear)}
      action={bodyPath(data.entity.id, PATH)}
      refused={refused}
      start={{ receivedOn: data.frame.today }}
      known={{ stakeholder: stakeholders }}
    />
  </section>
);
