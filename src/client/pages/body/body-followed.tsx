import type { Handler } from 'hono';
import { FOLLOWED_PATH } from '../../../access/followed-path.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import type { FollowedKind } from '../../../domain/follow-up.js';
import { ok } from '../../../domain/result.js';
import { slug } from '../../../domain/slug.js';
import { type FollowedRecord, followedOf } from '../../../register/follow-up.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { groupBy } from '../../../register/reading/group.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { followUpWords } from '../../../words/follow-up.js';
import { takeAwayWords } from '../../../words/take-away.js';
import { BodyPage, type BodyPageData, bodyPageData } from '../kit/body-frame.js';
import { type Filter, filteredIn } from '../kit/filter/filter.js';
import { FilteredBy } from '../kit/filter/filters.js';
import type { Frame } from '../kit/frame.js';
import { CHOICES, type FollowedChoice, isChosen, urgencyOf } from '../kit/model/followed-view.js';
import { Fold, FoldAll, foldedQuery } from '../kit/parts/folding.js';
import { FollowedDue, FollowedLast, FollowedOwner, FollowedTag } from '../kit/parts/followed.js';
import { actingName, partyText } from '../kit/parts/people.js';
import { bodyPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import type { Column } from '../kit/table/column.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';

const words = bodyPageWords.followed;

/** The obligations of publication, or the actions of a kind, as they stand. */
export function bodyFollowed(site: Site, kind: FollowedKind): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { db } = site.deps.register;
    const [items, directory] = await Promise.all([
      followedOf(db, data.entity.id, kind),
      directoryOf(db, data.entity.id, data.frame.today),
    ]);
    const asked = c.req.query(CHOICE);
    const choice = asked === undefined ? 'tutti' : CHOICES.find((one) => one === asked);
    if (choice === undefined) return c.notFound();
    const { narrowings, said } = filteredIn(c, [choiceFilter(data.frame.today)]);
    const own = bodyPageWords[kind];
    return answer(
      c,
      <BodyPage data={data} view={FOLLOWED_PATH[kind]} title={own.title} lead={own.lead}>
        {items.length === 0 ? (
          <p>{own.none}</p>
        ) : (
          <>
            <Choices data={data} kind={kind} items={items} choice={choice} />
            <FilteredBy said={said} />
            <Groups
              {...{ data, kind, directory, title: own.title, what: own.what }}
              items={items.filter((item) => narrowings.every((keeps) => keeps(item)))}
            />
          </>
        )}
      </BodyPage>,
    );
  };
}

interface ChoicesProps {
  readonly data: BodyPageData;
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

/** In the address: of which sort only are to be seen. */
const CHOICE = 'mostra';

type KeepsItem = (item: FollowedRecord) => boolean;

const choiceFilter = (today: CivilDate): Filter<KeepsItem> => ({
  name: CHOICE,
  label: words.state,
  asks: 'choice',
  all: TITLES.tutti,
  options: CHOICES.map((one) => [one, TITLES[one]]),
  narrows: (written) => {
    const choice = CHOICES.find((one) => one === written);
    return ok(choice === undefined || choice === 'tutti' ? undefined : (item) => isChosen(item, choice, today));
  },
});

/** How many there are of each sort; each is a way to see only those. */
function Choices({ data: { entity, frame }, kind, items, choice }: ChoicesProps) {
  return (
    <nav class="ciclo-chapters" aria-label={words.filter}>
      <ul>
        {CHOICES.map((one) => (
          <li>
            <a
              href={bodyPath(entity.id, `${FOLLOWED_PATH[kind]}${queryOf(one, frame)}`)}
              aria-current={one === choice ? 'true' : undefined}
            >
              {`${TITLES[one]} (${items.filter((item) => isChosen(item, one, frame.today)).length})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Sections that were closed stay closed under another choice. */
function queryOf(one: FollowedChoice, frame: Frame): string {
  const query = [...(one === 'tutti' ? [] : [`${CHOICE}=${one}`]), foldedQuery(frame)].filter((part) => part !== '');
  return query.length === 0 ? '' : `?${query.join('&')}`;
}

interface GroupsProps {
  readonly data: BodyPageData;
  readonly kind: FollowedKind;
  readonly items: readonly FollowedRecord[];
  readonly directory: Directory;
  readonly title: string;
  readonly what: string;
}

/** Name of what is followed as one table, whatever the headings it stands under. */
const FOLLOWED_TABLE: Readonly<Record<FollowedKind, string>> = {
  obligation: 'obblighi',
  improvement: 'azioni-di-miglioramento',
  corrective: 'azioni-correttive',
};

function Groups(props: GroupsProps) {
  const { data, kind, items, title } = props;
  if (items.length === 0) return <p>{words.nothing}</p>;
  const name = FOLLOWED_TABLE[kind];
  const columns = followedColumns(props);
  const groups = [...groupBy(items, (item) => item.heading)];
  return (
    <>
      {groups.length > 1 && <FoldAll frame={data.frame} />}
      {groups.map(([heading, members]) => (
        <Fold frame={data.frame} id={`gruppo-${slug(heading)}`} title={`${heading} (${members.length})`}>
          <DataTable
            name={name}
            caption={heading}
            hideCaption
            part={{ column: own.group, value: heading }}
            kind="followed"
            columns={columns}
            rows={members}
            markOf={(item) => (urgencyOf(item, data.frame.today).lateDays > 0 ? 'row-late' : undefined)}
          />
        </Fold>
      ))}
      <TableAway name={name} caption={title} />
    </>
  );
}

const { columns: own } = takeAwayWords;
const { text, status, day } = columnsOf<FollowedRecord>();

function followedColumns({
  data: { entity, frame },
  kind,
  directory,
  what,
}: GroupsProps): readonly Column<FollowedRecord>[] {
  return [
    text(what, (item) => item.text, {
      show: (item) => (
        <span class="ciclo-step-name">
          <a href={bodyPath(entity.id, `${FOLLOWED_PATH[kind]}/${item.id}`)}>{item.text}</a>
          {item.norm !== null && <small>{item.norm}</small>}
        </span>
      ),
    }),
    text(own.norm, ({ norm }) => norm ?? undefined, { only: 'file' }),
    status(words.state, ({ state }) => (state === undefined ? followUpWords.unknown : followUpWords.state[state]), {
      show: ({ state }) => <FollowedTag assets={frame.assets} state={state} />,
    }),
    text(words.owner, ({ owner }) => (owner === null ? undefined : partyText(directory.party(owner))), {
      show: (item) => <FollowedOwner item={item} directory={directory} />,
    }),
    day(words.due, ({ dueOn }) => dueOn ?? undefined, {
      show: (item) => <FollowedDue item={item} today={frame.today} />,
    }),
    text(kind === 'obligation' ? words.last : words.outcome, ({ last, stated }) => last?.note ?? stated, {
      show: (item) => <FollowedLast item={item} directory={directory} />,
    }),
    day(own.on, ({ last, statedOn }) => (last === undefined ? (statedOn ?? undefined) : romeDate(last.at)), {
      only: 'file',
    }),
    text(own.by, ({ last }) => (last === undefined ? undefined : nameOf(last, directory)), { only: 'file' }),
  ];
}

const nameOf = ({ actor, actingFor }: NonNullable<FollowedRecord['last']>, directory: Directory): string =>
  actingName({
    name: directory.person(actor),
    actingFor: actingFor === null ? undefined : directory.person(actingFor),
  });
