/** What the fields of one target's reading are for, with what their names begin with. */
const PREFIX = { tick: 's', choice: 'l', accumulation: 'a', rewrite: 't' } as const;

/** Names of the fields of a page of readings, by the key of the target they are of; and back. */
export const FIELD_OF = {
  tick: (key: string): string => `${PREFIX.tick}-${key}`,
  choice: (key: string): string => `${PREFIX.choice}-${key}`,
  accumulation: (key: string): string => `${PREFIX.accumulation}-${key}`,
  rewrite: (key: string): string => `${PREFIX.rewrite}-${key}`,
  /** The key in a field's name; undefined when the field is for something else. */
  keyOf: (field: keyof typeof PREFIX, name: string): string | undefined =>
    name.startsWith(`${PREFIX[field]}-`) && name !== ALL ? name.slice(PREFIX[field].length + 1) : undefined,
} as const;

/** The answer for the measures that have none of their own. */
export const ALL = 'a-tutte';
