import type { Context, Handler } from 'hono';
import { bringIntoForce } from '../../../acts/plan/bring-into-force.js';
import type { PlanPart } from '../../../domain/plan-outline.js';
import { readIn, toReadIn } from '../../../domain/to-read.js';
import { isExamplePlan } from '../../../office/example-plan.js';
import { type VersionStory, versionStories } from '../../../register/plan-stories.js';
import { amendmentWords } from '../../../words/amendment.js';
import { earlierStepWords } from '../../../words/earlier-steps.js';
import { italianDay } from '../../../words/format.js';
import { planningWords as words } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import { Icon } from '../kit/parts/icon.js';
import { AMENDMENT_PATH, CONFIRMED_PATH, cyclePath, planPath, READINGS_PATH, RESULTS_PATH } from '../kit/paths.js';
import { Findings, PlanningPage } from '../kit/plan-frame.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { type PlanPageData, planPageData } from './page-data.js';
import { indicatorKey } from './placed-findings.js';
import { RollingCommands, StartedFrom } from './rolling-commands.js';
import { Versions } from './versions-table.js';

/** The plan as it is: its parts with what is to be done in each, findings, versions. */
export function planOverview(site: Site): Handler {
  return async (c) => {
    const data = await planPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const stories = await versionStories(db, data.cycle.id, data.versions);
    return answer(c, <OverviewPage {...{ data, stories }} done={doneIn(c)} />);
  };
}

/** The sentence of what was just done, from the address. */
export const doneIn = (c: Context): string | undefined => c.req.query('fatto')?.slice(0, 300);

interface OverviewProps {
  readonly data: PlanPageData;
  readonly stories: readonly VersionStory[];
  readonly done: string | undefined;
}

function OverviewPage(props: OverviewProps) {
  const { data, done } = props;
  const { frame, cycle, shown, edits } = data;
  return (
    <PlanningPage frame={frame} cycle={cycle} view="plan" title={words.title(cycle.exercise)} done={done}>
      {shown === undefined ? (
        <p class="lead">{edits ? `${words.noPlan} ${words.noPlanEdit}` : words.noPlan}</p>
      ) : (
        <Status {...props} />
      )}
      <ApprovedEarlier data={data} />
      <Commands data={data} />
      {shown !== undefined && (
        <>
          <Parts data={data} />
          <OnTheWhole data={data} />
          <StartedFrom start={shown.plan.startedFrom} />
        </>
      )}
      <Versions {...props} />
    </PlanningPage>
  );
}

/** What is found on the plan as a whole. */
export function OnTheWhole({ data: { frame, findings } }: { data: PlanPageData }) {
  return (
    <section aria-labelledby="rilievi">
      <h2 id="rilievi">{words.findings.title}</h2>
      {findings.get('plan') === undefined ? (
        <p>{words.findings.none}</p>
      ) : (
        <Findings assets={frame.assets} findings={findings.get('plan')} />
      )}
    </section>
  );
}

function Status({ data }: Pick<OverviewProps, 'data'>) {
  const { shown, edits } = data;
  if (shown === undefined) return null;
  const inForce = shown.inForceFrom !== null;
  return (
    <>
      <p class="lead">
        {inForce ? words.inForce(shown.version, italianDay(shown.inForceFrom)) : words.draft(shown.version)}{' '}
        {figuresOf(data)}
      </p>
      {inForce && <Locked data={data} />}
      {!inForce && !edits && <p>{words.readOnly}</p>}
    </>
  );
}

/** How many indicators a plan has, of how many offices, and how many targets wait for a reading. */
export function figuresOf({ parts, cycle }: PlanPageData): string {
  const indicators = parts.flatMap((part) => part.lists.flatMap((list) => list.indicators));
  const offices = new Set(indicators.map((indicator) => indicator.office));
  return `${words.figures(indicators.length, offices.size)} ${words.open(toReadIn(parts, cycle.exercise).length)}`;
}

