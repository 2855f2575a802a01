import { DUTY_PATH } from '../access/invitations.js';
import type { Contact } from '../domain/contact.js';
import { never } from '../domain/result.js';
import { mailWords } from '../words/mail.js';
import { sentenceCase } from '../words/sentence-case.js';
import { type Attachment, dataSheet } from './data-sheet.js';
import type { DueDate } from './due-ics.js';
import { headerText } from './header.js';
import { type Frame, letterHtml } from './html.js';
import { type Block, type Letter, text } from './letter.js';
import { addressChanged } from './letters/address-changed.js';
import { appointed } from './letters/appointed.js';
import { checkpointRequest } from './letters/checkpoint-request.js';
import { communication } from './letters/communication.js';
import { computationFailed } from './letters/computation-failed.js';
import { correctiveAction } from './letters/corrective-action.js';
import { cycleSummary } from './letters/cycle-summary.js';
import { decisionRequest } from './letters/decision-request.js';
import { decisionResult } from './letters/decision-result.js';
import { delegationTold } from './letters/delegation-told.js';
import { draftRemarks } from './letters/draft-remarks.js';
import { draftSections } from './letters/draft-sections.js';
import { escalation } from './letters/escalation.js';
import { evaluationAsked } from './letters/evaluation-asked.js';
import { followUpReminder } from './letters/follow-up-reminder.js';
import { notComputed } from './letters/not-computed.js';
import { phaseNotice } from './letters/phase-notice.js';
import { proposalWithdrawn } from './letters/proposal-withdrawn.js';
import { published } from './letters/published.js';
import { receipt } from './letters/receipt.js';
import { reportReady } from './letters/report-ready.js';
import { signIn } from './letters/sign-in.js';
import { stepDueToday } from './letters/step-due-today.js';
import { stepLate } from './letters/step-late.js';
import { stepOpening } from './letters/step-opening.js';
import { stepRemark } from './letters/step-remark.js';
import { stepReminder } from './letters/step-reminder.js';
import { stepTrouble } from './letters/step-trouble.js';
import { type StepPrompt, stepsTogether } from './letters/steps-together.js';
import { substitutionBegun } from './letters/substitution-begun.js';
import { tokenNotice } from './letters/token-notice.js';
import { troubleNotice } from './letters/trouble-notice.js';
import { valueReturned } from './letters/value-returned.js';
import type { Message } from './message.js';
import type { MessageBase } from './message-base.js';
import { datedSubject, shortSubject } from './subject.js';
import { letterText } from './text.js';

/** A mail ready to be sent. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The due dates for the recipient's calendar, where any is asked. */
  readonly due?: readonly DueDate[] | undefined;
  /** Who reads answers. */
  readonly replyTo?: undefined | { readonly name: string; readonly address: string };
  /** The data sheet, where values are asked. */
  readonly sheet?: Attachment | undefined;
}

/**
 * Writes the mail a message asks for. The same message always gives the same mail.
 * @param contact whom to ask, where that is known
 * @throws MailRefused when the subject would carry a line break or the link is not one
 */
export function renderMessage(message: Message, contact?: Contact): RenderedMail {
  const letter = saidByHand(letterOf(message), message);
  const sheet = message.kind === 'checkpoint-request' ? dataSheet(message) : undefined;
  const due = letter.due && [{ ...letter.due, at: message.at }];
  return { ...rendered(letter, message, contact), due: due?.map((one) => dueOf(message, one)), sheet };
}

/** The one mail in the place of several about steps, to one person. @param contact as of `renderMessage` */
export function renderTogether(prompts: readonly [StepPrompt, ...StepPrompt[]], contact?: Contact): RenderedMail {
  const dues = prompts.map(({ step, at }) => ({ id: step.id, title: step.title, on: step.dueOn, at }));
  return {
    ...rendered(stepsTogether(prompts), prompts[0], contact),
    due: dues.map((one) => dueOf(prompts[0], one)),
  };
}

/** A letter that somebody sends says so before anything else, with their own words. */
function saidByHand(letter: Letter, { byHand }: MessageBase): Letter {
  if (byHand === undefined) return letter;
  const { by, text: own } = byHand;
  const said = own === undefined ? [] : [{ kind: 'quote', text: own, by } as const];
  return { ...letter, blocks: [text(mailWords.byHand(by)), ...said, ...afterFullStop(letter.blocks)] };
}

