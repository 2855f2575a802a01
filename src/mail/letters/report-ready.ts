import { communicationMailWords } from '../../words/communication-mail.js';
import { type Letter, text } from '../letter.js';
import type { ReportReady } from '../message.js';

const words = communicationMailWords.report;

export function reportReady({ report, version, link }: ReportReady): Letter {
  const first = version === 1;
  const body = first ? words.body(report) : words.bodyAgain(report, version);
  return {
    subject: first ? words.subject(report) : words.subjectAgain(report),
    preview: body,
    blocks: [text(body), text(words.nothingAsked)],
    button: { label: words.button, href: link },
  };
}
