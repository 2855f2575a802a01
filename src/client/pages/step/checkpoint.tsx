import { whyNotComputed } from '../../../domain/achievement/trace.js';
import { SYSTEM } from '../../../domain/acting.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { officeRole } from '../../../domain/entity.js';
import type { CheckpointContent } from '../../../register/reading/checkpoint.js';
import type { Directory } from '../../../register/reading/directory.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { standingWords } from '../../../words/measure.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import { Icon } from '../kit/parts/icon.js';
import { OverrideTable } from '../kit/parts/override-table.js';
import { actingName } from '../kit/parts/people.js';
import { RollupFigure } from '../kit/parts/rollup-figure.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { CheckpointIndicators } from './checkpoint-indicators.js';
import { FarFromTarget } from './far-from-target.js';
import { LaterValues } from './later-values.js';
import { type OfficeProgress, officeProgress } from './office-progress.js';

interface CheckpointProps {
  readonly assets: Assets;
  readonly content: CheckpointContent;
  readonly directory: Directory;
}

/** A checkpoint on the page of its step: offices, results, and every indicator that may be shown. */
export function Checkpoint({ assets, content, directory }: CheckpointProps) {
  const { checkpoint, assessment } = content;
  const root = assessment?.rollups.find((r) => r.node === 'entity');
  return (
    <>
      <section aria-labelledby="monitoraggio">
        <h2 id="monitoraggio">{words.checkpoint.title}</h2>
        <p>
          {`${words.checkpoint.period(italianDay(checkpoint.from), italianDay(checkpoint.to))} `}
          {`${words.checkpoint.frozen(checkpoint.planVersion)} (`}
          <abbr title={checkpoint.planHash}>{checkpoint.planHash.slice(0, 12)}</abbr>
          {'). '}
          <strong>{stateOf(content, directory)}</strong>
        </p>
        {checkpoint.standing !== null && <p>{standingWords[checkpoint.standing].said}</p>}
        {root === undefined ? (
          <p>{words.checkpoint.notAssessed}</p>
        ) : (
          <RollupFigure assets={assets} rollup={root} title={words.scorecard.overall} />
        )}
        {assessment !== undefined && (
          <p>
            <small>
              {`${words.checkpoint.computedAt(italianMoment(assessment.at))}. ${words.checkpoint.policy(assessment.policyVersion)}.`}
            </small>
          </p>
        )}
      </section>
      <NotComputed assets={assets} content={content} />
      <OverrideTable
        assets={assets}
        assessment={assessment}
        names={new Map(content.frozen.map((f) => [f.indicator, f.name]))}
        individual={content.individual}
        pending={content.pending}
      />
      <FarFromTarget content={content} />
      <Offices {...{ assets, content, directory }} />
      <CheckpointIndicators {...{ assets, content, directory }} />
      <LaterValues content={content} />
    </>
  );
}

/** The indicators the computation broke on, by name and with why; individual objectives are counted, not named. */
function NotComputed({ assets, content }: { assets: Assets; content: CheckpointContent }) {
  const broken = (content.assessment?.indicators ?? []).filter((a) => a.state === 'not-computed');
  const shown = broken.filter((a) => !content.individual.has(a.indicator));
  if (broken.length === 0) return null;
  const names = new Map(content.frozen.map((f) => [f.indicator, f.name]));
  return (
    <section aria-labelledby="non-calcolati">
      <h2 id="non-calcolati">
        <Icon assets={assets} name="it-warning-circle" />
        {words.checkpoint.notComputed(broken.length)}
      </h2>
      <p>{words.checkpoint.notComputedLead}</p>
      <ul>
        {shown.map((a) => (
          <li>{`${names.get(a.indicator) ?? a.indicator} (${a.indicator}): ${whyNotComputed(a)}`}</li>
        ))}
      </ul>
      {broken.length > shown.length && <p>{words.checkpoint.private(broken.length - shown.length)}</p>}
    </section>
  );
}

