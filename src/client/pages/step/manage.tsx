import type { Context, Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { AnyAct } from '../../../acts/act.js';
import { close } from '../../../acts/checkpoint/close.js';
import { returnValue } from '../../../acts/checkpoint/return-value.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import { extend } from '../../../acts/step/extend.js';
import { note } from '../../../acts/step/note.js';
import { remind } from '../../../acts/step/remind.js';
import { reopen } from '../../../acts/step/reopen.js';
import { restart } from '../../../acts/step/restart.js';
import { aStep } from '../../../acts/subject.js';
import { isSettling } from '../../../domain/decision.js';
import { decisionsOf } from '../../../register/decisions.js';
import { missingIndicators } from '../../../register/measurements.js';
import { awaitedOffices } from '../../../register/reading/awaited-offices.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { readingsWaiting, type ReadingsWaiting as Waiting } from '../../../register/reading/readings-waiting.js';
import { type StepView, stepView } from '../../../register/reading/step-view.js';
import { italianDay } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { steeringWords as words } from '../../../words/steering.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { partyText } from '../kit/parts/people.js';
import { ReadingsWaiting } from '../kit/parts/readings-waiting.js';
import { Saved } from '../kit/parts/saved.js';
import { State } from '../kit/parts/state.js';
import { bodyPath, cyclePath, MANAGE_PATH, stepPath, WHAT_IF_PATH } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';
import { Trouble } from './trouble.js';

/** What is done to a step from here; each is posted to its own address below. */
const ON_A_STEP: readonly AnyAct[] = [remind, extend, reopen, restart];
const ON_A_CHECKPOINT: readonly AnyAct[] = [returnValue, close];

interface ManagePageData {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly step: StepView;
  /** Who is to do what the step waits for. */
  readonly awaited: string;
  /** Values that a checkpoint still waits for. */
  readonly missing: number;
  /** Readings that nobody has confirmed, at a checkpoint. */
  readonly waiting: Waiting | undefined;
  readonly forms: readonly Shown[];
}

/** The acts on a step: remind now, extend, reopen; at a checkpoint, return a value and close. */
export function manageStep(site: Site): Handler {
  return (c) => (allows(c, 'steer') && senderOf(c) !== undefined ? show(site, c) : forbidden(site, c));
}

/** Carries out the act whose form was posted, or shows what to correct. */
export function actOnStep(site: Site): Handler {
  return async (c) => {
    const [entity, exercise, name] = [
      c.req.param('entity') ?? '',
      Number(c.req.param('exercise')),
      c.req.param('step'),
    ];
    const one = [...ON_A_STEP, ...ON_A_CHECKPOINT].find(({ path }) => path === c.req.param('act'));
    const subject: unknown = await one?.on.find(site.deps.register, { entity, exercise, name: name ?? '' });
    if (one === undefined || subject === undefined || name === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, entity, subject), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) =>
      `${stepPath({ entity, exercise }, name)}${MANAGE_PATH}?fatto=${encodeURIComponent(said)}`;
    return takeAct(site, c, one, at, next, (refused) => show(site, c, refused));
  };
}

async function managePageData({ deps, assets }: Site, c: Context): Promise<ManagePageData | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  const name = c.req.param('step') ?? '';
  const subject = cycle && (await aStep.find(deps.register, { ...cycle, name }));
  if (cycle === undefined || subject === undefined) return undefined;
  const { db } = deps.register;
  const { step: row } = subject;
  const isCheckpoint = row.planned.kind === 'checkpoint';
  const place = placeOf(deps, cycle.entity, subject);
  const [directory, awaited, decisions, waiting, missing, forms] = await Promise.all([
    directoryOf(db, cycle.entity, frame.today),
    awaitedOffices(db, cycle.id),
    decisionsOf(db, cycle.id, name),
    isCheckpoint ? readingsWaiting(db, cycle) : undefined,
    isCheckpoint ? missingIndicators(db, { cycle: cycle.id, checkpoint: name }) : [],
    Promise.all([...ON_A_STEP, ...(isCheckpoint ? ON_A_CHECKPOINT : [])].map((one) => shown(one, place))),
  ]);
  const { actDate: actedOn = null } = decisions.findLast(({ outcome }) => isSettling(outcome)) ?? {};
  const step = stepView({ ...row, ordinal: 0, actedOn }, frame.today, awaited.get(name));
  const names = directory.parties(step.waitingFor).map(partyText).join('; ');
  return { frame, cycle, step, awaited: names, missing: missing.length, waiting, forms };
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await managePageData(site, c);
  if (data === undefined) return c.notFound();
  const [done, chosen] = [c.req.query('fatto'), c.req.query('indicatore')];
  return answer(c, <ManagePage {...{ data, refused, done, chosen }} />, refused === undefined ? 200 : 422);
}

