import type { CycleRef } from '../../domain/acting.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { officeRole, STEERING } from '../../domain/entity.js';
import { err, type Result } from '../../domain/result.js';
import { type Db, inTransaction } from '../../register/database.js';
import { delegatedAt } from '../../register/delegations.js';
import { saveEvidence } from '../../register/evidence.js';
import { frozenOf } from '../../register/frozen.js';
import {
  type Receipt,
  type SubmissionRefusal,
  submitByMembership,
  submitMeasurements,
} from '../../register/measurements.js';
import { capacitiesOf } from '../../register/people.js';
import { directoryOf } from '../../register/reading/directory-of.js';
import type { Submission } from '../../register/submission.js';
import { registerWords } from '../../words/register.js';

/** What is attached is on record with the values it belongs to, or not at all. */
export async function submitted(
  db: Db,
  ref: CycleRef,
  { files = [], ...submission }: Submission,
): Promise<Result<Receipt, SubmissionRefusal>> {
  // Forms without files share a statement with those that come with them.
  if (files.length === 0) return await takenInto(db, ref, submission);
  try {
    return await inTransaction(db, async (tx) => {
      for (const file of files) await saveEvidence(tx, ref.entity, file);
      const receipt = await takenInto(tx, ref, submission);
      if (!receipt.ok) throw new NotTaken(receipt.error);
      return receipt;
    });
  } catch (cause) {
    if (cause instanceof NotTaken) return err(cause.refusal);
    throw cause;
  }
}

/**
 * An officer answers for the indicators of their own offices, also where they have delegated them: a form opened before is not lost;
 * for those delegated to them; controllo di gestione for any.
 */
async function takenInto(db: Db, ref: CycleRef, submission: Submission): Promise<Result<Receipt, SubmissionRefusal>> {
  const on = romeDate(submission.at);
  const usual = await submitByMembership(db, submission, { entity: ref.entity, on });
  if (usual !== 'not-by-membership') return usual;
  const roles = new Set(
    (await capacitiesOf(db, ref.entity, submission.officer, on))
      .filter((held) => held.actingFor === submission.actingFor)
      .map((held) => held.role),
  );
  if (roles.has(STEERING)) return await submitMeasurements(db, submission);
  const [frozen, delegated] = await Promise.all([frozenOf(db, submission), delegatedAt(db, submission, on)]);
  const isGiven = (indicator: string): boolean =>
    delegated.some(
      (one) =>
        one.indicator === indicator && one.giver === submission.officer && one.delegator === submission.actingFor,
    );
  const directory = await directoryOf(db, ref.entity, on);
  const rows = submission.rows.flatMap(({ indicator }) => {
    const office = frozen.get(indicator)?.office;
    if (office === undefined || roles.has(officeRole(office)) || isGiven(indicator)) return [];
    return [
      {
        indicator,
        message: registerWords.otherOffice(directory.title(officeRole(office)), directory.person(submission.officer)),
      },
    ];
  });
  if (rows.length === 0) return await submitMeasurements(db, submission);
  return err({ reason: 'invalid', message: 'il modulo contiene indicatori di altri uffici', rows });
}

/** Leaves the transaction of a form that is refused, with its files. */
class NotTaken extends Error {
  readonly refusal: SubmissionRefusal;

  constructor(refusal: SubmissionRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
