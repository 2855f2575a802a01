import { castWords } from '../../../words/cast.js';
import { noticeKinds, consoleWords as shown } from '../../../words/console.js';
import { mailWords } from '../../../words/mail.js';
import { textField } from '../../pages/duties/officer/proposals.js';
import { chance } from '../random.js';
import { firstNamed, type Member } from './people.js';
import { type CastDeps, mornings, type Outcome, type Planned, report } from './planned.js';
import type { SeenStep } from './seen-step.js';
import { stepPage } from './standing.js';
import { openDuty } from './visiting.js';

const words = castWords.keeping;

/** After a checkpoint, who was written to about results far from their target says what they will do about them. */
export async function remedies(deps: CastDeps, step: SeenStep): Promise<Planned> {
  const { completedOn, kind } = step;
  if (kind !== 'checkpoint' || completedOn === undefined || deps.mailsOf === undefined) return [];
  const sent = (await stepPage(deps, step.id)).find('section[aria-labelledby=promemoria] tbody tr').flatMap((row) => {
    const [about, name, state] = row.find('td').map(({ text }) => text);
    return about === noticeKinds['corrective-action'] && state === shown.noticeState.sent ? [name ?? ''] : [];
  });
  const asked = await Promise.all([...new Set(sent)].map((name) => firstNamed(deps, [name])));
  return asked.flatMap((person) => {
    if (person === undefined) return [];
    const days = 1 + Math.round(chance(deps.script.seed, `${step.id}/1/${person.id}/remedies`) * 6);
    const run = () => propose(deps, step, person);
    return [
      [`${step.id}/${completedOn}/${person.id}/remedies`, { at: mornings(completedOn, days), by: person.id, run }],
    ];
  });
}

async function propose(deps: CastDeps, step: SeenStep, person: Member): Promise<Outcome> {
  const visited = await openDuty(deps, person, step, mailWords.correctiveAction.button);
  if (visited === undefined) return 'waiting';
  const form = visited.page.formTo('/azioni');
  // A result that was put right meanwhile asks for nothing.
  if (form === undefined) return 'done';
  const blank = [...form.fields.values()].filter(
    ({ name, values }) => name.startsWith(textField('')) && values.every((value) => value.trim() === ''),
  );
  if (blank.length === 0) return 'done';
  const saved = await visited.visitor.send(form, Object.fromEntries(blank.map(({ name }) => [name, words.remedy])));
  return report(deps, words.proposed(person.name, blank.length, step.title) + visited.aside, saved);
}
