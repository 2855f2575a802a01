import { mailWords } from '../../words/mail.js';
import { type Letter, text } from '../letter.js';
import type { DraftRemarks } from '../step-messages.js';

const words = mailWords.draftRemarks;

export function draftRemarks({ link, document, remarks }: DraftRemarks): Letter {
  const body = words.body(document, remarks.length);
  return {
    subject: words.subject(document, remarks.length),
    preview: body,
    blocks: [
      text(body),
      {
        kind: 'items',
        items: remarks.map(({ section, text: said, by }) => ({
          title: section ?? words.whole,
          facts: [
            [words.remark, said],
            [words.by, by],
          ],
        })),
      },
      text(words.after),
    ],
    button: { label: words.button, href: link },
  };
}
