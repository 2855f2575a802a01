import { mailWords } from '../../words/mail.js';
import { facts, type Letter, text } from '../letter.js';
import type { Published } from '../step-messages.js';

const words = mailWords.published;

export function published({ document, section, link, verified }: Published): Letter {
  const how = verified ? 'verified' : 'toVerify';
  const body = words.body[how](document);
  return {
    subject: words.subject[how](document),
    preview: body,
    blocks: [text(body), facts([mailWords.labels.section, section])],
    button: { label: words.button, href: link },
  };
}