function stateOf({ checkpoint }: CheckpointContent, directory: Directory): string {
  if (checkpoint.closedAt === null) return `${words.checkpoint.collecting}.`;
  const by =
    checkpoint.closedBy === null || checkpoint.closedBy === SYSTEM
      ? ''
      : ` ${words.checkpoint.closedBy(directory.person(checkpoint.closedBy))}`;
  const reason = checkpoint.closeReason === null ? '' : ` ${words.checkpoint.closeReason(checkpoint.closeReason)}.`;
  return `${words.checkpoint.closed(italianDay(romeDate(checkpoint.closedAt)))}${by}.${reason}`;
}

function Offices({ assets, content, directory }: CheckpointProps) {
  return (
    <TableSection
      name="uffici"
      caption={words.checkpoint.officers}
      columns={[
        text(words.checkpoint.office, (progress) => officeTitle(progress, directory), {
          show: (progress) => <OfficeName progress={progress} directory={directory} />,
        }),
        status(words.columns.state, stateText, {
          show: (progress) => <OfficeState assets={assets} progress={progress} />,
        }),
        count(words.checkpoint.received, ({ received }) => received),
        count(words.checkpoint.expected, ({ expected }) => expected),
        count(own.missing, ({ missing }) => missing, { only: 'file' }),
        count(own.toRedo, ({ returned }) => returned, { only: 'file' }),
        instant(words.checkpoint.lastSubmission, ({ last }) => last?.at, {
          show: (progress) => <LastSubmission progress={progress} directory={directory} />,
        }),
        text(own.by, ({ last }) => (last === undefined ? undefined : directory.person(last.officer)), {
          only: 'file',
        }),
      ]}
      rows={officeProgress(content)}
    />
  );
}

const { columns: own } = takeAwayWords;
const { text, status, count, instant } = columnsOf<OfficeProgress>();

function officeTitle({ office }: OfficeProgress, directory: Directory): string {
  const { title } = directory.party(officeRole(office));
  return title === officeRole(office) ? office : title;
}

function OfficeName({ progress, directory }: { progress: OfficeProgress; directory: Directory }) {
  const { people } = directory.party(officeRole(progress.office));
  return (
    <span class="ciclo-step-name">
      {officeTitle(progress, directory)}
      {people.length > 0 && <small>{people.map(actingName).join(', ')}</small>}
    </span>
  );
}

function stateText({ missing, returned }: OfficeProgress): string {
  if (missing + returned === 0) return words.checkpoint.complete;
  return [
    ...(missing > 0 ? [words.checkpoint.incomplete(missing)] : []),
    ...(returned > 0 ? [words.checkpoint.toRedo(returned)] : []),
  ].join('; ');
}

function OfficeState({ assets, progress }: { assets: Assets; progress: OfficeProgress }) {
  if (progress.missing + progress.returned === 0) {
    return (
      <span class="ciclo-tag ciclo-done">
        <Icon assets={assets} name="it-check-circle" size="xs" />
        {words.checkpoint.complete}
      </span>
    );
  }
  return (
    <span class="ciclo-state-cell">
      {progress.missing > 0 && (
        <span class="ciclo-tag ciclo-waiting">
          <Icon assets={assets} name="it-clock" size="xs" />
          {words.checkpoint.incomplete(progress.missing)}
        </span>
      )}
      {progress.returned > 0 && (
        <span class="ciclo-tag ciclo-late">
          <Icon assets={assets} name="it-refresh" size="xs" />
          {words.checkpoint.toRedo(progress.returned)}
        </span>
      )}
    </span>
  );
}

function LastSubmission({ progress, directory }: { progress: OfficeProgress; directory: Directory }) {
  const { last } = progress;
  if (last === undefined) return <span>–</span>;
  const who = actingName({
    name: directory.person(last.officer),
    actingFor: last.actingFor === null ? undefined : directory.person(last.actingFor),
  });
  return (
    <span class="ciclo-actual">
      <span>{`${italianMoment(last.at)}, ${words.channel[last.channel]}`}</span>
      <span>{who}</span>
      {last.lateReason !== null && <span>{words.checkpoint.lateReason(last.lateReason)}</span>}
    </span>
  );
}
