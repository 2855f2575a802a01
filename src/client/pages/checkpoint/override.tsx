import { randomUUID } from 'node:crypto';
import type { Context, Handler } from 'hono';
import type { OverrideCommand, WithdrawalCommand } from '../../../acts/checkpoint/overriding.js';
import { parseItalianNumber } from '../../../domain/achievement/parse-actual.js';
import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import { err, ok, type Result } from '../../../domain/result.js';
import { type OverrideRecord, overrideHistory, overridesOf } from '../../../register/overrides.js';
import type { CycleName } from '../../../register/reading/cycles.js';
import type { Directory } from '../../../register/reading/directory.js';
import { directoryOf } from '../../../register/reading/directory-of.js';
import { planShown } from '../../../register/reading/plan.js';
import { italianDay } from '../../../words/format.js';
import { steeringWords } from '../../../words/steering.js';
import { steeringActor } from '../kit/actor.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { type PlanPlace, placesOf } from '../kit/model/plan-places.js';
import { FormField, fieldState } from '../kit/parts/form-field.js';
import { Saved } from '../kit/parts/saved.js';
import { cyclePath, indicatorPath } from '../kit/paths.js';
import { forbidden, type Problem, Problems } from '../kit/refusals.js';
import { answer, cycleIdIn, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const words = steeringWords.override;

/** Below the address of an indicator. */
export const OVERRIDE_PATH = '/forzatura';

/** The form of an override of an indicator's result, or of its withdrawal, and those it has had. */
export function overrideIndicator(site: Site): Handler {
  return async (c) => (steeringActor(c) === undefined ? forbidden(site, c) : show(site, c));
}

/** Records an override or withdraws the one in force; says what to correct otherwise. */
export function recordOverrideOf(site: Site): Handler {
  return async (c) => {
    const actor = steeringActor(c);
    if (actor === undefined) return forbidden(site, c);
    const scene = await sceneOf(site, c);
    if (scene === undefined) return c.notFound();
    const fields = await fieldsOf(c);
    const { entity, exercise } = scene.cycle;
    const ref = { space: site.deps.register.schema, entity, exercise };
    const read = readForm(fields, scene.place.indicator.code);
    if (!read.ok) return show(site, c, { fields, problems: read.error });
    const { actions } = site.deps;
    const done =
      read.value.what === 'withdrawal'
        ? await actions.withdrawOverride(ref, read.value.command, actor)
        : await actions.override(ref, read.value.command, actor);
    if (!done.ok) return show(site, c, { fields, problems: [{ field: 'motivo', text: done.error }] });
    return c.redirect(`${indicatorPath(scene.cycle, scene.place.indicator.code)}${OVERRIDE_PATH}?registrata`, 303);
  };
}

type Asked =
  | { readonly what: 'withdrawal'; readonly command: WithdrawalCommand }
  | { readonly what: 'override'; readonly command: OverrideCommand };

function readForm(fields: Fields, indicator: string): Result<Asked, readonly Problem[]> {
  const problems: Problem[] = [];
  const date = parseCivilDate(fields.text('data').trim());
  if (!date.ok) problems.push({ field: 'data', text: words.wrong.date });
  const texts = { decidedBy: 'deciso-da', reason: 'motivo', actNumber: 'atto' } as const;
  for (const field of Object.values(texts)) {
    if (fields.text(field).trim() === '') problems.push({ field, text: words.wrong[field] });
  }
  const effect = effectIn(fields);
  if (!effect.ok) problems.push(effect.error);
  if (!date.ok || !effect.ok || problems.length > 0) return err(problems);
  const key = fields.id('chiave');
  const act = {
    ...(key === '' ? {} : { key }),
    indicator,
    decidedBy: fields.text(texts.decidedBy).trim(),
    reason: fields.text(texts.reason).trim(),
    actNumber: fields.text(texts.actNumber).trim(),
    actDate: date.value,
  };
  if (effect.value === 'withdrawn') return ok({ what: 'withdrawal', command: act });
  return ok({ what: 'override', command: { ...act, ...effect.value } });
}

function effectIn(
  fields: Fields,
): Result<'withdrawn' | { kind: 'neutralised' } | { kind: 'forced'; value: string }, Problem> {
  switch (fields.text('effetto')) {
    case 'ritirata':
      return ok('withdrawn');
    case 'neutralizzata':
      return ok({ kind: 'neutralised' });
    case 'fissata': {
      const written = fields.text('valore').trim();
      const parsed = parseItalianNumber(written.replace(/\s*%$/, ''));
      if (parsed.ok) return ok({ kind: 'forced', value: parsed.value });
      return err({ field: 'valore', text: words.wrong.value(written.slice(0, 40)) });
    }
    default:
      return err({ field: 'effetto-fissata', text: words.wrong.effect });
  }
}

interface Scene {
  readonly frame: Frame;
  readonly cycle: CycleName;
  readonly place: PlanPlace;
  readonly standing: OverrideRecord | undefined;
  readonly history: readonly OverrideRecord[];
  readonly directory: Directory;
}

async function sceneOf({ deps, assets }: Site, c: Context): Promise<Scene | undefined> {
  const frame = await frameOf(deps, assets, c, cycleIdIn(c));
  const { cycle } = frame;
  const code = c.req.param('code');
  if (cycle === undefined || code === undefined) return undefined;
  const { db } = deps.register;
  const shown = await planShown(db, cycle.entity, cycle.exercise);
  const place = shown === undefined ? undefined : placesOf(shown.plan).find((p) => p.indicator.code === code);
  if (place === undefined) return undefined;
  const [inForce, history, directory] = await Promise.all([
    overridesOf(db, cycle.id),
    overrideHistory(db, cycle.id),
    directoryOf(db, cycle.entity, frame.today),
  ]);
  return {
    frame,
    cycle,
    place,
    standing: inForce.find((o) => o.indicator === code),
    history: history.filter((o) => o.indicator === code),
    directory,
  };
}

interface Refused {
  readonly fields: Fields;
  readonly problems: readonly Problem[];
}

async function show(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const scene = await sceneOf(site, c);
  if (scene === undefined) return c.notFound();
  const saved = c.req.query('registrata') !== undefined;
  return answer(c, <OverridePage {...{ scene, refused, saved }} />, refused === undefined ? 200 : 422);
}

interface OverridePageProps {
  readonly scene: Scene;
  readonly refused: Refused | undefined;
  readonly saved: boolean;
}

function OverridePage({ scene, refused, saved }: OverridePageProps) {
  const { frame, cycle, place, standing, history, directory } = scene;
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
      {refused !== undefined && <Problems title={steeringWords.errors} of={refused.problems} />}
      <section class="ciclo-card" aria-labelledby="forma">
        <h2 id="forma">{standing === undefined ? words.record : words.withdraw}</h2>
        {standing !== undefined && <p>{effectText(standing)}</p>}
        <OverrideForm standing={standing} refused={refused} />
      </section>
      {history.length > 0 && (
        <section aria-labelledby="storia">
          <h2 id="storia">{words.history}</h2>
          <DataTable
            name="forzature"
            caption={words.history}
            hideCaption
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
        </section>
      )}
    </Layout>
  );
}

