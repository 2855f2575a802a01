import { CONFIRM_HOURS } from '../../domain/token.js';
import { mailWords } from '../../words/mail.js';
import { scopeWords } from '../../words/scopes.js';
import { facts, type Letter, text } from '../letter.js';
import type { TokenNotice } from '../message.js';

const words = mailWords.token;

export function tokenNotice({ moment, title, scopes, requestedBy, days, reference, link }: TokenNotice): Letter {
  const body = words.body[moment](requestedBy);
  return {
    subject: words.subject[moment](title),
    preview: body,
    blocks: [
      text(body),
      facts(
        [words.labels.title, title],
        [words.labels.scopes, scopes.map((scope) => scopeWords[scope]).join('; ')],
        days === undefined ? undefined : [words.labels.days, words.days(days)],
        reference === undefined ? undefined : [words.labels.reference, reference],
      ),
      text(moment === 'to-confirm' ? words.confirm(CONFIRM_HOURS) : words.notYours),
    ],
    button: { label: words.button[moment], href: link },
  };
}
