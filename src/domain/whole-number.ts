/** A number as digits write it, in a form, an address, a command; undefined of what is none, or longer than any of ours. */
export const wholeNumber = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);
