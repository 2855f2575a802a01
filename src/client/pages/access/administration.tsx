import type { Context, Handler } from 'hono';
import { administrationPath } from '../../../access/paths.js';
import { endSession } from '../../../acts/access/end-session.js';
import { revokeInvitation } from '../../../acts/access/revoke-invitation.js';
import { revokeToken } from '../../../acts/access/revoke-token.js';
import { askForToken, bodyDecidesByToken } from '../../../acts/access/tokens.js';
import type { AnyAct } from '../../../acts/act.js';
import { administering } from '../../../acts/parts.js';
import { placeOf } from '../../../acts/place.js';
import { MOST_TOKEN_DAYS, type Scope, tokenTitle } from '../../../domain/token.js';
import { capacityFor } from '../../../domain/who-acts.js';
import { refuseText } from '../../../register/accept.js';
import { peopleInService, personById } from '../../../register/people.js';
import { invitationsOutstanding } from '../../../register/reading/outstanding.js';
import { sessionsOf } from '../../../register/sessions.js';
import { tokenRequestsOf } from '../../../register/token-requests.js';
import { tokensOf } from '../../../register/tokens.js';
import { accessWords } from '../../../words/access.js';
import type { Refused } from '../kit/act-form.js';
import { type Fields, fieldsOf } from '../kit/fields.js';
import { frameOf } from '../kit/frame.js';
import { forbidden, type Problem, refusal, tooMany } from '../kit/refusals.js';
import { answer, type Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { tokenDesk } from '../kit/token-desk.js';
import { allows, type Standing } from '../kit/viewer.js';
import { AdministrationPage, type TokenForm } from './administration-page.js';
import { tokenShown } from './token-shown.js';

const words = accessWords.administration;

/** Outstanding invitations and tokens of an entity, for who administers it. */
export function administration(site: Site): Handler {
  return async (c) => (allows(c, 'administer') ? show(site, c) : forbidden(site, c));
}

/** Asks for a token: one's own is issued and shown this once; somebody else's waits for them to confirm it from their mail. */
export function issue(site: Site): Handler {
  const { deps, limits } = site;
  return asAdministrator(site, async (c, { person: administrator, capacities }) => {
    const fields = await fieldsOf(c);
    const written = writtenIn(fields);
    const problems = await problemsOf(site, administrator.entity, written);
    if (problems.length > 0) return show(site, c, { written, problems });
    const wait = await limits.count('linkByAddress', `gettone ${administrator.entity}/${written.person}`);
    if (wait > 0) return tooMany(site, c, wait);
    const { title, person, days } = written;
    const asked = { entity: administrator.entity, person, title, scopes: scopesIn(written), days: Number(days) };
    const actingFor = capacityFor(capacities, (role) => administering().includes(role))?.actingFor;
    const answered = await askForToken(tokenDesk(deps), asked, { ...administrator, actingFor });
    if (!answered.ok) return show(site, c, { written, problems: [{ field: 'persona', text: answered.error }] });
    if (answered.value === 'asked') return c.redirect(administrationPath(administrator.entity, '#gettoni'), 303);
    return await tokenShown(site, c, answered.value, backTo(administrator.entity));
  });
}

/** Takes a token back. */
export const revokeApiToken = (site: Site): Handler => takesBack(site, revokeToken, '#gettoni', 'reference');

/** Takes an invitation back, with the reason its holder may ask for. */
export const revokeInvite = (site: Site): Handler => takesBack(site, revokeInvitation, '#inviti', 'id');

/** Ends somebody's session. */
export const endOneSession = (site: Site): Handler => takesBack(site, endSession, '#sessioni', 'reference');

/** Carries out an act that takes something back, for who administers. @param named part of the address that names it */
function takesBack(site: Site, act: AnyAct, section: string, named: string): Handler {
  return asAdministrator(site, async (c, { person: { entity } }) => {
    const name = c.req.param(named) ?? '';
    const found = refuseText(name) === undefined ? await act.on.find(site.deps.register, { entity, name }) : undefined;
    if (found === undefined)
      return refusal(site, c, { title: words.title, text: act.on.unknown(name), link: backTo(entity) }, 404);
    const at = { place: placeOf(site.deps, entity, found), sender: senderOf(c) };
    const next = () => administrationPath(entity, section);
    return takeAct(site, c, act, at, next, (refused) => show(site, c, { refused: { ...refused, about: name } }));
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

/** The form for a new token as it was filled in; what is not in it is as the form begins. */
const writtenIn = (fields: Fields): TokenForm => ({
  title: fields.text('titolo').trim(),
  person: fields.id('persona'),
  days: fields.text('giorni').trim(),
  level: fields.text('permessi') === 'leggere' ? 'leggere' : 'inviare',
  individual: fields.text('individuali') !== '',
  deciding: fields.text('decisioni') !== '',
});

const scopesIn = ({ level, individual, deciding }: TokenForm): readonly Scope[] => [
  'read',
  ...(individual ? (['read-individual'] as const) : []),
  ...(level === 'inviare' ? (['submit'] as const) : []),
  ...(deciding ? (['decide'] as const) : []),
];

async function problemsOf({ deps }: Site, entity: string, written: TokenForm): Promise<readonly Problem[]> {
  const { title, person, days } = written;
  const problems: Problem[] = [];
  if (tokenTitle(title) === undefined) problems.push({ field: 'titolo', text: words.badTitle });
  if ((await personById(deps.register.db, entity, person)) === undefined) {
    problems.push({ field: 'persona', text: words.badPerson });
  }
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > MOST_TOKEN_DAYS) {
    problems.push({ field: 'giorni', text: words.badDays(MOST_TOKEN_DAYS) });
  }
  return problems;
}

const BLANK: TokenForm = { title: '', person: '', days: '365', level: 'inviare', individual: false, deciding: false };

async function show(
  { deps, assets }: Site,
  c: Context,
  again: { readonly written?: TokenForm; readonly problems?: readonly Problem[]; readonly refused?: Refused } = {},
): Promise<Response> {
  const entity = c.req.param('entity') ?? '';
  const { db } = deps.register;
  const now = deps.clock();
  const { written = BLANK, problems = [], refused } = again;
  const page = (
    <AdministrationPage
      frame={await frameOf(deps, assets, c)}
      entity={entity}
      steps={await invitationsOutstanding(db, entity, now)}
      sessions={await sessionsOf(db, entity)}
      tokens={await tokensOf(db, entity)}
      requests={await tokenRequestsOf(db, entity)}
      offersDeciding={await bodyDecidesByToken(db, entity)}
      people={await peopleInService(db, entity)}
      written={written}
      problems={problems}
      refused={refused}
      wall={new Date().toISOString()}
    />
  );
  return answer(c, page, problems.length === 0 && refused === undefined ? 200 : 422);
}
