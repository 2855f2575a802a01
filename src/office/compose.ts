import { whyNotComputed } from '../domain/achievement/trace.js';
import type { CivilDate } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { officeRole, STEERING } from '../domain/entity.js';
import { termOf } from '../domain/measured/term.js';
import { never } from '../domain/result.js';
import { sentence } from '../domain/targets/sentence.js';
import type { NoticeWave } from '../domain/wave.js';
import { onceEach } from '../domain/who-acts.js';
import { entryOf } from '../forms/entry.js';
import type { IndicatorAsked, Message, MessageBase, StepFacts } from '../mail/message.js';
import { assessmentOf } from '../register/assessments.js';
import { checkpointOf, type FrozenIndicator, frozenIndicators } from '../register/checkpoints.js';
import { type CollectedValue, collectedOf } from '../register/collected.js';
import type { Db } from '../register/database.js';
import { type DecisionRecord, decisionsOf } from '../register/decisions.js';
import { documentsOf } from '../register/documents.js';
import { hearingsOf } from '../register/hearings.js';
import { currentMeasurements, missingIndicators } from '../register/measurements.js';
import { actingPerson, type Holder, type Holders, holdersOn, titlesOf } from '../register/people.js';
import { stepOf, stepsOf } from '../register/steps.js';
import { italianDay, italianPercent } from '../words/format.js';
import { formWords } from '../words/forms.js';
import { actualText, unitText } from '../words/measure.js';
import { sourceWords } from '../words/sources.js';
import { cycleFacts, idOf } from './cycle-facts.js';
import type { Deps } from './deps.js';
import { boardRemarks, draftPrompts } from './drafting/prompts.js';

/** One mail of a wave, ready for the ledger. */
export interface ComposedMail {
  readonly to: Holder;
  readonly message: Message;
}

/** What a wave is composed from. */
interface Scene {
  readonly db: Db;
  readonly deps: Deps;
  readonly wave: NoticeWave;
  readonly on: CivilDate;
  readonly step: StepFacts;
  readonly link: string;
  base(to: Holder): MessageBase;
  /** Who acts as what on the day of the wave; asked of the register once. */
  acting(): Promise<Holders>;
}

/** The mails of one wave: to whom, by the roles of today, and what each says. Empty when nobody has to be told any more. */
export async function composeWave(deps: Deps, wave: NoticeWave): Promise<readonly ComposedMail[]> {
  const scene = await sceneOf(deps, wave);
  const mails = await mailsOf(scene);
  return ASKS[wave.kind] ? await inviting(scene, mails) : mails;
}

/** Whether a wave asks its recipients to do something at the step: their link is then an invitation to do it. */
const ASKS: Readonly<Record<NoticeWave['kind'], boolean>> = {
  opening: true,
  reminder: true,
  'due-today': true,
  late: true,
  'deferred-again': true,
  'to-revise': true,
  'value-returned': true,
  'corrective-action': true,
  'not-computed': false,
  'computation-failed': false,
  'escalation-manager': false,
  'escalation-head': false,
  'decision-taken': false,
  published: false,
  stuck: false,
  failed: false,
};

/** These lead to the page of the draft, where whoever signs in writes what is theirs. */
const OF_DRAFTS: readonly Message['kind'][] = ['draft-sections', 'draft-remarks'];

async function inviting({ db, deps, wave }: Scene, mails: readonly ComposedMail[]): Promise<readonly ComposedMail[]> {
  const { entity } = wave.ref;
  const asking = mails.filter(({ message }) => !OF_DRAFTS.includes(message.kind));
  const invited = asking.map(({ to }) => ({
    cycle: idOf(wave.ref),
    step: wave.step.id,
    entity,
    person: to.id,
    actingFor: to.actingFor,
  }));
  const links = await deps.invitations.links(db, invited, wave.step.dueOn, wave.at);
  const asked = asking.map(({ to, message }, i) => ({ to, message: { ...message, link: links[i] ?? message.link } }));
  return [...asked, ...mails.filter((mail) => !asking.includes(mail))];
}

