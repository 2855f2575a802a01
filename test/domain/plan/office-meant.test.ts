import { expect, test } from 'vitest';
import { checkPlan } from '../../../src/domain/findings/check-plan.js';
import type { Plan } from '../../../src/domain/plan.js';
import { cleanPlan, type Draft } from './clean-plan.js';

const OFFICES = ['sportello', 'informatica', 'direzione'];

function factOf(office: string): string {
  const plan: Draft<Plan> = cleanPlan();
  const indicator = plan.areas[0]?.objectives[0]?.programmes[0]?.indicators[0];
  if (indicator !== undefined) indicator.office = office;
  return checkPlan(plan, { offices: OFFICES }).find((f) => f.code === 'office-unknown')?.fact ?? 'none';
}

test('an office nobody has is named with the one that was probably meant', () => {
  expect(factOf('sportelo')).toContain('«sportelo» non è fra quelli dell’ente: forse si intendeva «sportello».');
  expect(factOf('ufficio-ignoto')).toContain('«ufficio-ignoto» non è fra quelli dell’ente.');
});
