import { readMailAddress } from '../domain/mail-address.js';

/** A mail that must not leave as it is: a header would carry what it must not. The message is in Italian. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

// Control characters, and the separators some programs take for line ends.
const UNSAFE = /[\p{Cc}\u2028\u2029]/u;

/**
 * A text that may stand in a header.
 * @throws MailRefused when it carries a line break or another control character
 */
export function headerText(text: string): string {
  if (UNSAFE.test(text))
    throw new MailRefused(`oggetto o nome con interruzioni di riga: ${JSON.stringify(text.slice(0, 80))}`);
  return text;
}

/**
 * One mailbox and nothing else, as it is sent to.
 * @throws MailRefused when it is not one address: a list, a route, a comment, a line break
 */
export function headerAddress(address: string): string {
  const read = readMailAddress(address);
  if (!read.ok) throw new MailRefused(`indirizzo di posta non valido: ${JSON.stringify(address.slice(0, 80))}`);
  return read.value;
}

/**
 * The target of a link.
 * @throws MailRefused when it is not an absolute http(s) address
 */
export function linkTarget(href: string): string {
  const url = URL.canParse(href) ? new URL(href) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new MailRefused(`collegamento non valido: ${JSON.stringify(href.slice(0, 80))}`);
  }
  return url.href;
}
