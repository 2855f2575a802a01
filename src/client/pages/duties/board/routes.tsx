import type { Context } from 'hono';
import { NO_FILE, NotYetRecorded } from '../../../../acts/awaited.js';
import { barredByFourEyes } from '../../../../acts/board/deciding.js';
import type { Actor } from '../../../../domain/acting.js';
import { planToWrite } from '../../../../office/plan-to-write.js';
import { actBytes, actsOf, saveAct } from '../../../../register/acts.js';
import { type DecisionRecord, decisionByKey } from '../../../../register/decisions.js';
import { type Hearing, hearingOf } from '../../../../register/hearings.js';
import { planVersion } from '../../../../register/plans.js';
import { boardWords as words } from '../../../../words/board.js';
import { italianMoment } from '../../../../words/format.js';
import { newFormId } from '../../kit/form-id.js';
import { answer, type Site } from '../../kit/site.js';
import { noDuty } from '../no-duty.js';
import { FORM_ID, textIn } from '../officer/posted.js';
import { formDataOf } from '../officer/request.js';
import type { DutyRoute } from '../routes.js';
import { changesOf, comparedPlans } from './changes.js';
import { type FieldError, fileIn, NOTHING_TYPED, readAct, readDecision, type Typed } from './decision-form.js';
import { DecisionPage, type DecisionView, lastDeferral } from './decision-page.js';
import { documentRoutes, sendFile } from './files.js';
import { type Notice, RecordPage } from './record-page.js';
import { NOTE, RevisePage, StandingPage } from './revise-page.js';
import { actorAs, type DutyScene, sceneOf, withError } from './scene.js';
import { until } from './until.js';

const KINDS = ['approval', 'amendment'] as const;

/** What the secretary of a board and the preparers of its documents find at their step. */
export function boardRoutes(site: Site): readonly DutyRoute[] {
  return [
    { method: 'GET', path: '', kinds: ['approval'], handler: (c) => boardHome(site, c) },
    { method: 'GET', path: '/decisione', kinds: KINDS, handler: (c) => recorded(site, c) },
    { method: 'POST', path: '/decisione', kinds: KINDS, handler: (c) => decide(site, c) },
    { method: 'POST', path: '/atto', kinds: KINDS, handler: (c) => attach(site, c) },
    {
      method: 'GET',
      path: '/atto/:hash',
      kinds: KINDS,
      handler: async (c) => {
        const { step } = c.get('duty');
        const file = await actBytes(site.deps.register.db, step.cycle, step.id, c.req.param('hash') ?? '');
        return file === undefined ? c.notFound() : sendFile(c, file);
      },
    },
    { method: 'POST', path: '/ritrasmissione', kinds: ['approval'], handler: (c) => resubmit(site, c) },
    ...documentRoutes(site),
  ];
}

/** Who records the board's decisions at the step, as the person who asks may; undefined when they may not. */
export function recorderOf(c: Context): Actor | undefined {
  const duty = c.get('duty');
  const { recorder } = duty.step.planned;
  return recorder === undefined ? undefined : actorAs(duty, [recorder]);
}

/** The page of an approval: its secretary's, or its preparers'. */
export async function boardHome(site: Site, c: Context, delayError?: string): Promise<Response> {
  const scene = withError(await sceneOf(site, c), delayError);
  const hearing = await hearingOf(site.deps.register.db, scene.duty.step);
  const actor = recorderOf(c);
  if (actor !== undefined) return await decisionHome(site, c, scene, hearing, actor);
  return await preparersHome(site, c, scene, hearing);
}

/** The secretary's page: the form when there is something to decide, else where the matter stands. */
export async function decisionHome(
  site: Site,
  c: Context,
  scene: DutyScene,
  hearing: Hearing,
  actor: Actor,
): Promise<Response> {
  const { matter } = hearing;
  switch (matter.phase) {
    case 'before-board':
      return await decisionPage(site, c, scene, hearing, actor, { typed: NOTHING_TYPED, errors: [] });
    case 'settled':
      return await recordPage(site, c, scene, hearing, matter.decision);
    default: {
      const amends = scene.duty.step.planned.kind === 'amendment';
      const text = {
        preparing: amends ? words.waiting.noProposal : words.waiting.notYet,
        'to-revise': words.waiting.toRevise,
        closed: words.waiting.closed,
      }[matter.phase];
      const title = words.waiting.title;
      return answer(c, <StandingPage scene={as(scene, actor)} hearing={hearing} title={title} text={text} />);
    }
  }
}

type Shown = Pick<DecisionView, 'typed' | 'errors' | 'refusal'>;

