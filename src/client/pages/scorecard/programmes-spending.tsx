import type { Context, Handler } from 'hono';
import { spend } from '../../../acts/body/spend.js';
import { placeOf } from '../../../acts/place.js';
import { shown } from '../../../acts/show.js';
import { planShown } from '../../../register/reading/plan.js';
import { bodyPageWords } from '../../../words/body-pages.js';
import { scorecardWords } from '../../../words/scorecard-pages.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { cyclePath } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { allows } from '../kit/viewer.js';

/** The form for what a programme has spent. */
export function spendingForm(site: Site): Handler {
  return (c) => (allows(c, 'steer') ? show(site, c) : forbidden(site, c));
}

/** Puts on record what a programme has spent since the beginning of the year. */
export function recordProgrammeSpending(site: Site): Handler {
  return async (c) => {
    const place = await placeIn(site, c);
    if (place === undefined) return c.notFound();
    const { entity, exercise, programme } = place.subject;
    const next = () => cyclePath({ entity, exercise }, `/programmi#programma-${encodeURIComponent(programme)}`);
    return takeAct(site, c, spend, { place, sender: senderOf(c) }, next, (refused) => show(site, c, refused));
  };
}

async function placeIn({ deps }: Site, c: Context) {
  const [entity = '', name = ''] = [c.req.param('entity'), c.req.param('programme')];
  const subject = await spend.on.find(deps.register, { entity, exercise: Number(c.req.param('exercise')), name });
  return subject && placeOf(deps, entity, subject);
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const frame = await frameOf(site.deps, site.assets, c, cycleIdIn(c));
  const place = await placeIn(site, c);
  const { cycle } = frame;
  if (cycle === undefined || place === undefined) return c.notFound();
  const { programme } = place.subject;
  const shownPlan = await planShown(site.deps.register.db, cycle.entity, cycle.exercise);
  const named =
    shownPlan?.plan.sheets.find((s) => s.programme === programme) ??
    shownPlan?.plan.areas
      .flatMap((area) => area.objectives.flatMap((objective) => objective.programmes))
      .find(({ code }) => code === programme);
  if (named === undefined) return c.notFound();
  const title = bodyPageWords.spending.title(programme);
  return answer(
    c,
    <Layout
      frame={frame}
      title={title}
      section="scorecard"
      crumbs={[{ title: scorecardWords.programmes.title(cycle.exercise), href: cyclePath(cycle, '/programmi') }]}
    >
      <div class="ciclo-title">
        <h1 id={spend.path}>{title}</h1>
        <p>{named.title}</p>
      </div>
      <Summary refused={refused} />
      <p>{spend.words.lead}</p>
      <ActForm of={await shown(spend, place)} action="" refused={refused} start={{ upTo: frame.today }} />
    </Layout>,
    refused === undefined ? 200 : 422,
  );
}
