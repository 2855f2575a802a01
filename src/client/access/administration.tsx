import type { Context, Handler } from 'hono';
import { refuseText } from '../../register/accept.js';
import { invitationById, revokeInvitation } from '../../register/invitations.js';
import { appendLog } from '../../register/log.js';
import { peopleInService, personById } from '../../register/people.js';
import { issueToken, revokeToken, tokensOf } from '../../register/tokens.js';
import { accessWords } from '../../words/access.js';
import { frameOf } from '../console/frame.js';
import { Layout } from '../console/layout.js';
import { answer, type Site } from '../console/site.js';
import { AdministrationPage, type Written } from './administration-page.js';
import { type Fields, fieldsOf } from './fields.js';
import { invitationsOutstanding } from './outstanding.js';
import { administrationPath } from './paths.js';
import { forbidden, type Problem, refusal } from './refusals.js';
import { allows, type Standing } from './viewer.js';

const words = accessWords.administration;

/** A token's life, at most: two years and a month, as long as a cycle. */
const MOST_DAYS = 760;
const MOST_TITLE = 100;
const MOST_REASON = 500;
const LEAST_TEXT = 3;

/** Outstanding invitations and tokens of an entity, for who administers it. */
export function administration(site: Site): Handler {
  return async (c) => (allows(c, 'administer') ? show(site, c) : forbidden(site, c));
}

/** Issues a token; its secret is shown this once. */
export function issue(site: Site): Handler {
  const { deps, assets } = site;
  const { db } = deps.register;
  return asAdministrator(site, async (c, { person: administrator }) => {
    const fields = await fieldsOf(c);
    const written = {
      title: fields.text('titolo').trim(),
      person: fields.id('persona'),
      days: fields.text('giorni').trim(),
    };
    const problems = await problemsOf(site, administrator.entity, written);
    if (problems.length > 0) return show(site, c, { written, problems });
    const { secret, reference } = await issueToken(db, {
      entity: administrator.entity,
      person: written.person,
      title: written.title,
      issuedBy: administrator.id,
      days: Number(written.days),
    });
    await appendLog(db, {
      at: deps.clock(),
      actor: administrator.id,
      action: 'token-issued',
      subject: `${administrator.entity}/${reference}`,
      detail: { title: written.title, person: written.person, days: Number(written.days) },
    });
    // The secret is for this one pair of eyes.
    c.header('Cache-Control', 'no-store');
    return answer(
      c,
      <Layout frame={await frameOf(deps, assets, c)} title={words.issuedTitle}>
        <div class="ciclo-title">
          <h1>{words.issuedTitle}</h1>
        </div>
        <p class="lead">{words.issuedText}</p>
        <pre class="ciclo-text">{secret}</pre>
        <p>
          <a href={administrationPath(administrator.entity)}>{words.back}</a>
        </p>
      </Layout>,
      201,
    );
  });
}

/** Takes a token back. */
export function revokeApiToken(site: Site): Handler {
  const { deps } = site;
  return asAdministrator(site, async (c, { person }) => {
    const reference = c.req.param('reference') ?? '';
    if (!(await revokeToken(deps.register.db, person.entity, reference))) {
      return refusal(site, c, { title: words.title, text: words.unknownToken, link: backTo(person.entity) }, 404);
    }
    await appendLog(deps.register.db, {
      at: deps.clock(),
      actor: person.id,
      action: 'token-revoked',
      subject: `${person.entity}/${reference}`,
    });
    return c.redirect(administrationPath(person.entity, '#gettoni'), 303);
  });
}

/** Takes an invitation back, with the reason its holder may ask for. */
export function revokeInvite(site: Site): Handler {
  const { deps } = site;
  const { db } = deps.register;
  return asAdministrator(site, async (c, { person }) => {
    const id = c.req.param('id') ?? '';
    const invitation = refuseText(id) === undefined ? await invitationById(db, id) : undefined;
    if (invitation === undefined || invitation.entity !== person.entity || invitation.revoked !== null) {
      return refusal(site, c, { title: words.title, text: words.unknownInvitation, link: backTo(person.entity) }, 404);
    }
    const reason = reasonIn(await fieldsOf(c));
    if (reason === undefined) {
      return show(site, c, { problems: [{ field: `motivo-${id}`, text: words.badReason }] });
    }
    await revokeInvitation(db, id, { by: person.id, reason, at: deps.clock() });
    await appendLog(db, {
      key: `${invitation.cycle}/${invitation.step}/invitation-revoked/${id}`,
      at: deps.clock(),
      actor: person.id,
      action: 'invitation-revoked',
      subject: invitation.person,
      cycle: invitation.cycle,
      step: invitation.step,
      detail: { reason },
    });
    return c.redirect(administrationPath(person.entity, '#inviti'), 303);
  });
}

/** Lets on only who administers the entity, by name: a rehearsal's visitor is nobody. */
function asAdministrator(site: Site, act: (c: Context, standing: Standing) => Promise<Response>): Handler {
  return async (c) => {
    const standing = c.get('standing');
    return standing !== undefined && allows(c, 'administer') ? act(c, standing) : forbidden(site, c);
  };
}

const backTo = (entity: string) => ({ href: administrationPath(entity), text: words.back });

/** The text of a reason: some words, without what the register can not keep. */
function reasonIn(fields: Fields): string | undefined {
  const reason = fields.text('motivo').trim();
  return reason.length < LEAST_TEXT || reason.length > MOST_REASON || refuseText(reason) !== undefined
    ? undefined
    : reason;
}

async function problemsOf({ deps }: Site, entity: string, written: Written): Promise<readonly Problem[]> {
  const { title, person, days } = written;
  const problems: Problem[] = [];
  if (title.length < LEAST_TEXT || title.length > MOST_TITLE || /[\p{Cc}\p{Surrogate}]/u.test(title)) {
    problems.push({ field: 'titolo', text: words.badTitle });
  }
  if ((await personById(deps.register.db, entity, person)) === undefined) {
    problems.push({ field: 'persona', text: words.badPerson });
  }
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > MOST_DAYS) {
    problems.push({ field: 'giorni', text: words.badDays(MOST_DAYS) });
  }
  return problems;
}

async function show(
  { deps, assets }: Site,
  c: Context,
  again: { readonly written?: Written; readonly problems?: readonly Problem[] } = {},
): Promise<Response> {
  const entity = c.req.param('entity') ?? '';
  const { db } = deps.register;
  const now = deps.clock();
  const { written = { title: '', person: '', days: '365' }, problems = [] } = again;
  const page = (
    <AdministrationPage
      frame={await frameOf(deps, assets, c)}
      entity={entity}
      steps={await invitationsOutstanding(db, entity, now)}
      tokens={await tokensOf(db, entity)}
      people={await peopleInService(db, entity)}
      written={written}
      problems={problems}
      wall={new Date().toISOString()}
    />
  );
  return answer(c, page, problems.length === 0 ? 200 : 422);
}
