import { romeDate } from '../../domain/calendar/zone.js';
import { cycleId } from '../../domain/cycle-id.js';
import { termOf } from '../../domain/measured/term.js';
import { sentence } from '../../domain/targets/sentence.js';
import { entryOf } from '../../forms/entry.js';
import type { IndicatorAsked } from '../../mail/checkpoint-messages.js';
import { assessmentOf } from '../../register/assessments.js';
import { checkpointOf, type FrozenIndicator, frozenIndicators } from '../../register/checkpoints.js';
import { type CollectedValue, collectedOf } from '../../register/collected.js';
import { type LaterAsked, laterIndicators } from '../../register/later-indicators.js';
import { currentMeasurements, missingIndicators } from '../../register/measurements.js';
import { titlesOf } from '../../register/people.js';
import { stepsOf } from '../../register/steps.js';
import { forecastWords } from '../../words/forecast.js';
import { italianDay, italianPercent } from '../../words/format.js';
import { formWords } from '../../words/forms.js';
import { actualText, unitText } from '../../words/measure.js';
import { sourceWords } from '../../words/sources.js';
import { about, byOfficer, type ComposedMail, type Prompt, type WaveFacts } from './facts.js';

/** Asks officers for the values that are missing. */
export async function checkpointRequests(
  facts: WaveFacts,
  moment: Exclude<Prompt, 'deferred-again'>,
): Promise<readonly ComposedMail[]> {
  const ref = { cycle: cycleId(facts.wave.ref), checkpoint: facts.wave.step.id };
  const missing = new Map((await missingIndicators(facts.db, ref)).map((m) => [m.indicator, m.remark]));
  const only = facts.wave.indicators === undefined ? undefined : new Set(facts.wave.indicators);
  const asked = (await frozenIndicators(facts.db, ref)).filter(
    (i) => missing.has(i.indicator) && only?.has(i.indicator) !== false,
  );
  const period = facts.wave.step.checkpoint?.to ?? facts.on;
  const collected = await collectedOf(facts.db, ref);
  const last = await lastValues(facts);
  const waiting = await laterIndicators(facts.db, ref);
  const planHash = (await checkpointOf(facts.db, ref))?.planHash;
  return (await byOfficer(facts, asked)).map(({ to, indicators }) => ({
    to,
    message: {
      ...about(facts, to),
      kind: 'checkpoint-request',
      moment,
      period,
      sheet: planHash === undefined ? undefined : { person: to.id, planHash },
      later: laterTexts(waiting.filter((one) => indicators.some(({ office }) => office === one.office))),
      indicators: indicators.map((i) => ({
        ...askedOf(i, last.get(i.indicator), missing.get(i.indicator) ?? undefined),
        term: termOf(i.reading, period),
        // What came back was answered already: the remark says what is wrong with it.
        ...collectedTexts(missing.get(i.indicator) == null ? collected.get(i.indicator) : undefined, i),
      })),
    },
  }));
}

/** What the offices are not asked yet, for their mail; absent where nothing waits. */
function laterTexts(later: readonly LaterAsked[]): readonly string[] | undefined {
  if (later.length === 0) return undefined;
  const { said, at } = forecastWords.later;
  return later.map(({ name, knownFrom, askedAt }) =>
    said(name, knownFrom, askedAt === null ? undefined : at(askedAt.title, askedAt.dueOn)),
  );
}

/** Tells officers which values came back, and why. */
export async function returnedValues(facts: WaveFacts): Promise<readonly ComposedMail[]> {
  const ref = { cycle: cycleId(facts.wave.ref), checkpoint: facts.wave.step.id };
  const wanted = new Set(facts.wave.indicators);
  const asked = (await frozenIndicators(facts.db, ref)).filter((i) => wanted.has(i.indicator));
  const remark = facts.wave.remark ?? '';
  const last = await lastValues(facts);
  const titles = await titlesOf(facts.db, facts.wave.ref.entity);
  return (await byOfficer(facts, asked)).map(({ to, indicators }) => ({
    to,
    message: {
      ...about(facts, to),
      kind: 'value-returned',
      indicators: indicators.map((i) => askedOf(i, last.get(i.indicator), remark)),
      remark,
      returnedBy: titles.get('controllo-gestione') ?? 'Controllo di gestione',
    },
  }));
}

