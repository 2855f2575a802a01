import { followedPath } from '../../../access/followed-path.js';
import { addDays, addMonths } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { FOLLOWED_KINDS, type FollowedKind, type FollowedState, isOver } from '../../../domain/follow-up.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { castWords } from '../../../words/cast.js';
import { followUpWords } from '../../../words/follow-up.js';
import type { Piece } from '../page.js';
import { chance } from '../random.js';
import type { Answers } from '../visitor.js';
import { firstNamed } from './people.js';
import { type CastDeps, morning, type Outcome, type Planned, report } from './planned.js';
import { keyOf, read } from './standing.js';
import { signedIn } from './visiting.js';

const words = castWords.keeping;

/** Something the body follows, as its page lists it. */
interface SeenItem {
  readonly kind: FollowedKind;
  readonly id: string;
  readonly text: string;
  readonly state?: FollowedState;
  /** Names of who answers for it today. */
  readonly owners: readonly string[];
  readonly dueOn?: CivilDate;
  /** It falls due again once it has been settled. */
  readonly comesRound: boolean;
  /** Somebody has said how it stands; until then the page tells what the Piano says. */
  readonly recorded: boolean;
}

/** What people do about what the body follows: most in time, some late, some of the actions only in part. */
export async function keeping(deps: CastDeps): Promise<Planned> {
  return (await itemsSeen(deps)).flatMap((item): Planned => {
    const { kind, id, dueOn, state, owners } = item;
    const settled = kind === 'obligation' && state === 'fulfilled' && item.recorded && !item.comesRound;
    if (owners.length === 0 || dueOn === undefined || isOver(state) || settled) return [];
    const key = `${kind}/${id}/${dueOn}`;
    const at = morning(addDays(dueOn, daysFrom(deps, key)));
    return [[key, { at, by: owners[0] ?? '', run: () => settle(deps, item) }]];
  });
}

/** Everything the pages say the body follows. */
async function itemsSeen(deps: CastDeps): Promise<readonly SeenItem[]> {
  const { entity } = deps.ref;
  const lists = FOLLOWED_KINDS.map(async (kind) => {
    const page = await read(deps, followedPath(entity, kind));
    return page.find('table.ciclo-followed tbody tr').map((row) => readItem(kind, row));
  });
  return (await Promise.all(lists)).flat();
}

function readItem(kind: FollowedKind, row: Piece): SeenItem {
  const [name] = row.find('th a');
  const [state, owner, due, last] = row.find('td');
  const said = state?.find('.ciclo-tag')[0]?.text ?? '';
  const dueOn = due?.find('time')[0]?.attribute('datetime');
  const outcome = last?.find('small')[0]?.text;
  return {
    kind,
    id: (name?.attribute('href') ?? '').split('/').slice(-2).map(decodeURIComponent).join('/'),
    text: name?.text ?? '',
    state: said === followUpWords.unknown ? undefined : keyOf(followUpWords.state, said),
    owners: owner?.find('li small').flatMap(({ text }) => text.split(', ')) ?? [],
    dueOn: dueOn === undefined ? undefined : (dueOn as CivilDate),
    comesRound: due?.find('small').some(({ text }) => text.startsWith(EVERY)) === true,
    recorded: outcome !== undefined && !outcome.startsWith(STATED),
  };
}

/** What the pages say before how often something comes round, and before the day of the document that states it. */
const EVERY = beginning(bodyPageWords.followed.every(2), bodyPageWords.followed.every(3));
const STATED = beginning(bodyPageWords.followed.stated('a'), bodyPageWords.followed.stated('b'));

/** What two sentences have in common before they differ. */
function beginning(one: string, other: string): string {
  const end = [...one].findIndex((letter, index) => letter !== other[index]);
  return one.slice(0, end);
}

/** Three in four are done some days before they are due, the others some days after. */
function daysFrom({ script }: CastDeps, key: string): number {
  const how = chance(script.seed, `${key}/days`);
  return chance(script.seed, `${key}/late`) < 0.75 ? -1 - Math.floor(how * 8) : 3 + Math.floor(how * 10);
}

async function settle(deps: CastDeps, item: SeenItem): Promise<Outcome> {
  const { kind, id, dueOn } = item;
  const person = await firstNamed(deps, item.owners);
  if (person === undefined) return 'waiting';
  const { visitor, page } = await signedIn(deps, person, followedPath(deps.ref.entity, kind, id));
  const [due] = page.find('.ciclo-facts .ciclo-due time');
  // Settled by somebody meanwhile, as what has another term since.
  if (due?.attribute('datetime') !== dueOn) return 'done';
  const form = page.formTo('');
  if (form === undefined) return 'waiting';
  const state = stateAfter(deps, item);
  const answers: Answers = {
    stato: state,
    nota: words.notes[state],
    scadenza: state === 'under-way' ? addMonths(romeDate(deps.now()), LONGER_MONTHS) : undefined,
  };
  const saved = await visitor.send(form, answers);
  // Obligations come round all year: the terminal tells what is done once.
  if (kind === 'obligation' && saved.errors.length === 0) return 'done';
  return report(deps, words.told(item.text, followUpWords.state[state], person.name), saved);
}

const LONGER_MONTHS = 4;

/** An action not begun is sometimes only on its way when it is due; the second time it is done. */
function stateAfter({ script }: CastDeps, { kind, id, state }: SeenItem): FollowedState {
  if (kind === 'obligation') return 'fulfilled';
  return state === 'planned' && chance(script.seed, `${id}/slow`) < 0.3 ? 'under-way' : 'done';
}
