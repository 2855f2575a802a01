import type { Context, Handler } from 'hono';
import type { AnyAct } from '../../../acts/act.js';
import { placeOf } from '../../../acts/place.js';
import { amend } from '../../../acts/plan/amend.js';
import { discard } from '../../../acts/plan/discard.js';
import { propose } from '../../../acts/plan/propose.js';
import { withdrawProposal } from '../../../acts/plan/withdraw-proposal.js';
import { type Shown, shown as shownForm } from '../../../acts/show.js';
import { planAsRead } from '../../../register/confirmed-readings.js';
import { type VersionStory, versionStories } from '../../../register/plan-stories.js';
import { currentData } from '../../../register/reading/measured-so-far.js';
import { amendmentWords as words } from '../../../words/amendment.js';
import { italianDay, italianMoment } from '../../../words/format.js';
import { planningWords } from '../../../words/planning.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { still } from '../kit/frame.js';
import { officeTitleIn } from '../kit/parts/change-table.js';
import { planPath, stepPath } from '../kit/paths.js';
import { PlanningPage } from '../kit/plan-frame.js';
import { answer, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { type Differences, differencesOf } from './differences.js';
import { DifferencesSection } from './differences-section.js';
import { Commands, doneIn, figuresOf, OnTheWhole, Parts } from './overview.js';
import { type PlanPageData, planPageData } from './page-data.js';
import { Versions } from './versions-table.js';

/** What is done to an amendment as a whole; each is posted to its own address below. */
export const AMENDMENT_ACTS: readonly AnyAct[] = [amend, propose, withdrawProposal, discard];

/** The amendment of a plan in force: where it stands, its draft with the ways to edit it, what it changes, how it is proposed. */
export function amendmentPage(site: Site): Handler {
  return (c) => show(site, c);
}

/** Begins, proposes or gives up an amendment; or shows what to correct. */
export function actOnAmendment(site: Site, act: AnyAct): Handler {
  return async (c) => {
    const data = await planPageData(site, c);
    if (data?.amendment === undefined) return c.notFound();
    const place = placeOf(site.deps, data.cycle.entity, data.amendment);
    const next = ({ said }: { readonly said: string }) => `${data.path()}?fatto=${encodeURIComponent(said)}`;
    return takeAct(site, c, act, { place, sender: senderOf(c) }, next, (refused) => show(site, c, refused));
  };
}

interface Content {
  readonly data: PlanPageData;
  readonly stories: readonly VersionStory[];
  readonly differences: Differences | undefined;
  /** What who looks may do now. */
  readonly forms: readonly Shown[];
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await planPageData(site, c);
  if (data?.amendment === undefined) return c.notFound();
  const { register } = site.deps;
  const { cycle, versions, amendment, mayAmend } = data;
  const place = placeOf(site.deps, cycle.entity, amendment);
  const [stories, differences, forms] = await Promise.all([
    versionStories(register.db, cycle.id, versions),
    differencesIn(site, data),
    mayAmend ? Promise.all(AMENDMENT_ACTS.map((act) => shownForm(act, place))) : [],
  ]);
  const offered = forms.filter(({ notNow }) => notNow === undefined);
  const content = { data, stories, differences, forms: offered };
  return answer(c, <AmendmentPage {...{ content, refused }} done={doneIn(c)} />, refused === undefined ? 200 : 422);
}

/** Individual objectives count only for who may see them. */
async function differencesIn({ deps }: Site, data: PlanPageData): Promise<Differences | undefined> {
  const { work, shown, seesIndividual, amendment } = data;
  if (amendment === undefined || shown === undefined || (work.kind !== 'amending' && work.kind !== 'proposed'))
    return undefined;
  const { db } = deps.register;
  const [inForce, measured] = await Promise.all([
    planAsRead(db, amendment.ref, work.inForce),
    currentData(db, amendment.ref),
  ]);
  const visible = (plan: typeof inForce) => (seesIndividual ? plan : { ...plan, individual: [] });
  return differencesOf(visible(inForce), visible(shown.plan), measured, officeTitleIn(data.directory));
}

interface AmendmentPageProps {
  readonly content: Content;
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

function AmendmentPage({ content, refused, done }: AmendmentPageProps) {
  const { data, stories, differences, forms } = content;
  const { frame, cycle, work, shown } = data;
  const [begins, ends] = [forms.filter(({ act }) => act === amend), forms.filter(({ act }) => act !== amend)];
  return (
    <PlanningPage
      frame={forms.length === 0 ? frame : still(frame)}
      cycle={cycle}
      view="plan"
      title={words.title}
      under={[{ title: planningWords.title(cycle.exercise), href: planPath(cycle) }]}
      done={done}
    >
      <Summary refused={refused} />
      <Stands data={data} stories={stories} />
      {begins.map((form) => (
        <ActForm of={form} action={data.path(`/${amend.path}`)} refused={refused} />
      ))}
      {shown !== undefined && (
        <>
          <Commands data={data} />
          <Parts data={data} />
          {differences !== undefined && work.kind !== 'first' && (
            <DifferencesSection inForce={work.inForce} differences={differences} />
          )}
        </>
      )}
      <div class="ciclo-columns">
        {ends.map((form) => (
          <section class="ciclo-card" aria-labelledby={form.act.path}>
            <h2 id={form.act.path}>{form.act.words.title}</h2>
            {form.act.words.lead !== undefined && <p>{form.act.words.lead}</p>}
            <ActForm of={form} action={data.path(`/${form.act.path}`)} refused={refused} />
          </section>
        ))}
      </div>
      {shown !== undefined && (
        <>
          <OnTheWhole data={data} />
          <Versions data={data} stories={stories} />
        </>
      )}
    </PlanningPage>
  );
}

/** Where the amendment stands: what is in force, the draft and who works on it, what is before the board. */
function Stands({ data, stories }: Pick<Content, 'data' | 'stories'>) {
  const { work, versions, amendment, cycle, directory, mayAmend } = data;
  if (amendment === undefined) return null;
  const from = versions.findLast((v) => v.status === 'in-force')?.inForceFrom;
  const { step } = amendment;
  const open = step.status === 'open' || step.status === 'late';
  return (
    <>
      <p class="lead">{words.lead}</p>
      {work.kind === 'first' && <p>{words.none}</p>}
      {work.kind === 'in-force' && from != null && <p>{words.inForce(work.inForce, italianDay(from))}</p>}
      {work.kind === 'amending' && (
        <p>
          {words.draft(work.draft, work.inForce)} {workersIn(data, stories)} {figuresOf(data)}
        </p>
      )}
      {work.kind === 'proposed' && (
        <p>
          {words.before(work.proposed)} <a href={stepPath(cycle, step.id)}>{step.planned.title}</a>
        </p>
      )}
      {work.kind !== 'first' && !open && <p>{words.over}</p>}
      {work.kind === 'amending' && !mayAmend && (
        <p>{words.readOnly(step.planned.owners.map((role) => directory.title(role)).join(', '))}</p>
      )}
    </>
  );
}

/** Who has worked on the draft since it was begun, and when last: two people are told of each other. */
function workersIn({ versions, directory }: PlanPageData, stories: readonly VersionStory[]): string {
  const begun = versions.findLastIndex((v) => v.status !== 'draft') + 1;
  const own = new Set(versions.slice(begun).map((v) => v.version));
  const told = stories.filter((story) => own.has(story.version)).sort((a, b) => a.version - b.version);
  const last = told.at(-1);
  const names = [...new Set(told.map((story) => directory.person(story.actor)))];
  return last === undefined ? '' : words.workedOnBy(names, italianMoment(last.at));
}
