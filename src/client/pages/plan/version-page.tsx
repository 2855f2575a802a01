import type { Handler } from 'hono';
import { restoreVersion as restore } from '../../../acts/plan/restore-version.js';
import { diffPlans, type PlanDiff } from '../../../domain/plan-diff.js';
import { toReadIn } from '../../../domain/to-read.js';
import { type VersionStory, versionStories } from '../../../register/plan-stories.js';
import { type PlanVersion, planVersion } from '../../../register/plans.js';
import { italianMoment } from '../../../words/format.js';
import { planChanges, planChangesInWords } from '../../../words/plan-changes.js';
import { planningWords } from '../../../words/planning.js';
import { readingWords } from '../../../words/readings.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { ChangeTable, officeTitleIn } from '../kit/parts/change-table.js';
import { READINGS_PATH } from '../kit/paths.js';
import type { Problem } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { HiddenFields } from './editor-form.js';
import { type Meanwhile, meanwhileOf, SavedMeanwhile } from './meanwhile.js';
import { doneIn } from './overview.js';
import { type PlanPageData, planPageData } from './page-data.js';
import { PlanSubpage } from './plan-subpage.js';
import { editorPageData, problemsOf, saying, takeOn } from './saving.js';

const words = planningWords.versions;

/** One version of the plan: who made it and why, and what it changed. */
export function planVersionPage(site: Site): Handler {
  return async (c) => {
    const data = await planPageData(site, c);
    if (data === undefined) return c.notFound();
    const content = await contentOf(site, data, Number(c.req.param('version')));
    if (content === undefined) return c.notFound();
    return answer(c, <VersionPage {...{ data, content }} done={doneIn(c)} />);
  };
}

/** Makes an earlier version the working draft again, as a new one. */
export function restoreVersion(site: Site): Handler {
  return async (c) => {
    const data = await editorPageData(site, c);
    if (data instanceof Response) return data;
    const content = await contentOf(site, data, Number(c.req.param('version')));
    if (content === undefined) return c.notFound();
    const fields = await fieldsOf(c);
    const said = saying({ from: String(content.version.version) });
    const taken = await takeOn(site, c, data, restore, fields, said);
    if (!taken.ok) {
      const problems = problemsOf(taken.error, () => 'contenuto');
      const meanwhile = await meanwhileOf(site, data, fields);
      return answer(c, <VersionPage {...{ data, content, fields, problems, meanwhile }} />, 422);
    }
    const { said: done, facts } = taken.value;
    return c.redirect(`${data.path(`/versioni/${facts.version}`)}?fatto=${encodeURIComponent(done)}`, 303);
  };
}

interface Content {
  readonly version: PlanVersion;
  readonly story: VersionStory | undefined;
  /** Absent for the first. */
  readonly since?: { readonly version: number; readonly diff: PlanDiff };
}

async function contentOf({ deps }: Site, data: PlanPageData, number: number): Promise<Content | undefined> {
  const { db } = deps.register;
  const { cycle, versions, seesIndividual } = data;
  if (!versions.some((v) => v.version === number)) return undefined;
  const before = versions.findLast((v) => v.version < number)?.version;
  const [version, previous, [story]] = await Promise.all([
    planVersion(db, cycle.entity, cycle.exercise, number),
    before === undefined ? undefined : planVersion(db, cycle.entity, cycle.exercise, before),
    versionStories(db, cycle.id, [{ version: number }]),
  ]);
  if (version === undefined) return undefined;
  const visible = ({ plan }: PlanVersion) => (seesIndividual ? plan : { ...plan, individual: [] });
  return {
    version,
    story,
    since:
      previous === undefined
        ? undefined
        : { version: previous.version, diff: diffPlans(visible(previous), visible(version)) },
  };
}

interface VersionPageProps {
  readonly data: PlanPageData;
  readonly content: Content;
  readonly problems?: readonly Problem[];
  readonly done?: string | undefined;
  readonly fields?: Fields;
  readonly meanwhile?: Meanwhile | undefined;
}

function VersionPage(props: VersionPageProps) {
  const { data, content, problems = [], done, fields, meanwhile } = props;
  const { version, story, since } = content;
  const { directory, edits, shown } = data;
  const unread = toReadIn(data.parts, data.cycle.exercise).length;
  const changes = since === undefined ? [] : planChanges(since.diff, officeTitleIn(directory));
  return (
    <PlanSubpage data={data} title={words.of(version.version)} problems={problems} done={done}>
      <SavedMeanwhile meanwhile={meanwhile} />
      <p class="lead">
        {story === undefined
          ? `${words.status_[version.status]}, ${words.fromFile}`
          : `${words.status_[version.status]}, ${directory.person(story.actor)}, ${italianMoment(story.at)}. ${words.why}: ${story.reason}`}
      </p>
      {data.confirms && shown?.version === version.version && unread > 0 && (
        <p>
          <a class="btn btn-primary" href={data.path(READINGS_PATH)}>
            {readingWords.goTo}
          </a>{' '}
          {readingWords.open(unread, undefined)}.
        </p>
      )}
      <section aria-labelledby="modifiche">
        <h2 id="modifiche">{since === undefined ? words.of(version.version) : words.changes(since.version)}</h2>
        {since === undefined ? (
          <p>{words.first}</p>
        ) : changes.length === 0 ? (
          <p>{words.same}</p>
        ) : (
          <>
            <p>
              <strong>{`${planChangesInWords(since.diff)}.`}</strong>
            </p>
            <ChangeTable changes={changes} caption={words.changes(since.version)} />
          </>
        )}
      </section>
      {edits && shown !== undefined && shown.version !== version.version && (
        <form method="post" class="ciclo-access ciclo-plan-form">
          <p>{words.restoreLead(version.version)}</p>
          <HiddenFields version={shown.version} {...{ fields, meanwhile }} />
          <button type="submit" class="btn btn-outline-primary">
            {words.restore}
          </button>
        </form>
      )}
    </PlanSubpage>
  );
}