/** A plan in force changes by an amendment: the way to it, begun or not. */
function Locked({ data: { cycle, work, mayAmend, amendment } }: Pick<OverviewProps, 'data'>) {
  const begun = work.kind === 'amending' || work.kind === 'proposed';
  if (amendment === undefined || !(mayAmend || begun)) return null;
  const { toDraft, toProposed, goOn } = amendmentWords;
  return (
    <div class="ciclo-callout">
      <div>
        <p>{work.kind === 'amending' ? toDraft : work.kind === 'proposed' ? toProposed : words.lockedByForce}</p>
        {amendment.step.status !== 'done' && (
          <p>
            <a class="btn btn-primary" href={planPath(cycle, AMENDMENT_PATH)}>
              {begun ? goOn : words.amend}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

/** A Piano that was approved before Ciclo and is not in force here: what to do. */
function ApprovedEarlier({ data: { approvedEarlier, edits, shown, path } }: Pick<OverviewProps, 'data'>) {
  if (approvedEarlier === undefined) return null;
  const ready = shown !== undefined && !isExamplePlan(shown.plan);
  return (
    <div class="ciclo-callout">
      <div>
        <p>{earlierStepWords.inForce.awaited(italianDay(approvedEarlier.on))}</p>
        {edits && (
          <p>
            {ready ? (
              <a class="btn btn-primary" href={path(`/versioni/${shown.version}/${bringIntoForce.path}`)}>
                {bringIntoForce.words.title}
              </a>
            ) : (
              <a class="btn btn-primary" href={path('/importa')}>
                {earlierStepWords.inForce.import}
              </a>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

/** What can be done with a plan from its page. */
export function Commands({ data }: { data: PlanPageData }) {
  const { frame, cycle, shown, edits, confirms, parts, amends } = data;
  const open = confirms ? toReadIn(parts, cycle.exercise).length : 0;
  const read = confirms && open === 0 ? readIn(parts, cycle.exercise).length : 0;
  return (
    <ul class="ciclo-actions">
      {open > 0 && (
        <li>
          <a href={data.path(READINGS_PATH)}>
            <Icon assets={frame.assets} name="it-search" size="xs" />
            {words.actions.readings}
          </a>
        </li>
      )}
      {read > 0 && (
        <li>
          <a href={data.path(CONFIRMED_PATH)}>
            <Icon assets={frame.assets} name="it-search" size="xs" />
            {readingWords.confirmed.title}
          </a>
        </li>
      )}
      {shown !== undefined && (
        <li>
          <a href={data.path('/pesi')}>
            <Icon assets={frame.assets} name="it-chart-line" size="xs" />
            {words.actions.weights}
          </a>
        </li>
      )}
      {edits && (
        <li>
          <a href={data.path('/importa')}>
            <Icon assets={frame.assets} name="it-clip" size="xs" />
            {words.actions.import}
          </a>
        </li>
      )}
      {shown !== undefined && (
        <li>
          <a href={data.path('/piano.xlsx')}>
            <Icon assets={frame.assets} name="it-download" size="xs" />
            {words.actions.export}
          </a>
        </li>
      )}
      {!amends && <RollingCommands data={data} />}
      {(shown?.inForceFrom != null || amends) && (
        <li>
          <a href={cyclePath(cycle, RESULTS_PATH)}>
            <Icon assets={frame.assets} name="it-help-circle" size="xs" />
            {words.whatIf.onThePlan}
          </a>
        </li>
      )}
    </ul>
  );
}

const { text, link, count } = columnsOf<PlanPart>();

/** The parts of a plan, with what is to be done in each. */
export function Parts({ data }: { data: PlanPageData }) {
  const { cycle, parts, findings, confirms } = data;
  const open = toReadIn(parts, cycle.exercise);
  const unreadIn = (part: PlanPart): number => open.filter((one) => one.part === part).length;
  return (
    <TableSection
      name="parti"
      caption={words.parts.title}
      columns={[
        link(words.parts.part, partTitle, (part) => data.path(`/parti/${part.id}`)),
        count(words.parts.indicators, (part) => part.lists.reduce((n, list) => n + list.indicators.length, 0)),
        count(words.parts.toRead, unreadIn, {
          show: (part) => {
            const unread = unreadIn(part);
            if (unread === 0) return words.parts.none;
            if (!confirms) return unread;
            return (
              <a href={data.path(`${READINGS_PATH}/${part.id}`)} aria-label={`${words.actions.readings}: ${unread}`}>
                {unread}
              </a>
            );
          },
        }),
        text(words.parts.findings, (part) => countText(findingsIn(part, findings))),
      ]}
      rows={parts}
    />
  );
}

export function partTitle(part: Pick<PlanPart, 'kind' | 'code' | 'title'>): string {
  switch (part.kind) {
    case 'area':
      return words.parts.area(part.code, part.title);
    case 'sheets':
      return words.parts.sheets;
    case 'individual':
      return words.parts.individual;
  }
}

function findingsIn(part: PlanPart, findings: PlanPageData['findings']) {
  const keys = [
    ...(part.kind === 'area' ? [`area:${part.code}`] : []),
    ...part.lists.flatMap((list) => [
      ...(list.programme === undefined ? [] : [`programme:${list.code}`]),
      ...(list.kind === 'scorecard' ? [] : [list.id]),
      ...list.indicators.map((one) => indicatorKey(list.id, one.code)),
    ]),
    ...new Set(part.lists.flatMap((list) => list.above.map((title) => `objective:${title.split(' ')[0]}`))),
  ];
  return [...new Set(keys)].flatMap((key) => findings.get(key) ?? []);
}

function countText(found: ReturnType<typeof findingsIn>): string {
  const errors = found.filter((one) => one.severity === 'error').length;
  if (found.length === 0) return words.parts.none;
  return errors === 0
    ? words.findings.count(found.length)
    : `${words.findings.count(found.length)}, ${words.findings.errors(errors)}`;
}
