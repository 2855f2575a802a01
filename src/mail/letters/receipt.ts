import { italianMoment } from '../../words/format.js';
import { receiptMailWords as words } from '../../words/receipt-mail.js';
import { type Letter, text } from '../letter.js';
import type { ReceiptMail } from '../message.js';

/** Values listed in a mail: the others are in the receipt. */
const MOST = 20;

export function receipt({ of, number, title, doneAt, values, link }: ReceiptMail): Letter {
  const body = words.body[of](title, italianMoment(doneAt), values.length);
  const listed = values.slice(0, MOST);
  const others = values.length - listed.length;
  return {
    subject: words.subject[of](title, number),
    preview: body,
    blocks: [text(body), text(words.next[of]), text(words.notYou)],
    button: { label: words.button, href: link },
    details: [
      ...(listed.length === 0
        ? []
        : [
            {
              kind: 'items' as const,
              items: listed.map(({ code, name, value }) => ({
                title: `${code} ${name}`,
                facts: [[words.value, value] as const],
              })),
            },
          ]),
      ...(others === 0 ? [] : [text(words.others(others))]),
    ],
  };
}
