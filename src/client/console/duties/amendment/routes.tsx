import type { Context } from 'hono';
import { mapIndicators } from '../../../../domain/amend-plan.js';
import { contextOf } from '../../../../domain/findings/walk.js';
import type { Indicator, Plan } from '../../../../domain/plan.js';
import { diffPlans } from '../../../../domain/plan-diff.js';
import { indicatorLists } from '../../../../domain/plan-lists.js';
import { sameValue } from '../../../../domain/same-value.js';
import { candidatesOf } from '../../../../domain/targets/outcome.js';
import { parseTarget } from '../../../../domain/targets/parse.js';
import { sentence } from '../../../../domain/targets/sentence.js';
import type { Reading } from '../../../../domain/targets/types.js';
import { documentHash } from '../../../../register/documents.js';
import { hearingOf } from '../../../../register/hearings.js';
import type { PlanVersion } from '../../../../register/plans.js';
import { readPlanSheet, writePlanSheet } from '../../../../sheets/plan-sheet.js';
import { amendmentWords as words } from '../../../../words/amendment.js';
import type { Actor } from '../../../../workflows/messages.js';
import { currentData, planToAmend, proposeAmendment } from '../../../amending.js';
import { attachmentHeader } from '../../pages/message.js';
import { answer, type Site } from '../../site.js';
import { changesOf } from '../board/changes.js';
import { decisionHome, recorderOf } from '../board/routes.js';
import { actorAs, type DutyScene, sceneOf } from '../board/scene.js';
import { until } from '../board/until.js';
import { noDuty } from '../no-duty.js';
import { newFormId, textIn } from '../officer/posted.js';
import { formDataOf } from '../officer/request.js';
import type { DutyRoute } from '../routes.js';
import { FieldsPage } from './fields-page.js';
import { HomePage } from './home-page.js';
import { PickPage, SHEET } from './pick-page.js';
import { ACTION, chosenRows, FIELD, type FieldError, fieldOf, problemOf, readProposal } from './posted.js';
import { previewOf } from './preview.js';
import { CONFIRM, SHEET_HASH, SheetPage } from './sheet-page.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What who may propose an in-year amendment finds; the Giunta's secretary finds the decision's page. */
export function amendmentRoutes(site: Site): readonly DutyRoute[] {
  const kinds = ['amendment'] as const;
  return [
    { method: 'GET', path: '', kinds, handler: (c) => amendmentHome(site, c) },
    { method: 'GET', path: '/proposta', kinds, handler: (c) => start(site, c) },
    { method: 'POST', path: '/proposta', kinds, handler: (c) => proposal(site, c) },
    { method: 'GET', path: '/proposta/piano.xlsx', kinds, handler: (c) => workbook(site, c) },
    { method: 'POST', path: '/proposta/foglio', kinds, handler: (c) => sheet(site, c) },
  ];
}

/** Somebody who may propose, with the plan that would be amended. */
interface Proposer {
  readonly scene: DutyScene;
  readonly actor: Actor;
  readonly inForce: PlanVersion;
}

async function amendmentHome(site: Site, c: Context): Promise<Response> {
  const { db } = site.deps.register;
  const scene = await sceneOf(site, c);
  const hearing = await hearingOf(db, scene.duty.step);
  const recorder = recorderOf(c);
  if (recorder !== undefined) return await decisionHome(site, c, scene, hearing, recorder);
  const inForce = await planToAmend(db, scene.duty.ref);
  const changes = hearing.matter.phase === 'before-board' ? await changesOf(db, scene.duty, hearing) : undefined;
  const version = Number(c.req.query('proposta'));
  const notice =
    c.req.query('gia') === undefined
      ? Number.isInteger(version) && version > 0
        ? words.proposed.text(version)
        : undefined
      : words.proposed.again;
  const { status } = scene.duty.step;
  const open = status === 'open' || status === 'late';
  return answer(c, <HomePage {...{ scene: owner(scene), hearing, inForce, open, changes, notice }} />);
}

/** Who asks, when they may propose now; otherwise the answer that says why not. */
async function proposerOf(site: Site, c: Context): Promise<Proposer | Response> {
  const duty = c.get('duty');
  const actor = actorAs(duty, duty.step.planned.owners);
  if (actor === undefined) return await noDuty(site, c, 'not-theirs');
  const inForce = await planToAmend(site.deps.register.db, duty.ref);
  if (inForce === undefined) return c.redirect(duty.here, 303);
  const scene = owner(await sceneOf(site, c));
  return { scene, actor, inForce };
}

