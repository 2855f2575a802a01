import { mailWords } from '../../words/mail.js';
import { day, longDay } from '../dates.js';
import { type Block, facts, type Letter, text } from '../letter.js';
import type { CycleSummary } from '../message.js';

const words = mailWords.cycleSummary;
const { labels } = mailWords;

export function cycleSummary(message: CycleSummary): Letter {
  const { exercise, on, done, total, achievement, link } = message;
  const body = words.body(exercise, longDay(on));
  return {
    subject: words.subject(exercise, day(on)),
    preview: body,
    blocks: [
      text(body),
      facts(
        [labels.done, words.outOf(done, total)],
        achievement === undefined ? undefined : [labels.checkpoint, achievement.checkpoint],
        achievement === undefined ? undefined : [labels.achievement, achievement.value],
        achievement === undefined ? undefined : [labels.coverage, achievement.coverage],
      ),
      ...lateBlocks(message),
      ...nextBlocks(message),
    ],
    button: { label: words.button, href: link },
  };
}

function lateBlocks({ late }: CycleSummary): readonly Block[] {
  if (late.length === 0) return [text(words.noneLate)];
  const items = late.map((l) => ({
    title: l.title,
    facts: [
      [labels.due, longDay(l.dueOn)],
      [labels.waitingFor, l.waitingFor.length === 0 ? mailWords.escalation.nobody : l.waitingFor.join(', ')],
    ] as const,
  }));
  return [text(words.late), { kind: 'items', items }];
}

function nextBlocks({ next }: CycleSummary): readonly Block[] {
  if (next.length === 0) return [];
  return [text(words.next), { kind: 'facts', facts: next.map((n) => [n.title, longDay(n.dueOn)] as const) }];
}
