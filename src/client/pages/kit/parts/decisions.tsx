import type { DecisionOutcome } from '../../../../domain/decision.js';
import type { OivTask } from '../../../../domain/oiv/asked.js';
import type { DecisionRecord } from '../../../../register/decisions.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { correctedAct, withCorrection } from '../../../../words/act-correction.js';
import { consoleWords as words } from '../../../../words/console.js';
import { decisionSaid } from '../../../../words/decision-said.js';
import { italianDay, italianMoment } from '../../../../words/format.js';
import { takeAwayWords } from '../../../../words/take-away.js';
import type { Assets } from '../assets.js';
import { columnsOf } from '../table/column.js';
import { DataTable } from '../table/data-table.js';
import { Icon, type IconName } from './icon.js';
import { actingName } from './people.js';

const { columns: own } = takeAwayWords;
const { text, status, instant } = columnsOf<DecisionRecord>();

const ICONS: Record<DecisionOutcome, IconName> = {
  approved: 'it-check-circle',
  noted: 'it-check-circle',
  rejected: 'it-close-circle',
  deferred: 'it-calendar',
};

interface DecisionsProps {
  readonly assets: Assets;
  readonly decisions: readonly DecisionRecord[];
  readonly directory: Directory;
  /** What the OIV was asked, which says its outcomes in words of its own; absent before the other boards. */
  readonly asked?: OivTask | undefined;
}

/** What the board decided, round by round. */
export function Decisions(props: DecisionsProps) {
  return (
    <section aria-labelledby="decisioni">
      <h2 id="decisioni">{words.stepPage.decisions}</h2>
      {props.decisions.length === 0 ? <p>{words.stepPage.decisionsNone}</p> : <DecisionTable {...props} />}
    </section>
  );
}

/** The decisions alone, for pages that have their own heading. */
export function DecisionTable({ assets, decisions, directory, asked }: DecisionsProps) {
  return (
    <DataTable
      name="decisioni"
      caption={words.stepPage.decisions}
      hideCaption
      columns={[
        text(words.stepPage.round, ({ round, board }) => `${round}. ${directory.title(board)}`),
        status(words.stepPage.outcome, ({ outcome }) => decisionSaid(outcome, asked), {
          show: ({ outcome }) => (
            <span class={`ciclo-tag ciclo-outcome-${outcome}`}>
              <Icon assets={assets} name={ICONS[outcome]} size="xs" />
              {decisionSaid(outcome, asked)}
            </span>
          ),
        }),
        text(words.stepPage.act, actOf),
        text(words.stepPage.votes, votesOf),
        text(words.stepPage.remarks, ({ remarks }) => remarks ?? undefined),
        text(words.stepPage.recordedBy, (decision) => recorderOf(decision, directory), {
          show: (decision) => (
            <span class="ciclo-actual">
              <span>{recorderOf(decision, directory)}</span>
              <small>{italianMoment(decision.at)}</small>
            </span>
          ),
        }),
        instant(own.when, ({ at }) => at, { only: 'file' }),
      ]}
      rows={decisions}
    />
  );
}

const recorderOf = ({ decidedBy, actingFor }: DecisionRecord, directory: Directory): string =>
  actingName({
    name: directory.person(decidedBy),
    actingFor: actingFor === null ? undefined : directory.person(actingFor),
  });

function actOf({ actNumber, actDate, deferredTo, corrected }: DecisionRecord): string {
  const parts = [
    ...(actNumber === null || actDate === null
      ? []
      : [withCorrection(words.stepPage.actOf(actNumber, italianDay(actDate)), correctedAct(corrected))]),
    ...(deferredTo === null ? [] : [words.stepPage.deferredTo(italianDay(deferredTo))]),
  ];
  return parts.join('; ');
}

function votesOf({ present, inFavour, against, abstained }: DecisionRecord): string {
  if (present === null || inFavour === null || against === null || abstained === null)
    return words.stepPage.votesUnknown;
  return words.stepPage.votesOf(present, inFavour, against, abstained);
}
