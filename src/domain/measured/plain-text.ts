import { err, ok, type Result } from '../result.js';

/**
 * A written value without what nobody sees: zero-width and soft characters and direction marks are dropped, every kind
 * of space is one space, every kind of dash a hyphen, every apostrophe the plain one.
 * @returns an Italian sentence that names the character where dropping it could change what is read
 */
export function plainText(text: string): Result<string, string> {
  // It turns digits around: what is seen is not what would be read.
  if (text.includes('\u202E')) return err(unprintable('\u202E'));
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[‐‑‒–—―−﹣－]/g, '-')
    .replace(/[’‘`´′]/g, "'")
    .trim();
  const control = /\p{Cc}|\p{Co}|\p{Cn}|\uFFFD/u.exec(plain)?.[0];
  return control === undefined ? ok(plain) : err(unprintable(control));
}

/** `U+0093`: how a character that can not be shown is named. */
const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const unprintable = (character: string): string =>
  `il valore contiene un carattere che non si vede (${codeOf(character)}): riscriverlo senza incollarlo da un altro programma`;

/**
 * Why a free text can not be kept, in Italian: PostgreSQL holds neither the null character nor half of a character
 * outside the basic plane. Undefined when it can.
 */
export function refuseText(text: string | undefined): string | undefined {
  if (text === undefined || !/\0|\p{Surrogate}/u.test(text)) return undefined;
  return 'il testo contiene un carattere che non si può registrare: riscriverlo senza incollarlo da un altro programma';
}
