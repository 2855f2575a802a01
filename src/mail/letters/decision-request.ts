import { mailWords } from '../../words/mail.js';
import { day, longDay, momentNow } from '../dates.js';
import { facts, type Letter, text } from '../letter.js';
import type { DecisionRequest } from '../step-messages.js';
import { dueOf, termOf } from './step-facts.js';

const words = mailWords.decisionRequest;
const { labels } = mailWords;

export function decisionRequest(message: DecisionRequest): Letter {
  const { step, link, at, asked, amends, board, document, round, changes } = message;
  const moment = momentNow(message.moment, at, step.dueOn);
  const said = amends === true ? words.amendment : asked === undefined ? words : words.oiv[asked];
  const body = said.body[moment](document.title, board, longDay(step.dueOn));
  return {
    subject: said.subject[moment](document.title, board, day(step.dueOn)),
    preview: body,
    blocks: [
      text(body),
      facts(
        [labels.board, board],
        [labels.document, document.title],
        amends === true ? undefined : [labels.round, words.round(round)],
        [labels.frozen, longDay(document.frozenOn)],
        [labels.hash, document.hash],
        [labels.due, longDay(step.dueOn)],
        termOf(step),
      ),
      ...(changes === undefined
        ? []
        : [text(amends === true ? words.amendment.changes : words.changes), { kind: 'quote' as const, text: changes }]),
      text(said.after),
    ],
    button: { label: said.button, href: link },
    due: moment === 'late' ? undefined : dueOf(step),
  };
}
