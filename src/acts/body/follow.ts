import { withArticle } from '../../domain/article.js';
import { STEERING } from '../../domain/entity.js';
import { type FollowedKind, type FollowedState, STATES_OF } from '../../domain/follow-up.js';
import { err, ok } from '../../domain/result.js';
import {
  type FollowedRecord,
  followedItem,
  followedOf,
  followUpsOf,
  recordFollowUp,
} from '../../register/follow-up.js';
import { bodyPageWords } from '../../words/body-pages.js';
import { followUpWords } from '../../words/follow-up.js';
import { italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { day, oneOf, text } from '../readers.js';
import type { Subject } from '../subject.js';

/** Something a body follows, as it stands. */
interface Followed {
  readonly entity: string;
  readonly kind: FollowedKind;
  readonly item: FollowedRecord & { readonly current: boolean };
}

const PLACES: Readonly<Record<FollowedKind, string>> = {
  obligation: 'obligations',
  improvement: 'improvements',
  corrective: 'corrective-actions',
};

/** Ids have a slash (`gestione/4`): in an address it is written `%2F`. */
const aFollowed = (kind: FollowedKind): Subject<Followed> => ({
  api: `/entities/{entity}/${PLACES[kind]}/{item}`,
  slashed: true,
  argument: { name: 'voce', help: 'voce, per esempio gestione/4; nell’indirizzo dell’API la barra si scrive %2F' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const item = await followedItem(db, entity, kind, name);
    return item && { entity, kind, item };
  },
  names: async ({ db }, { entity }) => (await followedOf(db, entity, kind)).map(({ id }) => id),
  unknown: followUpWords.refused.noItem,
  title: ({ item }) => item.text,
  id: ({ entity, item }) => `${entity}/${kind}/${item.id}`,
});

const NAMES: Readonly<Record<FollowedKind, Readonly<Record<string, FollowedState>>>> = {
  obligation: named('obligation'),
  improvement: named('improvement'),
  corrective: named('corrective'),
};

/** States by their Italian names, as commands say them. */
function named(kind: FollowedKind): Readonly<Record<string, FollowedState>> {
  return Object.fromEntries(STATES_OF[kind].map((state) => [followUpWords.state[state].toLowerCase(), state]));
}

const page = bodyPageWords.followed;

/** Says how something a body follows stands from now on; what it was stays on record. */
function follow(kind: FollowedKind) {
  const act = kept({
    verb: `follow-${kind}`,
    path: 'aggiornamento',
    resource: 'follow-ups',
    scope: 'act',
    on: aFollowed(kind),
    fields: {
      state: oneOf<FollowedState>(STATES_OF[kind], NAMES[kind]),
      note: optional(text(3)),
      owner: optional(oneOf()),
      dueOn: optional(day()),
    },
    gives: {},
    words: {
      title: page.update,
      does: `Registra come sta una voce seguita dall’ente: ${followUpWords.kind[kind].toLowerCase()}`,
      submit: page.save,
      fields: {
        state: {
          page: 'stato',
          value: 'stato',
          label: page.newState,
          options: followUpWords.state,
          missing: page.choose,
        },
        note: { page: 'nota', value: 'nota', label: page.note, hint: page.noteHint },
        owner: { page: 'responsabile', value: 'ruolo', label: page.newOwner },
        dueOn: { page: 'scadenza', option: 'due', value: 'data', label: page.newDue, hint: page.newDueHint },
      },
      done: () => page.saved,
    },
    may: ({ item: { owner } }: Followed) => (owner === null ? [STEERING] : [STEERING, owner]),
    notNow: ({ item: { current, id } }: Followed) => (current ? undefined : followUpWords.refused.gone(id)),
    stands: async ({ register, subject: { entity, item } }) => {
      const [last] = await followUpsOf(register.db, entity, kind, item.id);
      if (last === undefined) return { version: 'mai', said: followUpWords.neverFollowed };
      const due = last.dueOn === null ? '' : `, entro ${withArticle('il', italianDay(last.dueOn))}`;
      return { version: String(last.id), said: followUpWords.standsNow(followUpWords.state[last.state], due) };
    },
    keep: async (tx, acting, { owner, ...change }) => {
      const { entity, item } = acting.subject;
      const recorded = await recordFollowUp(tx, {
        ...doing(acting),
        ...change,
        entity,
        kind,
        item: item.id,
        owner: owner === item.owner ? undefined : owner,
        key: acting.key,
      });
      return recorded.ok ? ok({}) : err(recorded.error);
    },
    logs: ({ subject: { entity, item } }, { state, note }) => ({
      action: `${kind}-followed`,
      subject: `${entity}/${item.id}`,
      detail: { reason: [followUpWords.state[state], ...(note === undefined ? [] : [note])].join(': ') },
    }),
  });
  return act;
}

/** How each kind of what is followed is followed. */
export const FOLLOW = {
  obligation: follow('obligation'),
  improvement: follow('improvement'),
  corrective: follow('corrective'),
} satisfies Record<FollowedKind, unknown>;
