/** A mission with its programme, as budgets write them: `032/002`, and in those of local bodies `01.07` (D.Lgs. 118/2011, annex 14). */
export const MISSION = /^(\d{3}\/\d{3}|\d{2}\.\d{2})$/;

/** `32 / 2` is no mission; `032 / 002` and `01 . 07` are, without the spaces. Undefined for what is none. */
export function readMission(written: string): string | undefined {
  const bare = written.replace(/\s*([/.])\s*/g, '$1').trim();
  return MISSION.test(bare) ? bare : undefined;
}
