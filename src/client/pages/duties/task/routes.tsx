import type { Context } from 'hono';
import { NotYetRecorded } from '../../../../acts/awaited.js';
import type { Actor } from '../../../../domain/acting.js';
import { romeDate } from '../../../../domain/calendar/zone.js';
import { acceptUpload, MAX_FILES, type Upload } from '../../../../files/uploads.js';
import { writeDelayNotice } from '../../../../office/delay.js';
import { refuseText } from '../../../../register/accept.js';
import { attachmentBytes, saveAttachment } from '../../../../register/acts.js';
import { inTransaction } from '../../../../register/database.js';
import { addDelayReason } from '../../../../register/delays.js';
import { appendLog } from '../../../../register/log.js';
import { stepDocuments } from '../../../../register/reading/documents.js';
import { type StepRecord, stepOf } from '../../../../register/steps.js';
import { boardWords, delayWords, taskWords as words } from '../../../../words/board.js';
import { italianMoment } from '../../../../words/format.js';
import { newFormId, UUID } from '../../kit/form-id.js';
import { answer, type Site } from '../../kit/site.js';
import { REASON } from '../board/delay-section.js';
import { sendFile } from '../board/files.js';
import { boardHome } from '../board/routes.js';
import { actorAs, type DutyScene, sceneOf, withError } from '../board/scene.js';
import { until } from '../board/until.js';
import { noDuty } from '../no-duty.js';
import { FORM_ID, textIn } from '../officer/posted.js';
import { formDataOf } from '../officer/request.js';
import type { DutyRoute } from '../routes.js';
import { DonePage, FILES, LATE_REASON, NOTE, TaskPage, type TaskView } from './page.js';
import { PublicationPage } from './publication-page.js';
import { taskRecord } from './scene.js';

const LONGEST = 8_000;

