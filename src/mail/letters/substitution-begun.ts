import { substitutionMailWords as words } from '../../words/substitution-mail.js';
import { day, longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { SubstitutionBegun } from '../message.js';

export function substitutionBegun(message: SubstitutionBegun): Letter {
  const { to, absent, substitute, from, until, scope, tasks, link } = message;
  const period = words.period(longDay(from), longDay(until));
  const what = scope.length === 0 ? words.everything : words.only(scope);
  const body =
    to === 'substitute' ? words.toSubstitute(absent, period, what) : words.toAbsent(substitute, period, what);
  return {
    subject: to === 'substitute' ? words.subject(absent, day(until)) : words.subjectAbsent(substitute, day(until)),
    preview: body,
    blocks: [
      text(body),
      text(to === 'substitute' ? (tasks.length === 0 ? words.nothingOpen : words.open(tasks.length)) : words.meanwhile),
    ],
    button: { label: words.tasks, href: link },
    details:
      tasks.length === 0
        ? []
        : [
            {
              kind: 'items',
              items: tasks.map((task) => ({
                title: task.title,
                facts: [[words.due, longDay(task.dueOn)]],
                link: { label: words.openTask, href: task.link },
              })),
            },
          ],
  };
}
