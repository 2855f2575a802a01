import { communicationMailWords } from '../../words/communication-mail.js';
import { longDay } from '../dates.js';
import { type Block, type Letter, text } from '../letter.js';
import type { PhaseNotice } from '../message.js';

const words = communicationMailWords.phase;

export function phaseNotice({ moment, phase, steps, documents, link }: PhaseNotice): Letter {
  const body = words.body[moment](phase);
  return {
    subject: words.subject[moment](phase),
    preview: body,
    blocks: [text(body), text(words.nothingAsked)],
    button: { label: words.button, href: link },
    details: [...left(documents), ...(moment === 'opened' ? [asked(steps)] : [])],
  };
}

const left = (documents: readonly string[]): readonly Block[] =>
  documents.length === 0 ? [] : [{ kind: 'items', items: documents.map((title) => ({ title, facts: [] })) }];

const asked = (steps: PhaseNotice['steps']): Block => ({
  kind: 'items',
  items: steps.map(({ title, dueOn }) => ({ title, facts: [[words.due, longDay(dueOn)]] })),
});
