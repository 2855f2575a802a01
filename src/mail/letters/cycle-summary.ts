import { summaryMailWords as words } from '../../words/summary-mail.js';
import { day, longDay } from '../dates.js';
import { type Block, facts, type Item, type Letter, text } from '../letter.js';
import type { CycleSummary, SummaryStep } from '../message.js';

/** Beyond these a mail is not read: the pages have them all. */
const MOST_TOLD = 15;

const { labels } = words;

export function cycleSummary(message: CycleSummary): Letter {
  const { on, cycles, late, due, red, unsent, unconfirmed, link } = message;
  const counts = words.counts(late.length, due.length, red.length, unsent.length, unconfirmed.length);
  const body = words.body(longDay(on), counts);
  return {
    subject: words.subject(day(on), late.length),
    preview: body,
    blocks: [
      text(body),
      facts(
        ...cycles.flatMap(({ exercise, done, total, achievement }) => [
          [words.cycle(exercise), words.outOf(done, total)] as const,
          ...(achievement === undefined
            ? []
            : [
                [
                  words.achievement(exercise),
                  words.reached(achievement.value, achievement.coverage, achievement.checkpoint),
                ] as const,
              ]),
        ]),
      ),
    ],
    button: { label: words.button, href: link },
    details: [
      ...listed(words.late, late.map(stepItem)),
      ...listed(words.due, due.map(stepItem)),
      ...listed(
        words.red,
        red.map(({ name, code, exercise, found, forecast, link: href }) => ({
          href,
          title: name,
          facts: [
            [labels.code, words.ofExercise(code, exercise)],
            [labels.found, found],
            ...(forecast === undefined ? [] : ([[labels.forecast, forecast]] as const)),
          ],
        })),
      ),
      ...listed(
        words.unsent,
        unsent.map(({ title, exercise, missing, offices, dueOn, link: href }) => ({
          href,
          title: words.ofExercise(title, exercise),
          facts: [
            [labels.missing, words.values(missing)],
            [labels.offices, offices.join(', ')],
            [labels.due, longDay(dueOn)],
          ],
        })),
      ),
      ...listed(
        words.unconfirmed,
        unconfirmed.map(({ exercise, count, link: href }) => ({
          href,
          title: words.readings(count, exercise),
          facts: [],
        })),
      ),
    ],
  };
}

const stepItem = ({ title, exercise, dueOn, waitingFor, link }: SummaryStep): Item => ({
  href: link,
  title: words.ofExercise(title, exercise),
  facts: [
    [labels.due, longDay(dueOn)],
    [labels.waitingFor, waitingFor.length === 0 ? words.nobody : waitingFor.join(', ')],
  ],
});

/** A list under its title; nothing where it is empty. */
function listed(title: string, items: readonly Item[]): readonly Block[] {
  if (items.length === 0) return [];
  const more = items.length - MOST_TOLD;
  return [
    text(title),
    { kind: 'items', items: items.slice(0, MOST_TOLD) },
    ...(more > 0 ? [text(words.more(more))] : []),
  ];
}
