import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { may } from '../../access/roles.js';
import type { Rollup } from '../../domain/achievement/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import { type Assessment, assessmentOf, latestComputed } from '../../register/assessments.js';
import { cycleOf, listCycles } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';
import { roundsOf } from '../../register/hearings.js';
import { individualIndicators } from '../../register/reading/checkpoint.js';
import { listedReadings } from '../../register/reading/readings-listed.js';
import { type StepRecord, stepOf, stepsOf } from '../../register/steps.js';
import { apiWords } from '../../words/api.js';
import type { Site } from '../pages/kit/site.js';
import { notFoundProblem } from './problem.js';
import { routes } from './routes.js';

const { problems } = apiWords;
const INDIVIDUAL = 'individual:';

/** What another program may read. */
export function mountReading(api: OpenAPIHono, { deps }: Site): void {
  const { db } = deps.register;
  api.openapi(routes.me, (c) => {
    const { person, capacities, roles } = c.get('caller');
    return c.json(
      {
        entity: person.entity,
        person: { id: person.id, name: person.name },
        capacities: [...capacities],
        accessRoles: [...roles].sort(),
        scopes: [...c.get('token').scopes],
        tokenExpiresAt: c.get('token').expiresAt,
      },
      200,
    );
  });
  api.openapi(routes.cycles, async (c) => {
    const cycles = await listCycles(db, c.get('token').entity);
    return c.json(cycles.map(publicCycle), 200);
  });
  api.openapi(routes.cycle, async (c) => {
    const { entity, exercise } = c.req.valid('param');
    const cycle = await cycleOf(db, cycleId({ entity, exercise: Number(exercise) }));
    if (cycle === undefined) return notFoundProblem(c);
    const steps = await stepsOf(db, cycle.id);
    const count = (...of: readonly string[]): number => steps.filter((s) => of.includes(s.status)).length;
    return c.json(
      {
        ...publicCycle(cycle),
        steps: {
          total: steps.length,
          done: count('done'),
          open: count('open', 'deferred'),
          late: count('late'),
          waiting: count('waiting'),
        },
      },
      200,
    );
  });
  api.openapi(routes.steps, async (c) => {
    const { entity, exercise } = c.req.valid('param');
    const steps = await stepsOf(db, cycleId({ entity, exercise: Number(exercise) }));
    const rounds = await roundsOf(db, cycleId({ entity, exercise: Number(exercise) }));
    return steps.length === 0
      ? notFoundProblem(c)
      : c.json(
          steps.map((one) => publicStep(one, rounds)),
          200,
        );
  });
  api.openapi(routes.step, async (c) => {
    const { entity, exercise, step } = c.req.valid('param');
    const found = await stepOf(db, cycleId({ entity, exercise: Number(exercise) }), step);
    const rounds = await roundsOf(db, cycleId({ entity, exercise: Number(exercise) }));
    return found === undefined ? notFoundProblem(c) : c.json(publicStep(found, rounds), 200);
  });
  api.openapi(routes.readings, async (c) => {
    const { entity, exercise } = c.req.valid('param');
    if ((await cycleOf(db, cycleId({ entity, exercise: Number(exercise) }))) === undefined) return notFoundProblem(c);
    const listed = await listedReadings(db, { entity, exercise: Number(exercise) }, seesIndividual(c));
    const readings = listed.flatMap((version) => version.readings);
    return c.json(
      readings.map((one) => ({ ...one, readings: [...one.readings], followers: [...one.followers] })),
      200,
    );
  });
  api.openapi(routes.assessment, async (c) => {
    const { entity, exercise, checkpoint } = c.req.valid('param');
    const found = await assessmentOf(db, { cycle: cycleId({ entity, exercise: Number(exercise) }), checkpoint });
    if (found === undefined) return notFoundProblem(c, problems.noScorecard);
    return c.json(await publicAssessment(db, found, c, Number(exercise)), 200);
  });
  api.openapi(routes.scorecard, async (c) => {
    const { entity, exercise } = c.req.valid('param');
    const latest = await latestComputed(db, cycleId({ entity, exercise: Number(exercise) }));
    const found = latest === undefined ? undefined : await assessmentOf(db, latest);
    if (found === undefined) return notFoundProblem(c, problems.noScorecard);
    const { indicators: _each, ...card } = await publicAssessment(db, found, c, Number(exercise));
    return c.json(card, 200);
  });
}

type Listed = Awaited<ReturnType<typeof listCycles>>[number];

const publicCycle = ({ entity, exercise, status, openedAt, closedAt, simulated }: Listed) => ({
  entity,
  exercise,
  status,
  openedAt,
  closedAt,
  simulated,
});

/** @param rounds of its cycle: a step that has not come before a board is in none */
const publicStep = (step: StepRecord, rounds: ReadonlyMap<string, number>) => ({
  id: step.id,
  title: step.planned.title,
  phase: step.planned.phase,
  kind: step.planned.kind,
  status: step.status,
  opensOn: step.planned.opensOn,
  dueOn: step.dueOn,
  openedAt: step.openedAt,
  completedAt: step.completedAt,
  run: step.run,
  round: rounds.get(step.id) ?? 0,
  owners: [...step.planned.owners],
  waitingFor: [...step.waitingFor],
  norm: step.planned.norm.citation,
});

/** Both the caller and their token may see everybody’s. */
const seesIndividual = (c: Context): boolean =>
  may(c.get('caller').roles, 'read-individual') && c.get('token').scopes.includes('read-individual');

/** Results without those of single persons, unless both the caller and their token may see everybody's. */
async function publicAssessment(db: Db, found: Assessment, c: Context, exercise: number) {
  const { person } = c.get('caller');
  const all = seesIndividual(c);
  const hidden = all ? new Set<string>() : await individualIndicators(db, person.entity, exercise, found.planVersion);
  return {
    checkpoint: found.checkpoint,
    at: found.at,
    planVersion: found.planVersion,
    policyVersion: found.policyVersion,
    simulated: found.simulated,
    indicators: found.indicators
      .filter((one) => !hidden.has(one.indicator))
      .map(({ indicator, state, achievement, light, formula, trace }) => ({
        indicator,
        state,
        light,
        trace: [...trace],
        achievement,
        formula,
      })),
    rollups: found.rollups.filter((node) => all || !node.node.startsWith(INDIVIDUAL)).flatMap((node) => flat(node)),
  };
}

type FlatRollup = Omit<Rollup, 'trace' | 'children' | 'computed'> & { readonly parent?: string };

/** A tree as a list, each node after the one it is part of. */
function flat({ children, trace: _trace, computed: _computed, ...node }: Rollup, parent?: string): FlatRollup[] {
  return [{ ...node, parent }, ...children.flatMap((c) => flat(c, node.node))];
}
