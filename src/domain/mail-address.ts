import { err, ok, type Result } from './result.js';

/** Why a text is no address a mail can be sent to. */
export type AddressFault = 'shape' | 'mailbox' | 'domain';

const LONGEST_MAILBOX = 64;
const LONGEST_DOMAIN = 253;
/** Words of RFC 5321 (dot-string), in ASCII: mailboxes with accents need an extension few servers offer. */
const MAILBOX = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const ENDING = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * The one rule for mail addresses, for whoever writes, checks, looks up or sends to one.
 * @param text one address, without name or brackets
 * @returns it as it is sent to: a domain with accents by its ASCII name (`università.example` is `xn--universit-y1a.example`,
 *   RFC 5891), the domain in lower case; or which part of it no mail server takes
 */
export function readMailAddress(text: string): Result<string, AddressFault> {
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1) return err('shape');
  const mailbox = text.slice(0, at);
  if (mailbox.length > LONGEST_MAILBOX || !MAILBOX.test(mailbox)) return err('mailbox');
  const domain = asciiDomain(text.slice(at + 1));
  return domain === undefined ? err('domain') : ok(`${mailbox}@${domain}`);
}

function asciiDomain(written: string): string | undefined {
  // Only what may stand in a name: `new URL` would also take ports, paths, escapes and addresses in numbers.
  if (written.length > LONGEST_DOMAIN || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(written)) return undefined;
  const address = `http://${written}`;
  const domain = URL.canParse(address) ? new URL(address).hostname : '';
  const labels = domain.split('.');
  const held = labels.length > 1 && domain.length <= LONGEST_DOMAIN && labels.every((label) => LABEL.test(label));
  return held && ENDING.test(labels.at(-1) ?? '') ? domain : undefined;
}
