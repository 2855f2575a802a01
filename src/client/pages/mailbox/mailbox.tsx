import type { Handler } from 'hono';
import { ok } from '../../../domain/result.js';
import type { MailAddress, MailSummary } from '../../../platform/mailbox.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianMoment, italianNumber } from '../../../words/format.js';
import { type Filter, filteredIn } from '../kit/filter/filter.js';
import { FilteredBy } from '../kit/filter/filters.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Icon } from '../kit/parts/icon.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { takesAway } from '../kit/table/table-file.js';

const PER_PAGE = 50;

/** The rehearsal's mailbox: what was sent to whom, the latest first. */
export function mailbox({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    if (deps.mailbox === undefined) return answer(c, <AbsentPage stays={deps.mailStays === true} frame={frame} />, 404);
    const { narrowings, said } = filteredIn(c, [RECIPIENT]);
    const recipient = narrowings[0] ?? '';
    const asked = Number(c.req.query('pagina') ?? '1');
    const page = Number.isSafeInteger(asked) && asked >= 1 ? asked : 1;
    const { total, messages } = await deps.mailbox.list({
      recipient: recipient === '' ? undefined : recipient,
      ...(takesAway(c)
        ? { offset: 0, limit: Number.MAX_SAFE_INTEGER }
        : { offset: (page - 1) * PER_PAGE, limit: PER_PAGE }),
    });
    const pages = Math.max(1, Math.ceil(total / PER_PAGE));
    if (page > pages && !takesAway(c)) return c.redirect(listPath(recipient, pages));
    return answer(c, <MailboxPage {...{ frame, recipient, said, page, pages, total, messages }} />);
  };
}

/** To whom: a part of a name or of an address. */
const RECIPIENT: Filter<string> = {
  name: 'destinatario',
  label: words.mailbox.to,
  asks: 'search',
  narrows: (written) => ok(written),
};

const { text, link, instant } = columnsOf<MailSummary>();

const addressText = ({ name, address }: MailAddress): string => (name === undefined ? address : `${name} <${address}>`);

/** What the page shows. */
interface MailboxPageProps {
  readonly frame: Frame;
  readonly recipient: string;
  /** The filters in words. */
  readonly said: readonly string[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly messages: readonly MailSummary[];
}

function MailboxPage(props: MailboxPageProps) {
  const { frame, recipient, said, total, messages } = props;
  return (
    <Layout frame={frame} title={words.mailbox.title} section="mailbox">
      <div class="ciclo-title">
        <h1>{words.mailbox.title}</h1>
        <p>{words.mailbox.lead}</p>
      </div>
      <Search frame={frame} recipient={recipient} />
      <FilteredBy said={said} />
      {messages.length === 0 ? (
        <p class="lead">{recipient === '' ? words.mailbox.none : words.mailbox.noneFor(recipient)}</p>
      ) : (
        <>
          <p>{words.mailbox.count(italianNumber(String(total)), total)}</p>
          <DataTable
            name="posta"
            caption={words.mailbox.caption}
            hideCaption
            columns={[
              link(
                words.mailbox.subject,
                ({ subject }) => subject || words.mailbox.noSubject,
                ({ id }) => messagePath(id),
              ),
              text(words.mailbox.to, ({ to }) => to.map(addressText).join('; '), {
                show: ({ to }) => <Addresses of={to} />,
              }),
              instant(words.mailbox.date, ({ at }) => at, {
                show: ({ at }) => (at === undefined ? words.mailbox.noDate : italianMoment(at)),
              }),
            ]}
            rows={messages}
          />
        </>
      )}
      <Pager {...props} />
    </Layout>
  );
}

function Search({ frame, recipient }: { frame: Frame; recipient: string }) {
  return (
    <search>
      <form class="ciclo-find" method="get" action="/posta">
        <label for="destinatario">{words.mailbox.search}</label>
        <span>
          <input
            id="destinatario"
            name="destinatario"
            type="search"
            value={recipient}
            autocomplete="off"
            aria-describedby="destinatario-aiuto"
          />
          <button type="submit" class="btn btn-primary btn-sm">
            <Icon assets={frame.assets} name="it-search" size="xs" /> {words.mailbox.searchButton}
          </button>
          {recipient !== '' && <a href="/posta">{words.mailbox.clear}</a>}
        </span>
        <small id="destinatario-aiuto">{words.mailbox.searchHint}</small>
      </form>
    </search>
  );
}

function Pager({ frame, recipient, page, pages }: MailboxPageProps) {
  if (pages === 1) return null;
  return (
    <nav class="ciclo-pages" aria-label={words.mailbox.pages}>
      {page > 1 && (
        <a href={listPath(recipient, page - 1)} rel="prev">
          <Icon assets={frame.assets} name="it-arrow-left" size="xs" /> {words.mailbox.previousPage}
        </a>
      )}
      <span>{words.mailbox.page(page, pages)}</span>
      {page < pages && (
        <a href={listPath(recipient, page + 1)} rel="next">
          {words.mailbox.nextPage} <Icon assets={frame.assets} name="it-arrow-right" size="xs" />
        </a>
      )}
    </nav>
  );
}

function AbsentPage({ frame, stays }: { frame: Frame; stays: boolean }) {
  return (
    <Layout frame={frame} title={words.mailbox.title}>
      <h1>{words.mailbox.title}</h1>
      <p class="lead">{stays ? words.mailbox.kept : words.mailbox.absent}</p>
    </Layout>
  );
}

/** People by name, with the address below: `Ines Baldacchini`, `ines.baldacchini@ccms.example`. */
export function Addresses({ of }: { of: readonly MailAddress[] }) {
  return (
    <ul class="ciclo-parties">
      {of.map((address) => (
        <li>
          <span>{address.name ?? address.address}</span>
          {address.name !== undefined && <small>{address.address}</small>}
        </li>
      ))}
    </ul>
  );
}

export const messagePath = (id: string, below = ''): string => `/posta/${encodeURIComponent(id)}${below}`;

function listPath(recipient: string, page: number): string {
  const asked = new URLSearchParams();
  if (recipient !== '') asked.set('destinatario', recipient);
  if (page !== 1) asked.set('pagina', String(page));
  return asked.size === 0 ? '/posta' : `/posta?${asked}`;
}