async function mailsOf(scene: Scene): Promise<readonly ComposedMail[]> {
  const { wave } = scene;
  switch (wave.kind) {
    case 'opening':
    case 'reminder':
    case 'due-today':
    case 'late':
    case 'deferred-again':
      return await prompts(scene, wave.kind);
    case 'escalation-manager':
    case 'escalation-head':
      return await escalations(scene, wave.kind === 'escalation-manager' ? 'manager' : 'head');
    case 'to-revise': {
      const results = await decisionResults(scene);
      return [
        ...results,
        ...(await boardRemarks(
          scene,
          results.map(({ to }) => to),
        )),
      ];
    }
    case 'decision-taken':
      return await decisionResults(scene);
    case 'value-returned':
      return await returnedValues(scene);
    case 'corrective-action':
      return await correctiveActions(scene);
    case 'not-computed':
      return await indicatorsNotComputed(scene);
    case 'computation-failed': {
      const reason = wave.remark ?? '';
      return (await steering(scene)).map((to) => ({
        to,
        message: { ...about(scene, to), kind: 'computation-failed', reason },
      }));
    }
    case 'published': {
      const document = wave.remark ?? wave.step.title;
      return (await holders(scene, wave.step.owners)).map((to) => ({
        to,
        message: { ...about(scene, to), kind: 'published', document, section: 'Performance' },
      }));
    }
    case 'stuck':
    case 'failed': {
      const { kind, remark = '' } = wave;
      return (await holders(scene, [STEERING])).map((to) => ({
        to,
        message: { ...about(scene, to), kind: 'step-trouble', state: kind, reason: remark },
      }));
    }
    default:
      return never(wave.kind);
  }
}

type Prompt = 'opening' | 'reminder' | 'due-today' | 'late' | 'deferred-again';

async function prompts(scene: Scene, moment: Prompt): Promise<readonly ComposedMail[]> {
  const { step } = scene.wave;
  switch (step.kind) {
    case 'checkpoint':
      return await checkpointRequests(scene, moment === 'deferred-again' ? 'reminder' : moment);
    case 'approval':
    case 'amendment': {
      const before = await documentBefore(scene);
      if (before !== undefined) return await decisionRequests(scene, moment, before);
      return await preparersPrompts(scene, moment);
    }
    case 'task':
    case 'publication':
      return await preparersPrompts(scene, moment);
    default:
      return never(step.kind);
  }
}

const STEP_MESSAGE = {
  opening: 'step-opening',
  reminder: 'step-reminder',
  'deferred-again': 'step-reminder',
  'due-today': 'step-due-today',
  late: 'step-late',
} as const;

async function stepPrompts(scene: Scene, moment: Prompt): Promise<readonly ComposedMail[]> {
  const kind = STEP_MESSAGE[moment];
  return (await holders(scene, scene.wave.step.owners)).map((to) => ({ to, message: { ...about(scene, to), kind } }));
}

/** Who is to do the step, and who owns what its document still lacks. */
async function preparersPrompts(scene: Scene, moment: Prompt): Promise<readonly ComposedMail[]> {
  const prompts = await stepPrompts(scene, moment);
  if (moment === 'deferred-again') return prompts;
  return [
    ...prompts,
    ...(await draftPrompts(
      scene,
      moment,
      prompts.map(({ to }) => to),
    )),
  ];
}

interface BeforeBoard {
  readonly title: string;
  readonly hash: string;
  readonly frozenOn: CivilDate;
  readonly round: number;
  readonly changes?: string;
}

/** The document the step's board has before it; undefined while the preparers are at work on it. */
async function documentBefore({ db, wave }: Scene): Promise<BeforeBoard | undefined> {
  const cycle = idOf(wave.ref);
  const [last] = (await hearingsOf(db, cycle, wave.step.id)).slice(-1);
  if (last === undefined || last.decision !== null) return undefined;
  const rejected = (await decisionsOf(db, cycle, wave.step.id)).findLast((d) => d.outcome === 'rejected');
  return {
    title: last.title,
    hash: last.hash,
    frozenOn: romeDate(last.frozenAt),
    round: last.round,
    ...(rejected?.remarks == null ? {} : { changes: `Riveduto dopo le osservazioni: ${rejected.remarks}` }),
  };
}

