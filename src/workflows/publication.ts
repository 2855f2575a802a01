import { firstTries, office } from './activities.js';
import { runStep } from './step.js';
import type { StepInput, StepResult } from './types.js';

/** Publishes the step's document from one snapshot; its dependencies say what must have been approved before. */
export async function publication(input: StepInput): Promise<StepResult> {
  return await runStep(input, (open) => async () => {
    const published = await open.carryOut(
      () => firstTries.publish(input.ref, open.step(), input.run, open.now()),
      () => office.publish(input.ref, open.step(), input.run, open.now()),
    );
    return {
      outcome: `${published.verified === false ? 'in pubblicazione, da verificare' : 'pubblicato'}: ${published.title} (impronta ${published.hash.slice(0, 12)})`,
      announcements: [open.waveOf('published', 'published', { remark: published.title })],
    };
  });
}
