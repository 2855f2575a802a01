import type { DossierData } from '../documents/dossier.js';
import { found } from '../documents/monitoraggio.js';
import { countedOf, lightOf } from '../documents/relazione/year-end.js';
import type { SampledFigure } from '../documents/validation.js';
import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import { individualOf, scorecardIndicators } from '../domain/findings/walk.js';
import { type Judged, judgedOf } from '../domain/oiv/checklist.js';
import { type Candidate, type Proposed, sampleOf } from '../domain/oiv/sample.js';
import { latestComputed } from '../register/assessments.js';
import { bodyProfile } from '../register/body.js';
import type { Db } from '../register/database.js';
import { currentMeasurements } from '../register/measurements.js';
import { judgementsOf } from '../register/oiv.js';
import { planToWrite } from '../register/plan-to-write.js';
import { returnedIndicators } from '../register/returned.js';
import { stepsOf } from '../register/steps.js';
import { checkpointContent } from './checkpoint-results.js';
import { dossierData } from './dossier.js';

/** Of an indicator that is proposed, or was looked at: its result, with the evidence that can be opened. */
export interface DeskFigure {
  readonly indicator: string;
  readonly name: string;
  readonly why: Proposed['why'] | 'chosen';
  readonly value: string;
  readonly achievement: string | undefined;
  readonly evidence: readonly string[];
  /** Who sent its value; absent where it has none. */
  readonly officer: string | undefined;
  readonly judgement: SampledFigure['judgement'] | undefined;
}

/** What the OIV has before it in a cycle. */
export interface Desk {
  readonly dossier: Pick<DossierData, 'acts' | 'checkpoints'>;
  /** The checkpoint the figures are of; absent before there are results. */
  readonly checkpoint: string | undefined;
  readonly checks: readonly Judged[];
  readonly figures: readonly DeskFigure[];
  /** Every indicator with a result, to choose another one. */
  readonly others: readonly { readonly indicator: string; readonly name: string }[];
}

/** The check-list of a cycle, with what the register answers and the OIV says of it now; empty where the body has none. */
export const judgedNow = async (db: Db, ref: CycleRef): Promise<readonly Judged[]> => (await checked(db, ref)).checks;

/** The check-list with its answers, and what these are taken from. */
async function checked(db: Db, ref: CycleRef) {
  const [profile, judged, plan] = await Promise.all([
    bodyProfile(db, ref.entity),
    judgementsOf(db, cycleId(ref), 'requirement'),
    planToWrite(db, ref, undefined),
  ]);
  const list = profile?.validation;
  const dossier = await dossierData(db, ref, plan);
  return { list, plan, dossier, checks: list === undefined ? [] : judgedOf(list, judged, dossier.answers) };
}

/** The check-list and the figures of the OIV's desk, from the register as it is now. Individual results are never among them. */
export async function deskOf(db: Db, ref: CycleRef): Promise<Desk> {
  const cycle = cycleId(ref);
  const [{ list, plan, dossier, checks }, verified, last] = await Promise.all([
    checked(db, ref),
    judgementsOf(db, cycle, 'figure'),
    latestComputed(db, cycle),
  ]);
  const step = last && (await stepsOf(db, cycle)).find(({ id }) => id === last.checkpoint);
  const content = step && (await checkpointContent(db, step));
  if (last === undefined || content === undefined)
    return { dossier, checkpoint: undefined, checks, figures: [], others: [] };
  const [measured, returned] = await Promise.all([currentMeasurements(db, last), returnedIndicators(db, last)]);
  const weights = new Map(
    plan === undefined ? [] : scorecardIndicators(plan.plan).map(({ node }) => [node.code, node.weight] as const),
  );
  const personal = new Set(
    plan === undefined ? [] : individualOf(plan.plan).flatMap(({ node }) => node.indicators.map(({ code }) => code)),
  );
  const sent = new Map(measured.map((one) => [one.indicator, one]));
  const shown = content.indicators.filter(({ assessment }) => !personal.has(assessment.indicator));
  const candidates = shown.flatMap((one): Candidate[] =>
    sent.has(one.assessment.indicator)
      ? [
          {
            indicator: one.assessment.indicator,
            weight: weights.get(one.assessment.indicator),
            light: lightOf(one),
            overridden: one.override !== undefined,
            returned: returned.has(one.assessment.indicator),
          },
        ]
      : [],
  );
  const proposed = sampleOf(candidates, list?.sample ?? 0);
  const chosen = [...new Set(verified.map(({ of }) => of))].filter(
    (code) => !proposed.some(({ indicator }) => indicator === code),
  );
  const rows = [...proposed, ...chosen.map((indicator) => ({ indicator, why: 'chosen' as const }))];
  const figures = rows.flatMap(({ indicator, why }): DeskFigure[] => {
    const one = shown.find(({ assessment }) => assessment.indicator === indicator);
    return one === undefined
      ? []
      : [
          {
            indicator,
            why,
            name: one.name,
            value: found(one.assessment, undefined).value,
            achievement: countedOf(one),
            evidence: sent.get(indicator)?.evidence ?? [],
            officer: sent.get(indicator)?.officer,
            judgement: verified.findLast(({ of }) => of === indicator),
          },
        ];
  });
  return {
    dossier,
    checkpoint: last.checkpoint,
    checks,
    figures,
    others: shown.map(({ assessment, name }) => ({ indicator: assessment.indicator, name })),
  };
}
