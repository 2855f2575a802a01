import { daysBetween } from '../../domain/calendar/civil-date.js';
import { romeDate } from '../../domain/calendar/zone.js';
import { assessmentOf } from '../../register/assessments.js';
import { cycleId } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';
import { decisionsOf } from '../../register/decisions.js';
import { stepsOf } from '../../register/steps.js';
import { italianDay, italianPercent } from '../../words/format.js';
import type { CycleRef } from '../../workflows/messages.js';

/** The year in review: steps planned and actual, decisions, mails by kind, achievement per checkpoint and perspective. */
export async function summarise(db: Db, ref: CycleRef): Promise<readonly string[]> {
  const cycle = cycleId(ref.entity, ref.exercise);
  return [
    '',
    `RIEPILOGO DEL CICLO ${ref.exercise} (valori misurati simulati)`,
    '',
    ...(await stepLines(db, cycle)),
    '',
    'Delibere',
    ...(await decisionLines(db, cycle)),
    '',
    'Mail inviate',
    ...(await mailLines(db, cycle)),
    '',
    'Grado di realizzazione',
    ...(await achievementLines(db, cycle)),
  ];
}

async function stepLines(db: Db, cycle: string): Promise<string[]> {
  const steps = await stepsOf(db, cycle);
  const width = Math.min(64, Math.max(...steps.map((s) => s.planned.title.length)));
  const head = `${'Attività'.padEnd(width)}  ${'Tempi'.padEnd(11)}  Apertura    Scadenza    Conclusa    Ritardo`;
  return [
    head,
    ...steps.map((s) => {
      const opened = s.openedAt === null ? '–'.padEnd(10) : italianDay(romeDate(s.openedAt));
      const done = s.completedAt === null ? undefined : romeDate(s.completedAt);
      const days = done === undefined ? 0 : daysBetween(s.dueOn, done);
      const overdue = days > 0 && s.planned.kind !== 'amendment';
      const late = done === undefined ? s.status : overdue ? `${days} gg` : '';
      return `${cut(s.planned.title, width)}  ${s.planned.window.padEnd(11)}  ${opened}  ${italianDay(s.dueOn)}  ${
        done === undefined ? '–'.padEnd(10) : italianDay(done)
      }  ${late}`;
    }),
  ];
}

async function decisionLines(db: Db, cycle: string): Promise<string[]> {
  const outcomes = { approved: 'approvato', rejected: 'respinto', deferred: 'rinviato' } as const;
  return (await decisionsOf(db, cycle)).map((d) => {
    const act =
      d.actNumber === null ? '' : ` con atto n. ${d.actNumber} del ${d.actDate === null ? '' : italianDay(d.actDate)}`;
    const remarks = d.remarks === null ? '' : ` («${d.remarks}»)`;
    const again = d.deferredTo === null ? '' : ` al ${italianDay(d.deferredTo)}`;
    return `  ${d.step}, ${d.board}, seduta ${d.round}: ${outcomes[d.outcome]}${act}${again}${remarks}`;
  });
}

async function mailLines(db: Db, cycle: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notices')
    .select((e) => ['kind', 'state', e.fn.countAll<number>().as('count')])
    .where('cycle', '=', cycle)
    .groupBy(['kind', 'state'])
    .orderBy('kind')
    .orderBy('state')
    .execute();
  return rows.map((r) => `  ${r.kind} (${r.state}): ${r.count}`);
}

async function achievementLines(db: Db, cycle: string): Promise<string[]> {
  const lines: string[] = [];
  for (const step of (await stepsOf(db, cycle)).filter((s) => s.planned.kind === 'checkpoint')) {
    const assessment = await assessmentOf(db, { cycle, checkpoint: step.id });
    if (assessment === undefined) {
      lines.push(`  ${step.planned.title}: non calcolato`);
      continue;
    }
    for (const root of assessment.rollups) {
      const shown = root.node === 'entity' || root.node.startsWith('perspective:');
      if (!shown) continue;
      const achievement = root.achievement === undefined ? 'non calcolabile' : italianPercent(root.achievement);
      const indent = root.node === 'entity' ? `  ${step.planned.title}` : `      ${root.title}`;
      lines.push(
        `${indent}: ${achievement}, copertura ${italianPercent(root.coverage)} (tra ${italianPercent(root.worst)} e ${italianPercent(root.best)})`,
      );
    }
  }
  return lines;
}

const cut = (text: string, width: number): string =>
  text.length <= width ? text.padEnd(width) : `${text.slice(0, width - 1)}…`;
