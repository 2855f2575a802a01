import type { DatedCalendar } from '../../../domain/calendar/types.js';
import type { Entity } from '../../../domain/entity.js';
import { allIndicators } from '../../../domain/findings/walk.js';
import type { Plan } from '../../../domain/plan.js';
import type { SeedError } from '../../../seeds/read-yaml.js';
import { checkWords as words } from '../../../words/cli-verbs.js';
import { scriptOnFile } from '../../rehearsal/script.js';

/**
 * The script of a body's rehearsal: its form, and steps, offices and indicators it names that are not there.
 * @param calendar of the plan's exercise; a script for another exercise is checked for its form alone
 */
export function checkScript(
  folder: string,
  entity: Pick<Entity, 'offices'>,
  plan: Plan | undefined,
  calendar: DatedCalendar | undefined,
): { readonly exercise?: number; readonly errors: readonly SeedError[] } {
  const read = scriptOnFile(folder);
  if (read === undefined) return { errors: [] };
  if (!read.ok) return { errors: read.error };
  const { file, lineOf, value: script } = read.value;
  const errors: SeedError[] = [];
  const wrong = (path: readonly PropertyKey[], message: string): void =>
    void errors.push({ file, line: lineOf(path), field: path.map(String).join('.'), message });
  if (calendar !== undefined && calendar.exercise === script.exercise) {
    const steps = new Set(calendar.steps.map((s) => s.id));
    const named: readonly (readonly [readonly PropertyKey[], string])[] = [
      ...script.late.map(({ step }, i) => [['late', i, 'step'], step] as const),
      ...script.extensions.map(({ step }, i) => [['extensions', i, 'step'], step] as const),
      ...script.remarks.map(({ step }, i) => [['remarks', i, 'step'], step] as const),
      ...Object.keys(script.decisions).map((step) => [['decisions', step], step] as const),
      ...Object.keys(script.checkpoints).map((step) => [['checkpoints', step], step] as const),
    ];
    for (const [path, step] of named) if (!steps.has(step)) wrong(path, words.scriptStep(step));
  }
  const offices = new Set(entity.offices.map((o) => o.id));
  for (const [step, part] of Object.entries(script.checkpoints)) {
    for (const field of ['lateOffices', 'wrongFirst', 'silentOffices'] as const) {
      part[field].forEach((office, i) => {
        if (!offices.has(office)) wrong(['checkpoints', step, field, i], words.scriptOffice(office));
      });
    }
    if (part.returned !== undefined && !offices.has(part.returned.office)) {
      wrong(['checkpoints', step, 'returned', 'office'], words.scriptOffice(part.returned.office));
    }
  }
  if (plan !== undefined && plan.exercise === script.exercise) {
    const codes = new Set(allIndicators(plan).map(({ node }) => node.code));
    script.amendments.forEach(({ changes }, i) => {
      changes.forEach(({ indicator }, k) => {
        if (!codes.has(indicator))
          wrong(['amendments', i, 'changes', k, 'indicator'], words.scriptIndicator(indicator));
      });
    });
  }
  return { exercise: script.exercise, errors };
}
