import { mailWords } from '../../words/mail.js';
import { facts, type Letter, text } from '../letter.js';
import type { AddressChanged } from '../message.js';

const words = mailWords.addressChanged;

export function addressChanged({ to, by }: AddressChanged): Letter {
  return {
    subject: words.subject,
    preview: words.body(by),
    blocks: [text(words.body(by)), facts([words.to, to]), text(words.notYours)],
  };
}
