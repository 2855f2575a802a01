import type { Context, Handler } from 'hono';
import { BYTES_TYPE } from '../../../files/media-types.js';
import type { MailMessage } from '../../../platform/mailbox.js';
import { consoleWords as words } from '../../../words/console.js';
import { fileSize, italianMoment } from '../../../words/format.js';
import { type Frame, frameOf } from '../kit/frame.js';
import { attachmentHeader, declareForeign } from '../kit/headers.js';
import { Layout } from '../kit/layout.js';
import { Fact } from '../kit/parts/fact.js';
import { Foreign } from '../kit/parts/foreign.js';
import { Icon } from '../kit/parts/icon.js';
import { answer, type Site } from '../kit/site.js';
import { Addresses, messagePath } from './mailbox.js';

type View = 'html' | 'text';

/** One message: its heading, its text in a frame of its own, its attachments. */
export function message(site: Site): Handler {
  return async (c) => {
    const found = await messageIn(site, c);
    if (found === undefined) return c.notFound();
    const frame = await frameOf(site.deps, site.assets, c);
    const view: View = found.html === undefined || c.req.query('vista') === 'testo' ? 'text' : 'html';
    return answer(c, <MessagePage frame={frame} message={found} view={view} />);
  };
}

/** The HTML of a message, for the frame. Its links open outside the frame, without a way back to it. */
export function messageContent(site: Site): Handler {
  return async (c) => {
    const found = await messageIn(site, c);
    if (found?.html === undefined) return c.notFound();
    declareForeign(c);
    return c.html(withBase(found.html));
  };
}

/** One attachment, always as a file to save. */
export function messageAttachment(site: Site): Handler {
  return async (c) => {
    const found = await messageIn(site, c);
    const part = found?.attachments[Number(c.req.param('number')) - 1];
    if (part === undefined) return c.notFound();
    declareForeign(c);
    c.header('Content-Type', BYTES_TYPE);
    c.header('Content-Disposition', attachmentHeader(part.name));
    return c.body(new Uint8Array(part.bytes));
  };
}

function MessagePage({ frame, message, view }: { frame: Frame; message: MailMessage; view: View }) {
  const subject = message.subject || words.mailbox.noSubject;
  return (
    <Layout frame={frame} title={subject} section="mailbox" crumbs={[{ title: words.mailbox.title, href: '/posta' }]}>
      <div class="ciclo-title">
        <h1>{subject}</h1>
      </div>
      <dl class="ciclo-facts ciclo-envelope">
        <Fact label={words.mailbox.date}>
          {message.at === undefined ? words.mailbox.noDate : italianMoment(message.at)}
        </Fact>
        {message.from !== undefined && (
          <Fact label={words.mailbox.from}>
            <Addresses of={[message.from]} />
          </Fact>
        )}
        <Fact label={words.mailbox.to}>
          <Addresses of={message.to} />
        </Fact>
      </dl>
      {message.attachments.length > 0 && <Attachments frame={frame} message={message} />}
      {message.html === undefined ? <p>{words.mailbox.noHtml}</p> : <Views message={message} view={view} />}
      {view === 'html' ? (
        <Foreign src={messagePath(message.id, '/contenuto')} title={words.mailbox.frame(subject)} />
      ) : (
        <pre class="ciclo-text">{message.text ?? words.mailbox.noText}</pre>
      )}
      <p>
        <a href="/posta">{words.mailbox.back}</a>
      </p>
    </Layout>
  );
}

function Views({ message, view }: { message: MailMessage; view: View }) {
  const current = (of: View) => (of === view ? 'page' : undefined);
  return (
    <nav class="ciclo-tabs" aria-label={words.mailbox.views}>
      <ul>
        <li>
          <a href={messagePath(message.id)} aria-current={current('html')}>
            {words.mailbox.asHtml}
          </a>
        </li>
        <li>
          <a href={messagePath(message.id, '?vista=testo')} aria-current={current('text')}>
            {words.mailbox.asText}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Attachments({ frame, message }: { frame: Frame; message: MailMessage }) {
  return (
    <section aria-labelledby="allegati">
      <h2 id="allegati" class="h5">
        {words.mailbox.attachments}
      </h2>
      <ul class="ciclo-links">
        {message.attachments.map((part, index) => (
          <li>
            <a href={messagePath(message.id, `/allegati/${index + 1}`)} download={part.name}>
              <Icon assets={frame.assets} name="it-clip" size="xs" />
              {words.mailbox.download(part.name)}
            </a>
            <small>{fileSize(part.bytes.length)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function messageIn({ deps }: Site, c: Context): Promise<MailMessage | undefined> {
  const id = c.req.param('id');
  return id === undefined ? undefined : deps.mailbox?.read(id);
}

function withBase(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + base) : base + html;
}
