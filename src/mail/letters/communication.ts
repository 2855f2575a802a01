import { communicationMailWords as words } from '../../words/communication-mail.js';
import { type Block, facts, type Letter, text } from '../letter.js';
import type { CommunicationMail } from '../message.js';

export function communication({ about, text: own, document, link, entity, exercise }: CommunicationMail): Letter {
  const body = words.body(entity.name, exercise, about);
  const paragraphs: readonly Block[] = own === '' ? [] : own.split(/\n{2,}/).map(text);
  return {
    subject: about,
    preview: body,
    blocks: [
      text(body),
      ...paragraphs,
      ...(document === undefined
        ? []
        : [facts([words.labels.document, document.title], [words.labels.hash, document.hash])]),
    ],
    button: { label: words.button, href: link },
  };
}
