import { type Entity, everHeldBy, knowsRole, roleCalled } from '../entity.js';
import { never } from '../result.js';
import { parseDateRule } from './date-rule.js';
import type { CalendarProblem, CalendarProblemCode } from './problems.js';
import { findCycle } from './step-order.js';
import { type CalendarTemplate, type PlacedStep, placedSteps, revised } from './template.js';
import { parseWindow } from './window.js';

/**
 * What is wrong with a template whatever the exercise. Empty: it can be tried on a year.
 * @param entity absent: roles and boards are not looked up
 */
export function checkTemplate(template: CalendarTemplate, entity?: Entity): readonly CalendarProblem[] {
  const steps = placedSteps(template);
  const ids = new Set(steps.map((s) => s.step.id));
  return [
    ...duplicateIds(template, steps),
    ...steps.flatMap((placed) => [
      ...checkDependencies(placed, ids),
      ...checkKind(placed),
      ...checkRevisions(placed),
      ...versions(placed).flatMap((version) => [...checkDates(version), ...checkNorms(version, template)]),
      ...(entity === undefined ? [] : checkRoles(placed, entity)),
    ]),
    ...checkCheckpoints(steps),
    ...checkCircle(steps),
  ];
}

/** The step as written, and as each of its revisions makes it. */
function versions(placed: PlacedStep): readonly PlacedStep[] {
  return [placed, ...placed.step.revisions.map((r) => revised(placed, r.fromExercise))];
}

function problem(code: CalendarProblemCode, path: CalendarProblem['path'], message: string): CalendarProblem {
  return { code, path, message };
}

function duplicateIds(template: CalendarTemplate, steps: readonly PlacedStep[]): CalendarProblem[] {
  const again = (ids: readonly string[], i: number): boolean => ids.indexOf(ids[i] ?? '') !== i;
  const stepIds = steps.map((s) => s.step.id);
  const phaseIds = template.phases.map((p) => p.id);
  const normIds = template.norms.map((n) => n.id);
  return [
    ...steps.flatMap((s, i) =>
      again(stepIds, i) ? [problem('duplicate-id', s.at('id'), `l’attività «${s.step.id}» è già nel calendario`)] : [],
    ),
    ...phaseIds.flatMap((id, i) =>
      again(phaseIds, i) ? [problem('duplicate-id', ['phases', i, 'id'], `la fase «${id}» è già nel calendario`)] : [],
    ),
    ...normIds.flatMap((id, i) =>
      again(normIds, i) ? [problem('duplicate-id', ['norms', i, 'id'], `la norma «${id}» è già nell’elenco`)] : [],
    ),
  ];
}

function checkDependencies({ step, at }: PlacedStep, ids: ReadonlySet<string>): CalendarProblem[] {
  const unknown = step.after.flatMap((id, k) =>
    ids.has(id) ? [] : [problem('unknown-step', at('after', k), `l’attività «${id}» non è nel calendario`)],
  );
  if (step.notBefore === undefined || step.after.includes(step.notBefore)) return unknown;
  const message = `«${step.notBefore}» non è tra le attività che questa attende: va indicata anche in «after»`;
  return [...unknown, problem('unknown-step', at('notBefore'), message)];
}

function checkCircle(steps: readonly PlacedStep[]): CalendarProblem[] {
  const circle = findCycle(steps.map((s) => s.step));
  if (circle === undefined) return [];
  const first = steps.find((s) => s.step.id === circle[0]);
  const message = `dipendenza circolare: ${circle.join(' attende ')}`;
  return [problem('dependency-cycle', first === undefined ? ['phases'] : first.at('after'), message)];
}

