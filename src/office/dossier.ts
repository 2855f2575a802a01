import type { DossierAct, DossierCheck, DossierCheckpoint, DossierData } from '../documents/dossier.js';
import { datasetsOf } from '../documents/forms/datasets.js';
import type { CycleRef } from '../domain/acting.js';
import { approvesPlan } from '../domain/calendar/approves-plan.js';
import { legalTermOf } from '../domain/calendar/legal-term.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { cycleId } from '../domain/cycle-id.js';
import { OIV } from '../domain/entity.js';
import { individualOf } from '../domain/findings/walk.js';
import { type OivTask, oivTaskOf } from '../domain/oiv/asked.js';
import type { Checklist, RegisterCheck } from '../domain/oiv/checklist.js';
import { type Assessment, assessmentOf } from '../register/assessments.js';
import { bodyProfile } from '../register/body.js';
import { type CheckpointRecord, checkpointOf, frozenIndicators } from '../register/checkpoints.js';
import type { Db } from '../register/database.js';
import { type DecisionRecord, decisionsOf } from '../register/decisions.js';
import { type DocumentRecord, documentsOf } from '../register/documents.js';
import { currentMeasurements } from '../register/measurements.js';
import { titlesOf } from '../register/people.js';
import type { CyclePlan } from '../register/plan-to-write.js';
import { listPlanVersions, type PlanVersion } from '../register/plans.js';
import { verifiedOf } from '../register/publication-checks.js';
import { publishedOf } from '../register/publications.js';
import { countReturned } from '../register/returned.js';
import { type StepRecord, stepsOf } from '../register/steps.js';
import { correctedAct, withCorrection } from '../words/act-correction.js';
import { decisionSaid } from '../words/decision-said.js';
import { dossierWords as words } from '../words/dossier.js';
import { cycleFacts } from './cycle-facts.js';
import { snapshotOf } from './forms.js';

/** What the register holds of a cycle, as far as the OIV's dossier needs it. */
interface Records {
  readonly steps: readonly StepRecord[];
  readonly decisions: readonly DecisionRecord[];
  readonly documents: readonly DocumentRecord[];
  readonly versions: readonly Omit<PlanVersion, 'plan'>[];
  readonly checkpoints: readonly CheckpointState[];
  readonly published: ReadonlyMap<string, Instant>;
  /** Of what was published, what was found where it should be. */
  readonly verified: ReadonlyMap<string, Instant>;
  readonly simulated: boolean;
}

interface CheckpointState {
  readonly title: string;
  readonly record: CheckpointRecord | undefined;
  readonly assessment: Assessment | undefined;
  /** Codes of what it asked, each once. */
  readonly asked: ReadonlySet<string>;
  readonly measured: number;
  readonly returned: number;
}

/** The dossier, with all that the register answers: a list need not ask everything. */
interface Gathered extends DossierData {
  readonly answers: readonly RegisterAnswer[];
}

/** Gathers the dossier of a cycle from the register as it is now. */
export async function dossierData(db: Db, ref: CycleRef, plan: CyclePlan | undefined): Promise<Gathered> {
  const [records, known, profile] = await Promise.all([
    recordsOf(db, ref),
    titlesOf(db, ref.entity),
    bodyProfile(db, ref.entity),
  ]);
  const titleOf = (id: string): string => known.get(id) ?? id;
  const answers = await answersOf(db, records, titleOf, plan);
  return {
    acts: actsOf(records, titleOf),
    checkpoints: records.checkpoints.map(asLine),
    checks: asListed(profile?.validation, answers),
    oiv: titleOf(OIV),
    answers,
  };
}

const answersOf = async (
  db: Db,
  records: Records,
  titleOf: (id: string) => string,
  plan: CyclePlan | undefined,
): Promise<readonly RegisterAnswer[]> => [
  ...checksOfActs(records, titleOf),
  ...checksOfValues(records, personalOf(plan)),
  ...(await checksOfText(db, records, personalOf(plan))),
];

/** The body's own list with what the register answers beside; without a list, everything the register answers. */
const asListed = (list: Checklist | undefined, answers: readonly RegisterAnswer[]): readonly DossierCheck[] =>
  list === undefined
    ? answers
    : list.requirements.map(({ criterion, question, register }) => {
        const found = answers.find(({ id }) => id === register);
        return { criterion, question, answer: found?.answer ?? 'not-known', evidence: found?.evidence ?? '' };
      });

