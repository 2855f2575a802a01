import type { CivilDate } from '../../../../domain/calendar/types.js';
import { romeDate } from '../../../../domain/calendar/zone.js';
import type { FollowedState } from '../../../../domain/follow-up.js';
import type { FollowedRecord } from '../../../../register/follow-up.js';
import type { Directory } from '../../../../register/reading/directory.js';
import { bodyPageWords } from '../../../../words/body-pages.js';
import { followUpWords } from '../../../../words/follow-up.js';
import { italianDay } from '../../../../words/format.js';
import type { Assets } from '../assets.js';
import { urgencyOf } from '../model/followed-view.js';
import { Day } from './due.js';
import { Icon, type IconName } from './icon.js';
import { Parties } from './people.js';

const words = bodyPageWords.followed;

const MARKS: Readonly<Record<FollowedState | 'unknown', readonly [IconName, string]>> = {
  fulfilled: ['it-check-circle', 'ciclo-done'],
  done: ['it-check-circle', 'ciclo-done'],
  updating: ['it-refresh', 'ciclo-light-yellow'],
  'under-way': ['it-arrow-right-circle', 'ciclo-open'],
  planned: ['it-clock', ''],
  unfulfilled: ['it-close-circle', 'ciclo-light-red'],
  abandoned: ['it-ban', ''],
  unknown: ['it-help-circle', ''],
};

/** State of what is followed: icon, word, colour. */
export function FollowedTag({ assets, state }: { assets: Assets; state: FollowedState | undefined }) {
  const [icon, mark] = MARKS[state ?? 'unknown'];
  return (
    <span class={`ciclo-tag ${mark}`}>
      <Icon assets={assets} name={icon} size="xs" />
      {state === undefined ? followUpWords.unknown : followUpWords.state[state]}
    </span>
  );
}

/** When it is due next, how late or near that is, and how often it comes round. */
export function FollowedDue({ item, today }: { item: FollowedRecord; today: CivilDate }) {
  const { lateDays, soonDays } = urgencyOf(item, today);
  return (
    <span class="ciclo-due">
      {item.dueOn === null ? (
        <span>{item.validTo === null ? words.noDue : words.ended(italianDay(item.validTo))}</span>
      ) : (
        <Day date={item.dueOn} />
      )}
      {lateDays > 0 && (
        <small class="ciclo-delay">
          {item.state === 'fulfilled' ? words.lateCheck(lateDays) : words.late(lateDays)}
        </small>
      )}
      {soonDays !== undefined && <small>{words.soon(soonDays)}</small>}
      {item.everyMonths !== null && <small>{words.every(item.everyMonths)}</small>}
    </span>
  );
}

export function FollowedOwner({ item, directory }: { item: FollowedRecord; directory: Directory }) {
  return item.owner === null ? <em>{words.noOwner}</em> : <Parties parties={[directory.party(item.owner)]} />;
}

/** Who said last how it stands and when, or that the document did. */
export function FollowedLast({ item, directory }: { item: FollowedRecord; directory: Directory }) {
  const { last } = item;
  if (last !== undefined) {
    return (
      <span class="ciclo-actual">
        {last.note !== '' && <span>{last.note}</span>}
        <small>{words.by(directory.person(last.actor), italianDay(romeDate(last.at)))}</small>
      </span>
    );
  }
  if (item.statedOn === null) return <span>–</span>;
  return (
    <span class="ciclo-actual">
      {item.stated !== '' && <span>{words.asWritten(item.stated)}</span>}
      <small>{words.stated(italianDay(item.statedOn))}</small>
    </span>
  );
}