/** Each kind has its own necessary fields, and no others. */
function checkKind({ step, at }: PlacedStep): CalendarProblem[] {
  const needs = {
    board: step.kind === 'approval' || step.kind === 'amendment',
    document: step.kind === 'approval' || step.kind === 'publication' || step.kind === 'amendment',
    checkpoint: step.kind === 'checkpoint',
  };
  const problems: CalendarProblem[] = [];
  if (needs.board && step.board === undefined) {
    problems.push(problem('board', at(), `«${step.id}» va deliberata, ma non è indicato l’organo (board)`));
  }
  if (!needs.board && step.board !== undefined) {
    const message = `«${step.id}» (${kindName(step.kind)}) non passa da un organo: «${step.board}» non serve`;
    problems.push(problem('board', at('board'), message));
  }
  if (needs.document && step.document === undefined) {
    problems.push(problem('document', at(), `«${step.id}» riguarda un documento, ma non è indicato quale (document)`));
  }
  if (step.asks === 'note' && step.kind !== 'approval') {
    const message = `«asks: note» è di ciò che va davanti a un organo che ne prende atto: qui (${kindName(step.kind)}) non serve`;
    problems.push(problem('board', at('asks'), message));
  }
  if (step.prepares !== undefined && step.kind !== 'task') {
    const message = `«prepares» è di un’attività di lavoro: qui (${kindName(step.kind)}) non serve`;
    problems.push(problem('document', at('prepares'), message));
  }
  if (step.sheets !== undefined && step.kind !== 'task') {
    const message = `«sheets» è di un’attività di lavoro: qui (${kindName(step.kind)}) non serve`;
    problems.push(problem('sheets', at('sheets'), message));
  }
  if (needs.checkpoint !== (step.checkpoint !== undefined)) {
    const message = needs.checkpoint
      ? `il monitoraggio «${step.id}» non indica il periodo osservato (checkpoint)`
      : `«${step.id}» (${kindName(step.kind)}) non è un monitoraggio: «checkpoint» non serve`;
    problems.push(problem('checkpoint', needs.checkpoint ? at() : at('checkpoint'), message));
  }
  return problems;
}

function kindName(kind: PlacedStep['step']['kind']): string {
  switch (kind) {
    case 'task':
      return 'attività';
    case 'approval':
      return 'approvazione';
    case 'checkpoint':
      return 'monitoraggio';
    case 'publication':
      return 'pubblicazione';
    case 'amendment':
      return 'aggiornamento';
    default:
      return never(kind);
  }
}

function checkRevisions({ step, at }: PlacedStep): CalendarProblem[] {
  return step.revisions.flatMap((revision, k) => {
    const before = step.revisions[k - 1];
    if (before === undefined || before.fromExercise < revision.fromExercise) return [];
    const message = `le revisioni vanno in ordine di esercizio: ${revision.fromExercise} segue ${before.fromExercise}`;
    return [problem('date', at('revisions', k, 'fromExercise'), message)];
  });
}

function checkDates({ step, at }: PlacedStep): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const window = parseWindow(step.window);
  if (!window.ok) {
    problems.push(problem('window', at('window'), window.error));
  } else if (window.value.kind === 'ongoing' && (step.opens === undefined || step.due === undefined)) {
    const message = `«${step.id}» è «${step.window}»: apertura (opens) e scadenza (due) vanno scritte`;
    problems.push(problem('window', at('window'), message));
  } else if (window.value.kind === 'span' && step.year === undefined) {
    const message = `non è detto di quale anno sono i tempi «${step.window}» (year: Y-1, Y o Y+1)`;
    problems.push(problem('window', at('window'), message));
  }
  for (const field of ['opens', 'due', 'term'] as const) {
    const text = step[field];
    const rule = text === undefined ? undefined : parseDateRule(text);
    if (rule === undefined) continue;
    if (!rule.ok) problems.push(problem('date', at(field), rule.error));
    else if (rule.value.kind === 'after' && rule.value.step === undefined && field === 'opens') {
      const message = 'un’apertura non si può contare dall’apertura: si attende una data o «… dopo <attività>»';
      problems.push(problem('date', at(field), message));
    } else if (rule.value.kind === 'after' && rule.value.step !== undefined && !step.after.includes(rule.value.step)) {
      const message = `la data si conta da «${rule.value.step}», che questa attività non attende: va indicata anche in «after»`;
      problems.push(problem('unknown-step', at(field), message));
    }
  }
  for (const field of step.checkpoint === undefined ? [] : (['from', 'to'] as const)) {
    const rule = parseDateRule(step.checkpoint?.[field] ?? '');
    const message = rule.ok ? 'il periodo di un monitoraggio ha date, per esempio «30 aprile Y»' : rule.error;
    if (!rule.ok || rule.value.kind !== 'fixed') problems.push(problem('date', at('checkpoint', field), message));
  }
  return problems;
}

