import { parseCivilDate } from '../../../domain/calendar/civil-date.js';
import type { CivilDate } from '../../../domain/calendar/types.js';
import type { DecisionOutcome } from '../../../domain/decision.js';
import { boardWords } from '../../../words/board.js';
import { consoleWords as words } from '../../../words/console.js';
import { cyclePath, stepPath } from '../../pages/kit/paths.js';
import type { Page, Piece } from '../page.js';
import { createVisitor, type Visitor } from '../visitor.js';
import type { CastDeps } from './planned.js';
import type { SeenStep } from './seen-step.js';

/** A decision as the page of its step lists it. */
export interface SeenDecision {
  /** Of the document before the board; 0 for what came before any. */
  readonly round: number;
  readonly outcome: DecisionOutcome;
  readonly remarks: string;
  readonly recordedOn: CivilDate;
  readonly deferredTo?: CivilDate;
}

const readers = new WeakMap<CastDeps, Visitor>();

/** Reads a page of the rehearsal, as anybody may. */
export async function read(deps: CastDeps, path: string): Promise<Page> {
  const visitor = readers.get(deps) ?? createVisitor(deps.visit, new URL(deps.consoleUrl).origin);
  readers.set(deps, visitor);
  return visitor.open(`${deps.consoleUrl}${path}`);
}

/** The pages of steps that have been opened, while nothing new is in the cycle's log. */
const opened = new WeakMap<CastDeps, { readonly position: string; readonly pages: Map<string, Promise<Page>> }>();

/** The steps of the cycle in its order, as its page has them now; none before there is one. */
export async function stepsSeen(deps: CastDeps): Promise<readonly SeenStep[]> {
  const page = await read(deps, cyclePath(deps.ref));
  // A page says where the log stood when it was made, so that it can follow what comes after.
  const position = page.find('main')[0]?.attribute('data-position') ?? '';
  if (position === '' || opened.get(deps)?.position !== position) opened.set(deps, { position, pages: new Map() });
  return page.find('table.ciclo-steps tbody tr').map(readStep);
}

/** The page of a step as it is now. */
export const stepPage = (deps: CastDeps, step: string): Promise<Page> => read(deps, stepPath(deps.ref, step));

/** The page of a step as it was when the steps were last seen to have changed: good enough to plan by, not to act by. */
export async function stepPageSeen(deps: CastDeps, step: string): Promise<Page> {
  const pages = opened.get(deps)?.pages ?? new Map<string, Promise<Page>>();
  const page = pages.get(step) ?? stepPage(deps, step);
  pages.set(step, page);
  return page;
}

function readStep(row: Piece): SeenStep {
  const [name] = row.find('th a');
  const [state, , opening, due, ended, owners] = row.find('td');
  const planned = opening?.find('time')[0]?.attribute('datetime');
  const completed = ended?.find('time')[0]?.attribute('datetime');
  const parties = owners?.find('li small').map(({ text }) => text.split(', ')) ?? [];
  return {
    id: decodeURIComponent(name?.attribute('href')?.split('/').at(-1) ?? ''),
    kind: keyOf(words.stepKind, row.find('th small')[0]?.text ?? ''),
    title: name?.text.replace(/^\S+ /, '') ?? '',
    status: keyOf(words.stepStatus, state?.find('.ciclo-tag')[0]?.text ?? ''),
    openedOn: dayIn(opening?.find('small')[0]?.text ?? '') ?? civil(planned),
    dueOn: civil(due?.find('strong time')[0]?.attribute('datetime')),
    completedOn: completed === undefined ? undefined : civil(completed),
    owners: parties[0] ?? [],
  };
}

/** What the board of a step has decided, in the order of its page. */
export const decisionsOn = (page: Page): readonly SeenDecision[] =>
  page.find('section[aria-labelledby=decisioni] tbody tr').map((row) => {
    const [outcome, act, , remarks, recorded] = row.find('td');
    const decided = outcomeSaid(outcome?.text ?? '');
    const again = decided === 'deferred' ? dayIn(act?.text ?? '') : undefined;
    return {
      round: Number.parseInt(row.find('th')[0]?.text ?? '', 10),
      outcome: decided,
      remarks: remarks?.text ?? '',
      recordedOn: civil(dayIn(recorded?.find('small')[0]?.text ?? '')),
      deferredTo: again,
    };
  });

/** As the form offered it to a board; of the OIV in words of their own. */
function outcomeSaid(text: string): DecisionOutcome {
  const { outcomes, oiv } = boardWords.form;
  const ways: readonly Readonly<Record<DecisionOutcome, string>>[] = [
    outcomes,
    oiv.validation.outcomes,
    oiv.opinion.outcomes,
  ];
  return keyOf(ways.find((way) => Object.values(way).includes(text)) ?? words.outcome, text);
}

/** Names a page gives beside a fact: who records a board's decisions. */
export const namesBeside = (page: Page, label: string): readonly string[] =>
  page
    .find('dl.ciclo-facts > div')
    .filter((fact) => fact.find('dt')[0]?.text === label)
    .flatMap((fact) => fact.find('li small').flatMap(({ text }) => text.split(', ')));

/** The first day a text names as offices write it. */
export function dayIn(text: string): CivilDate | undefined {
  const [written] = daysIn(text);
  return written;
}

/** Every day a text names. */
export const daysIn = (text: string): readonly CivilDate[] =>
  (text.match(/\d{2}\/\d{2}\/\d{4}/g) ?? []).map((day) => civil(day.split('/').reverse().join('-')));

function civil(text: string | undefined): CivilDate {
  const read = parseCivilDate(text ?? '');
  if (!read.ok) throw new Error(`a page shows no day where one was expected: ${read.error}`);
  return read.value;
}

/** The key of a text among the words of a page. @throws Error for one that is not among them */
export function keyOf<K extends string>(of: Readonly<Record<K, string>>, text: string): K {
  for (const key in of) if (of[key] === text) return key;
  throw new Error(`the page says «${text}», which is none of: ${Object.values(of).join(', ')}`);
}
