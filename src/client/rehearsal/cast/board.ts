import { addDays, compareDates, daysBetween } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { previousWorkingDay, workingDays } from '../../../domain/calendar/working-days.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { type DecisionOutcome, isSettling } from '../../../domain/decision.js';
import { boardWords } from '../../../words/board.js';
import { castWords } from '../../../words/cast.js';
import { consoleWords as shown } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { logSentences } from '../../../words/log-sentences.js';
import { oivWords } from '../../../words/oiv.js';
import { FIELD } from '../../pages/duties/board/decision-fields.js';
import type { Field, Form, Page } from '../page.js';
import { chance } from '../random.js';
import type { ScriptedDecision } from '../script.js';
import type { Answers } from '../visitor.js';
import { actFile } from './act-file.js';
import { judgeWhatIsLeft } from './oiv.js';
import { revision } from './owner.js';
import { firstNamed } from './people.js';
import { type CastDeps, morning, type Outcome, type Planned, report, within } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { daysIn, decisionsOn, namesBeside, stepPage, stepPageSeen } from './standing.js';
import { openDuty } from './visiting.js';
import { revisedDraft, transmission, writing } from './writing.js';

const words = castWords.board;

/** What the board's secretary and the preparers do next, by where the document stands. */
export async function boardSitting(
  deps: CastDeps,
  step: SeenStep,
  scripted: readonly ScriptedDecision[],
): Promise<Planned> {
  const page = await stepPageSeen(deps, step.id);
  const decisions = decisionsOn(page).filter(({ round }) => round > 0);
  const ordinal = decisions.length;
  const last = decisions.at(-1);
  if (step.kind === 'amendment' && proposalsOn(page) <= decisions.filter((d) => d.outcome !== 'deferred').length) {
    return [];
  }
  if (last?.deferredTo !== undefined && romeDate(deps.now()) < last.deferredTo) return [];
  const next = scripted[ordinal];
  const at = next === undefined ? within(deps, step, `${step.id}/${ordinal}`, 0.4, 0.9) : morning(next.on);
  const run = () => decide(deps, step, scripted);
  const sitting: Planned = [[`${step.id}/decide/${ordinal}`, { at, step: step.id, by: `${step.id}/recorder`, run }]];
  return last?.outcome === 'rejected' && step.kind === 'approval'
    ? [
        ...(isDrafted(page)
          ? revisedDraft(deps, step, last, ordinal, scripted[ordinal - 1]?.revised)
          : revision(deps, step, last, ordinal)),
        ...sitting,
      ]
    : isDrafted(page) && decisions.length === 0 && step.kind === 'approval'
      ? [...writing(deps, step), ...transmission(deps, step), ...sitting]
      : sitting;
}

/** Whether the document goes to its board from a draft, as the page of its step says. */
const isDrafted = (page: Page): boolean => page.find('section[aria-labelledby=bozza] a').length > 0;

/** How many amendments the step's page tells have been proposed. */
const proposalsOn = (page: Page): number =>
  page.find('section[aria-labelledby=cronologia] td').filter(({ text }) => text.startsWith(PROPOSED)).length;

const PROPOSED = logSentences['amendment-proposed'] ?? '';

/** The secretary opens the mail, and records on the page what the board has decided. */
async function decide(deps: CastDeps, step: SeenStep, scripted: readonly ScriptedDecision[]): Promise<Outcome> {
  const page = await stepPage(deps, step.id);
  const ahead = scripted.slice(decisionsOn(page).filter(({ round }) => round > 0).length);
  const recorders = namesBeside(page, shown.stepPage.recorder);
  const names = recorders.length > 0 ? recorders : namesBeside(page, shown.stepPage.board);
  const secretary = await firstNamed(deps, names);
  const visited = secretary === undefined ? undefined : await openDuty(deps, secretary, step);
  const form = visited?.page.formTo('/decisione');
  const actDate = form?.fields.get(FIELD.actDate);
  if (secretary !== undefined && visited?.page.says(boardWords.fourEyes) === true) {
    deps.tell(castWords.refused(`${step.title}, ${secretary.name}`, boardWords.fourEyes));
    return 'done';
  }
  if (secretary === undefined || visited === undefined || form === undefined || actDate === undefined) return 'waiting';
  if (visited.page.says(oivWords.toDesk.validation))
    await judgeWhatIsLeft(deps, secretary, decisionsOn(page).filter(({ round }) => round > 0).length);
  const today = romeDate(deps.now());
  const now = putOff(ahead[0], today);
  const outcome = now?.outcome ?? ordinaryOutcome(form);
  // A validation says why, whatever its outcome.
  const reasons = visited.page.says(oivWords.toDesk.validation) ? castWords.oiv.reasons : '';
  const beforeOiv = reasons !== '' || visited.page.says(oivWords.toDesk.opinion);
  const act = isSettling(outcome) ? actOf(deps, step, now, actDate) : {};
  const counted = isSettling(outcome) && !beforeOiv ? votes(deps, step) : {};
  const answers = {
    [FIELD.outcome]: outcome,
    [FIELD.remarks]: now?.remarks ?? reasons,
    [FIELD.deferredTo]: now?.deferredTo === undefined ? '' : italianDay(now.deferredTo),
    ...act,
    ...counted,
  };
  const recorded = await visited.visitor.send(form, answers);
  return report(deps, words.recorded(step.title, outcome, secretary.name) + visited.aside, recorded);
}

/** Where the day a matter was to be deferred to has gone by, it is deferred by as many days from today. */
export function putOff(scripted: ScriptedDecision | undefined, today: CivilDate): ScriptedDecision | undefined {
  const day = scripted?.deferredTo;
  if (scripted === undefined || day === undefined || compareDates(day, today) > 0) return scripted;
  return { ...scripted, deferredTo: addDays(today, Math.max(1, daysBetween(scripted.on, day))) };
}

/** What a board does where nothing says otherwise: the first thing the form offers. */
const ordinaryOutcome = (form: Form): DecisionOutcome =>
  form.fields.get(FIELD.outcome)?.options.includes('noted') === true ? 'noted' : 'approved';

function actOf(deps: CastDeps, step: SeenStep, scripted: ScriptedDecision | undefined, actDate: Field): Answers {
  const number = scripted?.actNumber ?? String(10 + Math.floor(chance(deps.script.seed, step.id) * 90));
  const day = sitting(scripted?.on, actDate);
  const bytes = actFile(words.actLines(step.title, number, italianDay(day)));
  return {
    [FIELD.actNumber]: number,
    [FIELD.actDate]: italianDay(day),
    [FIELD.file]: new File([new Uint8Array(bytes)], words.actFile(number), { type: 'application/pdf' }),
  };
}

/** Everybody in favour. The OIV, which may be one person, has no votes to count. */
function votes(deps: CastDeps, step: SeenStep): Answers {
  const present = String(5 + Math.floor(chance(deps.script.seed, `${step.id}/votes`) * 4));
  return { [FIELD.present]: present, [FIELD.inFavour]: present, [FIELD.against]: '0', [FIELD.abstained]: '0' };
}

/**
 * The day the board sat, when it is among those the page says it takes, from the first to the last it names; else the last working
 * day of these: no board sits on a Sunday.
 */
export function sitting(on: CivilDate | undefined, { hint }: Pick<Field, 'hint'>): CivilDate {
  const named = daysIn(hint);
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`the page names no days for an act: ${hint}`);
  if (on !== undefined && compareDates(on, first) >= 0 && compareDates(on, last) <= 0) return on;
  const worked = previousWorkingDay(last, workingDays());
  return compareDates(worked, first) < 0 ? last : worked;
}
