import { endSession } from './access/end-session.js';
import { eraseSentFile, eraseTextsOf } from './access/erase.js';
import { revokeInvitation } from './access/revoke-invitation.js';
import { revokeToken } from './access/revoke-token.js';
import type { AnyAct } from './act.js';
import { attachAct } from './board/attach-act.js';
import { correctAct } from './board/correct-act.js';
import { decide } from './board/decide.js';
import { resubmit } from './board/resubmit.js';
import { consider } from './body/consider.js';
import { describe } from './body/describe.js';
import { FOLLOW } from './body/follow.js';
import { giveUp } from './body/give-up.js';
import { hear } from './body/hear.js';
import { importSpending } from './body/import-spending.js';
import { settleMail } from './body/settle-mail.js';
import { spend } from './body/spend.js';
import { withdrawEntry } from './body/withdraw-entry.js';
import { changeTerm } from './calendar/change-term.js';
import { withdrawTerm } from './calendar/withdraw-term.js';
import { answerReport } from './checkpoint/answer-report.js';
import { close } from './checkpoint/close.js';
import { delegate, takeBack } from './checkpoint/delegate.js';
import { giveValue } from './checkpoint/give-value.js';
import { override } from './checkpoint/override.js';
import { proposeAction } from './checkpoint/propose-action.js';
import { remarkReport } from './checkpoint/remark-report.js';
import { returnValue } from './checkpoint/return-value.js';
import { withdrawOverride } from './checkpoint/withdraw-override.js';
import { addFactor } from './context/add-factor.js';
import { answerCheckUp } from './context/answer.js';
import { extendSeries } from './context/extend-series.js';
import { improve } from './context/improve.js';
import { reviewFactor } from './context/review-factor.js';
import { begin } from './cycle/begin.js';
import { cancel } from './cycle/cancel.js';
import { communicate } from './cycle/communicate.js';
import { postponeBudget } from './cycle/postpone-budget.js';
import { withdrawPostponement } from './cycle/withdraw-postponement.js';
import { sendNotice } from './delay/send-notice.js';
import { signNotice } from './delay/sign-notice.js';
import { adoptOutline } from './document/adopt-outline.js';
import { addFigure } from './document/figure.js';
import { backToDraft, markReady } from './document/ready.js';
import { answerRemark, closeRemark, remark } from './document/remark.js';
import { standIn, withdrawStandIn } from './document/stand-in.js';
import { transmit } from './document/transmit.js';
import { write } from './document/write.js';
import { recordEarlier } from './earlier/record-earlier.js';
import { withdrawEarlier } from './earlier/withdraw-earlier.js';
import { enterAccounts } from './finance/enter-accounts.js';
import { assignSheet, returnProposal, signOffSheet, takeUpAgain } from './individual/by-act.js';
import { changeSheet, proposeAgain } from './individual/change.js';
import {
  concludeConciliation,
  decideSecondInstance,
  evaluateSelf,
  evaluateSheet,
  noteTalk,
} from './individual/evaluate.js';
import { importRewards } from './individual/import-rewards.js';
import { proposeSheet } from './individual/propose.js';
import { publishRewards } from './individual/publish-rewards.js';
import {
  acceptSheet,
  askConciliation,
  askSecondInstance,
  leaveUnevaluated,
  objectToSheet,
  observeEvaluation,
  withdrawRequest,
} from './individual/saying.js';
import { recordInterview } from './oiv/interview.js';
import { judgeCheck, verifyFigure } from './oiv/judge.js';
import { answerOiv, oivRemark } from './oiv/remark.js';
import { addOffice } from './people/add-office.js';
import { addPerson } from './people/add-person.js';
import { appoint } from './people/appoint.js';
import { correctPerson } from './people/correct-person.js';
import { endMandate } from './people/end-mandate.js';
import { endOffice } from './people/end-office.js';
import { endPerson } from './people/end-person.js';
import { endSubstitution } from './people/end-substitution.js';
import { importPeople } from './people/import-people.js';
import { renameOffice } from './people/rename-office.js';
import { substitute } from './people/substitute.js';
import { addIndicator } from './plan/add-indicator.js';
import { amend } from './plan/amend.js';
import { bringIntoForce } from './plan/bring-into-force.js';
import { confirmReadings } from './plan/confirm-readings.js';
import { correctReading } from './plan/correct-reading.js';
import { discard } from './plan/discard.js';
import { editIndicator } from './plan/edit-indicator.js';
import { editTogether } from './plan/edit-together.js';
import { importPlan } from './plan/import-plan.js';
import { linkObjectives } from './plan/link-objectives.js';
import { ownObjective } from './plan/own-objective.js';
import { pastePlan } from './plan/paste-plan.js';
import { propose } from './plan/propose.js';
import { proposeTarget } from './plan/propose-target.js';
import { removeIndicator } from './plan/remove-indicator.js';
import { restoreVersion } from './plan/restore-version.js';
import { rollOver } from './plan/roll-over.js';
import { settleTarget } from './plan/settle-target.js';
import { unlinkObjectives } from './plan/unlink-objectives.js';
import { weigh } from './plan/weigh.js';
import { withdrawProposal } from './plan/withdraw-proposal.js';
import { withdrawReading } from './plan/withdraw-reading.js';
import { changeRule } from './rules/change-rule.js';
import { withdrawRule } from './rules/withdraw-rule.js';
import { complete } from './step/complete.js';
import { explainDelay } from './step/explain-delay.js';
import { extend } from './step/extend.js';
import { note } from './step/note.js';
import { closeStepRemark, remarkStep, replyToRemark } from './step/remark-step.js';
import { remind } from './step/remind.js';
import { reopen } from './step/reopen.js';
import { restart } from './step/restart.js';
import { addStakeholder } from './voices/add-stakeholder.js';
import { describeStakeholder } from './voices/describe-stakeholder.js';
import { endStakeholder } from './voices/end-stakeholder.js';
import { measureBySurvey } from './voices/measure-by-survey.js';
import { moderate } from './voices/moderate.js';
import { closePublicForm, openPublicForm } from './voices/public-form.js';
import { recordQuestion } from './voices/record-question.js';
import { recordSurvey } from './voices/record-survey.js';
import { withdrawSurvey } from './voices/withdraw-survey.js';

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
  delegate,
  takeBack,
  proposeAction,
  remarkReport,
  answerReport,
  complete,
  explainDelay,
  decide,
  attachAct,
  correctAct,
  resubmit,
  note,
  remarkStep,
  replyToRemark,
  closeStepRemark,
  signNotice,
  sendNotice,
  cancel,
  postponeBudget,
  withdrawPostponement,
  recordEarlier,
  withdrawEarlier,
  begin,
  changeTerm,
  withdrawTerm,
  changeRule,
  withdrawRule,
  addPerson,
  importPeople,
  addOffice,
  renameOffice,
  endOffice,
  correctPerson,
  endPerson,
  appoint,
  endMandate,
  substitute,
  endSubstitution,
  spend,
  importSpending,
  hear,
  consider,
  editIndicator,
  addIndicator,
  removeIndicator,
  editTogether,
  weigh,
  importPlan,
  pastePlan,
  restoreVersion,
  bringIntoForce,
  confirmReadings,
  correctReading,
  withdrawReading,
  FOLLOW.obligation,
  FOLLOW.improvement,
  FOLLOW.corrective,
  settleMail,
  giveUp,
  addFactor,
  reviewFactor,
  extendSeries,
  enterAccounts,
  answerCheckUp,
  improve,
  judgeCheck,
  verifyFigure,
  recordInterview,
  oivRemark,
  answerOiv,
  describe,
  withdrawEntry,
  addStakeholder,
  describeStakeholder,
  endStakeholder,
  recordSurvey,
  recordQuestion,
  withdrawSurvey,
  measureBySurvey,
  openPublicForm,
  closePublicForm,
  moderate,
  communicate,
  amend,
  discard,
  propose,
  withdrawProposal,
  rollOver,
  proposeTarget,
  settleTarget,
  ownObjective,
  linkObjectives,
  unlinkObjectives,
  adoptOutline,
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
  importRewards,
  publishRewards,
  proposeSheet,
  proposeAgain,
  acceptSheet,
  objectToSheet,
  assignSheet,
  changeSheet,
  noteTalk,
  evaluateSelf,
  evaluateSheet,
  observeEvaluation,
  askSecondInstance,
  decideSecondInstance,
  askConciliation,
  concludeConciliation,
  withdrawRequest,
  returnProposal,
  signOffSheet,
  leaveUnevaluated,
  takeUpAgain,
  revokeInvitation,
  revokeToken,
  endSession,
  eraseSentFile,
  eraseTextsOf,
];
