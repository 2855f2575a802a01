import type { Context, Handler } from 'hono';
import type { Child } from 'hono/jsx';
import { wordsIn } from '../../../domain/plain-text.js';
import { type Found, foundIn } from '../../../register/reading/search.js';
import { searchWords as words } from '../../../words/search.js';
import { bodyPageData } from '../kit/body-frame.js';
import { type Frame, still } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { bodyPath, SEARCH_PATH } from '../kit/paths.js';
import { SEARCH_FIELD } from '../kit/search-box.js';
import { answer, type Site } from '../kit/site.js';
import { allows } from '../kit/viewer.js';
import { FoundDocumentItem, FoundIndicatorItem, FoundLineItem, FoundPersonItem, FoundStepItem } from './found-items.js';
import { type FoundLine, foundLines } from './found-lines.js';

/** How many of each kind are shown: who has more writes another word. */
const SHOWN = 20;
/** A shorter text is in nearly everything. */
const SHORTEST = 2;

/**
 * What of a body has the words somebody looks for: its people, indicators, steps and documents, and the log where they may read it.
 * Objectives of single persons are found only by who may see everybody's.
 */
export function search(site: Site): Handler {
  return async (c) => {
    const data = await bodyPageData(site, c);
    if (data === undefined) return c.notFound();
    const { frame, entity } = data;
    const asked = (c.req.query(SEARCH_FIELD) ?? '').trim().slice(0, 200);
    const looked = wordsIn(asked);
    if (looked.join('').length < SHORTEST) {
      return answer(c, <SearchPage frame={still(frame)} entity={entity.id} asked={asked} groups={[]} />);
    }
    const individual = allows(c, 'read-individual');
    const looking = { entity: entity.id, words: looked, today: frame.today, individual, limit: SHOWN };
    const { db } = site.deps.register;
    const [found, lines] = await Promise.all([
      foundIn(db, looking),
      allows(c, 'export-log') ? foundLines(db, frame, looking) : [],
    ]);
    const groups = groupsOf(c, frame, entity.id, found, lines);
    return answer(c, <SearchPage frame={still(frame)} entity={entity.id} asked={asked} groups={groups} />);
  };
}

interface Group {
  readonly id: string;
  readonly title: string;
  /** No more than are shown. */
  readonly items: readonly Child[];
  readonly more: boolean;
}

function groupsOf(
  c: Context,
  frame: Frame,
  entity: string,
  found: Found,
  lines: readonly FoundLine[],
): readonly Group[] {
  const latest = frame.cycles.find((cycle) => cycle.entity === entity);
  const readsLog = allows(c, 'export-log');
  const of = { entity, assets: frame.assets };
  return [
    group('persone', words.groups.people, found.people, (person) => (
      <FoundPersonItem {...{ person, latest, readsLog }} />
    )),
    group('indicatori', words.groups.indicators, found.indicators, (indicator) => (
      <FoundIndicatorItem {...of} indicator={indicator} />
    )),
    group('attivita', words.groups.steps, found.steps, (step) => <FoundStepItem {...of} step={step} />),
    group('documenti', words.groups.documents, found.documents, (document) => (
      <FoundDocumentItem document={document} />
    )),
    group('registro', words.groups.log, lines, (line) => <FoundLineItem line={line} />),
  ].filter(({ items }) => items.length > 0);
}

const group = <T,>(id: string, title: string, all: readonly T[], item: (one: T) => Child): Group => ({
  id,
  title,
  items: all.slice(0, SHOWN).map(item),
  more: all.length > SHOWN,
});

interface SearchPageProps {
  readonly frame: Frame;
  readonly entity: string;
  readonly asked: string;
  readonly groups: readonly Group[];
}

function SearchPage({ frame, entity, asked, groups }: SearchPageProps) {
  const short = wordsIn(asked).join('').length < SHORTEST;
  const title = short ? words.title : words.titleOf(asked);
  return (
    <Layout frame={frame} title={title}>
      <div class="ciclo-title">
        <h1 class="ciclo-long-title">{title}</h1>
      </div>
      <form class="ciclo-filters" method="get" action={bodyPath(entity, SEARCH_PATH)}>
        <div class="ciclo-filter">
          <label for="parole">{words.field}</label>
          <input id="parole" name={SEARCH_FIELD} type="search" value={asked} maxlength={200} aria-describedby="come" />
        </div>
        <button type="submit" class="btn btn-outline-primary">
          {words.submit}
        </button>
      </form>
      <p id="come">{words.hint}</p>
      {short && asked !== '' && <p>{words.tooShort}</p>}
      {!short && groups.length === 0 && <p>{words.none(asked)}</p>}
      {groups.length > 1 && (
        <nav class="ciclo-chapters" aria-label={words.index}>
          <ul>
            {groups.map(({ id, title: name, items, more }) => (
              <li>
                <a href={`#${id}`}>{words.inGroup(name, items.length, more)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groups.map(({ id, title: name, items, more }) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{name}</h2>
          {more && <p>{words.some(items.length)}</p>}
          <ul class="ciclo-found">{items}</ul>
        </section>
      ))}
    </Layout>
  );
}
