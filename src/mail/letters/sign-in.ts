import { mailWords } from '../../words/mail.js';
import { type Letter, text } from '../letter.js';
import type { SignIn } from '../message.js';

const words = mailWords.signIn;

export const signIn = ({ link, minutes }: SignIn): Letter => ({
  subject: words.subject,
  preview: words.body(minutes),
  blocks: [text(words.body(minutes)), text(words.notYou)],
  button: { label: words.button, href: link },
});