async function start(site: Site, c: Context): Promise<Response> {
  const asked = await proposerOf(site, c);
  if (asked instanceof Response) return asked;
  const { scene, inForce } = asked;
  const rows = chosenRows(inForce.plan, c.req.queries(FIELD.pick) ?? [], c.req.queries(FIELD.add) ?? []);
  if (rows.length === 0) return answer(c, <PickPage scene={scene} plan={inForce.plan} errors={[]} />);
  return answer(
    c,
    <FieldsPage
      {...{ scene, rows }}
      plan={inForce.plan}
      version={inForce.version}
      id={newFormId()}
      resum={false}
      reason=""
      errors={[]}
      toConfirm={[]}
    />,
  );
}

async function proposal(site: Site, c: Context): Promise<Response> {
  const asked = await proposerOf(site, c);
  if (asked instanceof Response) return asked;
  const { scene, actor, inForce } = asked;
  const { db } = site.deps.register;
  const data = await formDataOf(c);
  if (!data.ok) return answer(c, <PickPage scene={scene} plan={inForce.plan} errors={[data.error]} />, 422);
  const typed = readProposal(data.value, inForce.plan, actor.person);
  const id = textIn(data.value, FIELD.id);
  const proposing = textIn(data.value, FIELD.action) === ACTION.propose;
  const preview =
    typed.plan === undefined ? undefined : previewOf(inForce.plan, typed.plan, await currentData(db, scene.duty.ref));
  const errors: FieldError[] = [...typed.errors];
  if (proposing) {
    for (const { code, confirmed } of typed.toConfirm) {
      if (confirmed === undefined) {
        errors.push({ field: fieldOf('reading', code), message: words.errors.unconfirmed(code) });
      }
    }
    if (typed.reason === '') errors.push({ field: FIELD.reason, message: words.errors.reason });
    if (preview?.empty === true) errors.push({ field: FIELD.reason, message: words.errors.nothing });
    if (!UUID.test(id)) errors.push({ field: FIELD.reason, message: words.errors.refused });
  }
  const page = (refusal?: string): Promise<Response> =>
    Promise.resolve(
      answer(
        c,
        <FieldsPage
          {...{ scene, preview, errors, refusal }}
          rows={typed.rows}
          resum={typed.resum}
          reason={typed.reason}
          toConfirm={typed.toConfirm}
          plan={inForce.plan}
          version={inForce.version}
          id={UUID.test(id) ? id : newFormId()}
        />,
        errors.length > 0 || refusal !== undefined ? 422 : 200,
      ),
    );
  if (!proposing || errors.length > 0 || typed.plan === undefined) return await page();
  return await propose(site, c, asked, { id, plan: typed.plan, from: fromIn(data.value), reason: typed.reason }, page);
}

async function propose(
  site: Site,
  c: Context,
  { scene, actor }: Proposer,
  what: { readonly id: string; readonly plan: Plan; readonly from: number; readonly reason: string },
  refused: (why: string) => Promise<Response>,
): Promise<Response> {
  const { db } = site.deps.register;
  const { ref, step, here } = scene.duty;
  const sent = await proposeAmendment(db, site.deps.actions, ref, step.id, { ...what, actor, at: site.deps.clock() });
  if (!sent.ok) return await refused(sent.error);
  await until(async () =>
    (await hearingOf(db, step)).documents.some((d) => d.planVersion === sent.value.version) ? true : undefined,
  );
  return c.redirect(`${here}?proposta=${sent.value.version}${sent.value.repeated ? '&gia=si' : ''}`, 303);
}

async function workbook(site: Site, c: Context): Promise<Response> {
  const asked = await proposerOf(site, c);
  if (asked instanceof Response) return asked;
  const { inForce } = asked;
  c.header('Content-Type', XLSX);
  c.header('Content-Disposition', attachmentHeader(`piano-${inForce.exercise}-v${inForce.version}.xlsx`));
  return c.body(new Uint8Array(writePlanSheet(inForce.plan)));
}

