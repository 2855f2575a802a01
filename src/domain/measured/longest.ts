/** Letters of what is said with a value, and of the value itself as it is written: the same by page, sheet, API and command. */
export const LONGEST_ANSWER = { text: 4_000, value: 200 } as const;
