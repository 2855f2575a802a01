import type { Context } from 'hono';
import { currentData, planToAmend, proposeAmendment } from '../../../../acts/plan/amending.js';
import type { Actor } from '../../../../domain/acting.js';
import { mapIndicators } from '../../../../domain/amend-plan.js';
import { settled, targetOf } from '../../../../domain/confirmed-readings.js';
import { contextOf } from '../../../../domain/findings/walk.js';
import type { Plan } from '../../../../domain/plan.js';
import { diffPlans } from '../../../../domain/plan-diff.js';
import { indicatorLists } from '../../../../domain/plan-lists.js';
import type { Policy } from '../../../../domain/policy.js';
import { sameValue } from '../../../../domain/same-value.js';
import { parseTarget } from '../../../../domain/targets/parse.js';
import { sentence } from '../../../../domain/targets/sentence.js';
import type { Reading, TargetOutcome } from '../../../../domain/targets/types.js';
import { cycleId, cycleOf } from '../../../../register/cycles.js';
import { documentHash } from '../../../../register/documents.js';
import { hearingOf } from '../../../../register/hearings.js';
import type { PlanVersion } from '../../../../register/plans.js';
import { readPlanSheet, writePlanSheet } from '../../../../sheets/plan-sheet.js';
import { amendmentWords as words } from '../../../../words/amendment.js';
import { attachmentHeader } from '../../kit/headers.js';
import { answer, type Site } from '../../kit/site.js';
import { changesOf } from '../board/changes.js';
import { decisionHome, recorderOf } from '../board/routes.js';
import { actorAs, type DutyScene, sceneOf } from '../board/scene.js';
import { until } from '../board/until.js';
import { noDuty } from '../no-duty.js';
import { newFormId, textIn } from '../officer/posted.js';
import { formDataOf } from '../officer/request.js';
import type { DutyRoute } from '../routes.js';
import { ACTION, FIELD, type FieldError } from './fields.js';
import { FieldsPage } from './fields-page.js';
import { HomePage } from './home-page.js';
import { PickPage, SHEET } from './pick-page.js';
import { chosenRows, readProposal } from './posted.js';
import { previewOf } from './preview.js';
import { SHEET_HASH, SheetPage } from './sheet-page.js';
import { confirmingIn, readingsIn, supposedIn, unconfirmedIn } from './to-confirm.js';

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
  /** The rules the cycle is pinned to. */
  readonly policy: Policy;
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
  const cycle = await cycleOf(site.deps.register.db, cycleId(duty.ref.entity, duty.ref.exercise));
  if (inForce === undefined || cycle === undefined) return c.redirect(duty.here, 303);
  const scene = owner(await sceneOf(site, c));
  // Saved from a validated policy file when the cycle was planned, and never changed.
  return { scene, actor, inForce, policy: cycle.policy as Policy };
}

async function start(site: Site, c: Context): Promise<Response> {
  const asked = await proposerOf(site, c);
  if (asked instanceof Response) return asked;
  const { scene, inForce, policy } = asked;
  const rows = chosenRows(inForce.plan, c.req.queries(FIELD.pick) ?? [], c.req.queries(FIELD.add) ?? []);
  if (rows.length === 0) return answer(c, <PickPage scene={scene} plan={inForce.plan} errors={[]} />);
  return answer(
    c,
    <FieldsPage
      {...{ scene, rows, policy }}
      plan={inForce.plan}
      version={inForce.version}
      id={newFormId()}
      resum={false}
      reason=""
      errors={[]}
      confirming={{ toConfirm: [], ticked: false }}
    />,
  );
}

