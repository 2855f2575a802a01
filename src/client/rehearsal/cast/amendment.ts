import { STEERING } from '../../../domain/entity.js';
import { castWords } from '../../../words/cast.js';
import { italianDay } from '../../../words/format.js';
import { AMENDMENT_PATH, cyclePath, PLAN_PATH } from '../../pages/kit/paths.js';
import { FIELD } from '../../pages/plan/indicator-names.js';
import type { Page } from '../page.js';
import type { Script, ScriptedChange } from '../script.js';
import type { Answers, Visitor } from '../visitor.js';
import { firstHolder, firstNamed, type Member } from './people.js';
import { type CastDeps, morning, type Outcome, type Planned, report } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { stepPage } from './standing.js';
import { openDuty, signedIn } from './visiting.js';

const { amendment: words } = castWords;

/** The in-year amendments of the script, each proposed on its day. */
export function amendments(deps: CastDeps, step: SeenStep): Planned {
  return deps.script.amendments.map((amendment, i) => [
    `${step.id}/propose/${i}`,
    { at: morning(amendment.on), step: step.id, by: `${step.id}/owner`, run: () => propose(deps, step, amendment) },
  ]);
}

/** What controllo di gestione makes the draft of the plan say before it goes to its board. */
export function drafting(deps: CastDeps, step: SeenStep): Planned {
  return deps.script.drafting.flatMap((draft, i) =>
    draft.step === step.id
      ? [
          [
            `${step.id}/draft/${i}`,
            { at: morning(draft.on), step: step.id, by: STEERING, run: () => rewrite(deps, draft) },
          ],
        ]
      : [],
  );
}

/** Writes targets on the pages of the draft; what stands there already is not written again. */
async function rewrite(deps: CastDeps, { changes, reason }: Script['drafting'][number]): Promise<Outcome> {
  const person = await firstHolder(deps, [STEERING]);
  const { visitor, page } = await signedIn(deps, person, cyclePath(deps.ref, PLAN_PATH));
  const parts = partsOf(page);
  if (parts.length === 0) return 'waiting';
  for (const change of changes) {
    const outcome = await retarget(deps, person, visitor, parts, { ...change, reason });
    if (outcome !== 'done') return outcome;
  }
  return 'done';
}

/** Links of a plan's page to its parts. */
const partsOf = (page: Page): readonly string[] =>
  page.links.filter((link) => new URL(link).pathname.startsWith(`${new URL(page.address).pathname}/parti/`));

/** Begins a draft, or goes on with the one that is there; writes the new targets, says how they are read, and proposes. */
async function propose(deps: CastDeps, step: SeenStep, amendment: Script['amendments'][number]): Promise<Outcome> {
  const { changes, reason } = amendment;
  // What the step's page tells has been proposed, decided or not, is not proposed again.
  if ((await stepPage(deps, step.id)).says(reason)) return 'done';
  const owner = await firstNamed(deps, step.owners);
  const duty = owner === undefined ? undefined : await openDuty(deps, owner, step);
  if (owner === undefined || duty === undefined) return 'waiting';
  const { visitor, page } = await signedIn(deps, owner, cyclePath(deps.ref, `${PLAN_PATH}${AMENDMENT_PATH}`));
  const begin = page.formTo(BEGIN);
  const draft = begin === undefined ? page : await visitor.send(begin, {});
  // Another proposal is before the board, or the exercise is over: the page says so and offers no way on.
  const pages = partsOf(draft);
  if (pages.length === 0) return 'waiting';
  for (const change of changes) {
    const outcome = await retarget(deps, owner, visitor, pages, { ...change, reason });
    if (outcome !== 'done') return outcome;
  }
  const ready = await visitor.open(page.address);
  const form = ready.formTo(PROPOSE);
  if (form === undefined) return 'waiting';
  const codes = changes.map(({ indicator }) => indicator);
  return report(deps, words.proposed(owner.name, codes) + duty.aside, await visitor.send(form, { motivo: reason }));
}

const BEGIN = '/inizio';
const PROPOSE = '/proposta';

interface Rewritten extends ScriptedChange {
  readonly reason: string;
}

/**
 * Finds the indicator among the parts of the draft, writes its target or from when it can be known, and confirms the first reading it
 * is shown.
 */
async function retarget(
  deps: CastDeps,
  owner: Pick<Member, 'name'>,
  visitor: Visitor,
  parts: readonly string[],
  { indicator, target, knownFrom, reason }: Rewritten,
): Promise<Outcome> {
  const page = await formOf(visitor, parts, indicator);
  const form = page?.formTo('');
  if (page === undefined || form === undefined) return 'waiting';
  const changed = {
    [FIELD.target(deps.ref.exercise)]: target,
    [FIELD.knownFrom]: knownFrom === undefined ? undefined : italianDay(knownFrom),
  };
  const stands = ([name, value]: readonly [string, string | undefined]) =>
    value === undefined || form.fields.get(name)?.values[0] === value;
  if (Object.entries(changed).every(stands)) return 'done';
  const typed = { ...changed, [FIELD.reason]: reason };
  const asked = await visitor.send(form, typed);
  const reading = asked.formTo('');
  if (reading?.fields.has(FIELD.reading) !== true) return report(deps, words.wrote(owner.name, indicator), asked);
  const said: Answers = { ...typed, ...answersTo(reading.fields) };
  return report(deps, words.wrote(owner.name, indicator), await visitor.send(reading, said));
}

/** The form of an indicator of the scorecard, by the links of the parts. */
async function formOf(visitor: Visitor, parts: readonly string[], indicator: string): Promise<Page | undefined> {
  for (const part of new Set(parts)) {
    const link = (await visitor.open(part)).links.find((one) =>
      decodeURIComponent(new URL(one).pathname).endsWith(`/${indicator}`),
    );
    if (link !== undefined) return await visitor.open(link);
  }
  return undefined;
}

/** The first reading that is offered; a measure grows along the year. */
function answersTo(fields: NonNullable<ReturnType<Page['formTo']>>['fields']): Answers {
  const first = fields.get(FIELD.reading)?.options[0] ?? '';
  return { [FIELD.reading]: first, [FIELD.accumulation]: fields.has(FIELD.accumulation) ? 'accumulates' : undefined };
}
