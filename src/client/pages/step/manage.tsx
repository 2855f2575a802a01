import { randomUUID } from 'node:crypto';
import type { Context, Handler } from 'hono';
import type { Child } from 'hono/jsx';
import { type CurrentMeasurement, currentMeasurements } from '../../../register/measurements.js';
import { awaitedOffices } from '../../../register/reading/awaited-offices.js';
import { stepRows } from '../../../register/reading/cycle.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { readingsWaiting, type ReadingsWaiting as Waiting } from '../../../register/reading/readings-waiting.js';
import { type StepView, stepView } from '../../../register/reading/step-view.js';
import { consoleWords } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { steeringWords as words } from '../../../words/steering.js';
import { steeringActor } from '../kit/actor.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { partyText } from '../kit/parts/people.js';
import { ReadingsWaiting } from '../kit/parts/readings-waiting.js';
import { Saved } from '../kit/parts/saved.js';
import { State } from '../kit/parts/state.js';
import { cyclePath, MANAGE_PATH, stepPath, WHAT_IF_PATH } from '../kit/paths.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { type Command, carryOut, isCommand } from './commands.js';
import { Trouble } from './trouble.js';

interface Refused {
  readonly command: Command;
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

interface Scene {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly step: StepView;
  readonly directory: Directory;
  /** Values that can be sent back, at an open checkpoint. */
  readonly values: readonly CurrentMeasurement[];
  readonly missing: number;
  /** Readings that nobody has confirmed, at a checkpoint. */
  readonly waiting: Waiting | undefined;
}

/** The commands on a step: remind now, extend, reopen; at a checkpoint, return a value and close. */
export function manageStep(site: Site): Handler {
  return async (c) => (steeringActor(c) === undefined ? forbidden(site, c) : show(site, c));
}

/** Carries out the command whose form was posted, or shows what to correct. */
export function commandStep(site: Site): Handler {
  return async (c) => {
    const [entity, exercise, step] = [c.req.param('entity'), Number(c.req.param('exercise')), c.req.param('step')];
    const command = c.req.param('command') ?? '';
    if (entity === undefined || step === undefined || !isCommand(command)) return c.notFound();
    const actor = steeringActor(c);
    if (actor === undefined) return forbidden(site, c);
    const scene = await sceneOf(site, c);
    if (scene === undefined) return c.notFound();
    const fields = await fieldsOf(c);
    const ref = { space: site.deps.register.schema, entity, exercise };
    const done = await carryOut(site.deps.actions, { ref, step, actor }, command, fields);
    if (!done.ok) return show(site, c, { command, fields, problems: done.error });
    return c.redirect(`${stepPath(scene.cycle, step)}${MANAGE_PATH}?fatto=${encodeURIComponent(done.value)}`, 303);
  };
}

async function sceneOf({ deps, assets }: Site, c: Context): Promise<Scene | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  if (cycle === undefined) return undefined;
  const { db } = deps.register;
  const id = c.req.param('step') ?? '';
  const [rows, directory, awaited] = await Promise.all([
    stepRows(db, cycle.id),
    directoryOf(db, cycle.entity, frame.today),
    awaitedOffices(db, cycle.id),
  ]);
  const row = rows.find((r) => r.id === id);
  if (row === undefined) return undefined;
  const step = stepView(row, frame.today, awaited.get(id));
  const values =
    row.planned.kind === 'checkpoint' ? await currentMeasurements(db, { cycle: cycle.id, checkpoint: id }) : [];
  const waiting = row.planned.kind === 'checkpoint' ? await readingsWaiting(db, cycle) : undefined;
  const expected = row.planned.kind === 'checkpoint' ? await expectedAt(deps.register.db, cycle.id, id) : 0;
  return { frame, cycle, step, directory, values, missing: Math.max(0, expected - values.length), waiting };
}

async function expectedAt(db: Site['deps']['register']['db'], cycle: string, checkpoint: string): Promise<number> {
  const { n } = await db
    .selectFrom('checkpointIndicators')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('cycle', '=', cycle)
    .where('checkpoint', '=', checkpoint)
    .executeTakeFirstOrThrow();
  return n;
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const scene = await sceneOf(site, c);
  if (scene === undefined) return c.notFound();
  return answer(
    c,
    <ManagePage scene={scene} refused={refused} done={c.req.query('fatto')} chosen={c.req.query('indicatore')} />,
    refused === undefined ? 200 : 422,
  );
}

interface ManagePageProps {
  readonly scene: Scene;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
  /** Indicator the reader came for. */
  readonly chosen: string | undefined;
}

