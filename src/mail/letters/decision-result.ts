import { mailWords } from '../../words/mail.js';
import { day, longDay } from '../dates.js';
import { type Fact, facts, type Letter, text } from '../letter.js';
import type { DecisionResult } from '../step-messages.js';

const words = mailWords.decisionResult;
const { labels } = mailWords;

export function decisionResult(message: DecisionResult): Letter {
  const { board, document, outcome, remarks, deferredTo, link } = message;
  const when = deferredTo === undefined ? '' : longDay(deferredTo);
  const said = outcome === 'rejected' && message.final === true ? 'putAside' : outcome;
  const ofOiv = message.asked === undefined ? undefined : words.oiv[message.asked];
  const own = message.amends === true ? words.amendment : ofOiv;
  const body = { ...words.body, ...own?.body }[said](document, board, when);
  return {
    subject: { ...words.subject, ...own?.subject }[outcome](document, deferredTo === undefined ? '' : day(deferredTo)),
    preview: body,
    blocks: [
      text(body),
      facts([labels.board, board], actOf(message), deferredTo === undefined ? undefined : [labels.deferredTo, when]),
      ...(remarks === undefined ? [] : [{ kind: 'quote' as const, text: remarks, by: board }]),
    ],
    button: { label: words.button[said], href: link },
  };
}

const actOf = ({ actNumber, actDate }: DecisionResult): Fact | undefined =>
  actNumber === undefined || actDate === undefined ? undefined : [labels.act, words.act(actNumber, day(actDate))];
