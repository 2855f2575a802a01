import type { Context, Handler } from 'hono';
import type { AnyAct } from '../../../acts/act.js';
import { placeOf } from '../../../acts/place.js';
import { linkObjectives } from '../../../acts/plan/link-objectives.js';
import { ownObjective } from '../../../acts/plan/own-objective.js';
import { unlinkObjectives } from '../../../acts/plan/unlink-objectives.js';
import { type Shown, shown } from '../../../acts/show.js';
import type { ObjectiveLink, StrategicObjective } from '../../../domain/plan.js';
import { draftIn } from '../../../domain/plan-work.js';
import { objectiveWords as words } from '../../../words/objectives.js';
import { planningWords } from '../../../words/planning.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { cyclePath, OBJECTIVES_PATH, planPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableSection } from '../kit/table/table-section.js';
import { allows } from '../kit/viewer.js';
import { doneIn } from './overview.js';
import { type PlanPageData, planPageData } from './page-data.js';
import { PlanSubpage } from './plan-subpage.js';
import { takePlanAct } from './take-plan-act.js';

/** What is done on the page, each by a form of its own. */
export const OBJECTIVE_ACTS: readonly AnyAct[] = [ownObjective, linkObjectives, unlinkObjectives];

/** Strategic objectives, who answers for them, what brings what about. */
export const objectivesPage =
  (site: Site): Handler =>
  (c) =>
    show(site, c);

/** Takes one of the acts of the page. */
export const takeObjectiveAct = (site: Site, act: AnyAct): Handler =>
  takePlanAct(site, act, { page: OBJECTIVES_PATH, again: (c, refused) => show(site, c, refused) });

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await planPageData(site, c);
  if (data === undefined) return c.notFound();
  const { entity, exercise } = data.cycle;
  const forms = allows(c, 'steer') && draftIn(data.work) > 0 ? await formsOf(site, { entity, exercise }) : [];
  return answer(
    c,
    <ObjectivesPage {...{ data, forms, refused }} done={doneIn(c)} />,
    refused === undefined ? 200 : 422,
  );
}

async function formsOf(
  { deps }: Site,
  of: { readonly entity: string; readonly exercise: number },
): Promise<readonly Shown[]> {
  const subject = await linkObjectives.on.find(deps.register, { ...of, name: '' });
  if (subject === undefined) return [];
  const place = placeOf(deps, of.entity, subject);
  return Promise.all(OBJECTIVE_ACTS.map((act) => shown(act, place)));
}

interface ObjectivesPageProps {
  readonly data: PlanPageData;
  readonly forms: readonly Shown[];
  readonly refused: Refused | undefined;
  readonly done: string | undefined;
}

function ObjectivesPage({ data, forms, refused, done }: ObjectivesPageProps) {
  const { cycle, shown: plan } = data;
  const links = plan?.plan.links ?? [];
  const useful = forms.filter(({ act }) => act !== unlinkObjectives || links.length > 0);
  return (
    <PlanSubpage data={data} title={words.title} done={done}>
      <Summary refused={refused} />
      <p class="lead">{words.lead}</p>
      <p>
        <a href={cyclePath(cycle, '/mappa')}>{words.toMap}</a>
      </p>
      {plan === undefined ? <p>{planningWords.noPlan}</p> : <Objectives data={data} />}
      <section aria-labelledby="collegamenti">
        <h2 id="collegamenti">{words.links}</h2>
        {links.length === 0 ? <p>{words.linksNone}</p> : <LinksTable data={data} links={links} />}
      </section>
      {useful.map((form) => (
        <section class="ciclo-card" aria-labelledby={form.act.path}>
          <h2 id={form.act.path}>{form.act.words.title}</h2>
          {form.act.words.lead !== undefined && <p>{form.act.words.lead}</p>}
          <ActForm of={form} action={planPath(cycle, `${OBJECTIVES_PATH}/${form.act.path}`)} refused={refused} />
        </section>
      ))}
    </PlanSubpage>
  );
}

const objective = columnsOf<StrategicObjective>();
const link = columnsOf<ObjectiveLink>();

function Objectives({ data: { cycle, shown: plan, directory } }: { data: PlanPageData }) {
  const objectives = (plan?.plan.areas ?? []).flatMap((area) => area.objectives);
  const years = `${cycle.exercise}-${cycle.exercise + 2}`;
  return (
    <TableSection
      name="obiettivi"
      caption={words.objectives}
      columns={[
        objective.text(words.objective, ({ code, title }) => `${code} ${title}`),
        objective.text(words.years, () => years, { show: () => <span class="ciclo-unbroken">{years}</span> }),
        objective.text(
          words.owners,
          ({ owners = [] }) => owners.map((owner) => directory.title(owner)).join(', ') || words.nobody,
        ),
        objective.count(words.programmes, ({ programmes }) => programmes.length),
      ]}
      rows={objectives}
    />
  );
}

function LinksTable({ data, links }: { data: PlanPageData; links: readonly ObjectiveLink[] }) {
  const titles = new Map(
    (data.shown?.plan.areas ?? []).flatMap((area) => area.objectives.map(({ code, title }) => [code, title] as const)),
  );
  const named = (code: string): string => `${code} ${titles.get(code) ?? ''}`.trim();
  return (
    <DataTable
      name="collegamenti"
      caption={words.links}
      hideCaption
      columns={[
        link.text(words.cause, ({ from }) => named(from)),
        link.text(words.effect, ({ to }) => named(to)),
        link.text(words.reason, ({ reason }) => reason),
      ]}
      rows={links}
    />
  );
}
