import type { CivilDate } from '../../domain/calendar/types.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { type Means, MOST_RECIPIENTS, readRecipients } from '../../domain/voices/communication.js';
import type { Recipient } from '../../register/communications.js';
import type { Db } from '../../register/database.js';
import { activePeople } from '../../register/people.js';
import { italianDay, italianNumber } from '../../words/format.js';

/** What was written of a communication, as far as its mails are concerned; empty where nothing was. */
interface WrittenTelling {
  readonly means: Means;
  readonly on: CivilDate;
  readonly page: string;
  readonly recipients: string;
  readonly staff: boolean;
}

/** To whom a communication is mailed, nobody where it was told by something else; or everything that is wrong, each at its field. */
export async function recipientsOf(
  tx: Db,
  { entity, today }: { readonly entity: string; readonly today: CivilDate },
  written: WrittenTelling,
): Promise<Result<readonly Recipient[], readonly Refusal[]>> {
  const named = readRecipients(written.recipients);
  const addresses = named.ok ? named.value : [];
  const byMail = written.means === 'mail';
  const to = byMail ? await everybody(tx, entity, written.staff, addresses) : [];
  const wrong: Refusal[] = [];
  if (written.on > today) wrong.push({ field: 'on', text: `il giorno (${italianDay(written.on)}) deve ancora venire` });
  if (written.page !== '' && !isPage(written.page)) wrong.push({ field: 'page', text: noPage(written.page) });
  if (!named.ok) wrong.push({ field: 'recipients', text: noAddresses(named.error) });
  if (!byMail && (written.staff || addresses.length > 0))
    wrong.push({ field: 'means', text: 'i destinatari di una mail si indicano solo se si comunica per mail' });
  if (byMail && named.ok && to.length === 0)
    wrong.push({ field: 'recipients', text: 'manca a chi scrivere: il personale o almeno un indirizzo' });
  if (to.length > MOST_RECIPIENTS) wrong.push({ field: 'recipients', text: tooMany(to.length) });
  if (written.page === '' && to.some(({ person }) => person === undefined))
    wrong.push({ field: 'page', text: 'chi non è dell’ente non può entrare: indicare la pagina pubblica' });
  return wrong.length > 0 ? err(wrong) : ok(to);
}

const isPage = (page: string): boolean => URL.canParse(page) && /^https?:$/.test(new URL(page).protocol);
const noPage = (page: string): string =>
  `«${page.slice(0, 80)}» non è un indirizzo che comincia con https:// o http://`;
const noAddresses = (wrong: readonly string[]): string =>
  `non sono indirizzi di mail: ${wrong.slice(0, 5).join(', ').slice(0, 200)}`;
const tooMany = (many: number): string =>
  `i destinatari sono ${italianNumber(String(many))}, al massimo ${italianNumber(String(MOST_RECIPIENTS))} per comunicazione: dividerli in più comunicazioni`;

/** Everybody once, by address: who is of the body under their name. */
async function everybody(
  tx: Db,
  entity: string,
  staff: boolean,
  addresses: readonly string[],
): Promise<readonly Recipient[]> {
  const people = await activePeople(tx, entity);
  const known = new Map(people.map((one) => [one.email.toLowerCase(), one]));
  const wanted = new Map<string, Recipient>();
  if (staff)
    for (const { id, name, email } of people) wanted.set(email.toLowerCase(), { address: email, name, person: id });
  for (const address of addresses) {
    const own = known.get(address.toLowerCase());
    if (!wanted.has(address.toLowerCase()))
      wanted.set(address.toLowerCase(), { address, name: own?.name ?? address, person: own?.id });
  }
  return [...wanted.values()];
}
