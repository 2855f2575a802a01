import type { Context, Handler } from 'hono';
import { partyOf } from '../../../acts/parts.js';
import { note } from '../../../acts/step/note.js';
import { speakersOn, spokenOf } from '../../../acts/step/remark-step.js';
import { OIV } from '../../../domain/entity.js';
import { oivTaskOf } from '../../../domain/oiv/asked.js';
import { leftToConsider } from '../../../domain/voices/strategic-feedback.js';
import type { Db } from '../../../register/database.js';
import { type DecisionRecord, decisionsOf } from '../../../register/decisions.js';
import type { LogRecord } from '../../../register/log.js';
import { logReader } from '../../../register/log-reader.js';
import { awaitedOffices } from '../../../register/reading/awaited-offices.js';
import { type CheckpointContent, checkpointContent } from '../../../register/reading/checkpoint.js';
import { phasesOf, stepRows } from '../../../register/reading/cycle.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import type { DocumentLine } from '../../../register/reading/documents.js';
import { stepDocuments } from '../../../register/reading/documents.js';
import { readingsWaiting, type ReadingsWaiting as Waiting } from '../../../register/reading/readings-waiting.js';
import { type NoticeLine, stepHistory, stepNotices } from '../../../register/reading/step-history.js';
import { type StepView, stepView } from '../../../register/reading/step-view.js';
import { strategicFeedback } from '../../../register/reading/strategic-feedback.js';
import { type StepRemark, stepRemarksOf } from '../../../register/step-remarks.js';
import { consoleWords as words } from '../../../words/console.js';
import { steeringWords } from '../../../words/steering.js';
import { stepRemarkWords } from '../../../words/step-remarks.js';
import { feedbackWords } from '../../../words/strategic-feedback.js';
import { voiceWords } from '../../../words/voices.js';
import { cycleCrumb, homeCrumbs } from '../kit/crumbs.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Decisions } from '../kit/parts/decisions.js';
import { DraftLink } from '../kit/parts/draft-link.js';
import { ReadingsWaiting } from '../kit/parts/readings-waiting.js';
import { Saved } from '../kit/parts/saved.js';
import { SheetsLink } from '../kit/parts/sheets-link.js';
import { State } from '../kit/parts/state.js';
import { StepRemarks } from '../kit/parts/step-remarks.js';
import { ToDesk } from '../kit/parts/to-desk.js';
import { cyclePath, FEEDBACK_PATH, MANAGE_PATH, stepPath } from '../kit/paths.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { takesAway } from '../kit/table/table-file.js';
import { allows } from '../kit/viewer.js';
import { Checkpoint } from './checkpoint.js';
import { Dependencies, StepPager } from './dependencies.js';
import { Documents } from './documents.js';
import { History } from './history.js';
import { Notices } from './notices.js';
import { ReportRemarks } from './report-remarks.js';
import { StepDates, StepPeople } from './step-facts.js';
import { Trouble } from './trouble.js';

/** More than any step has. */
const ALL = 1_000_000;
const HISTORY_LINES = 200;
const NOTICE_LINES = 100;

/** A page per step: everything on record about it. */
export function step({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c, cycleIdIn(c));
    const { cycle } = frame;
    const id = c.req.param('step');
    if (cycle === undefined || id === undefined) return c.notFound();
    const { db } = deps.register;
    const whole = takesAway(c);
    const [phases, rows, directory, awaited, history, ledger, decisions, documents, remarks, indicators] =
      await Promise.all([
        phasesOf(db, cycle.id),
        stepRows(db, cycle.id),
        directoryOf(db, cycle.entity, frame.today),
        awaitedOffices(db, cycle.id),
        stepHistory(db, await logReader(db, cycle, allows(c, 'read-individual')), id, whole ? ALL : HISTORY_LINES),
        stepNotices(db, cycle.id, id, whole ? ALL : NOTICE_LINES),
        decisionsOf(db, cycle.id, id),
        stepDocuments(db, cycle.id, id),
        stepRemarksOf(db, cycle.id, { step: id }),
        spokenOf(db, cycle, id),
      ]);
    const steps = rows.map((row) => stepView(row, frame.today, awaited.get(row.id)));
    const own = steps.find((s) => s.id === id);
    if (own === undefined) return c.notFound();
    const checkpoint =
      own.planned.kind === 'checkpoint'
        ? await checkpointContent(db, { cycle: cycle.id, checkpoint: id }, cycle.entity, cycle.exercise)
        : undefined;
    const steers = allows(c, 'steer');
    const waiting =
      steers && own.planned.kind === 'checkpoint' ? await readingsWaiting(deps.register.db, cycle) : undefined;
    const phase = phases.find((p) => p.id === own.planned.phase);
    return answer(
      c,
      <StepPage
        {...{ frame, cycle, steps, directory, history, ledger, decisions, documents, checkpoint, steers, waiting }}
        notes={mayNote(c, own)}
        speaks={speakersOn(own.planned, indicators).some((role) => holds(c).has(role))}
        stepRemarks={remarks}
        remarksToo={holds(c).has(OIV)}
        done={c.req.query('fatto')}
        step={own}
        toConsider={await toConsider(db, cycle, own)}
        phaseTitle={phase === undefined ? own.planned.phase : words.cycle.phase(phase.number, phase.title)}
      />,
    );
  };
}

