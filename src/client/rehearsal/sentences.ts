import { completionNote } from '../../domain/completion-note.js';
import { never } from '../../domain/result.js';
import { italianDay } from '../../words/format.js';
import { logAction } from '../../words/log.js';
import { rehearsalWords as words } from '../../words/rehearsal.js';
import type { RehearsalEvent } from './rehearsal-event.js';
import { summaryText } from './summary-text.js';

/** What a rehearsal tells, for people. */
export function rehearsalSentences(told: RehearsalEvent): readonly string[] {
  switch (told.event) {
    case 'left-aside':
      return [words.leftAside(told.entity, told.exercise)];
    case 'resuming':
      return [
        words.resuming(told.exercise, told.on),
        ...(told.changedFiles.length === 0 ? [] : [words.changedFiles(told.changedFiles)]),
        ...(told.fromIgnored ? [words.fromIgnored] : []),
        ...(told.changedFiles.length > 0 || told.fromIgnored ? [words.beginAnew] : []),
      ];
    case 'ready':
      return words.banner(told.console, told.mailbox, told.temporal, told.speed);
    case 'logged': {
      const { title, subject } = told;
      const what = title === undefined || title === subject ? subject : `${title} · ${subject}`;
      const who = told.who === undefined ? '' : ` (${told.who})`;
      return [`${italianDay(told.on)}  ${what}: ${logAction(told.action)}${who}${detailOf(told.detail)}`];
    }
    case 'state':
      return [
        words.state({
          day: italianDay(told.on),
          phase: told.phase,
          open: told.open.length,
          mails: told.mailsSent,
          late: told.late.map(({ title }) => title),
        }),
      ];
    case 'acted':
      return [`            ${told.said}`];
    case 'summary':
      return summaryText(told);
    case 'ended':
      return told.staysOpen ? [words.ended(told.console)] : [];
    case 'stopped':
      // Who pressed Ctrl-C has been told by what stops.
      return [];
    default:
      return never(told);
  }
}

function detailOf(detail: object): string {
  const facts: string[] = [];
  if ('actNumber' in detail && detail.actNumber != null) facts.push(words.act(String(detail.actNumber)));
  if ('remarks' in detail && typeof detail.remarks === 'string') facts.push(`«${detail.remarks}»`);
  // Who did it stands before: here is their note.
  const reason = 'reason' in detail && typeof detail.reason === 'string' ? completionNote(detail.reason) : '';
  if (reason !== '') facts.push(reason);
  return facts.length === 0 ? '' : ` – ${facts.join(' – ')}`;
}