function ManagePage({ scene, refused, done, chosen }: ManagePageProps) {
  const { frame, cycle, step } = scene;
  const running = step.status === 'open' || step.status === 'late';
  const checkpoint = step.planned.kind === 'checkpoint';
  return (
    <Layout
      frame={frame}
      title={words.title}
      section="year"
      crumbs={[
        { title: consoleWords.cycle.title(cycle.exercise), href: cyclePath(cycle) },
        { title: step.planned.title, href: stepPath(cycle, step.id) },
      ]}
    >
      <div class="ciclo-title">
        <p class="ciclo-overline">{words.title}</p>
        <h1>{step.planned.title}</h1>
        <State assets={frame.assets} step={step} />
        <p>{words.extend.dueHint(italianDay(step.dueOn))}</p>
      </div>
      <Trouble step={step} />
      <Saved text={done} />
      <ReadingsWaiting cycle={cycle} waiting={scene.waiting} />
      {refused !== undefined && <Problems title={words.errors} of={refused.problems} />}
      <div class="ciclo-columns">
        <Remind scene={scene} running={running} />
        {step.status === 'done' ? (
          <Reopen scene={scene} refused={refused} />
        ) : (
          <Extend scene={scene} refused={refused} />
        )}
        {canRestart(scene) && <Restart scene={scene} refused={refused} />}
        {checkpoint && running && <GiveBack scene={scene} refused={refused} chosen={chosen} />}
        {checkpoint && running && <Close scene={scene} refused={refused} />}
        <Card id="sostituto" title={words.substituting.title}>
          <p>{words.substituting.lead}</p>
          <p>
            <a class="btn btn-outline-primary" href={`/enti/${encodeURIComponent(cycle.entity)}/sostituzioni`}>
              {words.substituting.link}
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

/** Tells one sending of a form from another: the same one sent twice is one act. */
const Key = () => <input type="hidden" name="chiave" value={randomUUID()} />;

function Card({ id, title, children }: { id: string; title: string; children?: Child }) {
  return (
    <section class="ciclo-card" aria-labelledby={`${id}-titolo`} id={id}>
      <h2 id={`${id}-titolo`}>{title}</h2>
      {children}
    </section>
  );
}

function Remind({ scene, running }: { scene: Scene; running: boolean }) {
  if (!running) {
    return (
      <Card id="sollecito" title={words.remind.title}>
        <p>{words.notNow.remind}</p>
      </Card>
    );
  }
  const awaited = scene.directory.parties(scene.step.waitingFor).map(partyText).join('; ');
  return (
    <Card id="sollecito" title={words.remind.title}>
      <p>{words.remind.lead(awaited === '' ? words.remind.nobody : awaited)}</p>
      <form class="ciclo-access" method="post" action={addressOf(scene, 'sollecito')}>
        <Key />
        <button type="submit" class="btn btn-primary">
          {words.remind.submit}
        </button>
      </form>
    </Card>
  );
}

const addressOf = ({ cycle, step }: Pick<Scene, 'cycle' | 'step'>, command: Command): string =>
  `${stepPath(cycle, step.id)}${MANAGE_PATH}/${command}`;

function Extend({ scene, refused }: { scene: Scene; refused: Refused | undefined }) {
  const ended = scene.step.status === 'cancelled';
  return (
    <Card id="proroga" title={words.extend.title}>
      {ended ? (
        <p>{words.notNow.extend}</p>
      ) : (
        <>
          {scene.step.planned.norm.force === 'law' && <p>{words.extend.law}</p>}
          <Redate
            command="proroga"
            action={addressOf(scene, 'proroga')}
            refused={refused}
            due={words.extend.due}
            hint={words.extend.dueHint(italianDay(scene.step.dueOn))}
            reason={words.extend.reason}
            submit={words.extend.submit}
          />
          <p>
            <a href={cyclePath(scene.cycle, `${WHAT_IF_PATH}?attivita=${encodeURIComponent(scene.step.id)}`)}>
              {planningWords.whatIf.tryDate}
            </a>
          </p>
        </>
      )}
    </Card>
  );
}

function Reopen({ scene, refused }: { scene: Scene; refused: Refused | undefined }) {
  return (
    <Card id="riapertura" title={words.reopen.title}>
      <Redate
        command="riapertura"
        action={addressOf(scene, 'riapertura')}
        refused={refused}
        due={words.reopen.due}
        reason={words.reopen.reason}
        submit={words.reopen.submit}
      />
    </Card>
  );
}

interface RedateProps {
  readonly command: 'proroga' | 'riapertura';
  readonly action: string;
  readonly refused: Refused | undefined;
  readonly due: string;
  readonly hint?: string;
  readonly reason: string;
  readonly submit: string;
}

function Redate({ command, action, refused, due, hint, reason, submit }: RedateProps) {
  const own = ofCommand(refused, command);
  const dueId = `${command}-scadenza`;
  return (
    <form class="ciclo-access" method="post" action={action} novalidate>
      <Key />
      <FormField id={dueId} label={due} {...(hint === undefined ? {} : { hint })} problem={problemOf(own, dueId)}>
        <input
          id={dueId}
          name="scadenza"
          type="date"
          required
          value={own?.fields.text('scadenza') ?? ''}
          {...fieldState(dueId, hint !== undefined, problemOf(own, dueId))}
        />
      </FormField>
      <ReasonFields command={command} own={own} label={reason} />
      <button type="submit" class="btn btn-primary">
        {submit}
      </button>
    </form>
  );
}

function ReasonFields({ command, own, label }: { command: Command; own: Refused | undefined; label: string }) {
  const [reasonId, actId] = [`${command}-motivo`, `${command}-atto`];
  return (
    <>
      <FormField id={reasonId} label={label} hint={words.reasonHint} problem={problemOf(own, reasonId)}>
        <textarea
          id={reasonId}
          name="motivo"
          rows={2}
          required
          {...fieldState(reasonId, true, problemOf(own, reasonId))}
        >
          {own?.fields.text('motivo') ?? ''}
        </textarea>
      </FormField>
      <FormField id={actId} label={words.act} hint={words.actHint}>
        <input
          id={actId}
          name="atto"
          type="text"
          value={own?.fields.text('atto') ?? ''}
          {...fieldState(actId, true, undefined)}
        />
      </FormField>
    </>
  );
}

interface GiveBackProps {
  readonly scene: Scene;
  readonly refused: Refused | undefined;
  readonly chosen: string | undefined;
}

function GiveBack({ scene, refused, chosen }: GiveBackProps) {
  const own = ofCommand(refused, 'restituzione');
  const [indicatorId, remarkId] = ['restituzione-indicatore', 'restituzione-osservazione'];
  const selected = own?.fields.text('indicatore') ?? chosen ?? '';
  return (
    <Card id="restituzione" title={words.returning.title}>
      {scene.values.length === 0 ? (
        <p>{words.returning.none}</p>
      ) : (
        <form class="ciclo-access" method="post" action={addressOf(scene, 'restituzione')} novalidate>
          <Key />
          <p>{words.returning.lead}</p>
          <FormField id={indicatorId} label={words.returning.indicator} problem={problemOf(own, indicatorId)}>
            <select id={indicatorId} name="indicatore" {...fieldState(indicatorId, false, problemOf(own, indicatorId))}>
              <option value="">{words.returning.choose}</option>
              {scene.values.map((value) => (
                <option value={value.indicator} selected={value.indicator === selected}>
                  {value.indicator}
                </option>
              ))}
            </select>
          </FormField>
          <FormField id={remarkId} label={words.returning.remark} problem={problemOf(own, remarkId)}>
            <textarea
              id={remarkId}
              name="osservazione"
              rows={2}
              required
              {...fieldState(remarkId, false, problemOf(own, remarkId))}
            >
              {own?.fields.text('osservazione') ?? ''}
            </textarea>
          </FormField>
          <button type="submit" class="btn btn-primary">
            {words.returning.submit}
          </button>
        </form>
      )}
    </Card>
  );
}

/** Where a cycle goes on, a step that broke off can be started again. */
const canRestart = ({ cycle, step }: Scene): boolean =>
  step.status === 'failed' || (step.status === 'cancelled' && cycle.status === 'running');

function Restart({ scene, refused }: { scene: Scene; refused: Refused | undefined }) {
  return (
    <Card id="riavvio" title={words.restart.title}>
      <p>{scene.step.status === 'failed' ? words.restart.failed : words.restart.cancelled}</p>
      <p>{words.restart.kept}</p>
      <form class="ciclo-access" method="post" action={addressOf(scene, 'riavvio')} novalidate>
        <Key />
        <ReasonFields command="riavvio" own={ofCommand(refused, 'riavvio')} label={words.restart.reason} />
        <button type="submit" class="btn btn-primary">
          {words.restart.submit}
        </button>
      </form>
    </Card>
  );
}

function Close({ scene, refused }: { scene: Scene; refused: Refused | undefined }) {
  const own = ofCommand(refused, 'chiusura');
  return (
    <Card id="chiusura" title={words.closing.title}>
      <p>{words.closing.lead(scene.missing)}</p>
      <form class="ciclo-access" method="post" action={addressOf(scene, 'chiusura')} novalidate>
        <Key />
        <ReasonFields command="chiusura" own={own} label={words.closing.reason} />
        <button type="submit" class="btn btn-primary">
          {words.closing.submit(scene.missing)}
        </button>
      </form>
    </Card>
  );
}

const ofCommand = (refused: Refused | undefined, command: Command): Refused | undefined =>
  refused?.command === command ? refused : undefined;

const problemOf = (refused: Refused | undefined, field: string): string | undefined =>
  refused?.problems.find((p) => p.field === field)?.text;
