import { communicationMailWords as words } from '../../words/communication-mail.js';
import { facts, type Letter, text } from '../letter.js';
import type { CommunicationMail } from '../message.js';

export function communication({ about, text: own, document, link, entity, exercise }: CommunicationMail): Letter {
  const body = words.body(entity.name, exercise, about);
  return {
    subject: about,
    preview: body,
    blocks: [
      text(body),
      ...(own === undefined ? [] : [{ kind: 'quote', text: own } as const]),
      ...(document === undefined
        ? []
        : [facts([words.labels.document, document.title], [words.labels.hash, document.hash])]),
    ],
    button: { label: words.button, href: link },
  };
}
