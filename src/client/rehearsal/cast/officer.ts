import type { Actual } from '../../../domain/achievement/types.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import { XLSX_TYPE } from '../../../files/media-types.js';
import { castWords } from '../../../words/cast.js';
import { officerWords } from '../../../words/officer.js';
import { ACTION, ASKED, fieldOf, LATE_REASON } from '../../pages/duties/officer/posted.js';
import { SHEET_FILE, SHEET_MODE, SHEET_MODES } from '../../pages/duties/officer/sheet-section.js';
import type { Form, Page } from '../page.js';
import { chance } from '../random.js';
import { simulateActual } from '../simulate.js';
import type { Answers, Visitor } from '../visitor.js';
import { answersFor, collectedOf, isBlank, marksOf, whysOf, writtenActual } from './answers.js';
import { type Asked, askedOn } from './asked.js';
import type { Member } from './people.js';
import { type CastDeps, type Outcome, report } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { openDuty, type Visited } from './visiting.js';
import { fillSheet } from './workbook.js';

const words = castWords.officer;
const SEND = `${ACTION}=${ASKED.send}`;
const DRAFT = `${ACTION}=${ASKED.draft}`;

/** An officer at a checkpoint. */
export interface Officer {
  readonly deps: CastDeps;
  readonly step: SeenStep;
  readonly person: Member;
  /** Which checkpoint of the year it is, from 1, and the day its values are of. */
  readonly period: { readonly ordinal: number; readonly to: CivilDate };
  /** Why one of their provisional values is corrected in the end; absent: they confirm them all. */
  readonly correction?: string;
  /** Titles of the offices they mean to answer for, by id. */
  readonly offices: ReadonlyMap<string, string>;
  /** Titles of the offices that do not answer, whoever might for them. */
  readonly silentTitles: ReadonlySet<string>;
}

/** Fills in the form and sends it; who makes a mistake first corrects it on the page that comes back. */
export async function sendForm(officer: Officer, wrongFirst: boolean): Promise<Outcome> {
  const { deps, person, step } = officer;
  const visited = await openForm(officer);
  if (visited === undefined) return 'waiting';
  const { asked } = visited;
  if (isAllSent(visited)) return 'done';
  const { answers, codes } = whole(officer, visited);
  let { form } = visited;
  if (wrongFirst) {
    const mistaken = codes.map((code) => fieldOf('value', code)).find((name) => name in answers);
    if (mistaken !== undefined) {
      const refused = await visited.visitor.send(form, { ...answers, [mistaken]: words.wrong }, SEND);
      deps.tell(words.wrongTold(person.name, refused.errors.length === 0 ? [words.accepted] : refused.errors));
      form = refused.formTo('') ?? form;
    }
  }
  const receipt = await confirmed(officer, visited.visitor, await visited.visitor.send(form, answers, SEND));
  const line = words.sent(person.name, asked.length, step.title, receipt.heading);
  return report(deps, line + visited.aside, receipt);
}

/** Fills in half of the form and keeps it for another day. */
export async function saveDraft(officer: Officer): Promise<Outcome> {
  const visited = await openForm(officer);
  if (visited === undefined) return 'waiting';
  // Begun before, or sent: what is typed is not typed again.
  if (isAllSent(visited) || visited.page.says(DRAFT_RESUMED)) return 'done';
  const { codes } = whole(officer, visited);
  const half = codes.slice(0, Math.ceil(codes.length / 2));
  const { answers } = whole(officer, visited, half);
  const kept = await visited.visitor.send(visited.form, answers, DRAFT);
  return report(officer.deps, words.draftTold(officer.person.name, officer.step.title) + visited.aside, kept);
}

/** Fills in the sheet that came with the mail, or the one to take from the page, and sends it back. */
export async function sendSheet(officer: Officer): Promise<Outcome> {
  const { deps, person, step } = officer;
  const visited = await openForm(officer);
  if (visited === undefined) return 'waiting';
  const { page, visitor, form, letter, asked } = visited;
  if (isAllSent(visited)) return 'done';
  const upload = page.formTo('/foglio');
  if (upload === undefined) return 'waiting';
  const attached = letter?.attachments.find(({ name }) => name.endsWith('.xlsx'));
  const blank = attached?.bytes ?? (await visitor.download(upload.address));
  const values = asked
    .filter(({ code }) => isBlank(form, code))
    .map((one) => [one.code, one.provisional ? words.unchanged : writtenActual(measured(officer, one))] as const);
  const filled = await fillSheet(blank, new Map(values));
  const answer = await visitor.send(upload, {
    [SHEET_FILE]: new File([new Uint8Array(filled)], attached?.name ?? 'foglio.xlsx', { type: XLSX_TYPE }),
    [SHEET_MODE]: SHEET_MODES.all,
  });
  const receipt = await confirmed(officer, visitor, answer);
  return report(deps, words.sheet(person.name, step.title, receipt.heading) + visited.aside, receipt);
}

