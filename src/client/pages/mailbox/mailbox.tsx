import type { Handler } from 'hono';
import type { MailAddress, MailSummary } from '../../../platform/mailbox.js';
import { consoleWords as words } from '../../../words/console.js';
import { italianMoment, italianNumber } from '../../../words/format.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { Icon } from '../kit/parts/icon.js';
import { StackTable } from '../kit/parts/stack-table.js';
import { answer, type Site } from '../kit/site.js';

const PER_PAGE = 50;

/** The rehearsal's mailbox: what was sent to whom, the latest first. */
export function mailbox({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    if (deps.mailbox === undefined) return answer(c, <AbsentPage stays={deps.mailStays === true} frame={frame} />, 404);
    const recipient = (c.req.query('destinatario') ?? '').trim().slice(0, 200);
    const asked = Number(c.req.query('pagina') ?? '1');
    const page = Number.isSafeInteger(asked) && asked >= 1 ? asked : 1;
    const { total, messages } = await deps.mailbox.list({
      ...(recipient === '' ? {} : { recipient }),
      offset: (page - 1) * PER_PAGE,
      limit: PER_PAGE,
    });
    const pages = Math.max(1, Math.ceil(total / PER_PAGE));
    if (page > pages) return c.redirect(listPath(recipient, pages));
    return answer(c, <MailboxPage {...{ frame, recipient, page, pages, total, messages }} />);
  };
}

/** What the page shows. */
interface MailboxPageProps {
  readonly frame: Frame;
  readonly recipient: string;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly messages: readonly MailSummary[];
}

function MailboxPage(props: MailboxPageProps) {
  const { frame, recipient, total, messages } = props;
  return (
    <Layout frame={frame} title={words.mailbox.title} section="mailbox">
      <div class="ciclo-title">
        <h1>{words.mailbox.title}</h1>
        <p>{words.mailbox.lead}</p>
      </div>
      <Search frame={frame} recipient={recipient} />
      {messages.length === 0 ? (
        <p class="lead">{recipient === '' ? words.mailbox.none : words.mailbox.noneFor(recipient)}</p>
      ) : (
        <>
          <p>{words.mailbox.count(italianNumber(String(total)), total)}</p>
          <StackTable
            caption={words.mailbox.caption}
            hideCaption
            columns={[{ title: words.mailbox.subject }, { title: words.mailbox.to }, { title: words.mailbox.date }]}
            rows={messages.map((message) => ({
              head: <a href={messagePath(message.id)}>{message.subject || words.mailbox.noSubject}</a>,
              cells: [
                <Addresses of={message.to} />,
                message.at === undefined ? words.mailbox.noDate : italianMoment(message.at),
              ],
            }))}
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
      <form class="ciclo-search" method="get" action="/posta">
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
  const query = new URLSearchParams({
    ...(recipient === '' ? {} : { destinatario: recipient }),
    ...(page === 1 ? {} : { pagina: String(page) }),
  }).toString();
  return query === '' ? '/posta' : `/posta?${query}`;
}
