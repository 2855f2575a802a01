import { checkpointsTable } from '../../documents/dossier.js';
import { interviewsTable, remarksTable } from '../../documents/validation.js';
import { cycleId } from '../../domain/cycle-id.js';
import { interviewsOf, oivRemarksOf } from '../../register/oiv.js';
import { titlesOf } from '../../register/people.js';
import { planToWrite } from '../../register/plan-to-write.js';
import { dossierData } from '../dossier.js';
import { type ComputedPart, directly } from './part.js';

/** `oiv/monitoraggi`: the checkpoints of the exercise, closed when and with how many values. */
export const oivCheckpoints: ComputedPart = async ({ db, plan }, ref) => {
  const { checkpoints } = await dossierData(db, ref, plan ?? (await planToWrite(db, ref, undefined)));
  return directly(checkpoints.some(({ closedOn }) => closedOn !== null) ? [checkpointsTable({ checkpoints })] : []);
};

/** `oiv/osservazioni`: what the OIV remarked in the cycle, with the answers. */
export const oivRemarksPart: ComputedPart = async ({ db }, ref) => {
  const remarks = await oivRemarksOf(db, cycleId(ref));
  return directly(remarks.length === 0 ? [] : [remarksTable(remarks)]);
};

/** `oiv/incontri`: with whom the OIV met and when; what was noted stays the OIV's. */
export const oivInterviewsPart: ComputedPart = async ({ db }, ref) => {
  const [held, offices] = await Promise.all([interviewsOf(db, cycleId(ref)), titlesOf(db, ref.entity)]);
  return directly(
    held.length === 0
      ? []
      : [interviewsTable(held.map(({ heldOn, office }) => ({ heldOn, office: offices.get(office) ?? office })))],
  );
};
