import type { CycleRef } from '../domain/acting.js';
import type { DatedStep, Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import { renderMessage } from '../mail/render.js';
import { contactFor } from '../register/reading/contact.js';
import { mailWords } from '../words/mail.js';
import { composeUninvited } from './compose.js';
import type { WaveDeps } from './wave/facts.js';

/** What somebody is about to send by hand about a step. */
interface Reminding {
  readonly ref: CycleRef;
  /** With the due date as extended. */
  readonly step: DatedStep;
  readonly late: boolean;
  readonly at: Instant;
  /** Id of who sends it. */
  readonly by: string;
  /** At a checkpoint, those whose offices are reminded; empty: whoever is awaited. */
  readonly indicators: readonly string[];
  readonly text: string | undefined;
}

/** Who would receive a reminder now, and how the first of them would read it. */
interface ReminderPreview {
  readonly recipients: readonly string[];
  /** Absent where nobody would. */
  readonly mail?: { readonly to: string; readonly subject: string; readonly text: string } | undefined;
}

/** What a reminder by hand would send now. Nothing is sent, nobody is invited, nothing is kept. */
export async function reminderPreview(deps: WaveDeps, reminding: Reminding): Promise<ReminderPreview> {
  const { ref, step, late, at, by, indicators, text } = reminding;
  const mails = await composeUninvited(deps, {
    ref,
    step,
    kind: late ? 'late' : 'reminder',
    at,
    occasion: 'preview',
    indicators: indicators.length === 0 ? undefined : indicators,
    byHand: { by, text },
  });
  const names = mails.map(({ message: { recipient, actingFor } }) =>
    actingFor === undefined ? recipient : mailWords.standIn(recipient, actingFor),
  );
  const [first] = mails;
  if (first === undefined) return { recipients: [] };
  const { message } = first;
  const contact = await contactFor(deps.register.db, ref.entity, romeDate(at));
  const written = renderMessage(message, contact);
  // The link of the mail that leaves is its recipient's own.
  const shown = 'link' in message ? written.text.replaceAll(message.link, mailWords.ownLink) : written.text;
  return {
    recipients: [...new Set(names)],
    mail: { to: message.recipient, subject: written.subject, text: shown },
  };
}
