import type { Context, Handler } from 'hono';
import type { AnyAct } from '../../../acts/act.js';
import { actorOf } from '../../../acts/carry-out.js';
import { evaluateSelf } from '../../../acts/individual/evaluate.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import { evaluationPageWords as words } from '../../../words/evaluation-pages.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { cycleCrumb } from '../kit/crumbs.js';
import { still } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { NotNow } from '../kit/not-now.js';
import { cyclePath, EVALUATIONS_PATH, evaluationPath } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { toSignIn } from '../kit/viewer.js';
import { JudgingForm } from './judging-form.js';
import { evaluationPageData } from './page-data.js';
import { type SheetPageData, sheetPageData } from './seen.js';
import { isJudging, openActs } from './sheet-acts.js';
import { Objectives } from './sheet-tables.js';

/** The page of an act on a sheet: for who may see the sheet and do it; for anybody else there is no such sheet. */
export const showSheetAct =
  (site: Site, act: AnyAct): Handler =>
  (c) =>
    show(site, c, act);

/** Takes the form of an act on a sheet, and goes back to the sheet. */
export function takeSheetAct(site: Site, act: AnyAct): Handler {
  return async (c) => {
    const data = await sheetNamed(site, c);
    if (data === undefined) return c.notFound();
    const { cycle, subject } = data;
    const at = { place: placeOf(site.deps, cycle.entity, subject), sender: senderOf(c) };
    const next = ({ said }: { readonly said: string }) =>
      evaluationPath(cycle, subject.sheet.id, `?fatto=${encodeURIComponent(said)}`);
    return takeAct(site, c, act, at, next, (refused) => show(site, c, act, refused));
  };
}

async function sheetNamed(site: Site, c: Context): Promise<SheetPageData | undefined> {
  const base = await evaluationPageData(site, c);
  return base && (await sheetPageData(site, base, c.req.param('sheet') ?? ''));
}

async function show(site: Site, c: Context, act: AnyAct, refused?: Refused): Promise<Response> {
  if (c.get('standing') === undefined) return toSignIn(c);
  const data = await sheetNamed(site, c);
  if (data === undefined) return c.notFound();
  const { cycle, subject, viewer } = data;
  const place = placeOf(site.deps, cycle.entity, subject);
  if ((await actorOf(act, { ...place, person: viewer.person })) === undefined) return forbidden(site, c);
  const open = (await openActs(site, cycle.entity, viewer.person, subject)).find((one) => one.act === act);
  const form = await shown(act, place);
  const notNow = open === undefined ? words.sheet.notNow(words.stages[subject.sheet.stage]) : open.notYet;
  return answer(
    c,
    <ActOnSheet {...{ data, act, form, refused }} notNow={form.notNow ?? notNow} start={act.starts?.(place)} />,
    refused === undefined ? 200 : 422,
  );
}

interface ActOnSheetProps {
  readonly data: SheetPageData;
  readonly act: AnyAct;
  readonly form: Shown;
  readonly notNow: string | undefined;
  readonly start: Readonly<Record<string, string>> | undefined;
  readonly refused: Refused | undefined;
}

function ActOnSheet({ data, act, form, notNow, start, refused }: ActOnSheetProps) {
  const { frame, cycle, seen, directory, subject } = data;
  const sheet = words.sheet.of(directory.person(seen.person));
  const { title, lead } = act.words;
  return (
    <Layout
      frame={still(frame)}
      title={title}
      section="scorecard"
      crumbs={[
        cycleCrumb(cycle),
        { title: words.sheet.back, href: cyclePath(cycle, EVALUATIONS_PATH) },
        { title: sheet, href: evaluationPath(cycle, seen.id) },
      ]}
    >
      <div class="ciclo-title">
        <p class="ciclo-overline">{sheet}</p>
        <h1 id={act.path}>{title}</h1>
      </div>
      <Summary refused={refused} />
      {lead !== undefined && <p>{lead}</p>}
      <Objectives data={data} />
      {notNow !== undefined && <NotNow why={notNow} refused={refused} />}
      {notNow === undefined &&
        (isJudging(act) ? (
          <JudgingForm
            {...{ subject, refused }}
            of={form}
            action=""
            own={seen.own ?? []}
            before={startingFrom(data, act)}
          />
        ) : (
          <ActForm of={form} action="" {...{ refused, start }} />
        ))}
      <p>
        <a href={evaluationPath(cycle, seen.id)}>{sheet}</a>
      </p>
    </Layout>
  );
}

/** Who judges again begins from what they said before; who decides over another's judgement, from nothing. */
function startingFrom({ seen }: SheetPageData, act: AnyAct) {
  if ('outcome' in act.fields) return [];
  return (act === evaluateSelf ? seen.own : seen.given) ?? [];
}
