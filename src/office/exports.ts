import type { DocumentContent } from '../documents/content.js';
import { dossierContent } from '../documents/dossier.js';
import { individualContent } from '../documents/individuale.js';
import { type LogLine, logContent } from '../documents/registro.js';
import type { CycleRef } from '../domain/acting.js';
import type { Instant } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import { assessmentOf } from '../register/assessments.js';
import type { Db } from '../register/database.js';
import type { LogRecord } from '../register/log.js';
import { planToWrite } from '../register/plan-to-write.js';
import { logFound, WHOLE_LOG } from '../register/reading/log-page.js';
import { personNames } from '../register/reading/people.js';
import { stepsOf } from '../register/steps.js';
import { documentWords } from '../words/documents.js';
import { logFacts } from '../words/log-facts.js';
import { withNames } from '../words/with-names.js';
import { type Sources, titles } from './contents.js';
import { dossierData } from './dossier.js';
import { contentNow } from './drafting/content-now.js';
import { headingOf } from './heading.js';

const words = documentWords.log;

/** Documents that go before no board: written from the register as it is when they are asked for. */
export const WRITTEN_WHEN_ASKED = ['pira', 'dossier', 'registro', 'individuale'] as const;
/** Documents that are frozen, and may be looked at as a draft before. */
export const DRAFTABLE = ['piano', 'rpp', 'preventivo', 'budget', 'relazione'] as const;

export type Writable = (typeof WRITTEN_WHEN_ASKED)[number] | (typeof DRAFTABLE)[number];

/**
 * What a document of a cycle would say now. Nothing is kept.
 * @param role for `individuale`, the role whose sheet it is
 * @throws when the cycle, or the plan it needs, is not in the register
 */
export async function currentContent(
  sources: Sources,
  ref: CycleRef,
  kind: Writable,
  at: Instant,
  role?: string,
): Promise<DocumentContent> {
  const { db } = sources;
  const heading = await headingOf(sources, ref, kind, at);
  const plan = await planToWrite(db, ref, undefined);
  switch (kind) {
    case 'dossier':
      return dossierContent(heading, await dossierData(db, ref, plan));
    case 'registro':
      return logContent(
        heading,
        await logLines(db, ref, await logFound(db, { cycle: cycleId(ref), hidden: [] }, WHOLE_LOG)),
      );
    case 'individuale': {
      if (plan === undefined || role === undefined) throw new Error('an individual sheet needs a plan and a role');
      const results = await lastResults(db, cycleId(ref));
      return individualContent(heading, plan.plan, { id: role, title: (await titles(db, ref.entity))(role) }, results);
    }
    default:
      return await contentNow(sources, ref, heading, plan);
  }
}

/** The results of the last checkpoint that has been computed. */
async function lastResults(db: Db, cycle: string) {
  const steps = (await stepsOf(db, cycle)).filter((s) => s.planned.kind === 'checkpoint');
  for (const step of steps.toReversed()) {
    const assessment = await assessmentOf(db, { cycle, checkpoint: step.id });
    if (assessment !== undefined) return assessment.indicators;
  }
  return undefined;
}

/** The facts in words, and which indicators they are about. */
function factsOf(detail: object): readonly string[] {
  const codes: unknown = Reflect.get(detail, 'indicators');
  return [
    ...logFacts(detail),
    ...(Array.isArray(codes) ? [`${words.indicators} ${codes.map(String).join(', ')}`] : []),
  ];
}

/** Lines of the log of a cycle with names in the place of ids. */
export async function logLines(db: Db, ref: CycleRef, records: readonly LogRecord[]): Promise<readonly LogLine[]> {
  const cycle = cycleId(ref);
  const [names, steps] = await Promise.all([personNames(db, ref.entity), stepsOf(db, cycle)]);
  const stepTitles = new Map(steps.map((step) => [step.id, step.planned.title]));
  return records.map((row) => ({
    id: row.id,
    at: row.at,
    recordedAt: row.recordedAt,
    actor: names.get(row.actor) ?? row.actor,
    actingFor: row.actingFor === null ? '' : (names.get(row.actingFor) ?? row.actingFor),
    action: row.action,
    subject: row.subject === cycle ? words.cycle(ref.exercise) : (stepTitles.get(row.subject) ?? row.subject),
    step: row.step === null ? '' : (stepTitles.get(row.step) ?? row.step),
    facts: factsOf(row.detail).map((fact) => withNames(fact, names)),
    via: row.channel,
    token: row.token ?? '',
    detail: row.detail,
  }));
}
