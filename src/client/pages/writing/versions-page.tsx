import type { Handler } from 'hono';
import { cycleKey } from '../../../domain/cycle-id.js';
import { earlierText, type SectionVersion, versionsOf } from '../../../register/drafting-versions.js';
import { writingWords } from '../../../words/writing.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { Differences } from './differences.js';
import { SectionLayout } from './layout.js';
import { type SectionPageData, sectionPageData } from './page-data.js';
import { writerName } from './parts.js';
import { refOf } from './section-page.js';

const words = writingWords.versions;
const { count, text, instant, act } = columnsOf<SectionVersion>();

/** Every text a section had, and what changes from one to another. */
export function versionsPage(site: Site): Handler {
  return async (c) => {
    const data = await sectionPageData(site, c);
    if (data === undefined) return c.notFound();
    const versions = await versionsOf(site.deps.register.db, refOf(data));
    const chosen = (name: string): SectionVersion | undefined =>
      versions.find(({ revision }) => String(revision) === c.req.query(name));
    // The last one against the one before it: what one comes for.
    const [after, before] = [chosen('a') ?? versions[0], chosen('da') ?? versions[1]];
    return answer(c, <VersionsPage {...{ data, versions, before, after }} />);
  };
}

interface VersionsPageProps {
  readonly data: SectionPageData;
  readonly versions: readonly SectionVersion[];
  readonly before: SectionVersion | undefined;
  readonly after: SectionVersion | undefined;
}

function VersionsPage({ data, versions, before, after }: VersionsPageProps) {
  return (
    <SectionLayout data={data} view="versions">
      <h2>{words.title}</h2>
      {versions.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <DataTable
            name="versioni"
            caption={words.title}
            hideCaption
            columns={[
              count(words.revision, ({ revision }) => revision, { figures: false }),
              text(words.who, ({ writtenBy, actingFor }) => writerName(writtenBy, actingFor, data.directory)),
              instant(words.when, ({ writtenAt }) => writtenAt),
              count(words.letters, (version) => version.text.length),
              ...(data.writes
                ? [
                    act(words.own, ({ revision }) => (
                      <a href={`${data.at()}?riprendi=${revision}`}>{words.restore(revision)}</a>
                    )),
                  ]
                : []),
            ]}
            rows={versions}
          />
          {versions.length > 1 && <Choice {...{ data, versions, before, after }} />}
          {before !== undefined && after !== undefined && (
            <section aria-labelledby="differenze">
              <h2 id="differenze">{words.differences(before.revision, after.revision)}</h2>
              <Differences before={before.text} after={after.text} />
            </section>
          )}
        </>
      )}
    </SectionLayout>
  );
}

function Choice({ data, versions, before, after }: VersionsPageProps) {
  const field = (name: string, label: string, chosen: SectionVersion | undefined) => (
    <div class="ciclo-form-field">
      <label for={`versione-${name}`}>{label}</label>
      <select id={`versione-${name}`} name={name}>
        {versions.map(({ revision }) => (
          <option value={String(revision)} selected={revision === chosen?.revision}>
            {String(revision)}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form class="ciclo-compare" method="get" action={data.at('/versioni')}>
      {field('da', words.from, before)}
      {field('a', words.to, after)}
      <button type="submit" class="btn btn-outline-primary">
        {words.compare}
      </button>
    </form>
  );
}

/** Last year's text of the same section, and what changes in today's. */
export function earlierPage(site: Site): Handler {
  return async (c) => {
    const data = await sectionPageData(site, c);
    if (data === undefined) return c.notFound();
    const { outline } = data.section;
    const ids = [outline.id, ...(outline.formerly ?? [])];
    const earlier = await earlierText(site.deps.register.db, refOf(data), ids);
    return answer(
      c,
      <SectionLayout data={data} view="earlier">
        <h2>{writingWords.earlier.title}</h2>
        {earlier === undefined ? (
          <p>{writingWords.earlier.none}</p>
        ) : (
          <>
            <p>{writingWords.earlier.lead(cycleKey(earlier.cycle).exercise)}</p>
            {data.writes && (
              <p>
                <a class="btn btn-outline-primary" href={`${data.at()}?riprendi=anno-prima`}>
                  {writingWords.earlier.start}
                </a>
              </p>
            )}
            <h2>{writingWords.earlier.differences}</h2>
            <Differences before={earlier.text} after={data.section.text} />
            <h2>{writingWords.earlier.text}</h2>
            <pre class="ciclo-diff">{earlier.text}</pre>
          </>
        )}
      </SectionLayout>,
    );
  };
}
