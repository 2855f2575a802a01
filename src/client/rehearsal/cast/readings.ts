import { STEERING } from '../../../domain/entity.js';
import { DIRECTION } from '../../../domain/targets/sentence.js';
import { castWords } from '../../../words/cast.js';
import { cyclePath, PLAN_PATH, READINGS_PATH } from '../../pages/kit/paths.js';
import { ALL, FIELD_OF } from '../../pages/plan/reading-fields.js';
import type { Form, Page } from '../page.js';
import type { Answers, Visitor } from '../visitor.js';
import { firstHolder } from './people.js';
import { type CastDeps, type Outcome, type Planned, report, within } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { signedIn } from './visiting.js';

const words = castWords.readings;

/** Controllo di gestione reads the targets once while the Piano is written, and looks at each checkpoint whether one still waits. */
export function readingsAt(deps: CastDeps, step: SeenStep): Planned {
  const key = `${step.id}/readings`;
  return [[key, { at: within(deps, step, key, 0, 0.02), step: step.id, by: STEERING, run: () => readTargets(deps) }]];
}

/**
 * Controllo di gestione opens the plan's page of readings and confirms what it asks: the written ones together, then part by
 * part the others.
 */
export async function readTargets(deps: CastDeps): Promise<Outcome> {
  const person = await firstHolder(deps, [STEERING]);
  const path = cyclePath(deps.ref, `${PLAN_PATH}${READINGS_PATH}`);
  const { visitor, page } = await signedIn(deps, person, path);
  // Without a plan there is nothing to read yet, and nobody to tell.
  if (page.status !== 200) return 'done';
  const all = await confirm(deps, person.name, visitor, page);
  const parts = page.links.filter((link) => new URL(link).pathname.startsWith(`${new URL(page.address).pathname}/`));
  for (const part of new Set(parts)) {
    const outcome = await confirm(deps, person.name, visitor, await visitor.open(part));
    if (outcome !== 'done') return outcome;
  }
  return all;
}

async function confirm(deps: CastDeps, name: string, visitor: Visitor, page: Page): Promise<Outcome> {
  const form = page.formTo('');
  const answers = form === undefined ? {} : answersTo(form);
  if (form === undefined || Object.keys(answers).length === 0) return 'done';
  return report(deps, words.confirmed(name), await visitor.send(form, answers));
}

/** The first reading that is offered, and of what is counted that it grows along the year where more is better. */
function answersTo({ fields }: Form): Answers {
  const names = [...fields.keys()];
  const chosen = names.flatMap((name) => {
    const key = FIELD_OF.keyOf('choice', name);
    const first = fields.get(name)?.options[0] ?? '';
    return key === undefined || !/^\d+$/.test(first) ? [] : [[name, first] as const];
  });
  const levels = names.flatMap((name) => {
    const key = FIELD_OF.keyOf('tick', name);
    const along = key === undefined ? '' : FIELD_OF.accumulation(key);
    const falls = fields.get(name)?.hint.includes(DIRECTION['less-is-better']) === true;
    return falls && fields.has(along) ? [[along, 'level'] as const] : [];
  });
  const ticked = names
    .filter((name) => FIELD_OF.keyOf('tick', name) !== undefined)
    .map((name) => [name, 'si'] as const);
  const all = fields.has(ALL) ? [[ALL, 'accumulates'] as const] : [];
  return Object.fromEntries([...chosen, ...ticked, ...levels, ...all]);
}
