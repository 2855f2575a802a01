import { administrationPath } from '../../../access/paths.js';
import type { Instant } from '../../../domain/calendar/types.js';
import { instantOfMs } from '../../../domain/clock.js';
import type { SessionRecord } from '../../../register/sessions.js';
import { accessWords } from '../../../words/access.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const words = accessWords.administration;

const session = columnsOf<SessionRecord>();

/** The sessions of who is in service of a body, with the form that ends one. */
export function Sessions({ entity, sessions }: { entity: string; sessions: readonly SessionRecord[] }) {
  if (sessions.length === 0) return <p>{words.noSessions}</p>;
  return (
    <DataTable
      name="sessioni"
      caption={words.sessions}
      hideCaption
      columns={[
        session.text(words.person, ({ personName }) => personName),
        session.instant(words.began, ({ beganAt }) => secondOf(beganAt)),
        session.instant(words.seen, ({ seenAt }) => secondOf(seenAt)),
        session.status(words.means, ({ means }) => words.meansOf[means]),
        session.instant(words.ends, ({ expiresAt }) => secondOf(expiresAt)),
        session.text(words.reference, ({ reference }) => reference, { only: 'file' }),
        session.act(words.endSession, ({ reference, personName }) => (
          <form
            class="ciclo-access-row"
            method="post"
            action={administrationPath(entity, `/sessioni/${reference}/chiudi`)}
          >
            <button type="submit" class="btn btn-outline-primary btn-sm" aria-label={words.endSessionOf(personName)}>
              {words.endSession}
            </button>
          </form>
        )),
      ]}
      rows={sessions}
    />
  );
}

/** `timestamptz` is read with fractions of a second. */
const secondOf = (instant: Instant): Instant => instantOfMs(Date.parse(instant));
