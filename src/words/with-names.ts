/** How the register knows a person, within a sentence: `ottavia.brandini`. */
const PERSON = /[a-z0-9]+(?:[.-][a-z0-9]+)+/g;

/** A sentence of the register with the names of persons in the place of their ids; what is nobody's id stays as it is. */
export const withNames = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replaceAll(PERSON, (id) => names.get(id) ?? id);