/** What owners find at a step they conclude, and at one that publishes by itself. */
export function taskRoutes(site: Site): readonly DutyRoute[] {
  return [
    { method: 'GET', path: '', kinds: ['task'], handler: (c) => taskHome(site, c) },
    { method: 'POST', path: '/conclusione', kinds: ['task'], handler: (c) => complete(site, c) },
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

const emptyView = (): TaskView => ({ id: newFormId(), note: '', lateReason: '', errors: [] });

async function taskHome(site: Site, c: Context, view?: TaskView, delayError?: string): Promise<Response> {
  const scene = withError(await ownScene(site, c), delayError);
  const { db } = site.deps.register;
  const { status } = scene.duty.step;
  const record = await taskRecord(db, scene.duty.step);
  if (status === 'done' || status === 'cancelled') {
    const notice = noticeOf(c.req.query('esito'));
    return answer(c, <DonePage {...{ scene, record, notice }} />);
  }
  const failed =
    delayError !== undefined || (view !== undefined && (view.errors.length > 0 || view.refusal !== undefined));
  return answer(c, <TaskPage {...{ scene, record }} view={view ?? emptyView()} />, failed ? 422 : 200);
}

function noticeOf(done: string | undefined): { readonly kind: 'success'; readonly text: string } | undefined {
  if (done === 'conclusa') return { kind: 'success', text: words.done.now };
  return done === 'motivo' ? { kind: 'success', text: delayWords.added } : undefined;
}

async function complete(site: Site, c: Context): Promise<Response> {
  const { step, ref, here } = c.get('duty');
  const actor = actorAs(c.get('duty'), step.planned.owners);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const { db } = site.deps.register;
  if (step.status === 'done') return await alreadyDone(site, c);
  const data = await formDataOf(c);
  if (!data.ok) return await taskHome(site, c, { ...emptyView(), refusal: data.error });
  const read = await readCompletion(data.value);
  if (read.errors.length > 0) return await taskHome(site, c, { ...read, id: newFormId() });
  const at = site.deps.clock();
  const by = { uploadedBy: actor.person, ...(actor.actingFor === undefined ? {} : { actingFor: actor.actingFor }) };
  for (const file of read.files) await saveAttachment(db, { ...runOf(step), step: step.id }, { ...file, ...by, at });
  const late = read.lateReason !== '' && step.dueOn < romeDate(at) ? read.lateReason : undefined;
  const done = await site.deps.actions.complete(ref, step.id, actor, read.note, read.id).catch(async (cause) => {
    // The step will be concluded later, and nobody will come back with the reason.
    if (cause instanceof NotYetRecorded && late !== undefined) await recordReason(site, c, actor, late, read.id);
    throw cause;
  });
  if (!done.ok) {
    const now = await stepOf(db, step.cycle, step.id);
    if (now?.status === 'done') return await alreadyDone(site, c);
    return await taskHome(site, c, { ...read, id: newFormId(), refusal: done.error });
  }
  if (late !== undefined) await recordReason(site, c, actor, late, read.id);
  await until(async () => ((await stepOf(db, step.cycle, step.id))?.status === 'done' ? true : undefined));
  return c.redirect(`${here}?esito=conclusa`, 303);
}

async function readCompletion(data: FormData): Promise<TaskView & { readonly files: readonly Upload[] }> {
  const [note, lateReason, id] = [NOTE, LATE_REASON, FORM_ID].map((name) => textIn(data, name).trim());
  const errors: { field: string; message: string }[] = [];
  const check = (field: string, label: string, text: string): void => {
    const refusal = text.length > LONGEST ? boardWords.errors.tooLong(label, LONGEST) : refuseText(text);
    if (refusal !== undefined) errors.push({ field, message: refusal });
  };
  if (note === undefined || note === '') errors.push({ field: NOTE, message: words.noteMissing });
  check(NOTE, words.note, note ?? '');
  check(LATE_REASON, words.reason, lateReason ?? '');
  if (!UUID.test(id ?? '')) errors.push({ field: NOTE, message: boardWords.errors.form });
  const sent = data
    .getAll(FILES)
    .filter((file) => typeof file !== 'string')
    .filter((file) => file.name !== '' || file.size > 0);
  if (sent.length > MAX_FILES) errors.push({ field: FILES, message: words.tooMany(MAX_FILES) });
  const checked = await Promise.all(sent.slice(0, MAX_FILES).map(acceptUpload));
  for (const one of checked) if (!one.ok) errors.push({ field: FILES, message: one.error });
  return {
    id: id ?? '',
    note: note ?? '',
    lateReason: lateReason ?? '',
    errors,
    files: checked.flatMap((one) => (one.ok ? [one.value] : [])),
  };
}

/** The step was done before this request: who did it and when, and that nothing has changed. */
async function alreadyDone(site: Site, c: Context): Promise<Response> {
  const scene = await ownScene(site, c);
  const { db } = site.deps.register;
  const step = (await stepOf(db, scene.duty.step.cycle, scene.duty.step.id)) ?? scene.duty.step;
  const now = { ...scene, duty: { ...scene.duty, step } };
  const record = await taskRecord(db, step);
  const { completion } = record;
  const who = completion?.by === undefined ? step.planned.title : scene.directory.person(completion.by);
  const text = words.done.again(who, completion === undefined ? '–' : italianMoment(completion.at));
  return answer(c, <DonePage record={record} scene={now} notice={{ kind: 'warning', text }} />, 409);
}

async function publicationHome(site: Site, c: Context, delayError?: string): Promise<Response> {
  const scene = withError(await ownScene(site, c), delayError);
  const { db } = site.deps.register;
  const { step } = scene.duty;
  const [record, documents] = await Promise.all([taskRecord(db, step), stepDocuments(db, step.cycle, step.id)]);
  const document = documents.find((d) => d.kind === step.planned.document);
  const notice = noticeOf(c.req.query('esito'))?.text;
  return answer(c, <PublicationPage {...{ scene, record, document, notice }} />, delayError === undefined ? 200 : 422);
}

/** Adds a reason to the delay of a step past its legal term; a new version of the notice carries it. */
async function addReason(site: Site, c: Context): Promise<Response> {
  const duty = c.get('duty');
  const { planned } = duty.step;
  const roles = [...planned.owners, ...(planned.recorder === undefined ? [] : [planned.recorder])];
  const actor = actorAs(duty, roles);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const scene = await ownScene(site, c);
  if (scene.delay === undefined) return c.notFound();
  const data = await formDataOf(c);
  const reason = data.ok ? textIn(data.value, REASON).trim() : '';
  const id = data.ok ? textIn(data.value, FORM_ID) : '';
  const problem =
    reason === ''
      ? delayWords.reasonMissing
      : reason.length > LONGEST
        ? boardWords.errors.tooLong(delayWords.reason, LONGEST)
        : (refuseText(reason) ?? (UUID.test(id) ? undefined : boardWords.errors.form));
  if (problem !== undefined) {
    if (planned.kind === 'publication') return await publicationHome(site, c, problem);
    if (planned.kind === 'task') return await taskHome(site, c, undefined, problem);
    const page = await boardHome(site, c, problem);
    return new Response(page.body, { status: 422, headers: page.headers });
  }
  await recordReason(site, c, actor, reason, id);
  return c.redirect(`${duty.here}?esito=motivo`, 303);
}

async function recordReason({ deps }: Site, c: Context, actor: Actor, reason: string, id: string): Promise<void> {
  const { step } = c.get('duty');
  const at = deps.clock();
  const key = `${step.cycle}/${step.id}/${actor.person}/${id}`;
  const who = actor.actingFor === undefined ? {} : { actingFor: actor.actingFor };
  await inTransaction(deps.register.db, async (tx) => {
    const added = await addDelayReason(tx, {
      ...runOf(step),
      step: step.id,
      key,
      person: actor.person,
      ...who,
      reason,
      at,
    });
    if (!added) return;
    await appendLog(tx, {
      key: `${key}/reason`,
      at,
      actor: actor.person,
      ...who,
      action: 'delay-reason-added',
      subject: step.planned.title,
      cycle: step.cycle,
      step: step.id,
      detail: { reason },
    });
  });
  if (step.planned.norm.force === 'law')
    await writeDelayNotice(deps.register.db, { cycle: step.cycle, step: step.id }, at, key);
}

/** The scene with the person shown as the owner they act as here. */
async function ownScene(site: Site, c: Context): Promise<DutyScene> {
  const scene = await sceneOf(site, c);
  const actor = actorAs(scene.duty, scene.duty.step.planned.owners);
  return actor === undefined ? scene : { ...scene, duty: { ...scene.duty, actor } };
}

const runOf = ({ cycle, run }: StepRecord) => ({ cycle, run });