async function decisionRequests(scene: Scene, moment: Prompt, before: BeforeBoard): Promise<readonly ComposedMail[]> {
  const { step } = scene.wave;
  const titles = await titlesOf(scene.db, scene.wave.ref.entity);
  const board = titles.get(step.board ?? '') ?? step.board ?? '';
  const { title, hash, frozenOn, round, changes } = before;
  return (await holders(scene, step.recorder === undefined ? [] : [step.recorder])).map((to) => ({
    to,
    message: {
      ...about(scene, to),
      kind: 'decision-request',
      moment,
      board,
      document: { title, hash, frozenOn },
      round,
      changes,
    },
  }));
}

async function checkpointRequests(
  scene: Scene,
  moment: Exclude<Prompt, 'deferred-again'>,
): Promise<readonly ComposedMail[]> {
  const ref = { cycle: idOf(scene.wave.ref), checkpoint: scene.wave.step.id };
  const missing = new Map((await missingIndicators(scene.db, ref)).map((m) => [m.indicator, m.remark]));
  const only = scene.wave.indicators === undefined ? undefined : new Set(scene.wave.indicators);
  const asked = (await frozenIndicators(scene.db, ref)).filter(
    (i) => missing.has(i.indicator) && only?.has(i.indicator) !== false,
  );
  const period = scene.wave.step.checkpoint?.to ?? scene.on;
  const collected = await collectedOf(scene.db, ref);
  const last = await lastValues(scene);
  const planHash = (await checkpointOf(scene.db, ref))?.planHash;
  return (await byOfficer(scene, asked)).map(({ to, indicators }) => ({
    to,
    message: {
      ...about(scene, to),
      kind: 'checkpoint-request',
      moment,
      period,
      sheet: planHash === undefined ? undefined : { person: to.id, planHash },
      indicators: indicators.map((i) => ({
        ...askedOf(i, last.get(i.indicator), missing.get(i.indicator) ?? undefined),
        ...termIn(i, period),
        // What came back was answered already: the remark says what is wrong with it.
        ...(missing.get(i.indicator) == null ? collectedTexts(collected.get(i.indicator), i) : {}),
      })),
    },
  }));
}

async function returnedValues(scene: Scene): Promise<readonly ComposedMail[]> {
  const ref = { cycle: idOf(scene.wave.ref), checkpoint: scene.wave.step.id };
  const wanted = new Set(scene.wave.indicators);
  const asked = (await frozenIndicators(scene.db, ref)).filter((i) => wanted.has(i.indicator));
  const remark = scene.wave.remark ?? '';
  const last = await lastValues(scene);
  const titles = await titlesOf(scene.db, scene.wave.ref.entity);
  return (await byOfficer(scene, asked)).map(({ to, indicators }) => ({
    to,
    message: {
      ...about(scene, to),
      kind: 'value-returned',
      indicators: indicators.map((i) => askedOf(i, last.get(i.indicator), remark)),
      remark,
      returnedBy: titles.get('controllo-gestione') ?? 'Controllo di gestione',
    },
  }));
}