async function recordsOf(db: Db, ref: CycleRef): Promise<Records> {
  const cycle = cycleId(ref);
  const steps = await stepsOf(db, cycle);
  const checkpoints: CheckpointState[] = [];
  for (const step of steps.filter((s) => s.planned.kind === 'checkpoint')) {
    const target = { cycle, checkpoint: step.id };
    const [record, assessment, indicators, measured, returned] = await Promise.all([
      checkpointOf(db, target),
      assessmentOf(db, target),
      frozenIndicators(db, target),
      currentMeasurements(db, target),
      countReturned(db, target),
    ]);
    const asked = new Set(indicators.map(({ indicator }) => indicator));
    checkpoints.push({ title: step.planned.title, record, assessment, asked, measured: measured.length, returned });
  }
  return {
    steps,
    decisions: await decisionsOf(db, cycle),
    documents: await documentsOf(db, cycle),
    versions: await listPlanVersions(db, ref.entity, ref.exercise),
    checkpoints,
    published: await publishedOf(db, cycle),
    verified: await verifiedOf(db, cycle),
    simulated: (await cycleFacts(db, ref)).simulated,
  };
}

const actsOf = ({ steps, decisions, documents }: Records, titleOf: (id: string) => string): readonly DossierAct[] =>
  decisions.map((decision) => ({
    document: documents.find((d) => d.hash === decision.documentHash)?.title ?? words.none,
    board: titleOf(decision.board),
    outcome: decisionSaid(decision.outcome, askedAt(steps, decision.step)).toLowerCase(),
    number: decision.actNumber,
    date: decision.actDate,
    corrected: correctedAct(decision.corrected),
    hash: decision.documentHash,
  }));

const askedAt = (steps: Records['steps'], id: string): OivTask | undefined => {
  const step = steps.find((one) => one.id === id);
  return step === undefined ? undefined : oivTaskOf(step.planned);
};

function asLine({ title, record, assessment, asked, ...counts }: CheckpointState): DossierCheckpoint {
  const entity = assessment?.rollups.find((rollup) => rollup.node === 'entity');
  return {
    title,
    closedOn: record?.closedAt == null ? null : romeDate(record.closedAt),
    closeReason: record?.closeReason ?? null,
    ...counts,
    indicators: asked.size,
    achievement: entity?.achievement,
    coverage: entity?.coverage,
  };
}

/** What the register answers of one check, with the question it answers where the body has no list of its own. */
interface RegisterAnswer extends DossierCheck {
  readonly id: RegisterCheck;
}

const check = (id: RegisterCheck, holds: boolean, evidence: string): RegisterAnswer => {
  const { criterion, question } = words[id];
  return { id, criterion, question, answer: holds ? 'yes' : 'no', evidence };
};

const forTheOiv = (id: RegisterCheck): RegisterAnswer => {
  const { criterion, question } = words[id];
  return { id, criterion, question, answer: 'not-known', evidence: '' };
};

