import { revokeInvitation } from './access/revoke-invitation.js';
import { revokeToken } from './access/revoke-token.js';
import type { AnyAct } from './act.js';
import { resubmit } from './board/resubmit.js';
import { consider } from './body/consider.js';
import { describe } from './body/describe.js';
import { hear } from './body/hear.js';
import { importSpending } from './body/import-spending.js';
import { spend } from './body/spend.js';
import { withdrawEntry } from './body/withdraw-entry.js';
import { close } from './checkpoint/close.js';
import { override } from './checkpoint/override.js';
import { returnValue } from './checkpoint/return-value.js';
import { withdrawOverride } from './checkpoint/withdraw-override.js';
import { cancel } from './cycle/cancel.js';
import { substitute } from './people/substitute.js';
import { amend } from './plan/amend.js';
import { discard } from './plan/discard.js';
import { linkObjectives } from './plan/link-objectives.js';
import { ownObjective } from './plan/own-objective.js';
import { propose } from './plan/propose.js';
import { proposeTarget } from './plan/propose-target.js';
import { rollOver } from './plan/roll-over.js';
import { settleTarget } from './plan/settle-target.js';
import { unlinkObjectives } from './plan/unlink-objectives.js';
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
  complete,
  resubmit,
  note,
  cancel,
  substitute,
  spend,
  importSpending,
  hear,
  consider,
  describe,
  withdrawEntry,
  amend,
  discard,
  propose,
  rollOver,
  proposeTarget,
  settleTarget,
  ownObjective,
  linkObjectives,
  unlinkObjectives,
  revokeInvitation,
  revokeToken,
];
