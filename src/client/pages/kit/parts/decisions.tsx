import type { DecisionOutcome } from '../../../../domain/decision.js';
import type { DecisionRecord } from '../../../../register/decisions.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { consoleWords as words } from '../../../../words/console.js';
import { italianDay, italianMoment } from '../../../../words/format.js';
import type { Assets } from '../assets.js';
import { Icon, type IconName } from './icon.js';
import { actingName } from './people.js';
import { StackTable } from './stack-table.js';

const ICONS: Record<DecisionOutcome, IconName> = {
  approved: 'it-check-circle',
  rejected: 'it-close-circle',
  deferred: 'it-calendar',
};

interface DecisionsProps {
  readonly assets: Assets;
  readonly decisions: readonly DecisionRecord[];
  readonly directory: Directory;
}

/** What the board decided, round by round. */
export function Decisions({ assets, decisions, directory }: DecisionsProps) {
  return (
    <section aria-labelledby="decisioni">
      <h2 id="decisioni">{words.stepPage.decisions}</h2>
      {decisions.length === 0 ? (
        <p>{words.stepPage.decisionsNone}</p>
      ) : (
        <DecisionTable {...{ assets, decisions, directory }} />
      )}
    </section>
  );
}

/** The decisions alone, for pages that have their own heading. */
export function DecisionTable({ assets, decisions, directory }: DecisionsProps) {
  return (
    <StackTable
      caption={words.stepPage.decisions}
      hideCaption
      columns={[
        { title: words.stepPage.round },
        { title: words.stepPage.outcome },
        { title: words.stepPage.act },
        { title: words.stepPage.votes },
        { title: words.stepPage.remarks },
        { title: words.stepPage.recordedBy },
      ]}
      rows={decisions.map((decision) => ({
        head: `${decision.round}. ${directory.title(decision.board)}`,
        cells: [
          <span class={`ciclo-tag ciclo-outcome-${decision.outcome}`}>
            <Icon assets={assets} name={ICONS[decision.outcome]} size="xs" />
            {words.outcome[decision.outcome]}
          </span>,
          actOf(decision),
          votesOf(decision),
          decision.remarks ?? '–',
          <span class="ciclo-actual">
            <span>
              {actingName({
                name: directory.person(decision.decidedBy),
                ...(decision.actingFor === null ? {} : { actingFor: directory.person(decision.actingFor) }),
              })}
            </span>
            <small>{italianMoment(decision.at)}</small>
          </span>,
        ],
      }))}
    />
  );
}

function actOf({ actNumber, actDate, deferredTo }: DecisionRecord): string {
  const parts = [
    ...(actNumber === null || actDate === null ? [] : [words.stepPage.actOf(actNumber, italianDay(actDate))]),
    ...(deferredTo === null ? [] : [words.stepPage.deferredTo(italianDay(deferredTo))]),
  ];
  return parts.length === 0 ? '–' : parts.join('; ');
}

function votesOf({ present, inFavour, against, abstained }: DecisionRecord): string {
  if (present === null || inFavour === null || against === null || abstained === null)
    return words.stepPage.votesUnknown;
  return words.stepPage.votesOf(present, inFavour, against, abstained);
}
