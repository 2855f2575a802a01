import { addDays } from '../../../domain/calendar/civil-date.js';
import { romeDate } from '../../../domain/calendar/zone.js';
import { officeOfRole, STEERING } from '../../../domain/entity.js';
import { castWords } from '../../../words/cast.js';
import { consoleWords as shown } from '../../../words/console.js';
import { italianDay } from '../../../words/format.js';
import { oivWords } from '../../../words/oiv.js';
import { cyclePath, OIV_PATH } from '../../pages/kit/paths.js';
import type { Page } from '../page.js';
import type { Answers } from '../visitor.js';
import { firstHolder, firstNamed, type Member } from './people.js';
import { type CastDeps, mornings, type Outcome, type Planned, report, within } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { decisionsOn, namesBeside, stepPage, stepPageSeen } from './standing.js';
import { openDuty, signedIn } from './visiting.js';

const words = castWords.oiv;

/** Names of the fields of the pages of the OIV's desk. */
const FIELD = {
  verdict: 'giudizio',
  note: 'annotazione',
  heldOn: 'giorno',
  office: 'ufficio',
  notes: 'note',
  about: 'su',
  text: 'testo',
  answer: 'risposta',
} as const;

/** Figures the OIV looks at each time it has a Relazione before it. */
const LOOKED_AT = 3;

/**
 * What the OIV does at its desk before it decides on the Relazione, and controllo di gestione after it refused: a meeting, the check-list,
 * some figures, a remark; the remark is answered, and what was not in order is looked at again.
 */
export async function atTheDesk(deps: CastDeps, step: SeenStep): Promise<Planned> {
  const page = await stepPageSeen(deps, step.id);
  const decisions = decisionsOn(page).filter(({ round }) => round > 0);
  const last = decisions.at(-1);
  const at =
    last === undefined ? within(deps, step, `${step.id}/desk`, 0.05, 0.15) : mornings(last.recordedOn, AGAIN_DAYS);
  // The recorder decides too: one thing after the other.
  const by = `${step.id}/recorder`;
  const work: Planned = [
    [
      `${step.id}/desk/${decisions.length}`,
      { at, step: step.id, by, run: () => deskWork(deps, step, decisions.length) },
    ],
  ];
  if (last?.outcome !== 'rejected') return work;
  const run = () => answerRemarks(deps);
  const answering = { at: mornings(last.recordedOn, ANSWER_DAYS), step: step.id, by: STEERING, run };
  return [...work, [`${step.id}/answers/${decisions.length}`, answering]];
}

/** After a refusal: when remarks are answered, and when the OIV looks again. */
const [ANSWER_DAYS, AGAIN_DAYS] = [2, 5];

async function deskWork(deps: CastDeps, step: SeenStep, before: number): Promise<Outcome> {
  const page = await stepPage(deps, step.id);
  const recorders = namesBeside(page, shown.stepPage.recorder);
  // Who records its own decisions is named as the board alone.
  const names = recorders.length > 0 ? recorders : namesBeside(page, shown.stepPage.board);
  const member = await firstNamed(deps, names);
  const duty = member === undefined ? undefined : await openDuty(deps, member, step);
  if (member === undefined || duty === undefined) return 'waiting';
  if (!duty.page.says(oivWords.toDesk.validation)) return 'done';
  if (before === 0) await meet(deps, member);
  for (const link of linksTo(await deskOf(deps, member), '/lista/')) await judge(deps, member, link, before);
  for (const link of linksTo(await deskOf(deps, member), '/valori/').slice(0, LOOKED_AT))
    await judge(deps, member, link, before);
  if (before === 0) await remark(deps, member);
  return 'done';
}

/**
 * Before it decides the OIV looks whether anything is still to be judged, or after a refusal was not in order: the document may have come
 * to it again only after it had been at its desk.
 */
