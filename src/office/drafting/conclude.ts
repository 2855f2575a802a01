import { writeDocument } from '../../documents/write.js';
import type { CycleRef } from '../../domain/acting.js';
import type { DatedStep, Instant } from '../../domain/calendar/types.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { MissingSection } from '../../domain/drafting/section.js';
import { OIV_REPORT } from '../../domain/oiv/asked.js';
import { STRATEGIC_FEEDBACK } from '../../domain/voices/strategic-feedback.js';
import { atOneMoment, type Db } from '../../register/database.js';
import { documentsOf } from '../../register/documents.js';
import { draftedOf } from '../../register/drafting.js';
import { keepDrawn } from '../../register/drawn-feedback.js';
import { isLogged } from '../../register/log.js';
import { feedbackNow } from '../../register/reading/strategic-feedback.js';
import { stepsOf } from '../../register/steps.js';
import { deposited, keepOnce } from '../deposit.js';
import type { Deps } from '../deps.js';
import { picturesOf } from '../forms.js';
import { toWrite } from '../freeze.js';
import { putOnSite } from '../publish.js';
import { preparersOfDraft } from './preparers.js';
import { sectionsMissing } from './transmit.js';

type OfOffice = Pick<Deps, 'register' | 'bodies' | 'publicDir' | 'siteStore'>;

/**
 * What a task prepares, when somebody says that it is concluded: what is not ready keeps it from ending. A document that no board
 * receives is frozen as it is then, once for each time the step runs; the OIV's report on the system is published (D.Lgs. 33/2013, art. 31).
 * @returns the sections that are not ready; none where the task may end
 */
export async function concludeDraft(
  office: OfOffice,
  ref: CycleRef,
  step: DatedStep,
  run: number,
  at: Instant,
): Promise<readonly MissingSection[]> {
  const missing = await sectionsMissing(office, ref, step);
  const kind = step.prepares;
  if (missing.length > 0 || kind === undefined) return missing;
  const { db } = office.register;
  if (!(await goesBeforeNoBoard(db, ref, step))) return [];
  await deposited(() => freezePrepared(office, ref, { ...step, prepares: kind }, run, at));
  if (kind === OIV_REPORT) await publishReport(office, ref, step, run, at);
  return [];
}

/** Whether the step prepares the whole of a document, and no board of the cycle receives it: there it is frozen when it is transmitted. */
async function goesBeforeNoBoard(db: Db, ref: CycleRef, { prepares, preparesSections }: DatedStep): Promise<boolean> {
  const steps = await stepsOf(db, cycleId(ref));
  return preparesSections === undefined && !steps.some(({ planned }) => planned.document === prepares);
}

const keyOf = (ref: CycleRef, step: string, run: number): string => `${cycleId(ref)}/${step}/prepared/${run}`;

async function freezePrepared(
  { register: { db }, bodies }: OfOffice,
  ref: CycleRef,
  step: DatedStep & { readonly prepares: string },
  run: number,
  at: Instant,
): Promise<void> {
  const [cycle, kind, key] = [cycleId(ref), step.prepares, keyOf(ref, step.id, run)];
  const found = await atOneMoment(db, async (tx) => {
    const draft = await draftedOf(tx, { cycle, document: kind });
    if (draft === undefined || (await isLogged(tx, key))) return undefined;
    return {
      ...(await toWrite({ db: tx, bodies }, ref, step, { kind, round: run, at })),
      preparedBy: await preparersOfDraft(tx, step, draft),
      items: kind === STRATEGIC_FEEDBACK ? await feedbackNow(tx, ref.entity, ref.exercise) : undefined,
    };
  });
  if (found === undefined) return;
  const { content, version, simulated, forms: own, preparedBy, items } = found;
  const { title, mime, bytes, forms } = await writeDocument(content, await picturesOf(db, found));
  await keepOnce(
    db,
    { key, step: step.id },
    {
      ...{ cycle, kind, version, title, mime, bytes, simulated, preparedBy },
      forms: [...forms, ...own],
      frozenAt: at,
    },
    items && ((tx) => keepDrawn(tx, { cycle, step: step.id, run }, items, at)),
  );
}

/** What the OIV has concluded nobody approves: it is published as it is. */
async function publishReport(
  office: OfOffice,
  ref: CycleRef,
  step: DatedStep,
  run: number,
  at: Instant,
): Promise<void> {
  const report = (await documentsOf(office.register.db, cycleId(ref))).findLast(({ kind }) => kind === OIV_REPORT);
  if (report !== undefined) await putOnSite(office, ref, step, report, { approvals: [], run, at });
}