async function decisionPage(
  site: Site,
  c: Context,
  scene: DutyScene,
  hearing: Hearing,
  actor: Actor,
  shown: Shown,
): Promise<Response> {
  const { matter } = hearing;
  if (matter.phase !== 'before-board') throw new Error('the form of a decision without a document before the board');
  const { db } = site.deps.register;
  const { ref, step } = scene.duty;
  const { round, document } = matter;
  const decider = { decidedBy: actor.person, actingFor: actor.actingFor };
  const [changes, barred] = await Promise.all([
    changesOf(db, scene.duty, hearing),
    barredByFourEyes(db, ref, step.id, { ...decider, documentHash: document.hash }),
  ]);
  const view: DecisionView = { ...shown, id: newFormId(), barred };
  const failed = shown.errors.length > 0 || shown.refusal !== undefined;
  return answer(
    c,
    <DecisionPage {...{ hearing, round, document, changes, view }} scene={as(scene, actor)} />,
    failed ? 422 : 200,
  );
}

async function decide(site: Site, c: Context): Promise<Response> {
  const actor = recorderOf(c);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const scene = await sceneOf(site, c);
  const { duty } = scene;
  const { db } = site.deps.register;
  const hearing = await hearingOf(db, duty.step);
  const again = async (typed: Typed, errors: readonly FieldError[], refusal?: string): Promise<Response> => {
    const now = await hearingOf(db, duty.step);
    const last = now.decisions.at(-1);
    if (now.matter.phase !== 'before-board' || now.decisions.length > hearing.decisions.length) {
      if (last === undefined) return await decisionHome(site, c, scene, now, actor);
      const notice: Notice = { kind: 'not-counted', reason: refusal ?? words.errors.moved };
      return await recordPage(site, c, scene, now, last, notice, 409);
    }
    const shown = { typed, errors, refusal };
    return await decisionPage(site, c, scene, now, actor, shown);
  };
  const data = await formDataOf(c);
  if (!data.ok) return await again(NOTHING_TYPED, [], data.error);
  const { typed, result, hadFile } = await readDecision(data.value);
  const lost: readonly FieldError[] = hadFile ? [{ field: 'file', message: words.errors.fileAgain }] : [];
  if (!result.ok) {
    const named = result.error.some((e) => e.field === 'file') ? [] : lost;
    return await again(typed, [...result.error, ...named]);
  }
  const { id, decision, act } = result.value;
  const key = keyOf(scene, id);
  const decided = {
    ...decision,
    key,
    decidedBy: actor.person,
    actingFor: actor.actingFor,
  };
  const receipt = await site.deps.actions.decide(duty.ref, duty.step.id, decided).catch((cause: unknown) => {
    // A file belongs to a decision on record: it has to be sent again when there is one.
    if (cause instanceof NotYetRecorded && act !== undefined) return c.redirect(`${cause.path}?${NO_FILE}=si`, 303);
    throw cause;
  });
  if (receipt instanceof Response) return receipt;
  if (!receipt.ok) {
    // A page shown before somebody else recorded: the one that counts is theirs.
    const stale = decision.knows !== lastDeferral(hearing.decisions) ? hearing.decisions.at(-1) : undefined;
    if (stale !== undefined) {
      const notice: Notice = { kind: 'not-counted', reason: receipt.error };
      return await recordPage(site, c, scene, hearing, stale, notice, 409);
    }
    return await again(typed, lost, receipt.error);
  }
  if (act !== undefined) await saveAct(db, key, { ...act, ...uploader(actor), at: site.deps.clock() });
  const repeated = receipt.value.repeated === true ? '&gia=si' : '';
  return c.redirect(`${duty.here}/decisione?${FORM_ID}=${id}${repeated}`, 303);
}

/** What is on record of a decision: after it was sent, and whenever the address is opened again. */
async function recorded(site: Site, c: Context): Promise<Response> {
  const scene = await sceneOf(site, c);
  const decision = await decisionByKey(site.deps.register.db, keyOf(scene, c.req.query(FORM_ID) ?? ''));
  if (decision === undefined) return c.notFound();
  const hearing = await hearingOf(site.deps.register.db, scene.duty.step);
  const kind =
    c.req.query('allegato') !== undefined ? 'attached' : c.req.query('gia') === undefined ? 'recorded' : 'again';
  return await recordPage(site, c, scene, hearing, decision, { kind });
}

async function recordPage(
  site: Site,
  c: Context,
  scene: DutyScene,
  hearing: Hearing,
  decision: DecisionRecord,
  notice?: Notice,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const acts = await actsOf(site.deps.register.db, [decision.key]);
  const document = hearing.documents.find((d) => d.hash === decision.documentHash);
  const actor = recorderOf(c);
  return answer(
    c,
    <RecordPage
      {...{ decision, document, acts, notice }}
      scene={actor === undefined ? scene : as(scene, actor)}
      mayAttach={actor !== undefined}
    />,
    status,
  );
}