function checkNorms({ step, at }: PlacedStep, template: CalendarTemplate): CalendarProblem[] {
  const known = new Map(template.norms.map((n) => [n.id, n]));
  const problems = step.norms.flatMap((id, k) =>
    known.has(id) ? [] : [problem('unknown-norm', at('norms', k), `la norma «${id}» non è nell’elenco del modello`)],
  );
  const postponed = step.ifBudgetPostponed?.norm;
  if (postponed !== undefined && !known.has(postponed)) {
    const message = `la norma «${postponed}» non è nell’elenco del modello`;
    problems.push(problem('unknown-norm', at('ifBudgetPostponed', 'norm'), message));
  }
  const legal = step.norms.some((id) => known.get(id)?.force === 'law');
  if (legal && step.onHoliday === undefined) {
    const message = `«${step.id}» ha un termine di legge: va detto se si sposta quando cade in un giorno festivo, e perché (onHoliday)`;
    problems.push(problem('holiday-rule', at(), message));
  }
  if (step.term !== undefined && !legal) {
    const message = `«${step.id}» indica un termine di legge (term), ma nessuna delle sue norme è di legge (force: law)`;
    problems.push(problem('term-without-law', at('term'), message));
  }
  return problems;
}

function checkRoles({ step, at }: PlacedStep, entity: Entity): CalendarProblem[] {
  const unknown = (role: string): string => `il ruolo o ufficio «${role}» non esiste nell’ente «${entity.id}»`;
  const problems: CalendarProblem[] = [];
  step.owners.forEach((role, k) => {
    if (!knowsRole(entity, role)) problems.push(problem('unknown-role', at('owners', k), unknown(role)));
    else if (everHeldBy(entity, role).length === 0) {
      const message = `nessuno ricopre «${role}»: non c’è chi avvisare per «${step.id}»`;
      problems.push(problem('unknown-role', at('owners', k), message));
    }
  });
  const informed = [step.participants, ...step.revisions.map(({ participants }) => participants ?? [])];
  informed.forEach((roles, version) => {
    const place = version === 0 ? ['participants'] : ['revisions', version - 1, 'participants'];
    roles.forEach((role, k) => {
      if (!knowsRole(entity, role)) problems.push(problem('unknown-role', at(...place, k), unknown(role)));
    });
  });
  if (step.board === undefined) return problems;
  const known = roleCalled(entity, step.board);
  const board = entity.roles.find((r) => r.id === known);
  if (board === undefined) problems.push(problem('unknown-role', at('board'), unknown(step.board)));
  else if (!board.board) {
    problems.push(problem('board', at('board'), `«${step.board}» non è un organo dell’ente «${entity.id}»`));
  }
  return problems;
}

function checkCheckpoints(steps: readonly PlacedStep[]): CalendarProblem[] {
  const found = steps.flatMap(({ step, at }) =>
    step.checkpoint === undefined ? [] : [{ period: step.checkpoint, at }],
  );
  const misplaced = found.slice(0, -1).flatMap(({ period, at }) => {
    if (period.final === undefined) return [];
    const message = 'la raccolta finale (final) è l’ultimo monitoraggio: dopo non ce ne sono altri';
    return [problem('checkpoint', at('checkpoint', 'final'), message)];
  });
  const misnumbered = found.flatMap(({ period, at }, i) => {
    if (period.ordinal === i + 1) return [];
    const message = `i monitoraggi si numerano di seguito da 1: si attende ${i + 1}, si legge ${period.ordinal}`;
    return [problem('checkpoint', at('checkpoint', 'ordinal'), message)];
  });
  return [...misplaced, ...misnumbered];
}
