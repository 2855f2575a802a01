import type { Result } from '../../../domain/result.js';
import { type Acting, type ActOptions, Refused } from './act-options.js';

/** What was done: the sentence for a person, the facts for a program. */
export interface Done {
  readonly said: string;
  readonly facts?: object;
}

/** Takes an act through the actions of the client and tells how it went. Exit 0 done, 1 refused, 3 nobody there. */
export async function act(options: ActOptions, take: (acting: Acting) => Promise<Result<Done, string>>): Promise<void> {
  const { loadConfig } = await import('../../../config.js');
  const { withActions } = await import('../../system/with-actions.js');
  const { actingOn } = await import('./acting.js');
  const answer = await withActions(
    loadConfig(),
    options.space,
    options.entity,
    async (at) => await take(await actingOn(at, options)),
  );
  if (!answer.ok) throw new Refused(answer.error);
  const { said, facts } = answer.value;
  process.stdout.write(options.json ? `${JSON.stringify({ ok: true, ...facts }, null, 2)}\n` : `${said}\n`);
}
