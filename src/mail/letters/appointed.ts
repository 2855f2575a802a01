import { appointmentMailWords as words } from '../../words/appointment-mail.js';
import { openTaskWords } from '../../words/open-tasks.js';
import { day } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { Appointed } from '../mandate-messages.js';
import { tasksListed } from './tasks-listed.js';

export function appointed({ entity, mandates, tasks, link }: Appointed): Letter {
  const body = words.body(
    entity.name,
    mandates.map(({ title, from, until }) => words.mandate(title, day(from), until && day(until))),
  );
  return {
    subject: words.subject(mandates.map(({ title }) => title)),
    preview: body,
    blocks: [
      text(body),
      text(tasks.length === 0 ? openTaskWords.nothingOpen : openTaskWords.waiting(tasks.length)),
      text(words.wrong(mandates.length)),
    ],
    button: { label: openTaskWords.tasks, href: link },
    details: tasksListed(tasks),
  };
}
