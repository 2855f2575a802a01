import { stepPath } from '../access/cycle-path.js';
import { draftPath } from '../access/draft-path.js';
import type { Invitations } from '../access/invitations.js';
import type { Instant } from '../domain/calendar/types.js';
import { cycleId } from '../domain/cycle-id.js';
import type { TaskTaken } from '../mail/mandate-messages.js';
import type { Db } from '../register/database.js';
import type { OwnTask } from '../register/reading/own-tasks.js';

/** What a mail that asks somebody for several things leaves with. */
export interface TasksPost {
  readonly domain: string;
  readonly consoleUrl: string;
  readonly invitations: Pick<Invitations, 'links'>;
}

/**
 * Tasks as a mail lists them, each with a link that opens its form.
 * @param invited who is asked, and for whom where that is somebody absent
 */
export async function withLinks(
  db: Db,
  { consoleUrl, invitations }: TasksPost,
  tasks: readonly OwnTask[],
  invited: { readonly person: string; readonly actingFor?: string },
  now: Instant,
): Promise<readonly TaskTaken[]> {
  const told: TaskTaken[] = [];
  for (const task of tasks) {
    const { title, dueOn } = task;
    told.push({ title, dueOn, link: await linkOf(task) });
  }
  return told;

  async function linkOf(task: OwnTask): Promise<string> {
    if (!task.ofStep && task.sections !== undefined) return `${consoleUrl}${draftPath(task, task.sections.document)}`;
    const { entity, step, dueOn } = task;
    const [link] = await invitations.links(db, [{ cycle: cycleId(task), step, entity, ...invited }], dueOn, now);
    return link ?? `${consoleUrl}${stepPath(task, step)}`;
  }
}