/** Whether who asks has to do with the step today. */
function mayNote(c: Context, { planned }: StepView): boolean {
  const held = holds(c);
  return partyOf(planned).some((role) => held.has(role));
}

const holds = (c: Context): ReadonlySet<string> => new Set(c.get('standing')?.capacities.map(({ role }) => role));

/** While the exercise is being planned: how much of what last cycle left is still to be considered. */
async function toConsider(db: Db, { entity, exercise }: CycleName, { planned }: StepView): Promise<string | undefined> {
  if (planned.kind !== 'task' || planned.opensOn >= `${exercise}-01-01`) return undefined;
  const items = await strategicFeedback(db, entity, exercise);
  return items.length === 0 ? undefined : voiceWords.left(leftToConsider(items), items.length);
}

/** What the page shows. */
interface StepPageProps {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly step: StepView;
  readonly phaseTitle: string;
  /** Whether who reads may act on the step. */
  readonly steers: boolean;
  /** Whether they may put a fact of it on record. */
  readonly notes: boolean;
  /** Whether they have part in what colleagues say of it, and what that is. */
  readonly speaks: boolean;
  readonly stepRemarks: readonly StepRemark[];
  /** Whether who asks may remark on the report of a checkpoint. */
  readonly remarksToo: boolean;
  /** What they have just done. */
  readonly done: string | undefined;
  readonly steps: readonly StepView[];
  readonly directory: Directory;
  readonly history: readonly LogRecord[];
  readonly ledger: { readonly total: number; readonly notices: readonly NoticeLine[] };
  readonly decisions: readonly DecisionRecord[];
  readonly documents: readonly DocumentLine[];
  /** Undefined for a step that is not a checkpoint, or one not yet open. */
  readonly checkpoint: CheckpointContent | undefined;
  /** At a checkpoint, for who steers. */
  readonly waiting: Waiting | undefined;
  /** How much of the strategic feedback is left to consider; undefined where it is not read. */
  readonly toConsider: string | undefined;
}

function StepPage(props: StepPageProps) {
  const { frame, cycle, step, steps, directory, checkpoint } = props;
  const { assets } = frame;
  const hrefOf = (other: StepView): string => stepPath(cycle, other.id);
  const isCheckpoint = step.planned.kind === 'checkpoint';
  const decides = step.planned.board !== undefined;
  return (
    <Layout frame={frame} title={step.planned.title} section="year" crumbs={[...homeCrumbs(frame), cycleCrumb(cycle)]}>
      <div class="ciclo-title">
        <p class="ciclo-overline">{`${props.phaseTitle} · ${words.stepKind[step.planned.kind]}`}</p>
        <h1>{step.planned.title}</h1>
        <State assets={assets} step={step} />
        {props.steers && (
          <p class="ciclo-manage">
            <a class="btn btn-primary" href={`${hrefOf(step)}${MANAGE_PATH}`}>
              {steeringWords.manage}
            </a>
          </p>
        )}
      </div>
      <Trouble step={step} />
      <Saved text={props.done} />
      <ReadingsWaiting cycle={cycle} waiting={props.waiting} />
      <div class="ciclo-columns">
        <StepDates assets={assets} step={step} directory={directory} />
        <StepPeople step={step} directory={directory} />
      </div>
      {isCheckpoint &&
        (checkpoint === undefined ? (
          <section aria-labelledby="monitoraggio">
            <h2 id="monitoraggio">{words.checkpoint.title}</h2>
            <p>{words.checkpoint.notOpened}</p>
          </section>
        ) : (
          <>
            <Checkpoint assets={assets} content={checkpoint} directory={directory} />
            {checkpoint.assessment !== undefined && (
              <ReportRemarks
                {...{ cycle, directory }}
                checkpoint={step.id}
                remarks={checkpoint.remarks}
                answers={props.steers}
                remarksToo={props.remarksToo}
              />
            )}
          </>
        ))}
      {(decides || props.decisions.length > 0) && (
        <Decisions {...{ assets, directory }} decisions={props.decisions} asked={oivTaskOf(step.planned)} />
      )}
      <DraftLink cycle={cycle} planned={step.planned} />
      <ToDesk cycle={cycle} validator={cycle.validator} planned={step.planned} />
      <SheetsLink cycle={cycle} planned={step.planned} />
      {(step.planned.document !== undefined || props.documents.length > 0) && (
        <Documents assets={assets} documents={props.documents} directory={directory} />
      )}
      {props.toConsider !== undefined && (
        <section aria-labelledby="feedback-strategico">
          <h2 id="feedback-strategico">{feedbackWords.title}</h2>
          <p>
            {`${props.toConsider} `}
            <a href={cyclePath(cycle, FEEDBACK_PATH)}>{feedbackWords.goTo}</a>
          </p>
        </section>
      )}
      <StepRemarks
        {...{ cycle, directory }}
        remarks={props.stepRemarks}
        speaks={props.speaks}
        step={step.id}
        none={stepRemarkWords.none}
      />
      <Dependencies assets={assets} step={step} steps={steps} hrefOf={hrefOf} />
      <History lines={props.history} limit={HISTORY_LINES} step={step} directory={directory} />
      {props.notes && (
        <p>
          <a href={`${hrefOf(step)}/${note.path}`}>{note.words.title}</a>
        </p>
      )}
      <Notices assets={assets} ledger={props.ledger} directory={directory} />
      <StepPager assets={assets} step={step} steps={steps} hrefOf={hrefOf} />
    </Layout>
  );
}
