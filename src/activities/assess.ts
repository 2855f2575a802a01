import { type CheckpointContent, publicRollups, writeMonitoring } from '../documents/monitoraggio.js';
import { createAssessor, periodOf } from '../domain/achievement/assess.js';
import type { IndicatorAssessment, Rollup } from '../domain/achievement/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { Entity } from '../domain/entity.js';
import { allIndicators, individualOf } from '../domain/findings/walk.js';
import type { Plan } from '../domain/plan.js';
import type { Policy } from '../domain/policy.js';
import { rollUp } from '../domain/scorecard/roll-up.js';
import type { Titles } from '../domain/scorecard/types.js';
import { parseTarget } from '../domain/target/parse.js';
import { assessmentOf, saveAssessment } from '../register/assessments.js';
import { checkpointOf, type FrozenIndicator, frozenIndicators } from '../register/checkpoints.js';
import { type Db, inTransaction } from '../register/database.js';
import { documentOf, saveDocument } from '../register/documents.js';
import { appendLog, isLogged } from '../register/log.js';
import { currentMeasurements } from '../register/measurements.js';
import { planVersion } from '../register/plans.js';
import { stepsOf } from '../register/steps.js';
import { freeze } from './collect.js';
import type { Deps } from './deps.js';
import { idOf } from './record.js';
import type { RemoteActivities } from './types.js';

/** Computes a closed checkpoint on the plan version and the policy it is pinned to, records and reports the results. */
export function assessing({ register, bodies }: Deps): Pick<RemoteActivities, 'assess'> {
  return {
    assess: async (ref, step, at) => {
      return await inTransaction(register.db, async (tx) => {
        const target = { cycle: idOf(ref), checkpoint: step.id };
        const checkpoint = await checkpointOf(tx, target);
        if (checkpoint === undefined) throw new Error(`checkpoint ${step.id} of ${idOf(ref)} was never opened`);
        const version = await planVersion(tx, ref.entity, ref.exercise, checkpoint.planVersion);
        if (version === undefined) throw new Error(`plan version ${checkpoint.planVersion} of ${idOf(ref)} is missing`);
        const policy = await pinnedPolicy(tx, idOf(ref));
        const [frozen, measured] = await Promise.all([frozenIndicators(tx, target), currentMeasurements(tx, target)]);
        const actuals = new Map(measured.map((m) => [m.indicator, m.actual]));
        const assessor = createAssessor(policy);
        const judged = [
          ...frozen.map((indicator) => ({ ...indicator, measuredAs: indicator.indicator })),
          ...repeated(version.plan, ref.exercise),
        ];
        const assessments = judged.map((indicator) =>
          assessor.assess({
            indicator: indicator.indicator,
            reading: indicator.reading ?? parseTarget(indicator.target, { name: indicator.name, year: ref.exercise }),
            actual: actuals.get(indicator.measuredAs) ?? {
              kind: 'missing',
            },
            period: periodOf(checkpoint),
          }),
        );
        const card = rollUp(version.plan, assessments, policy, [], titlesOf(bodies.entity(ref.entity)));
        if (!card.ok) throw new Error(`the scorecard of ${step.id} does not hold: ${JSON.stringify(card.error)}`);
        const { entity, perspectives, offices, missioni, individual, sheets } = card.value;
        const rollups: readonly Rollup[] = [entity, ...perspectives, ...offices, ...missioni, ...individual, ...sheets];
        await saveAssessment(tx, {
          ...target,
          key: `${target.cycle}/${step.id}/${at}`,
          planVersion: checkpoint.planVersion,
          policyVersion: `${policy.id} ${policy.version}`,
          simulated: checkpoint.simulated,
          at,
          indicators: assessments,
          rollups,
        });
        const outcome = {
          ...(entity.achievement === undefined ? {} : { achievement: entity.achievement }),
          coverage: entity.coverage,
        };
        const answer = { ...outcome, red: assessments.filter((a) => a.light === 'red').map((a) => a.indicator) };
        const key = `${target.cycle}/${step.id}/assessed/${at}`;
        // A retry after the first answer was lost finds its own line, and must not deposit the report again.
        if (await isLogged(tx, key)) return answer;
        const reportVersion = ((await documentOf(tx, target.cycle, step.id))?.version ?? 0) + 1;
        const document = await writeMonitoring(
          {
            kind: step.id,
            title: `Rapporto di ${step.title.toLowerCase()} ${ref.exercise}`,
            entity: bodies.entity(ref.entity).name,
            exercise: ref.exercise,
            version: reportVersion,
            on: romeDate(at),
            simulated: checkpoint.simulated,
          },
          {
            title: step.title,
            from: checkpoint.from,
            to: checkpoint.to,
            indicators: rowsOf(notIndividual(version.plan, judged), assessments),
            ...publicRollups(rollups),
          },
        );
        await saveDocument(tx, {
          cycle: target.cycle,
          kind: step.id,
          version: reportVersion,
          title: document.title,
          mime: document.mime,
          bytes: document.bytes,
          simulated: checkpoint.simulated,
          frozenAt: at,
        });
        await appendLog(tx, {
          key,
          at,
          actor: 'sistema',
          action: 'assessment-computed',
          subject: step.title,
          cycle: target.cycle,
          step: step.id,
          detail: outcome,
        });
        return answer;
      });
    },
  };
}

