import { stepPath } from '../access/cycle-path.js';
import { addDays } from '../domain/calendar/civil-date.js';
import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { OIV } from '../domain/entity.js';
import type { ReportReady } from '../mail/message.js';
import type { Db } from '../register/database.js';
import { entityOf } from '../register/entities.js';
import { type NewNotice, planNotices } from '../register/notices.js';
import { holdersOf } from '../register/people.js';
import { REPORT_NOTICE, reportOccasion, reportsToTell } from '../register/telling.js';
import { eachApart, throwAll } from './each-apart.js';

/** How long after it was deposited a report is still told of: a worker may have been away, an OIV not yet appointed. */
const STILL_TOLD_DAYS = 30;

/**
 * Tells the OIV of each report of a checkpoint, one mail for each version: it may remark on it, and controllo di gestione answers
 * (D.Lgs. 150/2009, art. 14, c. 4, lett. a). What was told is in the ledger: who asks again tells nothing twice. Not of cycles that
 * were planned before there was such a mail.
 */
export async function planReportNotices(
  db: Db,
  desk: { readonly domain: string; readonly consoleUrl: string },
  now: Instant,
): Promise<void> {
  const today = romeDate(now);
  const reports = await reportsToTell(db, `${addDays(today, -STILL_TOLD_DAYS)}T00:00:00Z`);
  const tell = async (report: (typeof reports)[number]): Promise<void> => {
    const entity = await entityOf(db, report.entity);
    if (entity === undefined) return;
    const notices = (await holdersOf(db, report.entity, OIV, today)).map((to): NewNotice => {
      const message: ReportReady = {
        kind: REPORT_NOTICE,
        entity: { id: entity.id, name: entity.name },
        exercise: report.exercise,
        recipient: to.name,
        simulated: report.simulated,
        at: now,
        report: report.title,
        version: report.version,
        link: `${desk.consoleUrl}${stepPath(report, report.checkpoint)}#osservazioni-rapporto`,
      };
      return {
        cycle: report.cycle,
        step: report.checkpoint,
        kind: message.kind,
        on: today,
        person: to.id,
        occasion: reportOccasion(report.version),
        to: { name: to.name, address: to.email },
        message,
        simulated: report.simulated,
        dueAt: now,
      };
    });
    await planNotices(db, notices, desk.domain);
  };
  throwAll(await eachApart(reports, ({ cycle, checkpoint }) => `${cycle}/${checkpoint}`, tell));
}
