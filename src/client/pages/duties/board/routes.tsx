import type { Context } from 'hono';
import { attachAct, isCalled } from '../../../../acts/board/attach-act.js';
import { decide } from '../../../../acts/board/decide.js';
import { barredByFourEyes } from '../../../../acts/board/deciding.js';
import { resubmit } from '../../../../acts/board/resubmit.js';
import { placeOf } from '../../../../acts/place.js';
import { shown } from '../../../../acts/show.js';
import type { Actor } from '../../../../domain/acting.js';
import { actBytes, actsOf } from '../../../../register/acts.js';
import { type DecisionRecord, decisionsOf } from '../../../../register/decisions.js';
import { type Hearing, hearingOf } from '../../../../register/hearings.js';
import { planToWrite } from '../../../../register/plan-to-write.js';
import { planVersion } from '../../../../register/plans.js';
import { amendmentWords } from '../../../../words/amendment.js';
import { boardWords as words } from '../../../../words/board.js';
import { italianMoment } from '../../../../words/format.js';
import type { Refused } from '../../kit/act-form.js';
import { postedForm } from '../../kit/form-data.js';
import { newFormId } from '../../kit/form-id.js';
import { sendFile } from '../../kit/send-file.js';
import { answer, type Site } from '../../kit/site.js';
import { takeAct } from '../../kit/take-act.js';
import { dutyAct } from '../duty-act.js';
import { noDuty } from '../no-duty.js';
import { FORM_ID, textIn } from '../officer/posted.js';
import type { DutyRoute } from '../routes.js';
import { changesOf, comparedPlans } from './changes.js';
import { DecisionPage, type DecisionView } from './decision-page.js';
import { documentRoutes } from './files.js';
import { actingAs, actorAs, type DutyPageData, dutyPageData, withRefused } from './page-data.js';
import { type Notice, RecordPage } from './record-page.js';
import { RevisePage, StandingPage } from './revise-page.js';
import { waitUntilShown } from './wait-until-shown.js';

const KINDS = ['approval', 'amendment'] as const;

