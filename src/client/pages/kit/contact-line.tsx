import { consoleWords as words } from '../../../words/console.js';
import type { ShownContact } from './contact.js';

/** Whom to ask, with their address as a link; nothing where nobody is known. */
export function ContactLine({ contact }: { contact: ShownContact | undefined }) {
  const who = contact?.who;
  if (who === undefined) return null;
  return (
    <p>
      {`${words.footer.contact} ${who.name}`}
      {who.email !== undefined && (
        <>
          {', '}
          <a href={`mailto:${who.email}`}>{who.email}</a>
        </>
      )}
      {who.phone !== undefined && (
        <>
          {', '}
          <a href={`tel:${who.phone.replace(/[^\d+]/g, '')}`}>{who.phone}</a>
        </>
      )}
    </p>
  );
}
