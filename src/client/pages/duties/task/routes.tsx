import type { Context } from 'hono';
import { complete } from '../../../../acts/step/complete.js';
import { explainDelay } from '../../../../acts/step/explain-delay.js';
import { attachmentBytes } from '../../../../register/acts.js';
import { verifiedOf } from '../../../../register/publication-checks.js';
import { stepDocuments } from '../../../../register/reading/documents.js';
import { stepOf } from '../../../../register/steps.js';
import { delayWords } from '../../../../words/delay.js';
import { italianMoment } from '../../../../words/format.js';
import { taskWords as words } from '../../../../words/task.js';
import type { Refused } from '../../kit/act-form.js';
import { postedForm } from '../../kit/form-data.js';
import { newFormId } from '../../kit/form-id.js';
import { sendFile } from '../../kit/send-file.js';
import { answer, type Site } from '../../kit/site.js';
import { takeAct } from '../../kit/take-act.js';
import { actorAs, asOwner, type DutyPageData, dutyPageData, withRefused } from '../board/page-data.js';
import { boardHome } from '../board/routes.js';
import { waitUntilShown } from '../board/wait-until-shown.js';
import { dutyAct } from '../duty-act.js';
import { noDuty } from '../no-duty.js';
import { textIn } from '../officer/posted.js';
import type { DutyRoute } from '../routes.js';
import { DonePage, NOTE, TaskPage } from './page.js';
import { PublicationPage } from './publication-page.js';
import { taskRecord } from './task-record.js';

/** What owners find at a step they conclude, and at one that publishes by itself. */
export function taskRoutes(site: Site): readonly DutyRoute[] {
  return [
    { method: 'GET', path: '', kinds: ['task'], handler: (c) => taskHome(site, c) },
    { method: 'POST', path: '/conclusione', kinds: ['task'], handler: (c) => conclude(site, c) },
    {
      method: 'GET',
      path: '/allegati/:hash',
      kinds: ['task'],
      handler: async (c) => {
        const { step } = c.get('duty');
        const file = await attachmentBytes(site.deps.register.db, step.cycle, step.id, c.req.param('hash') ?? '');
        return file === undefined ? c.notFound() : sendFile(c, file);
      },
    },
    { method: 'GET', path: '', kinds: ['publication'], handler: (c) => publicationHome(site, c) },
    {
      method: 'POST',
      path: '/ritardo',
      kinds: ['task', 'approval', 'publication'],
      handler: (c) => addReason(site, c),
    },
  ];
}

async function taskHome(site: Site, c: Context, refused?: Refused, unexplained?: Refused): Promise<Response> {
  const data = withRefused(await ownPageData(site, c), unexplained);
  const { db } = site.deps.register;
  const { status } = data.duty.step;
  const record = await taskRecord(db, data.duty.step);
  if (status === 'done' || status === 'cancelled') {
    const notice = noticeOf(c.req.query('esito'));
    return answer(c, <DonePage {...{ data, record, notice }} />);
  }
  const failed = unexplained !== undefined || refused !== undefined;
  return answer(c, <TaskPage {...{ data, record }} view={{ id: newFormId(), refused }} />, failed ? 422 : 200);
}

function noticeOf(done: string | undefined): { readonly kind: 'success'; readonly text: string } | undefined {
  if (done === 'conclusa') return { kind: 'success', text: words.done.now };
  return done === 'motivo' ? { kind: 'success', text: delayWords.added } : undefined;
}

async function conclude(site: Site, c: Context): Promise<Response> {
  const { step, here } = c.get('duty');
  const actor = actorAs(c.get('duty'), step.planned.owners);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const { db } = site.deps.register;
  const isDone = async (): Promise<boolean> => (await stepOf(db, step.cycle, step.id))?.status === 'done';
  if (step.status === 'done') return await alreadyDone(site, c);
  return await takeAct(
    site,
    c,
    complete,
    dutyAct(site, c, actor),
    async () => {
      await waitUntilShown(async () => (await isDone()) || undefined);
      return `${here}?esito=conclusa`;
    },
    async (refused) => ((await isDone()) ? await alreadyDone(site, c) : await taskHome(site, c, refused)),
  );
}

/** The step was done before this request: who did it and when, and that nothing has changed. */
async function alreadyDone(site: Site, c: Context): Promise<Response> {
  const data = await ownPageData(site, c);
  const { db } = site.deps.register;
  const step = (await stepOf(db, data.duty.step.cycle, data.duty.step.id)) ?? data.duty.step;
  const now = { ...data, duty: { ...data.duty, step } };
  const record = await taskRecord(db, step);
  const { completion } = record;
  const who = completion?.by === undefined ? step.planned.title : data.directory.person(completion.by);
  const text = words.done.again(who, completion === undefined ? '–' : italianMoment(completion.at));
  const typed = textIn((await postedForm(c)) ?? new FormData(), NOTE).trim();
  // The same form sent again says nothing that is not on record.
  const unrecorded = typed === completion?.note ? '' : typed;
  return answer(c, <DonePage data={now} notice={{ kind: 'warning', text }} {...{ record, unrecorded }} />, 409);
}

async function publicationHome(site: Site, c: Context, unexplained?: Refused): Promise<Response> {
  const data = withRefused(await ownPageData(site, c), unexplained);
  const { db } = site.deps.register;
  const { step } = data.duty;
  const [record, documents, verified] = await Promise.all([
    taskRecord(db, step),
    stepDocuments(db, step.cycle, step.id),
    verifiedOf(db, step.cycle),
  ]);
  const document = documents.find((d) => d.kind === step.planned.document);
  const notice = noticeOf(c.req.query('esito'))?.text;
  return answer(
    c,
    <PublicationPage {...{ data, record, document, notice }} verified={verified.get(step.id)} />,
    unexplained === undefined ? 200 : 422,
  );
}

/** Adds a reason to the delay of a step past its legal term. */
async function addReason(site: Site, c: Context): Promise<Response> {
  const duty = c.get('duty');
  const { kind } = duty.step.planned;
  const actor = actorAs(duty, explainDelay.may(duty));
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  if ((await ownPageData(site, c)).delay === undefined) return c.notFound();
  return await takeAct(
    site,
    c,
    explainDelay,
    dutyAct(site, c, actor),
    () => `${duty.here}?esito=motivo`,
    async (refused) => {
      if (kind === 'publication') return await publicationHome(site, c, refused);
      if (kind === 'task') return await taskHome(site, c, undefined, refused);
      const page = await boardHome(site, c, refused);
      return new Response(page.body, { status: 422, headers: page.headers });
    },
  );
}

/** The page's data with the person shown as the owner they act as here. */
const ownPageData = async (site: Site, c: Context): Promise<DutyPageData> => asOwner(await dutyPageData(site, c));
