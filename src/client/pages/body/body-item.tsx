import type { Context, Handler } from 'hono';
import { FOLLOWED_PATH } from '../../../access/followed-path.js';
import { may } from '../../../access/roles.js';
import { FOLLOW } from '../../../acts/body/follow.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import type { FollowedKind } from '../../../domain/follow-up.js';
import { type FollowedRecord, type FollowUpRecord, followedItem, followUpsOf } from '../../../register/follow-up.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { type Refused, Summary } from '../kit/act-form.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { FollowedItem } from '../kit/parts/followed-item.js';
import { Saved } from '../kit/parts/saved.js';
import { bodyPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import type { Standing } from '../kit/viewer.js';

const words = bodyPageWords.followed;

/** One obligation or action with its history, and the form to say how it stands. */
export function bodyItem(site: Site, kind: FollowedKind): Handler {
  return (c) => show(site, c, kind);
}

/** Takes the form: records how it stands from now on, or says what to correct. */
export function followBodyItem(site: Site, kind: FollowedKind): Handler {
  return async (c) => {
    const [entity, item] = [c.req.param('entity') ?? '', await itemAsked(site, c, kind)];
    if (item === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, entity, { entity, kind, item }), sender: senderOf(c) };
    const next = () => bodyPath(entity, `${FOLLOWED_PATH[kind]}/${item.id}?registrato`);
    return await takeAct(site, c, FOLLOW[kind], at, next, (refused) => show(site, c, kind, refused));
  };
}

/** Who answers for it, in their own right or for somebody absent, and who runs the cycle. */
const mayFollow = (standing: Standing | undefined, item: FollowedRecord): boolean =>
  standing !== undefined &&
  (may(standing.roles, 'steer') || standing.capacities.some((capacity) => capacity.role === item.owner));

function itemAsked(site: Site, c: Context, kind: FollowedKind) {
  const [entity, group, number] = [c.req.param('entity'), c.req.param('group'), c.req.param('number')];
  return followedItem(site.deps.register.db, entity ?? '', kind, `${group}/${number}`);
}

async function show(site: Site, c: Context, kind: FollowedKind, refused?: Refused): Promise<Response> {
  const data = await bodyPageData(site, c);
  const item = await itemAsked(site, c, kind);
  if (data === undefined || item === undefined) return c.notFound();
  const { db } = site.deps.register;
  const [history, directory] = await Promise.all([
    followUpsOf(db, data.entity.id, kind, item.id),
    directoryOf(db, data.entity.id, data.frame.today),
  ]);
  const saved = c.req.query('registrato') !== undefined;
  const writes = item.current && mayFollow(c.get('standing'), item);
  const form = await shown(FOLLOW[kind], placeOf(site.deps, data.entity.id, { entity: data.entity.id, kind, item }));
  return answer(
    c,
    <ItemPage {...{ data, kind, item, history, directory, form, refused, saved, writes }} />,
    refused === undefined ? 200 : 422,
  );
}

interface ItemPageProps {
  readonly data: BodyPageData;
  readonly kind: FollowedKind;
  readonly item: FollowedRecord;
  readonly history: readonly FollowUpRecord[];
  readonly directory: Directory;
  readonly form: Shown;
  readonly refused: Refused | undefined;
  readonly saved: boolean;
  readonly writes: boolean;
}

function ItemPage(props: ItemPageProps) {
  const { data, kind, item, refused, saved } = props;
  const own = bodyPageWords[kind];
  return (
    <BodyPage data={data} view={FOLLOWED_PATH[kind]} title={item.text} under={{ title: own.title }}>
      <Saved text={saved ? words.saved : undefined} />
      <Summary refused={refused} title={words.errors} />
      <FollowedItem frame={data.frame} {...props} />
    </BodyPage>
  );
}