async function proposal(site: Site, c: Context): Promise<Response> {
  const asked = await proposerOf(site, c);
  if (asked instanceof Response) return asked;
  const { scene, actor, inForce, policy } = asked;
  const { db } = site.deps.register;
  const data = await formDataOf(c);
  if (!data.ok) return answer(c, <PickPage scene={scene} plan={inForce.plan} errors={[data.error]} />, 422);
  const typed = readProposal(data.value, inForce.plan, actor.person, policy);
  const id = textIn(data.value, FIELD.id);
  const proposing = textIn(data.value, FIELD.action) === ACTION.propose;
  const preview =
    typed.plan === undefined
      ? undefined
      : previewOf(inForce.plan, typed.plan, typed.supposed ?? typed.plan, await currentData(db, scene.duty.ref));
  const errors: FieldError[] = [...typed.errors];
  if (proposing) {
    errors.push(...unconfirmedIn(typed.confirming, policy));
    if (typed.reason === '') errors.push({ field: FIELD.reason, message: words.errors.reason });
    if (preview?.empty === true) errors.push({ field: FIELD.reason, message: words.errors.nothing });
    if (!UUID.test(id)) errors.push({ field: FIELD.reason, message: words.errors.refused });
  }
  const page = (refusal?: string): Promise<Response> =>
    Promise.resolve(
      answer(
        c,
        <FieldsPage
          {...{ scene, preview, errors, refusal, policy }}
          rows={typed.rows}
          resum={typed.resum}
          reason={typed.reason}
          confirming={typed.confirming}
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
  const { scene, actor, inForce, policy } = asked;
  const { db } = site.deps.register;
  const again = (errors: readonly string[]): Promise<Response> =>
    answer(c, <PickPage scene={scene} plan={inForce.plan} errors={errors} />, 422);
  const data = await formDataOf(c);
  if (!data.ok) return await again([data.error]);
  const file = data.value.get(SHEET);
  if (file === null || typeof file === 'string' || file.size === 0) return await again([words.errors.noSheet]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await readPlanSheet(bytes, inForce.plan);
  if (!read.ok) {
    return await again(
      read.error.map((e) => (e.sheet === '' ? e.message : words.errors.cell(e.sheet, e.cell, e.message))),
    );
  }
  if (read.value.entity !== inForce.entity || read.value.exercise !== inForce.exercise) {
    return await again([words.errors.wrongPlan(inForce.exercise)]);
  }
  const { plain, outcomes } = changedTargets(inForce.plan, read.value);
  const confirming = confirmingIn(data.value, outcomes, policy);
  if (confirming.errors.length > 0) return await again(confirming.errors.map((one) => one.message));
  const plan = readAs(plain, readingsIn(confirming), actor.person);
  const supposed = readAs(plain, supposedIn(confirming), actor.person);
  const preview = previewOf(inForce.plan, plan, supposed, await currentData(db, scene.duty.ref));
  const hash = documentHash(bytes);
  const id = textIn(data.value, FIELD.id);
  const reason = textIn(data.value, FIELD.reason).trim();
  const proposing = textIn(data.value, FIELD.action) === ACTION.propose;
  const errors: FieldError[] = [];
  if (proposing) {
    if (textIn(data.value, SHEET_HASH) !== hash) errors.push({ field: SHEET, message: words.errors.otherSheet });
    errors.push(...unconfirmedIn(confirming, policy));
    if (reason === '') errors.push({ field: FIELD.reason, message: words.errors.reason });
    if (preview.empty) errors.push({ field: FIELD.reason, message: words.errors.nothing });
    if (!UUID.test(id)) errors.push({ field: FIELD.reason, message: words.errors.refused });
  }
  const page = (refusal?: string): Promise<Response> =>
    answer(
      c,
      <SheetPage
        {...{ scene, hash, reason, errors, refusal, preview, confirming, policy }}
        exercise={inForce.exercise}
        version={inForce.version}
        id={UUID.test(id) ? id : newFormId()}
      />,
      errors.length > 0 || refusal !== undefined ? 422 : 200,
    );
  if (!proposing || errors.length > 0) return await page();
  return await propose(site, c, asked, { id, plan, from: fromIn(data.value), reason }, page);
}

interface ChangedTargets {
  /** The plan of the workbook, of whose new targets no reading is confirmed. */
  readonly plain: Plan;
  /** How the new targets may be read, by indicator. */
  readonly outcomes: ReadonlyMap<string, TargetOutcome>;
}

/**
 * The targets that a workbook changes, or reads otherwise, each with the ways to read it. A reading the workbook has for the new text is one that
 * somebody wrote there: it is proposed. One that stands beside another text than its own says nothing of the new one.
 */
function changedTargets(inForce: Plan, plan: Plan): ChangedTargets {
  const changed = new Set(
    diffPlans(inForce, plan).indicators.flatMap((change) => {
      if (change.kind !== 'changed') return change.kind === 'added' ? [change.indicator.code] : [];
      return change.fields.some((f) => (f.field === 'target' || f.field === 'reading') && f.year === plan.exercise)
        ? [change.after.code]
        : [];
    }),
  );
  const before = new Map(
    [...indicatorLists(inForce).values()].flat().map((i) => [i.code, targetOf(i, plan.exercise)?.confirmed] as const),
  );
  const outcomes = new Map<string, TargetOutcome>();
  const plain = mapIndicators(plan, (indicator) => {
    const target = targetOf(indicator, plan.exercise);
    if (!changed.has(indicator.code) || target === undefined) return indicator;
    const { confirmed, confirmedBy: _, ...rest } = target;
    const own = confirmed === undefined || sameValue(confirmed, before.get(indicator.code)) ? undefined : confirmed;
    outcomes.set(
      indicator.code,
      own === undefined
        ? parseTarget(target.text, contextOf(indicator, plan.exercise))
        : {
            outcome: 'proposed',
            text: target.text,
            reading: own,
            sentence: sentence(own),
            evidence: [{ code: 'sheet', message: words.readings.fromSheet }],
            notes: [],
          },
    );
    return { ...indicator, targets: indicator.targets.map((t) => (t === target ? rest : t)) };
  });
  return { plain, outcomes };
}

const readAs = (plan: Plan, readings: ReadonlyMap<string, Reading>, by: string): Plan =>
  mapIndicators(plan, (indicator) => {
    const [target, reading] = [targetOf(indicator, plan.exercise), readings.get(indicator.code)];
    return target === undefined || reading === undefined ? indicator : settled(indicator, target, reading, by);
  });

const fromIn = (data: FormData): number => Number(textIn(data, FIELD.from));

/** The scene with the person shown as the owner they act as here. */
function owner(scene: DutyScene): DutyScene {
  const actor = actorAs(scene.duty, scene.duty.step.planned.owners);
  return actor === undefined ? scene : { ...scene, duty: { ...scene.duty, actor } };
}