/** The computed checkpoints of a cycle in order, as documents print them. */
export async function checkpointContents(db: Db, cycle: string): Promise<readonly CheckpointContent[]> {
  const contents: CheckpointContent[] = [];
  for (const step of (await stepsOf(db, cycle)).filter((s) => s.planned.kind === 'checkpoint')) {
    const target = { cycle, checkpoint: step.id };
    const [checkpoint, assessment, frozen] = await Promise.all([
      checkpointOf(db, target),
      assessmentOf(db, target),
      frozenIndicators(db, target),
    ]);
    if (checkpoint === undefined || assessment === undefined) continue;
    const [entity = '', exercise = ''] = cycle.split('/');
    const version = await planVersion(db, entity, Number(exercise), checkpoint.planVersion);
    if (version === undefined) throw new Error(`plan version ${checkpoint.planVersion} of ${cycle} is missing`);
    contents.push({
      title: step.planned.title,
      from: checkpoint.from,
      to: checkpoint.to,
      indicators: rowsOf(notIndividual(version.plan, frozen), assessment.indicators),
      ...publicRollups(assessment.rollups),
    });
  }
  return contents;
}

/** Rows that repeat an indicator, with their own target on its measurement. */
function repeated(plan: Plan, exercise: number): readonly (FrozenIndicator & { readonly measuredAs: string })[] {
  return allIndicators(plan).flatMap(({ node: indicator }) =>
    indicator.repeats === undefined ? [] : [{ ...freeze(indicator, exercise), measuredAs: indicator.repeats }],
  );
}

/** Individual results are for the person, their superior, the OIV and who administers evaluation: no document has them. */
function notIndividual<T extends { readonly indicator: string }>(plan: Plan, indicators: readonly T[]): readonly T[] {
  const individual = new Set(individualOf(plan).flatMap((o) => o.node.indicators.map((i) => i.code)));
  return indicators.filter((i) => !individual.has(i.indicator));
}

async function pinnedPolicy(db: Db, cycle: string): Promise<Policy> {
  const row = await db.selectFrom('cycles').select('policy').where('id', '=', cycle).executeTakeFirstOrThrow();
  // Saved from a validated policy file when the cycle was planned, and never changed.
  return row.policy as Policy;
}

function rowsOf(
  frozen: readonly { readonly indicator: string; readonly name: string; readonly target: string }[],
  assessments: readonly IndicatorAssessment[],
): CheckpointContent['indicators'] {
  const byCode = new Map(assessments.map((a) => [a.indicator, a]));
  return frozen.flatMap(({ indicator, name, target }) => {
    const assessment = byCode.get(indicator);
    return assessment === undefined ? [] : [{ name, target, assessment }];
  });
}

const titlesOf = (entity: Entity): Titles => ({
  office: (id) => entity.offices.find((o) => o.id === id)?.title ?? id,
  role: (id) => entity.roles.find((r) => r.id === id)?.title ?? id,
});
