import { followedPath } from '../../../access/followed-path.js';
import { addDays, addMonths } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { type FollowedState, isOver } from '../../../domain/follow-up.js';
import { type FollowedRecord, followedItem, followedOf } from '../../../register/follow-up.js';
import { holdersOf } from '../../../register/people.js';
import { castWords } from '../../../words/cast.js';
import { followUpWords } from '../../../words/follow-up.js';
import { chance } from '../random.js';
import type { Answers } from '../visitor.js';
import { signedIn } from './door.js';
import { type CastDeps, morning, type Outcome, type Planned, report } from './stage.js';

const words = castWords.keeping;

/** What people do about what the body follows: most in time, some late, some of the actions only in part. */
export async function keeping(deps: CastDeps): Promise<Planned> {
  const items = await followedOf(deps.register.db, deps.ref.entity);
  return items.flatMap((item): Planned => {
    const { kind, id, owner, dueOn, state } = item;
    if (owner === null || dueOn === null || isOver(state)) return [];
    const key = `${kind}/${id}/${dueOn}`;
    const at = morning(addDays(dueOn, daysFrom(deps, key)));
    return [[key, { at, by: owner, run: () => settle(deps, item, dueOn) }]];
  });
}

/** Three in four are done some days before they are due, the others some days after. */
function daysFrom({ script }: CastDeps, key: string): number {
  const how = chance(script.seed, `${key}/days`);
  return chance(script.seed, `${key}/late`) < 0.75 ? -1 - Math.floor(how * 8) : 3 + Math.floor(how * 10);
}

async function settle(deps: CastDeps, { kind, id, text }: FollowedRecord, dueOn: CivilDate): Promise<Outcome> {
  const { db } = deps.register;
  const item = await followedItem(db, deps.ref.entity, kind, id);
  const today = romeDate(deps.now());
  const [person] = item?.owner == null ? [] : await holdersOf(db, deps.ref.entity, item.owner, today);
  // Settled by somebody meanwhile, or by nobody's fault nobody's.
  if (item === undefined || item.dueOn !== dueOn || person === undefined) return 'done';
  const { visitor, page } = await signedIn(deps, person, followedPath(deps.ref.entity, kind, id));
  const form = page.formTo('');
  if (form === undefined) return 'waiting';
  const state = stateAfter(deps, item);
  const answers: Answers = {
    stato: state,
    nota: words.notes[state],
    ...(state === 'under-way' ? { scadenza: addMonths(today, LONGER_MONTHS) } : {}),
  };
  const saved = await visitor.send(form, answers);
  // Obligations come round all year: the terminal tells what is done once.
  if (kind === 'obligation' && saved.errors.length === 0) return 'done';
  return report(deps, words.told(text, followUpWords.state[state], person.name), saved);
}

const LONGER_MONTHS = 4;

/** An action not begun is sometimes only on its way when it is due; the second time it is done. */
function stateAfter({ script }: CastDeps, { kind, id, state }: FollowedRecord): FollowedState {
  if (kind === 'obligation') return 'fulfilled';
  return state === 'planned' && chance(script.seed, `${id}/slow`) < 0.3 ? 'under-way' : 'done';
}
