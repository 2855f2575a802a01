/** What XML can not hold, or Excel would take for an escape of its own: written as `_x000D_`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML can not hold
const UNWRITABLE = /[\0-\x08\x0b-\x1f\ufffe\uffff]|\p{Surrogate}|_(?=x[0-9A-Fa-f]{4}_)/gu;

/** A text as an OOXML string holds it: read back it is the same, whatever it is made of. */
export const ooxmlText = (text: string): string =>
  xml(text.replace(UNWRITABLE, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`));

/** The text an OOXML string stands for. */
export const fromOoxmlText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for an element or a quoted attribute. */
export const xml = (text: string): string => text.replace(/[&<>"]/g, (c) => ENTITIES[c] ?? c);