/** A letter goes on from its greeting in small letters; after a sentence it begins anew. */
const afterFullStop = ([first, ...rest]: readonly Block[]): readonly Block[] =>
  first === undefined ? [] : [first.kind === 'text' ? text(sentenceCase(first.text)) : first, ...rest];

/** Whether one of its links lets in who has it, without asking who they are. */
function letsIn({ button, blocks, details = [] }: Letter): boolean {
  const links = [...blocks, ...details].flatMap((block) =>
    block.kind === 'items'
      ? block.items.flatMap(({ link, facts }) => [link?.href, ...facts.map(([, said]) => said)])
      : [],
  );
  return [button?.href, ...links].some(
    (link) => link !== undefined && URL.canParse(link) && INVITES.test(new URL(link).pathname),
  );
}

const INVITES = new RegExp(`^(/[^/]+)?${DUTY_PATH}/[^/]`);

type Due = NonNullable<Letter['due']> & Pick<DueDate, 'at'>;

const dueOf = ({ entity, exercise }: MessageBase, { id, title, on, at }: Due): DueDate => ({
  entity: entity.id,
  exercise,
  step: id,
  title,
  on,
  at,
});

function rendered(
  letter: Letter,
  { entity, exercise, recipient, actingFor, simulated, at }: MessageBase,
  contact: Contact | undefined,
): Omit<RenderedMail, 'due' | 'sheet'> {
  const frame: Frame = {
    greeting: mailWords.greeting(recipient),
    footer: [...(letsIn(letter) ? [mailWords.personal] : []), mailWords.footer(entity.name, exercise, contact)].join(
      '\n',
    ),
    simulated,
    actingFor: actingFor === undefined ? undefined : mailWords.actingFor(actingFor),
  };
  const said = actingFor === undefined ? letter : { ...letter, blocks: afterFullStop(letter.blocks) };
  const short = shortSubject(datedSubject(letter.subject, at));
  return {
    subject: headerText(simulated ? mailWords.simulatedSubject(short) : short),
    text: letterText(said, frame),
    html: letterHtml(said, frame),
    replyTo: contact?.email === undefined ? undefined : { name: contact.name, address: contact.email },
  };
}

function letterOf(message: Message): Letter {
  switch (message.kind) {
    case 'step-opening':
      return stepOpening(message);
    case 'step-reminder':
      return stepReminder(message);
    case 'step-due-today':
      return stepDueToday(message);
    case 'step-late':
      return stepLate(message);
    case 'escalation':
      return escalation(message);
    case 'checkpoint-request':
      return checkpointRequest(message);
    case 'decision-request':
      return decisionRequest(message);
    case 'decision-result':
      return decisionResult(message);
    case 'proposal-withdrawn':
      return proposalWithdrawn(message);
    case 'value-returned':
      return valueReturned(message);
    case 'corrective-action':
      return correctiveAction(message);
    case 'not-computed':
      return notComputed(message);
    case 'computation-failed':
      return computationFailed(message);
    case 'published':
      return published(message);
    case 'draft-sections':
      return draftSections(message);
    case 'draft-remarks':
      return draftRemarks(message);
    case 'step-trouble':
      return stepTrouble(message);
    case 'follow-up-reminder':
      return followUpReminder(message);
    case 'evaluation':
      return evaluationAsked(message);
    case 'troubles':
      return troubleNotice(message);
    case 'communication':
      return communication(message);
    case 'phase':
      return phaseNotice(message);
    case 'report-ready':
      return reportReady(message);
    case 'cycle-summary':
      return cycleSummary(message);
    case 'substitution':
      return substitutionBegun(message);
    case 'delegation':
      return delegationTold(message);
    case 'appointment':
      return appointed(message);
    case 'receipt':
      return receipt(message);
    case 'step-remark':
      return stepRemark(message);
    case 'sign-in':
      return signIn(message);
    case 'token':
      return tokenNotice(message);
    case 'address-changed':
      return addressChanged(message);
    default:
      return never(message);
  }
}
