import { openTaskWords } from '../../words/open-tasks.js';
import { substitutionMailWords as words } from '../../words/substitution-mail.js';
import { longDay } from '../dates.js';
import { type Letter, text } from '../letter.js';
import type { SubstitutionBegun } from '../mandate-messages.js';
import { tasksListed } from './tasks-listed.js';

export function substitutionBegun(message: SubstitutionBegun): Letter {
  const { to, absent, substitute, from, until, scope, tasks, link } = message;
  const period = words.period(longDay(from), longDay(until));
  const what = scope.length === 0 ? words.everything : words.only(scope);
  const body =
    to === 'substitute' ? words.toSubstitute(absent, period, what) : words.toAbsent(substitute, period, what);
  return {
    subject: to === 'substitute' ? words.subject(absent) : words.subjectAbsent(substitute),
    preview: body,
    blocks: [
      text(body),
      text(
        to === 'substitute'
          ? tasks.length === 0
            ? openTaskWords.nothingOpen
            : openTaskWords.waiting(tasks.length)
          : words.meanwhile,
      ),
    ],
    button: { label: openTaskWords.tasks, href: link },
    details: tasksListed(tasks),
  };
}