/** What the secretary of a board and the preparers of its documents find at their step. */
export function boardRoutes(site: Site): readonly DutyRoute[] {
  return [
    { method: 'GET', path: '', kinds: ['approval'], handler: (c) => boardHome(site, c) },
    { method: 'GET', path: '/decisione', kinds: KINDS, handler: (c) => recorded(site, c) },
    { method: 'POST', path: '/decisione', kinds: KINDS, handler: (c) => takeDecision(site, c) },
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
    { method: 'POST', path: '/ritrasmissione', kinds: ['approval'], handler: (c) => transmit(site, c) },
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
export async function boardHome(site: Site, c: Context, unexplained?: Refused): Promise<Response> {
  const data = withRefused(await dutyPageData(site, c), unexplained);
  const hearing = await hearingOf(site.deps.register.db, data.duty.step);
  const actor = recorderOf(c);
  if (actor !== undefined) return await decisionHome(site, c, data, hearing, actor);
  return await preparersHome(site, c, data, hearing);
}

/** The secretary's page: the form when there is something to decide, else where the matter stands. */
export async function decisionHome(
  site: Site,
  c: Context,
  data: DutyPageData,
  hearing: Hearing,
  actor: Actor,
): Promise<Response> {
  const { matter } = hearing;
  switch (matter.phase) {
    case 'before-board':
      return await decisionPage(site, c, data, hearing, actor);
    case 'settled':
      return await recordPage(site, c, data, hearing, matter.decision);
    default: {
      const amends = data.duty.step.planned.kind === 'amendment';
      const text = {
        preparing: amends ? withdrawnOr(words.waiting.noProposal, matter) : words.waiting.notYet,
        'to-revise': words.waiting.toRevise,
        closed: words.waiting.closed,
      }[matter.phase];
      const title = words.waiting.title;
      return answer(c, <StandingPage data={actingAs(data, actor)} hearing={hearing} title={title} text={text} />);
    }
  }
}

/** A proposal that was taken back is said to have been. */
const withdrawnOr = (text: string, matter: Hearing['matter']): string =>
  matter.phase === 'preparing' && matter.withdrawnAt !== undefined
    ? amendmentWords.withdraw.stands(italianMoment(matter.withdrawnAt))
    : text;

async function decisionPage(
  site: Site,
  c: Context,
  data: DutyPageData,
  hearing: Hearing,
  actor: Actor,
  refused?: Refused,
): Promise<Response> {
  const { matter } = hearing;
  if (matter.phase !== 'before-board') throw new Error('the form of a decision without a document before the board');
  const { db } = site.deps.register;
  const { ref, step } = data.duty;
  const { round, document } = matter;
  const decider = { decidedBy: actor.person, actingFor: actor.actingFor };
  const [changes, barred, { seen }] = await Promise.all([
    changesOf(db, data.duty, hearing, data.directory),
    barredByFourEyes(db, ref, step.id, { ...decider, documentHash: document.hash }),
    shown(decide, dutyAct(site, c, actor).place),
  ]);
  const view: DecisionView = { id: newFormId(), seen, refused, barred };
  return answer(
    c,
    <DecisionPage {...{ hearing, round, document, changes, view }} data={actingAs(data, actor)} />,
    refused === undefined ? 200 : 422,
  );
}

async function takeDecision(site: Site, c: Context): Promise<Response> {
  const actor = recorderOf(c);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const data = await dutyPageData(site, c);
  const { here, step } = data.duty;
  return await takeAct(
    site,
    c,
    decide,
    dutyAct(site, c, actor),
    ({ facts }, key) => `${here}/decisione?${FORM_ID}=${key}${facts.repeated === true ? '&gia=si' : ''}`,
    async (refused) => {
      const now = await hearingOf(site.deps.register.db, step);
      if (now.matter.phase === 'before-board') return await decisionPage(site, c, data, now, actor, refused);
      const last = now.decisions.at(-1);
      if (last === undefined) return await decisionHome(site, c, data, now, actor);
      // A page shown before somebody else recorded: the one that counts is theirs.
      const reason = refused.refusals.map(({ text }) => text).join('; ');
      return await recordPage(site, c, data, now, last, { kind: 'not-counted', reason }, 409);
    },
  );
}

/** What is on record of a decision: after it was sent, and whenever the address is opened again. */
async function recorded(site: Site, c: Context): Promise<Response> {
  const data = await dutyPageData(site, c);
  const decision = await decisionNamed(site, data, c.req.query(FORM_ID) ?? '');
  if (decision === undefined) return c.notFound();
  const hearing = await hearingOf(site.deps.register.db, data.duty.step);
  const kind =
    c.req.query('allegato') !== undefined ? 'attached' : c.req.query('gia') === undefined ? 'recorded' : 'again';
  return await recordPage(site, c, data, hearing, decision, { kind });
}

async function recordPage(
  site: Site,
  c: Context,
  data: DutyPageData,
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
      data={actingAs(data, actor)}
      mayAttach={actor !== undefined}
    />,
    status,
  );
}

/** Adds a file to the act of a decision on record. */
async function attach(site: Site, c: Context): Promise<Response> {
  const actor = recorderOf(c);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const data = await dutyPageData(site, c);
  const named = textIn((await postedForm(c)) ?? new FormData(), FORM_ID);
  const decision = await decisionNamed(site, data, named);
  if (decision === undefined) return c.notFound();
  return await takeAct(
    site,
    c,
    attachAct,
    dutyAct(site, c, actor),
    () => `${data.duty.here}/decisione?${FORM_ID}=${named}&allegato=si`,
    async ({ refusals }) => {
      const hearing = await hearingOf(site.deps.register.db, data.duty.step);
      const reason = refusals.map(({ text }) => text).join(' ');
      return await recordPage(site, c, data, hearing, decision, { kind: 'bad-file', reason }, 422);
    },
  );
}

/** A decision of the step, by the last part of its key. */
async function decisionNamed(
  { deps }: Site,
  { duty: { step } }: DutyPageData,
  name: string,
): Promise<DecisionRecord | undefined> {
  return (await decisionsOf(deps.register.db, step.cycle, step.id)).find(({ key }) => isCalled(key, name));
}

async function preparersHome(
  site: Site,
  c: Context,
  data: DutyPageData,
  hearing: Hearing,
  refused?: Refused,
): Promise<Response> {
  const { matter } = hearing;
  const title = words.revise.ownerTitle(hearing.documents.at(-1)?.title ?? data.duty.step.planned.title);
  const notice = c.req.query('esito') === 'ritrasmesso' ? words.revise.done : undefined;
  switch (matter.phase) {
    case 'to-revise': {
      const { ref, step } = data.duty;
      const { seen } = await shown(resubmit, placeOf(site.deps, ref.entity, { ref, step }));
      return answer(
        c,
        <RevisePage
          {...{ data, hearing, seen, refused }}
          rejection={matter.rejection}
          draft={await draftChanges(site, data, hearing)}
          id={newFormId()}
        />,
        refused === undefined ? 200 : 422,
      );
    }
    case 'settled':
      return await recordPage(site, c, data, hearing, matter.decision);
    default: {
      const { planned } = data.duty.step;
      if (matter.phase === 'preparing' && planned.transmits === true && hearing.documents.length === 0) {
        const toTransmit = words.revise.toTransmitTitle(planned.title);
        return answer(c, <StandingPage {...{ data, hearing }} title={toTransmit} text={words.revise.toTransmit} />);
      }
      const text = {
        preparing: words.waiting.notYet,
        'before-board': words.revise.before,
        closed: words.waiting.closed,
      }[matter.phase];
      return answer(c, <StandingPage {...{ data, hearing, title, text, notice }} />);
    }
  }
}

/** What would change for the board if the document were transmitted now, where that is the Piano. */
async function draftChanges({ deps }: Site, { duty, directory }: DutyPageData, hearing: Hearing) {
  const last = hearing.documents.at(-1);
  if (duty.step.planned.document !== 'piano' || last?.planVersion === undefined) return undefined;
  const { db } = deps.register;
  const [was, is] = await Promise.all([
    planVersion(db, duty.ref.entity, duty.ref.exercise, last.planVersion),
    planToWrite(db, duty.ref, undefined),
  ]);
  if (was === undefined || is === undefined) return undefined;
  const since = words.changes.sinceRound(last.round, italianMoment(last.frozenAt));
  return comparedPlans(was.plan, is.plan, since, directory);
}

async function transmit(site: Site, c: Context): Promise<Response> {
  const { step, here } = c.get('duty');
  const actor = actorAs(c.get('duty'), step.planned.owners);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const data = actingAs(await dutyPageData(site, c), actor);
  const { db } = site.deps.register;
  return await takeAct(
    site,
    c,
    resubmit,
    dutyAct(site, c, actor),
    async () => {
      await waitUntilShown(async () => ((await hearingOf(db, step)).matter.phase === 'to-revise' ? undefined : true));
      return `${here}?esito=ritrasmesso`;
    },
    async (refused) => {
      const hearing = await hearingOf(db, step);
      if (hearing.matter.phase === 'to-revise') return await preparersHome(site, c, data, hearing, refused);
      const title = words.revise.ownerTitle(hearing.documents.at(-1)?.title ?? step.planned.title);
      return answer(c, <StandingPage {...{ data, hearing, title }} text={words.revise.again} />, 409);
    },
  );
}
