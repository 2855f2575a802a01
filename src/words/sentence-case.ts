/** A sentence that stands alone, of one written as the middle of another: it begins with a capital letter. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
