import { planCalendar } from '../../../src/domain/calendar/plan-calendar.js';
import type { CalendarTemplate } from '../../../src/domain/calendar/template.js';
import type { DatedCalendar, DatedStep } from '../../../src/domain/calendar/types.js';
import type { Entity } from '../../../src/domain/entity.js';
import type { Result } from '../../../src/domain/result.js';
import { findTemplate } from '../../../src/seeds/calendar.js';
import { findEntity } from '../../../src/seeds/entity.js';

/** The value of a result that a test takes for granted. */
export function unwrap<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`unexpected: ${JSON.stringify(result.error, null, 2)}`);
  return result.value;
}

export const ccms: Entity = unwrap(findEntity('ccms')).value;

const templates = { dlgs150: unwrap(findTemplate('dlgs150')).value, piao: unwrap(findTemplate('piao')).value };

export const templateOf = (id: 'dlgs150' | 'piao'): CalendarTemplate => templates[id];

export const calendarOf = (exercise: number, id: 'dlgs150' | 'piao' = 'dlgs150'): DatedCalendar =>
  unwrap(planCalendar(templateOf(id), { entity: ccms, exercise }));

export function stepOf(calendar: DatedCalendar, id: string): DatedStep {
  const step = calendar.steps.find((s) => s.id === id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return step;
}
