import { officeRole } from '../../domain/entity.js';
import { allIndicators } from '../../domain/findings/walk.js';
import { planWork } from '../../domain/plan-work.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, never, ok } from '../../domain/result.js';
import { listCycles } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';
import { endOffice as endIt } from '../../register/offices.js';
import { listPlanVersions, planVersion } from '../../register/plans.js';
import { stepsOf } from '../../register/steps.js';
import { officeWords } from '../../words/offices.js';
import { kept } from '../act.js';
import { administering, ordered, orderFields, orderWords } from '../parts.js';
import { anOffice } from './an-office.js';

const words = officeWords.ending;

/** Ends an office that answers for nothing any more: it is offered nowhere, and what people hold of it ends. */
export const endOffice = kept({
  verb: 'end-office',
  path: 'chiusura-ufficio',
  resource: 'endings',
  scope: 'steer',
  on: anOffice,
  fields: orderFields,
  gives: {},
  words: {
    title: words.title,
    does: words.does,
    lead: words.lead,
    submit: words.submit,
    fields: orderWords(words.reason),
    done: (_facts, _values, { office }) => words.done(office.title),
  },
  may: administering,
  notNow: ({ office }) => (office.active ? undefined : words.already),
  keep: async (tx, { entity, today, subject: { office } }) => {
    const held = await stillAsked(tx, entity, office.id);
    if (held.length > 0) return err(held);
    await endIt(tx, entity, office.id, today);
    return ok({});
  },
  logs: ({ subject: { office } }, order) => ({
    action: 'office-ended',
    subject: office.title,
    detail: { office: office.id, reason: ordered(order) },
  }),
});

/** What an office still answers for in the cycles that run: its indicators, and the steps it owns. */
async function stillAsked(db: Db, entity: string, office: string): Promise<readonly Refusal[]> {
  const refusals: Refusal[] = [];
  for (const { id, exercise, status } of await listCycles(db, entity)) {
    if (status !== 'running') continue;
    const versions = await listPlanVersions(db, entity, exercise);
    const codes = new Set<string>();
    for (const version of asking(versions)) {
      const found = await planVersion(db, entity, exercise, version);
      for (const { node } of found === undefined ? [] : allIndicators(found.plan))
        if (node.office === office) codes.add(node.code);
    }
    if (codes.size > 0) refusals.push({ text: words.answers(exercise, codes.size) });
    const owned = (await stepsOf(db, id)).find(
      (one) => one.status !== 'done' && one.status !== 'cancelled' && one.planned.owners.includes(officeRole(office)),
    );
    if (owned !== undefined) refusals.push({ text: words.owns(owned.planned.title, exercise) });
  }
  return refusals;
}

/** The versions by which offices are asked, or will be: also while an amendment is written, what is in force goes on asking. */
function asking(versions: Parameters<typeof planWork>[0]): readonly number[] {
  const work = planWork(versions);
  switch (work.kind) {
    case 'first':
      return work.draft === 0 ? [] : [work.draft];
    case 'in-force':
      return [work.inForce];
    case 'amending':
      return [work.inForce, work.draft];
    case 'proposed':
      return [work.inForce, work.proposed];
    default:
      return never(work);
  }
}
