import { mailWords } from '../../words/mail.js';
import { facts, type Letter, text } from '../letter.js';
import type { Published } from '../message.js';

const words = mailWords.published;

export const published = ({ document, section, link }: Published): Letter => ({
  subject: words.subject(document),
  preview: words.body(document),
  blocks: [text(words.body(document)), facts([mailWords.labels.section, section])],
  button: { label: words.button, href: link },
});
