import type { Context, Handler } from 'hono';
import { withTarget } from '../../../domain/amend-plan.js';
import type { Indicator, Plan } from '../../../domain/plan.js';
import { planningWords } from '../../../words/planning.js';
import { type Fields, fieldsOf } from '../../access/fields.js';
import type { Problem } from '../../access/refusals.js';
import { answer, type Site } from '../site.js';
import { confirmed, outcomeOf, withIndicator } from './edits.js';
import { anchorOf, type OutlineList, type PlanPart } from './outline.js';
import { doneIn, partTitle, unreadIn } from './overview.js';
import { listTitle } from './part-page.js';
import { PlanningPage, planCrumb } from './plan-frame.js';
import { chosenReading, LEAVE, REWRITE, ReadingChoice } from './readings.js';
import { editingScene, save, versionIn } from './saving.js';
import { type PlanningScene, planPath } from './scene.js';

const words = planningWords.readings;

interface Subject {
  readonly scene: PlanningScene;
  readonly plan: Plan;
  readonly version: number;
  readonly part: PlanPart;
}

/** The targets of a part that nobody has said how to read, each with its readings. */
export function readTargets(site: Site): Handler {
  return async (c) => {
    const subject = await subjectIn(site, c);
    return subject instanceof Response ? subject : answer(c, <ReadingsPage subject={subject} done={doneIn(c)} />);
  };
}

/** Records the readings chosen and the texts written anew, as one draft. */
export function saveReadings(site: Site): Handler {
  return async (c) => {
    const subject = await subjectIn(site, c);
    if (subject instanceof Response) return subject;
    const { scene, part } = subject;
    const fields = await fieldsOf(c);
    const by = c.get('standing')?.person.id ?? '';
    const { plan, problems, rewritten } = withReadings(subject, fields, by);
    const refuse = (found: readonly Problem[]) =>
      answer(c, <ReadingsPage {...{ subject, fields }} problems={found} />, 422);
    if (problems.length > 0) return refuse(problems);
    if (plan === subject.plan) return refuse([{ field: 'letture', text: words.noChoice }]);
    const action = rewritten ? 'plan-drafted' : 'targets-confirmed';
    const saved = await save(site, c, scene, { plan, from: versionIn(fields), action, reason: words.reason });
    if (!saved.ok) return refuse(saved.error);
    const done = encodeURIComponent(planningWords.form.saved(saved.value));
    return c.redirect(`${planPath(scene.cycle, `/letture/${part.id}`)}?fatto=${done}`, 303);
  };
}

async function subjectIn(site: Site, c: Context): Promise<Subject | Response> {
  const scene = await editingScene(site, c);
  if (scene instanceof Response) return scene;
  const { shown, parts, cycle } = scene;
  const part = parts.find((one) => one.id === c.req.param('part'));
  if (shown === undefined || part === undefined) return (await c.notFound()) as Response;
  if (!scene.edits) return c.redirect(planPath(cycle), 303);
  return { scene, plan: shown.plan, version: shown.version, part };
}

interface Unread {
  readonly list: OutlineList;
  readonly indicator: Indicator;
  readonly text: string;
  /** Name of its fields. */
  readonly name: string;
}

const unreadOf = (part: PlanPart, year: number): readonly Unread[] =>
  part.lists.flatMap((list) =>
    list.indicators.flatMap((indicator): readonly Unread[] => {
      const target = indicator.targets.find((t) => t.year === year);
      if (target === undefined || target.text === '' || target.confirmed !== undefined) return [];
      return [{ list, indicator, text: target.text, name: `l-${anchorOf(list.id, indicator.code)}` }];
    }),
  );

function withReadings({ scene, plan, part }: Subject, fields: Fields, by: string) {
  const year = scene.cycle.exercise;
  const problems: Problem[] = [];
  let changed = plan;
  let rewritten = false;
  for (const { list, indicator, text, name } of unreadOf(part, year)) {
    const answered = fields.text(name);
    if (answered === '' || answered === LEAVE) continue;
    if (answered === REWRITE) {
      const fresh = fields.text(`${name}-testo`).trim();
      if (fresh === '' || fresh === text) {
        problems.push({ field: `${name}-testo`, text: words.noText(indicator.code) });
        continue;
      }
      rewritten = true;
      changed = withIndicator(changed, list.id, indicator.code, withTarget(indicator, year, fresh));
      continue;
    }
    const reading = chosenReading(outcomeOf(indicator, year), answered);
    if (reading === undefined) problems.push({ field: name, text: words.staleChoice(indicator.code) });
    else changed = withIndicator(changed, list.id, indicator.code, confirmed(indicator, year, reading.reading, by));
  }
  return { plan: changed, problems, rewritten };
}

interface ReadingsPageProps {
  readonly subject: Subject;
  readonly fields?: Fields;
  readonly problems?: readonly Problem[];
  readonly done?: string | undefined;
}

function ReadingsPage({ subject: { scene, version, part }, fields, problems = [], done }: ReadingsPageProps) {
  const { frame, cycle, parts } = scene;
  const year = cycle.exercise;
  const unread = unreadOf(part, year);
  const others = parts.filter((one) => one.id !== part.id && unreadIn(one, year) > 0);
  return (
    <PlanningPage
      frame={frame}
      cycle={cycle}
      view="plan"
      overline={partTitle(part)}
      title={words.title}
      under={[planCrumb(cycle), { title: partTitle(part), href: planPath(cycle, `/parti/${part.id}`) }]}
      problems={problems}
      done={done}
    >
      {unread.length === 0 ? (
        <p class="lead">{words.allRead}</p>
      ) : (
        <form class="ciclo-readings" id="letture" method="post" novalidate>
          <p class="lead">{words.lead}</p>
          <input type="hidden" name="versione" value={fields?.text('versione') ?? String(version)} />
          {unread.map((one, i) => (
            <>
              {one.list.id !== unread[i - 1]?.list.id && <h2>{listTitle(one.list)}</h2>}
              <Question one={one} year={year} fields={fields} />
            </>
          ))}
          <div class="ciclo-sticky">
            <button type="submit" class="btn btn-primary">
              {words.save}
            </button>
          </div>
        </form>
      )}
      {others.length > 0 && (
        <section aria-labelledby="altre">
          <h2 id="altre">{words.rest}</h2>
          <ul>
            {others.map((one) => (
              <li>
                <a href={planPath(cycle, `/letture/${one.id}`)}>{partTitle(one)}</a>
                {`: ${unreadIn(one, year)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </PlanningPage>
  );
}

function Question({ one, year, fields }: { one: Unread; year: number; fields: Fields | undefined }) {
  const { indicator, text, name } = one;
  return (
    <div class="ciclo-question">
      <p>
        <b>{indicator.code}</b> {indicator.name}
      </p>
      <ReadingChoice
        name={name}
        legend={words.legend(year, text)}
        outcome={outcomeOf(indicator, year)}
        chosen={fields?.text(name) || LEAVE}
        rewrite={{ name: `${name}-testo`, value: fields?.text(`${name}-testo`) ?? '' }}
        leavable
      />
    </div>
  );
}
