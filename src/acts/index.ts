import { revokeInvitation } from './access/revoke-invitation.js';
import { revokeToken } from './access/revoke-token.js';
import type { AnyAct } from './act.js';
import { resubmit } from './board/resubmit.js';
import { consider } from './body/consider.js';
import { hear } from './body/hear.js';
import { spend } from './body/spend.js';
import { close } from './checkpoint/close.js';
import { giveValue } from './checkpoint/give-value.js';
import { override } from './checkpoint/override.js';
import { proposeAction } from './checkpoint/propose-action.js';
import { returnValue } from './checkpoint/return-value.js';
import { withdrawOverride } from './checkpoint/withdraw-override.js';
import { cancel } from './cycle/cancel.js';
import { substitute } from './people/substitute.js';
import { addIndicator } from './plan/add-indicator.js';
import { amend } from './plan/amend.js';
import { confirmReadings } from './plan/confirm-readings.js';
import { correctReading } from './plan/correct-reading.js';
import { discard } from './plan/discard.js';
import { editIndicator } from './plan/edit-indicator.js';
import { importPlan } from './plan/import-plan.js';
import { pastePlan } from './plan/paste-plan.js';
import { propose } from './plan/propose.js';
import { removeIndicator } from './plan/remove-indicator.js';
import { restoreVersion } from './plan/restore-version.js';
import { weigh } from './plan/weigh.js';
import { withdrawReading } from './plan/withdraw-reading.js';
import { complete } from './step/complete.js';
import { extend } from './step/extend.js';
import { note } from './step/note.js';
import { remind } from './step/remind.js';
import { reopen } from './step/reopen.js';
import { restart } from './step/restart.js';

/** Everything a person can do, in the order in which the help and the document of the API tell it. */
export const ACTS: readonly AnyAct[] = [
  remind,
  extend,
  reopen,
  restart,
  returnValue,
  close,
  override,
  withdrawOverride,
  giveValue,
  proposeAction,
  complete,
  resubmit,
  note,
  cancel,
  substitute,
  spend,
  hear,
  consider,
  editIndicator,
  addIndicator,
  removeIndicator,
  weigh,
  importPlan,
  pastePlan,
  restoreVersion,
  confirmReadings,
  correctReading,
  withdrawReading,
  amend,
  discard,
  propose,
  revokeInvitation,
  revokeToken,
];
