import type { Context, Handler } from 'hono';
import { consider } from '../../../acts/body/consider.js';
import { placeOf } from '../../../acts/place.js';
import type { Shown } from '../../../acts/show.js';
import type { Instant } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import type { Refusal } from '../../../domain/refusal.js';
import { type ConsideredItem, FEEDBACK_ORIGINS, leftToConsider } from '../../../domain/voices/strategic-feedback.js';
import { drawnOf } from '../../../register/drawn-feedback.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { groupBy } from '../../../register/reading/group.js';
import { strategicFeedback } from '../../../register/reading/strategic-feedback.js';
import { italianDay } from '../../../words/format.js';
import { feedbackWords as words } from '../../../words/strategic-feedback.js';
import { voiceWords } from '../../../words/voices.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { type Frame, frameOf, still } from '../kit/frame.js';
import { cyclePath, FEEDBACK_PATH } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';

/** What last cycle left to think about, and what was made of it. */
export function feedback(site: Site): Handler {
  return (c) => show(site, c);
}

/** Says what follows from an item. */
export function considerItem(site: Site): Handler {
  return async (c) => {
    const [entity = '', key = ''] = [c.req.param('entity'), c.req.param('item')];
    const subject = await consider.on.find(site.deps.register, { entity, name: key });
    if (subject === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, entity, subject), sender: senderOf(c) };
    const cycle = { entity, exercise: Number(c.req.param('exercise')) };
    const next = ({ said }: { readonly said: string }) =>
      `${cyclePath(cycle, FEEDBACK_PATH)}?fatto=${encodeURIComponent(said)}`;
    return takeAct(site, c, consider, at, next, (refused) =>
      show(site, c, { ...refused, refusals: refused.refusals.map(atTheText), about: key }),
    );
  };
}

/** The exercise is that of the page: what is wrong with it is said where there is something to write. */
const atTheText = (refusal: Refusal): Refusal =>
  refusal.field === 'exercise' ? { ...refusal, field: 'outcome' } : refusal;

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const frame = still(await frameOf(site.deps, site.assets, c, cycleIdIn(c)));
  const { cycle } = frame;
  if (cycle === undefined) return c.notFound();
  const { db } = site.deps.register;
  const [items, drawn, directory] = await Promise.all([
    strategicFeedback(db, cycle.entity, cycle.exercise),
    drawnOf(db, cycle.id),
    directoryOf(db, cycle.entity, frame.today),
  ]);
  const writes = allows(c, 'steer') && senderOf(c) !== undefined;
  return answer(
    c,
    <FeedbackPage
      {...{ frame, cycle, items, directory, writes, refused }}
      drawnAt={drawn?.drawnAt}
      done={c.req.query('fatto')}
    />,
    refused === undefined ? 200 : 422,
  );
}

interface FeedbackPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly items: readonly ConsideredItem[];
  /** When its step ended; undefined while it goes on. */
  readonly drawnAt: Instant | undefined;
  readonly directory: Directory;
  readonly writes: boolean;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

function FeedbackPage(props: FeedbackPageProps) {
  const { frame, cycle, items, drawnAt, refused, done } = props;
  // Also one that somebody else has considered meanwhile, to whom is being told so.
  const open = items.filter(({ key, considered }) => considered === undefined || refused?.about === key);
  const byOrigin = groupBy(open, ({ origin }) => origin);
  const title = words.heading(cycle.exercise);
  return (
    <PlanningPage frame={frame} cycle={cycle} view="feedback" title={title} done={done}>
      <p class="lead">{words.lead}</p>
      {drawnAt !== undefined && <p>{words.drawn(italianDay(romeDate(drawnAt)))}</p>}
      <Summary refused={refused} />
      <p>
        <strong>{items.length === 0 ? words.none : voiceWords.left(leftToConsider(items), items.length)}</strong>
      </p>
      {FEEDBACK_ORIGINS.flatMap((origin) => {
        const own = byOrigin.get(origin) ?? [];
        return own.length === 0 ? [] : [<Open {...props} origin={origin} items={own} />];
      })}
      <Considered {...props} />
    </PlanningPage>
  );
}

interface OpenProps extends Omit<FeedbackPageProps, 'items'> {
  readonly origin: ConsideredItem['origin'];
  readonly items: readonly ConsideredItem[];
}

const CONSIDER: Shown = { act: consider, notNow: undefined, seen: '', offers: {} };

function Open({ origin, items, cycle, writes, refused }: OpenProps) {
  return (
    <section aria-labelledby={origin}>
      <h2 id={origin}>{`${voiceWords.origins[origin]} (${items.length})`}</h2>
      <ul class="ciclo-feedback">
        {items.map(({ key, title, said, cause, on }) => (
          <li class="ciclo-card">
            <h3 class="ciclo-item-title">{title}</h3>
            <p class={origin === 'feedback' || origin === 'oiv' ? 'ciclo-quote' : undefined}>{said}</p>
            {cause !== '' && <p>{words.cause(cause)}</p>}
            {on !== undefined && (
              <p>
                <small>
                  <time datetime={on}>{words.on[origin](italianDay(on))}</time>
                </small>
              </p>
            )}
            {writes && (
              <details open={refused?.about === key}>
                <summary>{consider.words.submit}</summary>
                <ActForm
                  of={CONSIDER}
                  action={cyclePath(cycle, `${FEEDBACK_PATH}/${encodeURIComponent(key)}`)}
                  about={key}
                  refused={refused}
                  without={['exercise']}
                >
                  <input type="hidden" name={consider.words.fields.exercise.page} value={String(cycle.exercise)} />
                </ActForm>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const { text } = columnsOf<ConsideredItem>();

function Considered({ items, directory }: FeedbackPageProps) {
  const { columns } = words;
  return (
    <TableSection
      name="feedback-considerato"
      anchor="considerate"
      caption={words.consideredTitle}
      columns={[
        text(columns.item, ({ title }) => title),
        text(columns.origin, ({ origin }) => voiceWords.origins[origin]),
        text(columns.said, ({ said }) => said),
        text(columns.follows, ({ considered }) => words.followsText(considered)),
        text(columns.outcome, ({ considered }) => considered?.outcome),
        text(columns.by, ({ considered }) => considered && directory.person(considered.actor)),
      ]}
      rows={items.filter(({ considered }) => considered !== undefined)}
      empty={<p>{words.noneConsidered}</p>}
    />
  );
}
