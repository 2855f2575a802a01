import { office } from './activities.js';
import type { StepInput, StepResult } from './messages.js';
import { runStep } from './step.js';

/** Publishes the step's document from one snapshot; its dependencies say what must have been approved before. */
export async function publication(input: StepInput): Promise<StepResult> {
  return await runStep(input, async (open) => {
    const published = await office.publish(input.ref, open.step(), input.run, open.now());
    await open.announce('published', 'published', { remark: published.title });
    return { outcome: `pubblicato: ${published.title} (impronta ${published.hash.slice(0, 12)})` };
  });
}
