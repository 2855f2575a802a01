import { describe, expect, test } from 'vitest';
import { lackingIn } from '../../../src/domain/drafting/data-needed.js';
import type { SectionOutline } from '../../../src/domain/drafting/outline.js';
import { missingIn } from '../../../src/domain/drafting/section.js';
import { missingSection } from '../../../src/domain/drafting/transmission.js';
import { COMPUTED_PARTS } from '../../../src/office/computed/index.js';
import type { ComputedPart } from '../../../src/office/computed/part.js';
import { loadPlan } from '../../../src/seeds/plan.js';

const section = (from: string): SectionOutline => ({
  ...({ id: from, title: 'Risorse', level: 2, required: true, owners: ['controllo-gestione'] } as const),
  content: { kind: 'computed', from },
});
const RESOURCES = [section('risorse/per-area'), section('programmazione/interventi')];

function planOf(folder: string) {
  const plan = loadPlan(folder);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value.plan;
}

describe('what a document lacks while nobody has brought in what it is computed from', () => {
  const whole = planOf('seeds/massa-carrara-2016');
  const none = { ...whole, sheets: [], budget: { lines: [], totals: [] }, resources: undefined };

  test.each(RESOURCES)('$id: asked of a Piano without resources, and not of one that has them', async (one) => {
    const lacking = (plan: typeof whole) => [...lackingIn([one], plan)];
    expect([lacking(whole), lacking(none)]).toEqual([[], [one.id]]);
    const part = COMPUTED_PARTS[one.id];
    const said = async (plan: typeof whole) =>
      // The part is made from the plan alone.
      (
        await part?.({ plan: { plan, version: 1 } } as Parameters<ComputedPart>[0], {
          space: 's',
          entity: 'ccms',
          exercise: 2016,
        })
      )?.length;
    expect([(await said(whole)) ?? 0, await said(none)]).toEqual([expect.toSatisfy((n: number) => n > 0), 0]);
  });

  test('is said with who brings it in and where, also to who would go on without', () => {
    const drafted = { ...({ state: 'to-write', text: '', revision: 0, openRemarks: 0 } as const) };
    const outline = section('risorse/per-area');
    const [missing] = missingIn([{ outline, ...drafted }], new Set([outline.id]));
    expect(missing && missingSection(missing)).toBe(
      '«Risorse» non ha ancora contenuto: mancano le risorse dei programmi: le scrive il controllo di gestione nella cartella di lavoro del Piano, foglio «Budget», o «Schede» e «Altre risorse», che si scarica e si importa dalla pagina del Piano',
    );
  });
});
