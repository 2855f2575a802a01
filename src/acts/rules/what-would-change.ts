import { lightName } from '../../domain/achievement/lights.js';
import type { IndicatorAssessment, TrafficLight } from '../../domain/achievement/types.js';
import { bandOf } from '../../domain/individual/bands.js';
import type { PayBand } from '../../domain/individual/types.js';
import type { OwnRule } from '../../domain/own-rules/piece.js';
import { pieceIn } from '../../domain/own-rules/pieces.js';
import type { Policy } from '../../domain/policy.js';
import { compare, rational } from '../../domain/rational.js';
import { sameValue } from '../../domain/same-value.js';
import { type SupposedRules, supposeRules } from '../../office/suppose-rules.js';
import { ownTermsOf } from '../../register/own-terms.js';
import { consoleWords } from '../../words/console.js';
import { italianPercent } from '../../words/format.js';
import { ownRuleWords } from '../../words/own-rules.js';
import type { CheckedFact, Place } from '../act.js';
import { asPeopleSay, type RulesChange } from './rules.js';
import { evaluationFacts } from './what-would-change-of-people.js';

const words = ownRuleWords.whatIf;

/** Lines a page shows of the indicators that would change. */
const MOST = 20;

type Changed = Pick<OwnRule, 'piece' | 'fromExercise'>;

/** What a change would do, to be read before it is done: to the results computed last, to bands, to the mails of the calendar. */
export async function whatWouldChange(
  place: Place<string>,
  change: RulesChange,
  rule: Changed,
): Promise<readonly CheckedFact[]> {
  const { before, after } = change;
  const piece = pieceIn(after, rule.piece);
  if (piece === undefined) return [];
  const saidBy = (rules: Policy): string => asPeopleSay(change, place.subject, piece, rules);
  const said: CheckedFact = { label: words.rule, value: words.fromTo(saidBy(before), saidBy(after)) };
  switch (piece.group) {
    case 'bands':
      return [said, { label: words.bands, value: bandLines(before, after) }];
    case 'notices':
      return [said, ...(await noticeFacts(place, change, rule))];
    case 'evaluation': {
      const people = change.bodies.entity(place.subject).people;
      return [said, ...evaluationFacts(people, place.today, before, after)];
    }
    default: {
      const supposed = await supposeRules(place.register.db, place.subject, [before, after]);
      return [said, ...resultFacts(supposed)];
    }
  }
}

function resultFacts(supposed: SupposedRules | undefined): readonly CheckedFact[] {
  if (supposed === undefined) return [{ label: words.triedOn, value: words.nothingYet }];
  const { checkpoint, exercise, to, version, before, after, changes } = supposed;
  const areas = before.entity.children.flatMap((was) => {
    const is = after.entity.children.find(({ node }) => node === was.node);
    const [one, other] = [figure(was), figure(is)];
    return one === other ? [] : [`${was.title}: ${words.moved(one, other)}`];
  });
  const lines = changes
    .slice(0, MOST)
    .map((one) => `${one.indicator.code} ${one.indicator.name}: ${words.moved(judged(one.before), judged(one.after))}`);
  const more = changes.length > MOST ? [words.more(changes.length - MOST)] : [];
  const [was, is] = [figure(before.entity), figure(after.entity)];
  return [
    { label: words.triedOn, value: words.on(checkpoint, exercise, to, version) },
    { label: words.entity, value: was === is ? words.stays(was) : words.moved(was, is) },
    ...(areas.length === 0 ? [] : [{ label: words.areas, value: areas }]),
    { label: words.lights, value: lightLines(supposed) },
    { label: words.indicators, value: lines.length === 0 ? words.none : [...lines, ...more] },
  ];
}

interface Figure {
  readonly achievement?: string;
  readonly light: TrafficLight;
}

/** `83,2% (giallo)` */
function figure(one: Figure | undefined): string {
  if (one?.achievement === undefined) return words.notComputed;
  return `${italianPercent(one.achievement)} (${one.light === 'none' ? words.noLight : lightName(one.light)})`;
}

const judged = (one: IndicatorAssessment | undefined): string =>
  one === undefined || one.achievement === undefined
    ? consoleWords.assessmentState[one?.state ?? 'missing']
    : figure(one);

/** How many indicators have each light. */
function lightLines({ before, after }: SupposedRules): readonly string[] {
  const of = (results: SupposedRules['before'], light: TrafficLight): number =>
    [...results.indicators.values()].filter((one) => one.light === light).length;
  return (['green', 'yellow', 'red', 'none'] as const).map((light) =>
    words.lightCount(light === 'none' ? words.noLight : lightName(light), of(before, light), of(after, light)),
  );
}

/** The scores that would be in another band. What people scored is not asked: few know it, and a rule is not made for somebody. */
function bandLines(before: Policy, after: Policy): readonly string[] {
  return (after.individual?.groups ?? []).flatMap(({ id, bands: will }) => {
    const was = before.individual?.groups.find((group) => group.id === id)?.bands ?? [];
    if (sameValue(was, will)) return [];
    const starts = [...new Set([...was, ...will].map(({ from }) => from))].sort((a, b) =>
      compare(rational(a), rational(b)),
    );
    return starts.flatMap((from, i) => {
      const [one, other] = [was, will].map((bands) => bandText(bandOf(bands, rational(from))));
      if (one === undefined || other === undefined || one === other) return [];
      return [words.band(italianPercent(from), italianPercent(starts[i + 1] ?? '100'), one, other)];
    });
  });
}

const bandText = (band: PayBand | undefined): string =>
  band === undefined ? '' : words.share(band.title, italianPercent(band.pay));

/** How many mails the calendar of the exercise would have, and when those of a step would leave. */
async function noticeFacts(
  { register: { db }, subject }: Place<string>,
  { bodies, own }: RulesChange,
  { fromExercise }: Changed,
): Promise<readonly CheckedFact[]> {
  const terms = await ownTermsOf(db, subject, fromExercise);
  const planned = (rules: readonly OwnRule[]) => bodies.calendar(subject, fromExercise, undefined, terms, rules);
  const [was, is] = [planned(own.before), planned(own.after)];
  if (!was.ok || !is.ok) return [];
  const count = (calendar: typeof was): number =>
    calendar.value.steps.reduce((sum, { notices }) => sum + notices.filter(told).length, 0);
  const example = is.value.steps.flatMap((step) => {
    const before = was.value.steps.find(({ id }) => id === step.id);
    if (before === undefined || sameValue(before.notices, step.notices)) return [];
    const days = (one: typeof step) => one.notices.filter(told).map(({ on }) => on);
    return [words.noticeDays(step.title, step.dueOn, days(before), days(step))];
  });
  return [
    { label: words.notices, value: words.noticeCount(fromExercise, count(was), count(is)) },
    ...example.slice(0, 1).map((value) => ({ label: words.example, value })),
  ];
}

/** The opening of a step is no reminder: nothing here moves it. */
const told = ({ kind }: { readonly kind: string }): boolean => kind !== 'opening';