async function correctiveActions(scene: Scene): Promise<readonly ComposedMail[]> {
  const ref = { cycle: idOf(scene.wave.ref), checkpoint: scene.wave.step.id };
  const red = new Set(scene.wave.indicators);
  const [frozen, measured, assessment] = await Promise.all([
    frozenIndicators(scene.db, ref),
    currentMeasurements(scene.db, ref),
    assessmentOf(scene.db, ref),
  ]);
  const actuals = new Map(measured.map((m) => [m.indicator, m.actual]));
  const results = new Map(assessment?.indicators.map((a) => [a.indicator, a]));
  const period = scene.wave.step.checkpoint?.to ?? scene.on;
  return (
    await byOfficer(
      scene,
      frozen.filter((i) => red.has(i.indicator)),
    )
  ).map(({ to, indicators }) => ({
    to,
    message: {
      ...about(scene, to),
      kind: 'corrective-action',
      period,
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

/** Who answers for the data of the cycle; where nobody holds the role, the head of the body. */
async function steering(scene: Scene): Promise<readonly Holder[]> {
  const controllers = await holders(scene, [STEERING]);
  if (controllers.length > 0) return controllers;
  return await holders(scene, [scene.deps.bodies.entity(scene.wave.ref.entity).head]);
}

/** The indicators of the latest results that the computation broke on, with why; nothing when there are none any more. */
async function indicatorsNotComputed(scene: Scene): Promise<readonly ComposedMail[]> {
  const ref = { cycle: idOf(scene.wave.ref), checkpoint: scene.wave.step.id };
  const [frozen, assessment] = await Promise.all([frozenIndicators(scene.db, ref), assessmentOf(scene.db, ref)]);
  const names = new Map(frozen.map((i) => [i.indicator, i.name]));
  const indicators = (assessment?.indicators ?? []).flatMap((a) => {
    if (a.state !== 'not-computed') return [];
    return [{ code: a.indicator, name: names.get(a.indicator) ?? a.indicator, reason: whyNotComputed(a) }];
  });
  if (indicators.length === 0) return [];
  const period = scene.wave.step.checkpoint?.to ?? scene.on;
  return (await steering(scene)).map((to) => ({
    to,
    message: { ...about(scene, to), kind: 'not-computed', period, indicators },
  }));
}

async function decisionResults(scene: Scene): Promise<readonly ComposedMail[]> {
  const decision = (await decisionsOf(scene.db, idOf(scene.wave.ref), scene.wave.step.id)).at(-1);
  if (decision === undefined) return [];
  const titles = await titlesOf(scene.db, scene.wave.ref.entity);
  const document =
    (await documentsOf(scene.db, idOf(scene.wave.ref))).find((d) => d.hash === decision.documentHash)?.title ??
    scene.wave.step.title;
  return (await holders(scene, scene.wave.step.owners)).map((to) => ({
    to,
    message: {
      ...about(scene, to),
      kind: 'decision-result',
      board: titles.get(decision.board) ?? decision.board,
      document,
      outcome: decision.outcome,
      ...(scene.wave.kind === 'decision-taken' ? { final: true } : {}),
      ...present(decision),
    },
  }));
}

const present = (d: DecisionRecord) => ({
  actNumber: d.actNumber ?? undefined,
  actDate: d.actDate ?? undefined,
  remarks: d.remarks ?? undefined,
  deferredTo: d.deferredTo ?? undefined,
});

async function escalations(scene: Scene, to: 'manager' | 'head'): Promise<readonly ComposedMail[]> {
  const { db, deps, wave, on } = scene;
  const awaited = await awaitedPeople(scene);
  // At a checkpoint with every value, nobody keeps anybody waiting.
  if (awaited === undefined) return [];
  const waitingFor = awaited.map((p) => p.name);
  const head = await holders(scene, [deps.bodies.entity(wave.ref.entity).head]);
  const managers = await Promise.all(
    [...new Set(awaited.flatMap((p) => (p.manager === null ? [] : [p.manager])))].map((id) =>
      actingPerson(db, wave.ref.entity, id, on),
    ),
  );
  const recipients = to === 'head' ? head : managers.filter((m) => m !== undefined);
  return recipients.map((recipient) => ({
    to: recipient,
    message: { ...about(scene, recipient), kind: 'escalation', to, waitingFor },
  }));
}

/** The people the step waits for now; undefined when it waits for nobody: a checkpoint that has every value. */
async function awaitedPeople(scene: Scene): Promise<readonly Holder[] | undefined> {
  const { step } = scene.wave;
  const cycle = idOf(scene.wave.ref);
  // What does not go on by itself waits for who can mend it.
  if ((await stepOf(scene.db, cycle, step.id))?.trouble != null) return await holders(scene, [STEERING]);
  if (step.kind === 'checkpoint') {
    const missing = await missingIndicators(scene.db, { cycle, checkpoint: step.id });
    if (missing.length === 0) return undefined;
    return await holders(scene, [...new Set(missing.map((m) => officeRole(m.office)))]);
  }
  const before = step.recorder === undefined ? undefined : await documentBefore(scene);
  return await holders(scene, before === undefined || step.recorder === undefined ? step.owners : [step.recorder]);
}

async function sceneOf(deps: Deps, wave: NoticeWave): Promise<Scene> {
  const { db } = deps.register;
  const entity = deps.bodies.entity(wave.ref.entity);
  const { simulated } = await cycleFacts(db, wave.ref);
  const { step } = wave;
  const phase = await phaseTitle(db, idOf(wave.ref), step.phase);
  const absent = await absentNames(db, wave.ref.entity);
  return {
    db,
    deps,
    wave,
    on: romeDate(wave.at),
    link: `${deps.post.consoleUrl}/cicli/${entity.id}/${wave.ref.exercise}/attivita/${step.id}`,
    step: {
      id: step.id,
      title: step.title,
      phase: phase ?? step.phase,
      window: step.window,
      dueOn: step.dueOn,
      norm: step.norm.citation,
      force: step.norm.force,
      kind: step.kind,
    },
    acting: once(() => holdersOn(db, wave.ref.entity, romeDate(wave.at))),
    base: (to) => ({
      entity: { id: entity.id, name: entity.name },
      exercise: wave.ref.exercise,
      recipient: to.name,
      actingFor: to.actingFor === undefined ? undefined : (absent.get(to.actingFor) ?? to.actingFor),
      simulated,
      at: wave.at,
    }),
  };
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** From the calendar pinned to the cycle, which the file's may have left behind. */
async function phaseTitle(db: Db, cycle: string, phase: string): Promise<string | undefined> {
  const { calendar } = await db
    .selectFrom('cycles')
    .select('calendar')
    .where('id', '=', cycle)
    .executeTakeFirstOrThrow();
  return calendar.phases.find((p) => p.id === phase)?.title;
}

async function absentNames(db: Db, entity: string): Promise<ReadonlyMap<string, string>> {
  const people = await db.selectFrom('people').select(['id', 'name']).where('entity', '=', entity).execute();
  return new Map(people.map((p) => [p.id, p.name]));
}

const about = (scene: Scene, to: Holder) => ({ ...scene.base(to), step: scene.step, link: scene.link });

/** Who holds any of the roles on the day of the wave, each person once: in their own right where they have any. */
async function holders(scene: Scene, roles: readonly string[]): Promise<readonly Holder[]> {
  const acting = await scene.acting();
  return onceEach(roles.flatMap((role) => acting.of(role)).map((holder) => ({ ...holder, person: holder.id }))).map(
    ({ person: _, ...holder }) => holder,
  );
}

/** Indicators grouped by who answers for their offices: one mail each. */
async function byOfficer(
  scene: Scene,
  indicators: readonly FrozenIndicator[],
): Promise<readonly { readonly to: Holder; readonly indicators: readonly FrozenIndicator[] }[]> {
  const groups = new Map<string, { to: Holder; indicators: FrozenIndicator[] }>();
  for (const office of new Set(indicators.map((i) => i.office))) {
    const asked = indicators.filter((i) => i.office === office);
    for (const to of await holders(scene, [officeRole(office)])) {
      const group = groups.get(to.id) ?? { to, indicators: [] };
      group.indicators.push(...asked);
      groups.set(to.id, group);
    }
  }
  return [...groups.values()];
}

/** Each indicator's value at the checkpoint before, in words. */
async function lastValues({ db, wave }: Scene): Promise<ReadonlyMap<string, string>> {
  const cycle = idOf(wave.ref);
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

/** The term of a target, once it is over: the data sheet asks for the day on which it was reached. */
function termIn({ reading }: FrozenIndicator, period: CivilDate): Pick<IndicatorAsked, 'term'> {
  const term = termOf(reading, period);
  return term === undefined ? {} : { term };
}

/** What an officer is told of the automatic source of an indicator that has no value. */
function collectedTexts(
  collected: CollectedValue | undefined,
  { unit }: FrozenIndicator,
): Pick<IndicatorAsked, 'proposed' | 'failed' | 'value'> {
  if (collected === undefined) return {};
  const { mail } = sourceWords;
  if (collected.outcome === 'failed') return { failed: mail.failed(collected.sourceTitle, collected.reason) };
  const { value, sourceTitle, at } = collected;
  const proposed = mail.proposed(actualText(value, unit), sourceTitle, italianDay(romeDate(at)));
  return { proposed, value };
}