const { text, percent, day } = columnsOf<OverrideRecord>();

const effectText = (row: OverrideRecord): string =>
  row.kind === 'forced' ? words.effects.forced((row.value ?? '').replace('.', ',')) : words.effects[row.kind];

function OverrideForm({ standing, refused }: { standing: OverrideRecord | undefined; refused: Refused | undefined }) {
  const problemOf = (field: string): string | undefined => refused?.problems.find((p) => p.field === field)?.text;
  const written = (name: string): string => refused?.fields.text(name) ?? '';
  const input = (id: string, label: string, hint: string | undefined, type: 'text' | 'date') => (
    <FormField id={id} label={label} hint={hint} problem={problemOf(id)}>
      <input id={id} name={id} type={type} value={written(id)} {...fieldState(id, hint !== undefined, problemOf(id))} />
    </FormField>
  );
  return (
    <form class="ciclo-access" method="post" novalidate>
      <input type="hidden" name="chiave" value={refused?.fields.id('chiave') || randomUUID()} />
      {standing === undefined ? (
        <fieldset class="ciclo-scopes">
          <legend>{words.effect}</legend>
          {(['fissata', 'neutralizzata'] as const).map((effect) => (
            <div class="form-check">
              <input
                type="radio"
                id={`effetto-${effect}`}
                name="effetto"
                value={effect}
                checked={written('effetto') === effect}
              />
              <label for={`effetto-${effect}`}>{words.choices[effect]}</label>
            </div>
          ))}
          {input('valore', words.value, words.valueHint, 'text')}
        </fieldset>
      ) : (
        <input type="hidden" name="effetto" value="ritirata" />
      )}
      {input('deciso-da', words.decidedBy, words.decidedByHint, 'text')}
      {input('atto', words.actNumber, undefined, 'text')}
      {input('data', words.actDate, undefined, 'date')}
      <FormField id="motivo" label={words.reason} problem={problemOf('motivo')}>
        <textarea id="motivo" name="motivo" rows={2} {...fieldState('motivo', false, problemOf('motivo'))}>
          {written('motivo')}
        </textarea>
      </FormField>
      <button type="submit" class="btn btn-primary">
        {standing === undefined ? words.submit : words.submitWithdrawal}
      </button>
    </form>
  );
}
