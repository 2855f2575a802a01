import { followedPath } from '../../../access/followed-path.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { FollowedAction } from '../../../register/reading/indicator-actions.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { italianMoment } from '../../../words/format.js';
import type { Assets } from '../kit/assets.js';
import { FollowedDue, FollowedLast, FollowedTag } from '../kit/parts/followed.js';
import { StackTable } from '../kit/parts/stack-table.js';

const words = bodyPageWords.followed;

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
    <section aria-labelledby="azioni">
      <h2 id="azioni">{title}</h2>
      <StackTable
        caption={title}
        hideCaption
        columns={[{ title: what }, { title: words.state }, { title: words.due }, { title: words.outcome }]}
        rows={actions.map(({ proposed, followed }) => ({
          head: (
            <span class="ciclo-step-name">
              {followed === undefined ? (
                <span>{proposed.text}</span>
              ) : (
                <a href={followedPath(cycle.entity, 'corrective', followed.id)}>{proposed.text}</a>
              )}
              <small>{words.by(directory.person(proposed.officer), italianMoment(proposed.at))}</small>
            </span>
          ),
          cells:
            followed === undefined
              ? ['–', '–', '–']
              : [
                  <FollowedTag assets={assets} state={followed.state} />,
                  <FollowedDue item={followed} today={today} />,
                  <FollowedLast item={followed} directory={directory} />,
                ],
        }))}
      />
    </section>
  );
}
