import { italianMoment } from '../../words/format.js';
import { receiptMailWords as words } from '../../words/receipt-mail.js';
import { facts, type Letter, text } from '../letter.js';
import type { ReceiptMail } from '../message.js';

/** Values listed in a mail: the others are in the receipt. */
const MOST = 20;

export function receipt(message: ReceiptMail): Letter {
  const { of, doneBy, number, title, doneAt, values, link } = message;
  if (doneBy !== undefined && of !== 'values') return doneByOther(message, of, doneBy);
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

/** To who had been asked too. */
function doneByOther(
  { title, doneAt, link }: ReceiptMail,
  of: Exclude<ReceiptMail['of'], 'values'>,
  { name, said, decided }: NonNullable<ReceiptMail['doneBy']>,
): Letter {
  const body = words.byOther.body[of](title, name, italianMoment(doneAt));
  return {
    subject: words.subject[of](title),
    preview: body,
    blocks: [
      text(body),
      ...(decided === undefined ? [] : [facts([words.byOther.decided, decided] as const)]),
      ...(said === undefined ? [] : [{ kind: 'quote' as const, text: said, by: name }]),
      text(words.byOther.next),
    ],
    button: { label: words.byOther.button, href: link },
  };
}