/** Adds a file to the act of a decision on record: the text often comes, signed, days after the sitting. */
async function attach(site: Site, c: Context): Promise<Response> {
  const actor = recorderOf(c);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const scene = await sceneOf(site, c);
  const { db } = site.deps.register;
  const data = await formDataOf(c);
  const id = data.ok ? textIn(data.value, FORM_ID) : '';
  const decision = await decisionByKey(db, keyOf(scene, id));
  if (!data.ok || decision === undefined) return c.notFound();
  let reason: string = words.errors.actType('');
  const file = fileIn(data.value);
  const act =
    file === undefined
      ? undefined
      : await readAct(file, (_field, message) => {
          reason = message;
          return undefined;
        });
  if (act === undefined) {
    const hearing = await hearingOf(db, scene.duty.step);
    const missing = file === undefined ? words.errors.noFile : reason;
    return await recordPage(site, c, scene, hearing, decision, { kind: 'bad-file', reason: missing }, 422);
  }
  await saveAct(db, decision.key, { ...act, ...uploader(actor), at: site.deps.clock() });
  return c.redirect(`${scene.duty.here}/decisione?${FORM_ID}=${id}&allegato=si`, 303);
}

async function preparersHome(
  site: Site,
  c: Context,
  scene: DutyScene,
  hearing: Hearing,
  shown?: { readonly note: string; readonly error?: string; readonly refusal?: string },
): Promise<Response> {
  const { matter } = hearing;
  const title = words.revise.ownerTitle(hearing.documents.at(-1)?.title ?? scene.duty.step.planned.title);
  const notice = c.req.query('esito') === 'ritrasmesso' ? words.revise.done : undefined;
  switch (matter.phase) {
    case 'to-revise':
      return answer(
        c,
        <RevisePage
          {...{ scene, hearing }}
          rejection={matter.rejection}
          draft={await draftChanges(site, scene, hearing)}
          id={newFormId()}
          note={shown?.note ?? ''}
          error={shown?.error}
          refusal={shown?.refusal}
        />,
        shown === undefined ? 200 : 422,
      );
    case 'settled':
      return await recordPage(site, c, scene, hearing, matter.decision);
    default: {
      const text = {
        preparing: words.waiting.notYet,
        'before-board': words.revise.before,
        closed: words.waiting.closed,
      }[matter.phase];
      return answer(c, <StandingPage {...{ scene, hearing, title, text, notice }} />);
    }
  }
}

/** What would change for the board if the document were transmitted now, where that is the Piano. */
async function draftChanges({ deps }: Site, { duty }: DutyScene, hearing: Hearing) {
  const last = hearing.documents.at(-1);
  if (duty.step.planned.document !== 'piano' || last?.planVersion === undefined) return undefined;
  const { db } = deps.register;
  const [was, is] = await Promise.all([
    planVersion(db, duty.ref.entity, duty.ref.exercise, last.planVersion),
    planToWrite(db, duty.ref, undefined),
  ]);
  if (was === undefined || is === undefined) return undefined;
  return comparedPlans(was.plan, is.plan, words.changes.sinceRound(last.round, italianMoment(last.frozenAt)));
}

async function resubmit(site: Site, c: Context): Promise<Response> {
  const { step, ref, here } = c.get('duty');
  const actor = actorAs(c.get('duty'), step.planned.owners);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const scene = as(await sceneOf(site, c), actor);
  const { db } = site.deps.register;
  const data = await formDataOf(c);
  const note = data.ok ? textIn(data.value, NOTE).trim() : '';
  const id = data.ok ? textIn(data.value, FORM_ID) : '';
  if (!data.ok) {
    return await preparersHome(site, c, scene, await hearingOf(db, step), { note, refusal: data.error });
  }
  if (note === '') {
    const shown = { note, error: words.revise.noteMissing };
    return await preparersHome(site, c, scene, await hearingOf(db, step), shown);
  }
  const sent = await site.deps.actions.resubmit(ref, step.id, actor, note, id);
  if (!sent.ok) {
    const hearing = await hearingOf(db, step);
    if (hearing.matter.phase === 'to-revise')
      return await preparersHome(site, c, scene, hearing, { note, refusal: sent.error });
    const title = words.revise.ownerTitle(hearing.documents.at(-1)?.title ?? step.planned.title);
    return answer(c, <StandingPage {...{ scene, hearing, title }} text={words.revise.again} />, 409);
  }
  await until(async () => ((await hearingOf(db, step)).matter.phase === 'to-revise' ? undefined : true));
  return c.redirect(`${here}?esito=ritrasmesso`, 303);
}

/** The scene with the person shown as they act here. */
const as = (scene: DutyScene, actor: Actor): DutyScene => ({ ...scene, duty: { ...scene.duty, actor } });

const keyOf = ({ duty }: DutyScene, id: string): string => `${duty.step.cycle}/${duty.step.id}/${id}`;

const uploader = ({ person, actingFor }: Actor) => ({
  uploadedBy: person,
  actingFor,
});