/** Answers what was sent back: the same value, now with its evidence. */
export async function answerRemark(officer: Officer, remark: string): Promise<Outcome> {
  const { deps, person } = officer;
  const visited = await openForm(officer, remark);
  const code = visited?.asked.find((one) => one.returnedWith === remark)?.code;
  if (visited === undefined || code === undefined) return 'waiting';
  const evidence = new File([words.evidence], words.evidenceFile, { type: 'text/plain' });
  const answers = { [fieldOf('note', code)]: words.checked, [fieldOf('files', code)]: evidence };
  const receipt = await visited.visitor.send(visited.form, { ...answers, ...lateReason(visited.form) }, SEND);
  return report(deps, `${words.again(person.name, code)}: ${receipt.heading}${visited.aside}`, receipt);
}

/** Answers a page that asks whether odd values are right, or why values are far from their targets. */
async function confirmed({ period }: Officer, visitor: Visitor, page: Page): Promise<Page> {
  const { causes, next, nextYear } = words.why;
  // At the year's end there are no months left to catch up in.
  const why = { causes, next: period.to.endsWith('-12-31') ? nextYear : next };
  const said = (form: Form): Answers => ({ ...marksOf(form), ...whysOf(form, why) });
  const form = page.forms.find((one) => Object.keys(said(one)).length > 0);
  return form === undefined ? page : visitor.send(form, said(form), SEND);
}

/** A form as it opened, with what it asks of who means to answer. */
interface Opened extends Visited {
  readonly form: Form;
  readonly asked: readonly Asked[];
}

/** What the page says of a draft before it says when it was kept. */
const DRAFT_RESUMED = officerWords.draftResumed('|').split('|')[0]?.trim() ?? '';

async function openForm(officer: Officer, saying?: string): Promise<Opened | undefined> {
  const visited = await openDuty(officer.deps, officer.person, officer.step, saying);
  const form = visited?.page.formTo('');
  if (visited === undefined || form === undefined) return undefined;
  const asked = askedOn(visited.page).filter(({ office }) => office === undefined || !officer.silentTitles.has(office));
  return { ...visited, form, asked };
}

const isAllSent = ({ page, asked }: Opened): boolean =>
  page.says(officerWords.leadDone) || asked.every(({ state }) => state !== 'open');

/** What goes into the fields that are still empty; what stands in the others is left as it is. */
function whole(
  officer: Officer,
  { form, asked }: Opened,
  only?: readonly string[],
): { readonly answers: Answers; readonly codes: readonly string[] } {
  const { deps } = officer;
  const open = asked.filter(({ code }) => isBlank(form, code) && only?.includes(code) !== false);
  const corrected = correctedIn(officer, open);
  const answers = open.map((one) => {
    if (one.provisional && one !== corrected) return { [fieldOf('choice', one.code)]: 'unchanged' };
    return {
      [fieldOf('files', one.code)]: one === corrected ? finalEvidence() : undefined,
      ...answersFor(form, one.code, measured(officer, one), casesOf(deps.script.seed, one.code)),
      [fieldOf('note', one.code)]: one === corrected ? (officer.correction ?? '') : words.note,
    };
  });
  const late = only === undefined ? lateReason(form) : {};
  return { answers: Object.assign({}, ...answers, collectedOf(form), late), codes: open.map(({ code }) => code) };
}

/** The provisional value that this officer corrects: the first that turns out otherwise in the end. */
function correctedIn(officer: Officer, open: readonly Asked[]): Asked | undefined {
  if (officer.correction === undefined) return undefined;
  const before = { ...officer, period: { ...officer.period, ordinal: officer.period.ordinal - 1 } };
  return open.find(
    (one) => one.provisional && writtenActual(measured(before, one)) !== writtenActual(measured(officer, one)),
  );
}

/** What supports a corrected value. */
const finalEvidence = (): File => new File([words.finalEvidence], words.finalEvidenceFile, { type: 'text/plain' });

/** Three in ten give the cases counted instead of the percentage they come to: some dozens of them, or some hundreds. */
function casesOf(seed: number, indicator: string): number | undefined {
  if (chance(seed, `${indicator}/parts`) >= 0.3) return undefined;
  return 40 + Math.round(chance(seed, `${indicator}/cases`) * 260);
}

const lateReason = (form: Form): Answers => (form.fields.has(LATE_REASON) ? { [LATE_REASON]: words.lateReason } : {});

/** What the office has measured: the source publishes no results, so a rehearsal makes them up. */
function measured({ deps, period }: Officer, { code, reading }: Asked): Actual {
  const { exercise } = deps.ref;
  return simulateActual(deps.script.seed, code, reading, period, {
    from: `${exercise}-01-01`,
    to: `${exercise}-12-31`,
  });
}
