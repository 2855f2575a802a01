/** A value as the text a `jsonb` column takes; drivers would write a list as an SQL array instead. */
export const json = (value: unknown): string => JSON.stringify(value);

/** As `json`, where absent is SQL null. */
export const jsonOrNull = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