interface ManagePageProps {
  readonly data: ManagePageData;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
  /** Indicator the reader came for. */
  readonly chosen: string | undefined;
}

function ManagePage({ data, refused, done, chosen }: ManagePageProps) {
  const { frame, cycle, step, waiting } = data;
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="year"
      crumbs={[cycleCrumb(cycle), { title: step.planned.title, href: stepPath(cycle, step.id) }]}
    >
      <div class="ciclo-title">
        <p class="ciclo-overline">{words.title}</p>
        <h1>{step.planned.title}</h1>
        <State assets={frame.assets} step={step} />
        <p>{words.dueNow(italianDay(step.dueOn))}</p>
      </div>
      <Trouble step={step} />
      <Saved text={done} />
      <ReadingsWaiting cycle={cycle} waiting={waiting} />
      <Summary refused={refused} />
      <div class="ciclo-columns">
        {data.forms
          .filter((form) => isOffered(form, data))
          .map((form) => (
            <ActCard {...{ data, form, refused, chosen }} />
          ))}
        <Card id="sostituto" title={words.substituting.title}>
          <p>{words.substituting.lead}</p>
          <p>
            <a class="btn btn-outline-primary" href={bodyPath(cycle.entity, '/sostituzioni')}>
              {words.substituting.link}
            </a>
          </p>
        </Card>
        <Card id={note.path} title={note.words.title}>
          <p>{note.words.lead}</p>
          <p>
            <a class="btn btn-outline-primary" href={`${stepPath(cycle, step.id)}/${note.path}`}>
              {note.words.title}
            </a>
          </p>
        </Card>
      </div>
      <p>
        <a href={stepPath(cycle, step.id)}>{words.back}</a>
      </p>
    </Layout>
  );
}

/** Of extending and reopening one is always told why not; what could not be meant is not there. */
function isOffered({ act, notNow }: Shown, { step, cycle }: ManagePageData): boolean {
  if (act === extend) return step.status !== 'done';
  // Steps of a cycle that was cancelled do not go on.
  if (act === restart) return notNow === undefined && (step.status === 'failed' || cycle.status === 'running');
  return act === remind || notNow === undefined;
}

interface ActCardProps {
  readonly data: ManagePageData;
  readonly form: Shown;
  readonly refused: Refused | undefined;
  readonly chosen: string | undefined;
}

function ActCard({ data: { cycle, step, awaited, missing }, form, refused, chosen }: ActCardProps) {
  const { act, notNow } = form;
  const action = `${stepPath(cycle, step.id)}${MANAGE_PATH}/${act.path}`;
  const common = { of: form, action, refused };
  // Asked of who wrote a year far away alone.
  const near = refused?.act === act && refused.refusals.some(({ field }) => field === 'far') ? [] : ['far'];
  return (
    <Card id={act.path} title={act.words.title}>
      {notNow !== undefined && <p>{notNow}</p>}
      {notNow === undefined && act === remind && (
        <>
          <p>{words.remind.lead(awaited === '' ? words.remind.nobody : awaited)}</p>
          <ActForm {...common} without={['indicator']} />
        </>
      )}
      {notNow === undefined && act === extend && (
        <>
          {step.planned.norm.force === 'law' && <p>{words.extend.law}</p>}
          <ActForm {...common} without={near} hints={{ due: words.dueNow(italianDay(step.dueOn)) }} />
          <p>
            <a href={cyclePath(cycle, `${WHAT_IF_PATH}?attivita=${encodeURIComponent(step.id)}`)}>
              {planningWords.whatIf.tryDate}
            </a>
          </p>
        </>
      )}
      {act === reopen && <ActForm {...common} without={near} />}
      {act === restart && (
        <>
          <p>{step.status === 'failed' ? words.restart.failed : words.restart.cancelled}</p>
          <p>{act.words.lead}</p>
          <ActForm {...common} />
        </>
      )}
      {act === returnValue && form.offers.indicator?.length === 0 && <p>{words.returning.none}</p>}
      {act === returnValue && form.offers.indicator?.length !== 0 && (
        <>
          <p>{act.words.lead}</p>
          <ActForm {...common} start={{ indicator: chosen ?? '' }} />
        </>
      )}
      {act === close && (
        <>
          <p>{words.closing.lead(missing)}</p>
          <ActForm {...common} submit={words.closing.submit(missing)} />
        </>
      )}
    </Card>
  );
}

function Card({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="ciclo-card" aria-labelledby={`${id}-titolo`} id={id}>
      <h2 id={`${id}-titolo`}>{title}</h2>
      {children}
    </section>
  );
}
