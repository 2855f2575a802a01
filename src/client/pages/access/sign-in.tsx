import type { Context, Handler } from 'hono';
import { ownPath } from '../../../access/own-path.js';
import {
  AFTER_SIGN_IN,
  CAST_PATH,
  MAILBOX_PATH,
  OIDC_PATH,
  RETURN_PARAMETER,
  SIGN_IN_PATH,
} from '../../../access/paths.js';
import { readMailAddress } from '../../../domain/mail-address.js';
import { LINK_MINUTES } from '../../../register/sessions.js';
import { accessWords } from '../../../words/access.js';
import { clientAddress } from '../kit/client-address.js';
import { signsInByMail } from '../kit/deps.js';
import { fieldsOf } from '../kit/fields.js';
import { bareFrame, type Frame } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { AskLink } from '../kit/parts/ask-link.js';
import { Problems, tooMany } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { leave } from './entrance.js';

const words = accessWords.signIn;

const SENT_PATH = `${SIGN_IN_PATH}/inviato`;

/** The page to sign in from. */
export function signInPage(site: Site): Handler {
  return async (c) => show(site, c, { verso: ownPath(c.req.query(RETURN_PARAMETER), AFTER_SIGN_IN) });
}

/** Mails a link. The answer says nothing of whether the address is known. */
export function askForLink(site: Site): Handler {
  const { deps, limits, links } = site;
  return async (c) => {
    if (!signsInByMail(site.deps)) return c.notFound();
    const fields = await fieldsOf(c);
    const written = fields.text('email').trim();
    const verso = ownPath(fields.text(RETURN_PARAMETER), AFTER_SIGN_IN);
    const wait = await limits.count('linkByClient', clientAddress(c, deps.proxies ?? 0));
    if (wait > 0) return tooMany(site, c, wait);
    const address = readMailAddress(written);
    if (!address.ok) return show(site, c, { verso, email: written, problem: words.badEmail(written.slice(0, 80)) });
    const email = address.value;
    const again = await limits.count('linkByAddress', email.toLowerCase());
    if (again > 0) return tooMany(site, c, again);
    links.ask(email, verso);
    return c.redirect(SENT_PATH, 303);
  };
}

/** What who has asked for a link is told, whatever became of it. */
export function linkSent({ deps, assets }: Site): Handler {
  const stays = mailStaysHere(deps);
  const title = stays ? words.staysTitle : words.sentTitle;
  return async (c) =>
    answer(
      c,
      <Layout frame={bareFrame(deps, assets, c)} title={title}>
        <div class="ciclo-title">
          <h1>{title}</h1>
        </div>
        <p class="lead">{(stays ? words.stays : words.sent)(LINK_MINUTES)}</p>
        <WhereItStays deps={deps} />
        <p>
          <a href={SIGN_IN_PATH}>{words.again}</a>
        </p>
      </Layout>,
    );
}

/** Whether no message leaves: those of a rehearsal are read on a page, those of an installation without a server in its folder. */
const mailStaysHere = ({ mailbox, mailStays }: Site['deps']): boolean => mailbox !== undefined || mailStays === true;

/** Where the message is, where mail does not leave: who waits for it would wait for ever. */
function WhereItStays({ deps: { mailbox, mailStays, mailFolder } }: Pick<Site, 'deps'>) {
  if (mailbox !== undefined)
    return (
      <p>
        {`${words.staysInMailbox} `}
        <a href={MAILBOX_PATH}>{words.mailbox}</a>
      </p>
    );
  return <p>{mailStays === true ? words.staysInFolder(mailFolder) : words.sentHint}</p>;
}

/** Ends the session. */
export function signOut({ deps }: Site): Handler {
  return async (c) => {
    await leave(c, deps);
    return c.redirect(`${SIGN_IN_PATH}?uscita`, 303);
  };
}

interface Shown {
  readonly verso: string;
  readonly email?: string;
  readonly problem?: string;
}

function show(site: Site, c: Context, shown: Shown): Promise<Response> {
  const frame = bareFrame(site.deps, site.assets, c);
  const left = c.req.query('uscita') !== undefined;
  return answer(c, <SignInPage {...{ site, frame, left, ...shown }} />, shown.problem === undefined ? 200 : 422);
}

interface SignInPageProps extends Shown {
  readonly site: Site;
  readonly frame: Frame;
  readonly left: boolean;
}

function SignInPage({ site, frame, left, verso, email = '', problem }: SignInPageProps) {
  const { deps } = site;
  return (
    <Layout frame={frame} title={words.title}>
      <div class="ciclo-title">
        <h1>{words.title}</h1>
      </div>
      {left && <p role="status">{words.left}</p>}
      {problem !== undefined && <Problems title={words.errors} of={[{ field: 'email', text: problem }]} />}
      {deps.signIn?.oidc !== undefined && <WithProvider verso={verso} />}
      {signsInByMail(site.deps) && (
        <>
          {deps.signIn?.oidc !== undefined && <p class="ciclo-or">{words.or}</p>}
          <AskLink
            stays={mailStaysHere(deps)}
            lead={mailStaysHere(deps) ? words.leadStays : words.lead}
            verso={verso}
            email={email}
            wrong={problem !== undefined}
          />
        </>
      )}
      {deps.rehearsal && (
        <p>
          {`${words.rehearsal} `}
          <a href={CAST_PATH}>{words.rehearsalLink}</a>
        </p>
      )}
    </Layout>
  );
}

const WithProvider = ({ verso }: { verso: string }) => (
  <section class="ciclo-access">
    <p>{words.providerLead}</p>
    <p>
      <a class="btn btn-primary" href={`${OIDC_PATH}?${new URLSearchParams({ [RETURN_PARAMETER]: verso }).toString()}`}>
        {words.withProvider}
      </a>
    </p>
  </section>
);
