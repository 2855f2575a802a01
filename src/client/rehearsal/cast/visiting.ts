import { decodeJwt } from 'jose';
import { DUTY_PATH } from '../../../access/invitations.js';
import { SIGN_OUT_PATH } from '../../../access/paths.js';
import { cycleId } from '../../../domain/cycle-id.js';
import { castWords as words } from '../../../words/cast.js';
import { cyclePath } from '../../pages/kit/paths.js';
import { linksIn, type Page } from '../page.js';
import { createVisitor, type Visitor } from '../visitor.js';
import { everybody, type Member } from './people.js';
import { type CastDeps, type Letter, mornings } from './planned.js';
import type { SeenStep } from './seen-step.js';

/** Somebody before a page of theirs. */
export interface Visited {
  readonly visitor: Visitor;
  readonly page: Page;
  /** The mail that led there. */
  readonly letter?: Letter;
  /** To be told when they came by themselves; empty for who came by the mail. */
  readonly aside: string;
}

/** Who has had no mail for so long looks for themselves at what waits for them. */
const PATIENCE_DAYS = 30;

/**
 * Opens what a person has to do at a step: the latest mail about it, its button, the page behind. Undefined while no mail
 * has come, or there is no such page for them.
 * @param saying what the mail must speak of, when any mail about the step will not do
 */
export async function openDuty(
  deps: CastDeps,
  person: Member,
  step: SeenStep,
  saying = '',
): Promise<Visited | undefined> {
  const found = await invited(deps, person, step, saying);
  if (found === undefined) {
    const patient = mornings(step.openedOn, PATIENCE_DAYS) > deps.now();
    return deps.mailsOf !== undefined && patient ? undefined : await ownDuty(deps, person, step);
  }
  const visitor = createVisitor(deps.visit, originOf(deps));
  const page = await visitor.open(found.link);
  // A link is good for half a year: who comes later comes by themselves.
  return page.status === 200 ? { visitor, page, letter: found.letter, aside: '' } : await ownDuty(deps, person, step);
}

interface Invited {
  readonly letter: Letter;
  readonly link: string;
}

async function invited(
  { mailsOf, ref }: CastDeps,
  person: Member,
  step: SeenStep,
  saying: string,
): Promise<Invited | undefined> {
  if (mailsOf === undefined) return undefined;
  for await (const letter of mailsOf(person.email)) {
    const link = linksOf(letter).find((address) => isAbout(address, ref, step));
    if (link !== undefined && letter.text?.includes(saying) === true) return { letter, link };
  }
  return undefined;
}

/** Letters lie where they are: who looks through them again knows where they lead. */
const read = new WeakMap<Letter, readonly string[]>();

function linksOf(letter: Letter): readonly string[] {
  const links = read.get(letter) ?? linksIn(letter.html ?? '');
  read.set(letter, links);
  return links;
}

/** A link says in its token what it is about: nobody has to open them all. */
function isAbout(address: string, { entity, exercise }: CastDeps['ref'], step: SeenStep): boolean {
  const [before, token, below] = new URL(address).pathname.slice(1).split('/');
  // A list's items stand below its token; what is found after signing in has none.
  if (`/${before}` !== DUTY_PATH || token === undefined || below !== undefined) return false;
  const claims = decodeJwt(token);
  return claims.cycle === cycleId({ entity, exercise }) && claims.step === step.id;
}

async function ownDuty(deps: CastDeps, person: Member, step: SeenStep): Promise<Visited | undefined> {
  const path = cyclePath(deps.ref, `/attivita/${encodeURIComponent(step.id)}/adempimento`);
  const { visitor, page } = await signedIn(deps, person, path);
  return page.status === 200 ? { visitor, page, aside: words.noMail } : undefined;
}

/** Who has signed in stays so until their session ends, as anybody at their own desk. */
const desks = new WeakMap<CastDeps, Map<string, Visitor>>();

/** Opens a page as somebody who has signed in, as a rehearsal lets anybody do. */
export async function signedIn(
  deps: CastDeps,
  person: Member,
  path: string,
): Promise<Pick<Visited, 'visitor' | 'page'>> {
  const own = desks.get(deps) ?? new Map<string, Visitor>();
  desks.set(deps, own);
  const address = `${deps.consoleUrl}${path}`;
  const before = own.get(person.id);
  if (before !== undefined) {
    const page = await before.open(address);
    if (knows(page)) return { visitor: before, page };
  }
  // Nobody has a desk yet whose session has ended meanwhile.
  const visitor = await signIn(deps, person);
  own.set(person.id, visitor);
  return { visitor, page: await visitor.open(address) };
}

/** Whether a page knows who looks at it: it lets them leave. */
const knows = ({ forms }: Page): boolean => forms.some(({ address }) => new URL(address).pathname === SIGN_OUT_PATH);

async function signIn(deps: CastDeps, person: Member): Promise<Visitor> {
  const { visitor, page } = await everybody(deps);
  const own = page.forms.find(
    ({ fields }) => fields.get('entity')?.values[0] === person.entity && fields.get('person')?.values[0] === person.id,
  );
  if (own === undefined) throw new Error(`${person.id} of ${person.entity} cannot sign in to the rehearsal`);
  await visitor.send(own, {});
  return visitor;
}

const originOf = ({ consoleUrl }: CastDeps): string => new URL(consoleUrl).origin;