function checksOfActs(records: Records, titleOf: (id: string) => string): readonly RegisterAnswer[] {
  const { steps, decisions, versions, published } = records;
  const planStep = steps.find((s) => approvesPlan(s.planned));
  const planned = decisions.find((d) => d.step === planStep?.id && d.outcome === 'approved')?.actDate;
  const planTerm = planStep && (legalTermOf(planStep.planned) ?? planStep.planned.dueOn);
  const publication = steps.find((s) => s.planned.kind === 'publication' && s.planned.document === 'piano');
  const publishedAt = publication === undefined ? undefined : published.get(publication.id);
  const verified = publication !== undefined && records.verified.has(publication.id);
  // The first version that came into force is the Piano itself, whatever drafts there were before it.
  const amended = versions.filter((v) => v.status === 'in-force' || v.status === 'superseded').slice(1);
  const withoutAct = amended.filter((v) => v.decisionKey === null);
  const relazioni = records.documents.filter((d) => d.kind === 'relazione');
  const approval = decisions.findLast(
    (d) => d.outcome === 'approved' && d.board !== 'oiv' && relazioni.some((r) => r.hash === d.documentHash),
  );
  const last = relazioni.at(-1);
  return [
    planTerm === undefined || planned == null
      ? check('planOnTime', false, words.none)
      : check('planOnTime', planned <= planTerm, words.planOnTime.evidence(planned, planTerm)),
    check(
      'planPublished',
      publishedAt !== undefined && verified,
      publishedAt === undefined
        ? words.none
        : verified
          ? words.planPublished.evidence(romeDate(publishedAt))
          : words.planPublished.toVerify(romeDate(publishedAt)),
    ),
    check(
      'amendments',
      withoutAct.length === 0,
      withoutAct.length === 0
        ? words.amendments.evidence(amended.length)
        : words.amendments.without(withoutAct.map((v) => v.version).join(', ')),
    ),
    check(
      'report',
      approval !== undefined,
      approval === undefined
        ? words.none
        : withCorrection(
            words.report.evidence(titleOf(approval.board), approval.actNumber, approval.actDate),
            correctedAct(approval.corrected),
          ),
    ),
    check(
      'sameBytes',
      approval !== undefined && approval.documentHash === last?.hash,
      approval === undefined
        ? words.none
        : approval.documentHash === last?.hash
          ? words.sameBytes.evidence(last?.hash ?? '')
          : words.sameBytes.changed,
    ),
  ];
}

/** Codes of the indicators of individual objectives. */
const personalOf = (plan: CyclePlan | undefined): readonly string[] =>
  plan === undefined ? [] : individualOf(plan.plan).flatMap((o) => o.node.indicators.map((i) => i.code));

function checksOfValues({ checkpoints, simulated }: Records, personal: readonly string[]): readonly RegisterAnswer[] {
  const done = checkpoints.filter((c) => c.record?.state === 'closed' && c.assessment !== undefined);
  const last = checkpoints.findLast(({ record }) => record !== undefined);
  const byHand = checkpoints.filter((c) => c.record?.closeReason != null);
  const overrides = last?.assessment?.overrides.length ?? 0;
  return [
    check(
      'closed',
      checkpoints.length > 0 && done.length === checkpoints.length,
      words.closed.evidence(done.length, checkpoints.length),
    ),
    check(
      'coverage',
      last !== undefined && last.asked.size > 0 && last.measured === last.asked.size,
      words.coverage.evidence(
        last?.measured ?? 0,
        last?.asked.size ?? 0,
        personal.filter((code) => last?.asked.has(code) === true).length,
      ),
    ),
    check(
      'byHand',
      byHand.length === 0,
      byHand.length === 0 ? words.byHand.none : words.byHand.evidence(byHand.map((c) => c.title).join(', ')),
    ),
    check('overrides', overrides === 0, words.overrides.evidence(overrides)),
    check('real', !simulated, simulated ? words.real.simulated : words.real.evidence),
    forTheOiv('sources'),
  ];
}

async function checksOfText(
  db: Db,
  { checkpoints, documents }: Records,
  personal: readonly string[],
): Promise<readonly RegisterAnswer[]> {
  const last = checkpoints.findLast(({ assessment }) => assessment !== undefined);
  // A sheet's row that repeats an indicator has a result of its own: here each indicator counts once.
  const results = (last?.assessment?.indicators ?? []).filter(({ indicator }) => last?.asked.has(indicator) === true);
  const explained = results.filter((result) => result.trace.length > 0).length;
  const relazione = documents.findLast((d) => d.kind === 'relazione');
  const snapshot = relazione === undefined ? undefined : await snapshotOf(db, relazione.hash);
  const printed = new Set(
    (snapshot === undefined ? [] : datasetsOf(snapshot.content)).flatMap((dataset) => dataset.rows.flat()),
  );
  const shown = personal.filter((code) => printed.has(code));
  return [
    check('trace', results.length > 0 && explained === results.length, words.trace.evidence(explained, results.length)),
    snapshot === undefined
      ? check('personal', false, words.none)
      : check(
          'personal',
          shown.length === 0,
          shown.length === 0 ? words.personal.evidence : words.personal.found(shown.join(', ')),
        ),
    forTheOiv('deviations'),
    forTheOiv('plain'),
  ];
}
