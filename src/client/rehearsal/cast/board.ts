import { compareDates, parseCivilDate } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { never } from '../../../domain/result.js';
import { hearingOf } from '../../../register/hearings.js';
import type { StepRecord } from '../../../register/steps.js';
import { boardWords } from '../../../words/board.js';
import { castWords } from '../../../words/cast.js';
import { italianDay } from '../../../words/format.js';
import { FIELD } from '../../console/duties/board/decision-form.js';
import type { Field } from '../page.js';
import { chance } from '../random.js';
import type { ScriptedDecision } from '../script.js';
import type { Answers } from '../visitor.js';
import { actFile } from './act-file.js';
import { openDuty } from './door.js';
import { revision } from './owner.js';
import { type CastDeps, firstHolder, morning, type Outcome, type Planned, report, within } from './stage.js';

const words = castWords.board;

/** What the board's secretary and the preparers do next, by where the document stands. */
export async function boardSitting(
  deps: CastDeps,
  step: StepRecord,
  scripted: readonly ScriptedDecision[],
): Promise<Planned> {
  const { matter, decisions } = await hearingOf(deps.register.db, step);
  const ordinal = decisions.filter((d) => d.round > 0).length;
  switch (matter.phase) {
    case 'before-board': {
      const last = decisions.at(-1);
      const today = romeDate(deps.now());
      if (last?.outcome === 'deferred' && last.deferredTo !== null && today < last.deferredTo) return [];
      const next = scripted[ordinal];
      const at = next === undefined ? within(deps, step, `${step.id}/${ordinal}`, 0.4, 0.9) : morning(next.on);
      const run = () => decide(deps, step, scripted.slice(ordinal));
      return [[`${step.id}/decide/${ordinal}`, { at, step: step.id, by: step.planned.recorder ?? '', run }]];
    }
    case 'to-revise':
      return revision(deps, step, matter.rejection, ordinal);
    case 'preparing':
    case 'settled':
    case 'closed':
      return [];
    default:
      return never(matter);
  }
}

/** The secretary opens the mail, and records on the page what the board has decided. */
async function decide(deps: CastDeps, step: StepRecord, ahead: readonly ScriptedDecision[]): Promise<Outcome> {
  const secretary = await firstHolder(deps, [step.planned.recorder ?? '']);
  const visited = await openDuty(deps, secretary, step);
  const form = visited?.page.formTo('/decisione');
  const actDate = form?.fields.get(FIELD.actDate);
  if (visited?.page.says(boardWords.fourEyes) === true) {
    deps.tell(castWords.refused(`${step.planned.title}, ${secretary.name}`, boardWords.fourEyes));
    return 'done';
  }
  if (visited === undefined || form === undefined || actDate === undefined) return 'waiting';
  const today = romeDate(deps.now());
  // Under a very fast clock the day a matter was to be deferred to may have gone by: the board then decides.
  const scripted = ahead.find((d) => d.deferredTo === undefined || d.deferredTo > today);
  const outcome = scripted?.outcome ?? 'approved';
  const answers = {
    [FIELD.outcome]: outcome,
    [FIELD.remarks]: scripted?.remarks ?? '',
    [FIELD.deferredTo]: scripted?.deferredTo === undefined ? '' : italianDay(scripted.deferredTo),
    ...(outcome === 'approved' ? approval(deps, step, scripted, actDate) : {}),
  };
  const page = await visited.visitor.send(form, answers);
  return report(deps, words.recorded(step.planned.title, outcome, secretary.name) + visited.aside, page);
}

function approval(deps: CastDeps, step: StepRecord, scripted: ScriptedDecision | undefined, actDate: Field): Answers {
  const number = scripted?.actNumber ?? String(10 + Math.floor(chance(deps.script.seed, step.id) * 90));
  const day = sitting(scripted?.on, actDate);
  const present = 5 + Math.floor(chance(deps.script.seed, `${step.id}/votes`) * 4);
  const bytes = actFile(words.actLines(step.planned.title, number, italianDay(day)));
  return {
    [FIELD.actNumber]: number,
    [FIELD.actDate]: italianDay(day),
    [FIELD.present]: String(present),
    [FIELD.inFavour]: String(present),
    [FIELD.against]: '0',
    [FIELD.abstained]: '0',
    [FIELD.file]: new File([new Uint8Array(bytes)], words.actFile(number), { type: 'application/pdf' }),
  };
}

/** The day the board sat, when it is among those the page says it takes: from the first to the last it names. */
function sitting(on: CivilDate | undefined, { hint }: Field): CivilDate {
  const named = hint.match(/\d{2}\/\d{2}\/\d{4}/g)?.map(parseItalian) ?? [];
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`the page names no days for an act: ${hint}`);
  return on === undefined || compareDates(on, first) < 0 || compareDates(on, last) > 0 ? last : on;
}

const parseItalian = (day: string): CivilDate => {
  const read = parseCivilDate(day.split('/').reverse().join('-'));
  if (!read.ok) throw new Error(read.error);
  return read.value;
};
