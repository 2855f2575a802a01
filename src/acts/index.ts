import { revokeInvitation } from './access/revoke-invitation.js';
import { revokeToken } from './access/revoke-token.js';
import type { AnyAct } from './act.js';
import { resubmit } from './board/resubmit.js';
import { consider } from './body/consider.js';
import { hear } from './body/hear.js';
import { spend } from './body/spend.js';
import { close } from './checkpoint/close.js';
import { override } from './checkpoint/override.js';
import { returnValue } from './checkpoint/return-value.js';
import { withdrawOverride } from './checkpoint/withdraw-override.js';
import { cancel } from './cycle/cancel.js';
import { addFigure } from './document/figure.js';
import { backToDraft, markReady } from './document/ready.js';
import { answerRemark, closeRemark, remark } from './document/remark.js';
import { standIn, withdrawStandIn } from './document/stand-in.js';
import { transmit } from './document/transmit.js';
import { write } from './document/write.js';
import { substitute } from './people/substitute.js';
import { amend } from './plan/amend.js';
import { discard } from './plan/discard.js';
import { propose } from './plan/propose.js';
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
  hear,
  consider,
  amend,
  discard,
  propose,
  write,
  markReady,
  backToDraft,
  remark,
  answerRemark,
  closeRemark,
  addFigure,
  standIn,
  withdrawStandIn,
  transmit,
  revokeInvitation,
  revokeToken,
];