/** A plan that comes as a workbook: shown first, proposed when the same file comes again with a reason. */
async function sheet(site: Site, c: Context): Promise<Response> {
  const asked = await proposerOf(site, c);
  if (asked instanceof Response) return asked;
  const { scene, actor, inForce } = asked;
  const { db } = site.deps.register;
  const again = (errors: readonly string[]): Promise<Response> =>
    answer(c, <PickPage scene={scene} plan={inForce.plan} errors={errors} />, 422);
  const data = await formDataOf(c);
  if (!data.ok) return await again([data.error]);
  const file = data.value.get(SHEET);
  if (file === null || typeof file === 'string' || file.size === 0) return await again([words.errors.noSheet]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readPlanSheet(bytes);
  if (!read.ok) {
    return await again(
      read.error.map((e) => (e.sheet === '' ? e.message : words.errors.cell(e.sheet, e.cell, e.message))),
    );
  }
  if (read.value.entity !== inForce.entity || read.value.exercise !== inForce.exercise) {
    return await again([words.errors.wrongPlan(inForce.exercise)]);
  }
  const settled = settle(inForce.plan, read.value, actor.person);
  if (settled.problems.length > 0) return await again(settled.problems);
  const preview = previewOf(inForce.plan, settled.plan, await currentData(db, scene.duty.ref));
  const hash = documentHash(bytes);
  const id = textIn(data.value, FIELD.id);
  const reason = textIn(data.value, FIELD.reason).trim();
  const proposing = textIn(data.value, FIELD.action) === ACTION.propose;
  const errors: FieldError[] = [];
  if (proposing) {
    if (textIn(data.value, SHEET_HASH) !== hash) errors.push({ field: SHEET, message: words.errors.otherSheet });
    if (settled.readings.length > 0 && !data.value.has(CONFIRM)) {
      errors.push({ field: CONFIRM, message: words.readings.lead });
    }
    if (reason === '') errors.push({ field: FIELD.reason, message: words.errors.reason });
    if (preview.empty) errors.push({ field: FIELD.reason, message: words.errors.nothing });
    if (!UUID.test(id)) errors.push({ field: FIELD.reason, message: words.errors.refused });
  }
  const page = (refusal?: string): Promise<Response> =>
    answer(
      c,
      <SheetPage
        {...{ scene, hash, reason, errors, refusal, preview }}
        readings={settled.readings}
        version={inForce.version}
        id={UUID.test(id) ? id : newFormId()}
      />,
      errors.length > 0 || refusal !== undefined ? 422 : 200,
    );
  if (!proposing || errors.length > 0) return await page();
  return await propose(site, c, asked, { id, plan: settled.plan, from: fromIn(data.value), reason }, page);
}

interface Settled {
  readonly plan: Plan;
  readonly readings: readonly { readonly code: string; readonly text: string; readonly sentence: string }[];
  readonly problems: readonly string[];
}

/** The plan of a workbook with a reading for each target it changes, or what keeps one from being read plainly. */
function settle(inForce: Plan, plan: Plan, by: string): Settled {
  const changed = new Set(
    diffPlans(inForce, plan).indicators.flatMap((change) => {
      if (change.kind !== 'changed') return change.kind === 'added' ? [change.indicator.code] : [];
      return change.fields.some((f) => f.field === 'target' && f.year === plan.exercise) ? [change.after.code] : [];
    }),
  );
  const readings = new Map<string, Settled['readings'][number]>();
  const problems: string[] = [];
  const confirmedBefore = new Map(
    [...indicatorLists(inForce).values()]
      .flat()
      .map((i) => [i.code, i.targets.find((t) => t.year === plan.exercise)?.confirmed] as const),
  );
  const read = (indicator: Indicator): Indicator => {
    const target = indicator.targets.find((t) => t.year === plan.exercise);
    if (!changed.has(indicator.code) || target === undefined) return indicator;
    const confirm = (reading: Reading): Indicator => {
      const { code } = indicator;
      readings.set(code, { code, text: target.text, sentence: sentence(reading) });
      const settled = { ...target, confirmed: reading, confirmedBy: by };
      return { ...indicator, targets: indicator.targets.map((t) => (t === target ? settled : t)) };
    };
    // A reading that stands beside another text than the one it was confirmed for says nothing of the new one.
    if (target.confirmed !== undefined && !sameValue(target.confirmed, confirmedBefore.get(indicator.code)))
      return confirm(target.confirmed);
    const outcome = parseTarget(target.text, contextOf(indicator, plan.exercise));
    const candidates = candidatesOf(outcome);
    const [only] = candidates;
    const why = problemOf(indicator.code, outcome, candidates);
    if (why !== undefined || only === undefined || candidates.length > 1) {
      const reasons = candidates.map((candidate) => candidate.sentence).join('; ');
      problems.push(why ?? words.errors.unread(indicator.code, target.text, reasons));
      return indicator;
    }
    return confirm(only.reading);
  };
  return { plan: mapIndicators(plan, read), readings: [...readings.values()], problems };
}

const fromIn = (data: FormData): number => Number(textIn(data, FIELD.from));

/** The scene with the person shown as the owner they act as here. */
function owner(scene: DutyScene): DutyScene {
  const actor = actorAs(scene.duty, scene.duty.step.planned.owners);
  return actor === undefined ? scene : { ...scene, duty: { ...scene.duty, actor } };
}
