import type { Context, Handler } from 'hono';
import type { Place } from '../../../acts/act.js';
import { override } from '../../../acts/checkpoint/override.js';
import { withdrawOverride } from '../../../acts/checkpoint/withdraw-override.js';
import { anIndicator, type DecidedOver, effectText } from '../../../acts/over-result.js';
import { placeOf } from '../../../acts/place.js';
import { type Shown, shown } from '../../../acts/show.js';
import { type OverrideRecord, overrideHistory } from '../../../register/overrides.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { planShown } from '../../../register/reading/plan.js';
import { italianDay } from '../../../words/format.js';
import { steeringWords } from '../../../words/steering.js';
import { ActForm, type Refused, Summary } from '../kit/act-form.js';
import { steeringActor } from '../kit/actor.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { type PlanPlace, placesOf } from '../kit/model/plan-places.js';
import { Saved } from '../kit/parts/saved.js';
import { cyclePath, indicatorPath } from '../kit/paths.js';
import { forbidden } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { TableSection } from '../kit/table/table-section.js';
import { senderOf, takeAct } from '../kit/take-act.js';

const words = steeringWords.override;

/** Below the address of an indicator. */
export const OVERRIDE_PATH = '/forzatura';
/** Below that. */
export const WITHDRAWAL_PATH = '/ritiro';

/** The form of an override of an indicator's result, or of its withdrawal, and those it has had. */
export function overrideIndicator(site: Site): Handler {
  return async (c) => (steeringActor(c) === undefined ? forbidden(site, c) : show(site, c));
}

/** Records an override, or withdraws the one in force; says what to correct otherwise. */
export function decideOver(site: Site, act: typeof override | typeof withdrawOverride): Handler {
  return async (c) => {
    if (steeringActor(c) === undefined) return forbidden(site, c);
    const data = await overridePageData(site, c);
    if (data === undefined) return c.notFound();
    const at = { place: data.at, sender: senderOf(c) };
    const next = () => `${data.address}?registrata`;
    return takeAct(site, c, act, at, next, (refused) => show(site, c, refused));
  };
}

interface OverridePageData {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly place: PlanPlace;
  /** What acts are done to here. */
  readonly at: Place<DecidedOver>;
  readonly address: string;
  readonly history: readonly OverrideRecord[];
  readonly directory: Directory;
}

async function overridePageData({ deps, assets }: Site, c: Context): Promise<OverridePageData | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  const code = c.req.param('code');
  if (cycle === undefined || code === undefined) return undefined;
  const { db } = deps.register;
  const shown = await planShown(db, cycle.entity, cycle.exercise);
  const place = shown === undefined ? undefined : placesOf(shown.plan).find((p) => p.indicator.code === code);
  if (place === undefined) return undefined;
  const subject = await anIndicator.find(deps.register, { entity: cycle.entity, exercise: cycle.exercise, name: code });
  if (subject === undefined) return undefined;
  const [history, directory] = await Promise.all([
    overrideHistory(db, cycle.id),
    directoryOf(db, cycle.entity, frame.today),
  ]);
  return {
    frame,
    cycle,
    place,
    at: placeOf(deps, cycle.entity, subject),
    address: `${indicatorPath(cycle, code)}${OVERRIDE_PATH}`,
    history: history.filter((o) => o.indicator === code),
    directory,
  };
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const data = await overridePageData(site, c);
  if (data === undefined) return c.notFound();
  const saved = c.req.query('registrata') !== undefined;
  const form = await shown(data.at.subject.standing === undefined ? override : withdrawOverride, data.at);
  return answer(c, <OverridePage {...{ data, form, refused, saved }} />, refused === undefined ? 200 : 422);
}

interface OverridePageProps {
  readonly data: OverridePageData;
  readonly form: Shown;
  readonly refused: Refused | undefined;
  readonly saved: boolean;
}

function OverridePage({ data, form, refused, saved }: OverridePageProps) {
  const { frame, cycle, place, at, address, history, directory } = data;
  const { standing } = at.subject;
  const { indicator } = place;
  return (
    <Layout
      frame={frame}
      title={words.title(indicator.code)}
      section="scorecard"
      crumbs={[
        { title: words.cruscotto, href: cyclePath(cycle, '/cruscotto') },
        { title: indicator.code, href: indicatorPath(cycle, indicator.code) },
      ]}
    >
      <div class="ciclo-title">
        <p class="ciclo-overline">{words.title(indicator.code)}</p>
        <h1 class="ciclo-long-title">{indicator.name}</h1>
        <p>{words.lead}</p>
      </div>
      <Saved text={saved ? words.saved : undefined} />
      <Summary refused={refused} />
      <section class="ciclo-card" aria-labelledby={form.act.path}>
        <h2 id={form.act.path}>{form.act.words.title}</h2>
        {standing !== undefined && <p>{effectText(standing)}</p>}
        <ActForm
          of={form}
          action={standing === undefined ? address : `${address}${WITHDRAWAL_PATH}`}
          refused={refused}
        />
      </section>
      {history.length > 0 && (
        <TableSection
          name="forzature"
          anchor="storia"
          caption={words.history}
          columns={[
            text(words.effect, effectText),
            percent(words.value, ({ value }) => value ?? undefined, { only: 'file' }),
            text(words.decidedBy, ({ decidedBy }) => decidedBy),
            text(words.act, ({ actNumber, actDate }) => words.actOf(actNumber, italianDay(actDate)), {
              only: 'page',
            }),
            text(words.actNumber, ({ actNumber }) => actNumber, { only: 'file' }),
            day(words.actDate, ({ actDate }) => actDate, { only: 'file' }),
            text(words.reason, ({ reason }) => reason),
            text(words.recordedBy, ({ recordedBy }) => directory.person(recordedBy)),
          ]}
          rows={history}
        />
      )}
    </Layout>
  );
}

const { text, percent, day } = columnsOf<OverrideRecord>();
