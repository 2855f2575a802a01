import { followedPath } from '../../../access/followed-path.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { FollowedAction } from '../../../register/reading/indicator-actions.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { followUpWords } from '../../../words/follow-up.js';
import { italianMoment } from '../../../words/format.js';
import { takeAwayWords } from '../../../words/take-away.js';
import type { Assets } from '../kit/assets.js';
import { FollowedDue, FollowedLast, FollowedTag } from '../kit/parts/followed.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';

const words = bodyPageWords.followed;

const { columns: own } = takeAwayWords;
const { text, status, instant, day } = columnsOf<FollowedAction>();

const stateText = ({ followed }: FollowedAction): string | undefined => {
  if (followed === undefined) return undefined;
  return followed.state === undefined ? followUpWords.unknown : followUpWords.state[followed.state];
};

interface IndicatorActionsProps {
  readonly assets: Assets;
  readonly cycle: CycleName;
  readonly directory: Directory;
  readonly actions: readonly FollowedAction[];
  readonly today: CivilDate;
}

/** What the office proposes to do about a result far from the target, and how it goes. Nothing when nothing is proposed. */
export function IndicatorActions({ assets, cycle, directory, actions, today }: IndicatorActionsProps) {
  if (actions.length === 0) return null;
  const { title, what } = bodyPageWords.corrective;
  return (
    <TableSection
      name="azioni"
      caption={title}
      columns={[
        text(what, ({ proposed }) => proposed.text, {
          show: ({ proposed, followed }) => (
            <span class="ciclo-step-name">
              {followed === undefined ? (
                <span>{proposed.text}</span>
              ) : (
                <a href={followedPath(cycle.entity, 'corrective', followed.id)}>{proposed.text}</a>
              )}
              <small>{words.by(directory.person(proposed.officer), italianMoment(proposed.at))}</small>
            </span>
          ),
        }),
        text(own.by, ({ proposed }) => directory.person(proposed.officer), { only: 'file' }),
        instant(own.when, ({ proposed }) => proposed.at, { only: 'file' }),
        status(words.state, stateText, {
          show: ({ followed }) =>
            followed === undefined ? '–' : <FollowedTag assets={assets} state={followed.state} />,
        }),
        day(words.due, ({ followed }) => followed?.dueOn ?? undefined, {
          show: ({ followed }) => (followed === undefined ? '–' : <FollowedDue item={followed} today={today} />),
        }),
        text(words.outcome, ({ followed }) => followed?.last?.note, {
          show: ({ followed }) =>
            followed === undefined ? '–' : <FollowedLast item={followed} directory={directory} />,
        }),
      ]}
      rows={actions}
    />
  );
}
