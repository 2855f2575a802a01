import { STEERING } from '../../../domain/entity.js';
import { castWords } from '../../../words/cast.js';
import { summaryMailWords } from '../../../words/summary-mail.js';
import { linksIn } from '../page.js';
import { firstHolder } from './people.js';
import { type CastDeps, mornings, type Outcome, type Planned } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { signedIn } from './visiting.js';

/** Days after a checkpoint: a Monday has gone by. */
const AFTER_DAYS = 9;
/** Pages that are looked at: what stands first matters most. */
const MOST_OPENED = 12;

/** After a checkpoint controllo di gestione goes through the summary of the week, one click to each thing. */
export function weeklySummary(deps: CastDeps, { id, kind, completedOn }: SeenStep): Planned {
  if (kind !== 'checkpoint' || completedOn === undefined || deps.mailsOf === undefined) return [];
  const run = () => goThrough(deps);
  return [[`${id}/${completedOn}/summary`, { at: mornings(completedOn, AFTER_DAYS), by: STEERING, run }]];
}

async function goThrough(deps: CastDeps): Promise<Outcome> {
  const person = await firstHolder(deps, [STEERING]);
  const links = await linksOf(deps, person.email);
  if (links === undefined) return 'waiting';
  const { origin } = new URL(deps.consoleUrl);
  const own = [...new Set(links)].filter((link) => new URL(link).origin === origin).slice(0, MOST_OPENED);
  const closed: string[] = [];
  for (const link of own) {
    const { page } = await signedIn(deps, person, link.slice(deps.consoleUrl.length));
    if (page.status !== 200) closed.push(link);
  }
  const line = castWords.summary(person.name, own.length);
  deps.tell(closed.length === 0 ? line : castWords.refused(line, closed.join('; ')));
  return closed.length === 0 ? 'done' : 'refused';
}

/** The links of the latest summary somebody has had; undefined while there is none. */
async function linksOf({ mailsOf }: CastDeps, address: string): Promise<readonly string[] | undefined> {
  if (mailsOf === undefined) return undefined;
  for await (const { html, text } of mailsOf(address))
    if (text?.includes(summaryMailWords.each) === true) return linksIn(html ?? '');
  return undefined;
}
