import type { Context, Handler, Hono } from 'hono';
import { FOLLOWED_PATH, INVITED_LIST, invitedItem } from '../../../access/followed-path.js';
import { DUTY_PATH } from '../../../access/invitations.js';
import { FOLLOW } from '../../../acts/body/follow.js';
import { placeOf } from '../../../acts/place.js';
import { shown } from '../../../acts/show.js';
import { FOLLOWED_KINDS, type FollowedKind, isDone } from '../../../domain/follow-up.js';
import { entityOf } from '../../../register/entities.js';
import { type FollowedRecord, followUpsOf } from '../../../register/follow-up.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { followUpWords } from '../../../words/follow-up.js';
import { type Refused, Summary } from '../kit/act-form.js';
import { uploadLimit } from '../kit/body-limits.js';
import { frameOf } from '../kit/frame.js';
import { FollowedDue, FollowedTag } from '../kit/parts/followed.js';
import { FollowedItem } from '../kit/parts/followed-item.js';
import { Saved } from '../kit/parts/saved.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { takeAct } from '../kit/take-act.js';
import { invitedFollower } from './invited-follower.js';
import { DutyLayout } from './layout.js';
import { noDuty } from './no-duty.js';

const words = bodyPageWords.invited;
const { text, status, day } = columnsOf<FollowedRecord>();

/** Serves what who answers for obligations and actions is led to by the weekly list, without signing in. */
export function mountInvitedFollowed(app: Hono, site: Site): void {
  const open = invitedFollower(site, (c, why) => noDuty(site, c, why));
  const prefix = `${DUTY_PATH}/:token`;
  app.get(`${prefix}${INVITED_LIST}`, open, (c) => list(site, c));
  for (const kind of FOLLOWED_KINDS) {
    const address = `${prefix}${FOLLOWED_PATH[kind]}/:group/:number`;
    app.get(address, open, (c) => item(site, c, kind));
    app.post(address, open, uploadLimit(site), follow(site, kind));
  }
}

const here = (c: Context): string => `${DUTY_PATH}/${c.req.param('token') ?? ''}`;

const itemAsked = (c: Context, kind: FollowedKind): FollowedRecord | undefined =>
  c
    .get('follower')
    .items.find((one) => one.kind === kind && one.id === `${c.req.param('group')}/${c.req.param('number')}`);

async function layoutOf({ deps, assets }: Site, c: Context) {
  const { cycle, entity, person } = c.get('follower');
  const frame = await frameOf(deps, assets, c, cycle);
  const name = (await entityOf(deps.register.db, entity))?.name ?? entity;
  return {
    frame,
    entity: name,
    duty: { person, by: 'invitation' as const },
    simulated: frame.cycle?.simulated ?? false,
  };
}

/** What the person answers for and is due, the nearest first. */
async function list(site: Site, c: Context): Promise<Response> {
  const layout = await layoutOf(site, c);
  const due = c
    .get('follower')
    .items.filter((one) => one.dueOn !== null && !isDone(one))
    .toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1));
  return await answer(
    c,
    <DutyLayout {...layout} title={words.title}>
      <Saved text={c.req.query('registrato') === undefined ? undefined : bodyPageWords.followed.saved} />
      <div class="ciclo-title ciclo-duty-title">
        <h1>{words.title}</h1>
      </div>
      <p class="lead">{words.lead}</p>
      <DataTable
        name="voci"
        caption={words.title}
        hideCaption
        columns={[
          text(words.what, (one) => one.text, {
            show: (one) => <a href={`${here(c)}${invitedItem(one.kind, one.id)}`}>{one.text}</a>,
          }),
          text(words.kind, ({ kind }) => followUpWords.kind[kind]),
          status(
            bodyPageWords.followed.state,
            ({ state }) => (state === undefined ? followUpWords.unknown : followUpWords.state[state]),
            { show: ({ state }) => <FollowedTag assets={site.assets} state={state} /> },
          ),
          day(bodyPageWords.followed.due, ({ dueOn }) => dueOn ?? undefined, {
            show: (one) => <FollowedDue item={one} today={layout.frame.today} />,
          }),
        ]}
        rows={due}
        empty={<p>{words.none}</p>}
      />
    </DutyLayout>,
  );
}

async function item(site: Site, c: Context, kind: FollowedKind, refused?: Refused): Promise<Response> {
  const asked = itemAsked(c, kind);
  if (asked === undefined) return c.notFound();
  const { db } = site.deps.register;
  const { entity } = c.get('follower');
  const layout = await layoutOf(site, c);
  const [history, directory, form] = await Promise.all([
    followUpsOf(db, entity, kind, asked.id),
    directoryOf(db, entity, layout.frame.today),
    shown(FOLLOW[kind], placeOf(site.deps, entity, { entity, kind, item: { ...asked, current: true } })),
  ]);
  return await answer(
    c,
    <DutyLayout {...layout} title={asked.text} failed={refused !== undefined}>
      <Summary refused={refused} title={bodyPageWords.followed.errors} />
      <div class="ciclo-title ciclo-duty-title">
        <p class="ciclo-overline">{bodyPageWords[kind].title}</p>
        <h1 class="ciclo-long-title">{asked.text}</h1>
      </div>
      <FollowedItem frame={layout.frame} item={asked} writes {...{ history, directory, form, refused }} />
      <p>
        <a href={`${here(c)}${INVITED_LIST}`}>{words.back}</a>
      </p>
    </DutyLayout>,
    refused === undefined ? 200 : 422,
  );
}

/** Takes the form of one item, and goes back to what is left. */
function follow(site: Site, kind: FollowedKind): Handler {
  return async (c) => {
    const asked = itemAsked(c, kind);
    if (asked === undefined) return c.notFound();
    const { entity, person } = c.get('follower');
    const at = {
      place: placeOf(site.deps, entity, { entity, kind, item: { ...asked, current: true } }),
      sender: { person: person.id },
    };
    const next = () => `${here(c)}${INVITED_LIST}?registrato`;
    return await takeAct(site, c, FOLLOW[kind], at, next, (refused) => item(site, c, kind, refused));
  };
}