export async function judgeWhatIsLeft(deps: CastDeps, member: Member, before: number): Promise<void> {
  const desk = await deskOf(deps, member);
  const left = (kind: string) => linksTo(desk, kind, before === 0 ? [oivWords.notJudged] : WANTING);
  const figures = linksTo(desk, '/valori/', Object.values(oivWords.verdicts)).length;
  for (const link of [...left('/lista/'), ...left('/valori/').slice(0, Math.max(0, LOOKED_AT - figures))])
    await judge(deps, member, link, before);
}

const deskPath = ({ ref }: CastDeps): string => cyclePath(ref, OIV_PATH);

const deskOf = async (deps: CastDeps, member: Member): Promise<Page> =>
  (await signedIn(deps, member, deskPath(deps))).page;

/** What is still to be judged, or was not judged well. */
const WANTING: readonly string[] = [oivWords.notJudged, oivWords.verdicts.partly, oivWords.verdicts['not-met']];

/** Where the rows of the desk lead that say one of these. */
const linksTo = (desk: Page, kind: string, saying = WANTING): readonly string[] =>
  desk.find('tbody tr').flatMap((row) => {
    const [link] = row.find(`a[href*="${OIV_PATH}${kind}"]`);
    const verdict = row.find('.ciclo-tag')[0]?.text ?? oivWords.notJudged;
    return link === undefined || !saying.includes(verdict) ? [] : [link.attribute('href') ?? ''];
  });

/**
 * Everything is in order but what is about the sources, the first time: they are looked for, and found the second. Where the register
 * says no, the OIV says why it does not.
 */
async function judge(deps: CastDeps, member: Member, path: string, before: number): Promise<void> {
  const { page } = await signedIn(deps, member, path);
  const wanting = before === 0 && path.includes(SOURCES);
  const note = page.says(oivWords.found('no')) ? words.against : '';
  const answers = wanting
    ? { [FIELD.verdict]: 'partly', [FIELD.note]: words.wanting }
    : { [FIELD.verdict]: 'met', [FIELD.note]: note };
  await fill(deps, member, path, answers, words.judged(member.name));
}

/** The requirement that is not in order the first time. */
const SOURCES = 'fonti-a-campione';

async function meet(deps: CastDeps, member: Member): Promise<void> {
  const path = cyclePath(deps.ref, '/incontro-oiv');
  if ((await deskOf(deps, member)).says(words.notes)) return;
  const { page } = await signedIn(deps, member, path);
  const office = page
    .formTo('')
    ?.fields.get(FIELD.office)
    ?.options.find((one) => officeOfRole(one) !== undefined);
  const answers = {
    [FIELD.heldOn]: italianDay(addDays(romeDate(deps.now()), -1)),
    [FIELD.office]: office ?? '',
    [FIELD.notes]: words.notes,
  };
  await fill(deps, member, path, answers, words.met(member.name));
}

async function remark(deps: CastDeps, member: Member): Promise<void> {
  if ((await deskOf(deps, member)).says(words.remark)) return;
  const answers = { [FIELD.about]: 'dati', [FIELD.text]: words.remark };
  await fill(deps, member, cyclePath(deps.ref, '/osservazione-oiv'), answers, words.remarked(member.name));
}

async function answerRemarks(deps: CastDeps): Promise<Outcome> {
  const member = await firstHolder(deps, [STEERING]);
  const desk = await deskOf(deps, member);
  for (const link of desk.find(`a[href*="${OIV_PATH}/osservazioni/"]`)) {
    const answers = { [FIELD.answer]: words.answer };
    await fill(deps, member, link.attribute('href') ?? '', answers, words.answered(member.name));
  }
  return 'done';
}

async function fill(deps: CastDeps, member: Member, path: string, answers: Answers, line: string): Promise<void> {
  const { visitor, page } = await signedIn(deps, member, path);
  const form = page.formTo('');
  if (form !== undefined) report(deps, line, await visitor.send(form, answers));
}
