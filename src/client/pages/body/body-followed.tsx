import type { Handler } from 'hono';
import { FOLLOWED_PATH } from '../../../access/followed-path.js';
import type { FollowedKind } from '../../../domain/follow-up.js';
import { type FollowedRecord, followedOf } from '../../../register/follow-up.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { groupBy } from '../../../register/reading/group.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { BodyPage, type BodyScene, bodyScene } from '../kit/body-frame.js';
import { CHOICES, type FollowedChoice, isChosen, urgencyOf } from '../kit/model/followed-view.js';
import { FollowedDue, FollowedLast, FollowedOwner, FollowedTag } from '../kit/parts/followed.js';
import { StackTable } from '../kit/parts/stack-table.js';
import { bodyPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';

const words = bodyPageWords.followed;

/** The obligations of publication, or the actions of a kind, as they stand. */
export function bodyFollowed(site: Site, kind: FollowedKind): Handler {
  return async (c) => {
    const scene = await bodyScene(site, c);
    if (scene === undefined) return c.notFound();
    const { db } = site.deps.register;
    const [items, directory] = await Promise.all([
      followedOf(db, scene.entity.id, kind),
      directoryOf(db, scene.entity.id, scene.frame.today),
    ]);
    const asked = c.req.query('mostra');
    const choice = asked === undefined ? 'tutti' : CHOICES.find((one) => one === asked);
    if (choice === undefined) return c.notFound();
    const own = bodyPageWords[kind];
    return answer(
      c,
      <BodyPage scene={scene} view={FOLLOWED_PATH[kind]} title={own.title} lead={own.lead}>
        {items.length === 0 ? (
          <p>{own.none}</p>
        ) : (
          <>
            <Choices scene={scene} kind={kind} items={items} choice={choice} />
            <Groups
              {...{ scene, kind, directory, what: own.what }}
              items={items.filter((item) => isChosen(item, choice, scene.frame.today))}
            />
          </>
        )}
      </BodyPage>,
    );
  };
}

interface ChoicesProps {
  readonly scene: BodyScene;
  readonly kind: FollowedKind;
  readonly items: readonly FollowedRecord[];
  readonly choice: FollowedChoice;
}

const TITLES: Readonly<Record<FollowedChoice, string>> = {
  tutti: words.all,
  ritardo: words.overdue,
  scadenza: words.upcoming,
  'da-completare': words.toMend,
};

/** How many there are of each sort; each is a way to see only those. */
function Choices({ scene: { entity, frame }, kind, items, choice }: ChoicesProps) {
  return (
    <nav class="ciclo-chapters" aria-label={words.filter}>
      <ul>
        {CHOICES.map((one) => (
          <li>
            <a
              href={bodyPath(entity.id, `${FOLLOWED_PATH[kind]}${one === 'tutti' ? '' : `?mostra=${one}`}`)}
              {...(one === choice ? { 'aria-current': 'true' } : {})}
            >
              {`${TITLES[one]} (${items.filter((item) => isChosen(item, one, frame.today)).length})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface GroupsProps {
  readonly scene: BodyScene;
  readonly kind: FollowedKind;
  readonly items: readonly FollowedRecord[];
  readonly directory: Directory;
  readonly what: string;
}

function Groups({ scene: { entity, frame }, kind, items, directory, what }: GroupsProps) {
  if (items.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      {[...groupBy(items, (item) => item.heading)].map(([heading, members]) => (
        <StackTable
          caption={heading}
          kind="followed"
          columns={[
            { title: what },
            { title: words.state },
            { title: words.owner },
            { title: words.due },
            { title: kind === 'obligation' ? words.last : words.outcome },
          ]}
          rows={members.map((item) => ({
            ...(urgencyOf(item, frame.today).lateDays > 0 ? { mark: 'row-late' } : {}),
            head: (
              <span class="ciclo-step-name">
                <a href={bodyPath(entity.id, `${FOLLOWED_PATH[kind]}/${item.id}`)}>{item.text}</a>
                {item.norm !== null && <small>{item.norm}</small>}
              </span>
            ),
            cells: [
              <FollowedTag assets={frame.assets} state={item.state} />,
              <FollowedOwner item={item} directory={directory} />,
              <FollowedDue item={item} today={frame.today} />,
              <FollowedLast item={item} directory={directory} />,
            ],
          }))}
        />
      ))}
    </>
  );
}