/** Asks officers what they mean to do about results far from their targets. */
export async function correctiveActions(facts: WaveFacts): Promise<readonly ComposedMail[]> {
  const ref = { cycle: cycleId(facts.wave.ref), checkpoint: facts.wave.step.id };
  const red = new Set(facts.wave.indicators);
  const [frozen, measured, assessment] = await Promise.all([
    frozenIndicators(facts.db, ref),
    currentMeasurements(facts.db, ref),
    assessmentOf(facts.db, ref),
  ]);
  const actuals = new Map(measured.map((m) => [m.indicator, m.actual]));
  const results = new Map(assessment?.indicators.map((a) => [a.indicator, a]));
  const period = facts.wave.step.checkpoint?.to ?? facts.on;
  const next = (await stepsOf(facts.db, ref.cycle))
    .flatMap(({ planned }) => planned.checkpoint?.to ?? [])
    .toSorted()
    .find((date) => date > period);
  return (
    await byOfficer(
      facts,
      frozen.filter((i) => red.has(i.indicator)),
    )
  ).map(({ to, indicators }) => ({
    to,
    message: {
      ...about(facts, to),
      kind: 'corrective-action',
      period,
      next,
      indicators: indicators.map((i) => {
        const achievement = results.get(i.indicator)?.achievement;
        return {
          code: i.indicator,
          name: i.name,
          target: i.target,
          actual: actualText(actuals.get(i.indicator) ?? { kind: 'missing' }, i.unit),
          achievement: achievement === undefined ? 'non calcolabile' : italianPercent(achievement),
        };
      }),
    },
  }));
}

/** Each indicator's value at the checkpoint before, in words. */
async function lastValues({ db, wave }: WaveFacts): Promise<ReadonlyMap<string, string>> {
  const cycle = cycleId(wave.ref);
  const earlier = (await stepsOf(db, cycle))
    .map((s) => s.planned)
    .filter((s) => s.checkpoint !== undefined && s.checkpoint.ordinal < (wave.step.checkpoint?.ordinal ?? 0));
  const before = earlier.at(-1);
  if (before === undefined) return new Map();
  const ref = { cycle, checkpoint: before.id };
  const [frozen, measured, checkpoint] = await Promise.all([
    frozenIndicators(db, ref),
    currentMeasurements(db, ref),
    checkpointOf(db, ref),
  ]);
  const units = new Map(frozen.map((i) => [i.indicator, i.unit]));
  const to = checkpoint === undefined ? '' : ` al ${checkpoint.to.split('-').reverse().join('/')}`;
  return new Map(measured.map((m) => [m.indicator, `${actualText(m.actual, units.get(m.indicator))}${to}`]));
}

function askedOf(indicator: FrozenIndicator, last: string | undefined, remark: string | undefined): IndicatorAsked {
  const entry = entryOf(indicator);
  return {
    code: indicator.indicator,
    name: indicator.name,
    unit: formWords.unit(entry, unitText(indicator.unit)),
    entry,
    target: indicator.target === '' ? '–' : indicator.target,
    last,
    reading: indicator.reading === undefined ? undefined : sentence(indicator.reading),
    remark,
  };
}

/** What an officer is told of the automatic source of an indicator that has no value. */
function collectedTexts(
  collected: CollectedValue | undefined,
  { unit }: FrozenIndicator,
): Pick<IndicatorAsked, 'proposed' | 'failed' | 'value'> {
  if (collected === undefined) return {};
  const { mail } = sourceWords;
  if (collected.outcome === 'failed') return { failed: mail.failed(collected.sourceTitle) };
  const { value, sourceTitle, at } = collected;
  const proposed = mail.proposed(actualText(value, unit), sourceTitle, italianDay(romeDate(at)));
  return { proposed, value };
}
