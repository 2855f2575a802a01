/** What a step of the calendar waits for of everybody's sheets; then it ends by itself. */
export const SHEET_GOALS = ['assigned', 'talked', 'evaluated', 'published'] as const;
export type SheetGoal = (typeof SHEET_GOALS)[number];
