import type { Handler } from 'hono';
import { note } from '../../../acts/step/note.js';
import { oivTaskOf } from '../../../domain/oiv/asked.js';
import type { StepView } from '../../../register/reading/step-view.js';
import { consoleWords as words } from '../../../words/console.js';
import { steeringWords } from '../../../words/steering.js';
import { stepRemarkWords } from '../../../words/step-remarks.js';
import { feedbackWords } from '../../../words/strategic-feedback.js';
import { cycleCrumb, homeCrumbs } from '../kit/crumbs.js';
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
import { answer, type Site } from '../kit/site.js';
import { Checkpoint } from './checkpoint.js';
import { Dependencies, StepPager } from './dependencies.js';
import { Documents } from './documents.js';
import { StepFiles } from './files.js';
import { History } from './history.js';
import { Notices } from './notices.js';
import { HISTORY_LINES, type StepPageData, stepPageData } from './page-data.js';
import { ReportRemarks } from './report-remarks.js';
import { StepDates, StepPeople } from './step-facts.js';
import { Trouble } from './trouble.js';

/** A page per step: everything on record about it. */
export function step(site: Site): Handler {
  return async (c) => {
    const data = await stepPageData(site, c);
    return data === undefined ? c.notFound() : answer(c, <StepPage {...data} done={c.req.query('fatto')} />);
  };
}

interface StepPageProps extends StepPageData {
  /** What who asks has just done. */
  readonly done: string | undefined;
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
      <DraftLink cycle={cycle} planned={step.planned} lacking={props.lacking} />
      <ToDesk cycle={cycle} validator={cycle.validator} planned={step.planned} />
      <SheetsLink cycle={cycle} planned={step.planned} />
      {(step.planned.document !== undefined || props.documents.length > 0) && (
        <Documents assets={assets} documents={props.documents} directory={directory} />
      )}
      {props.files.length > 0 && <StepFiles {...{ directory }} files={props.files} at={hrefOf(step)} />}
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
