import type { OwnRule, Piece } from '../../domain/own-rules/piece.js';
import { pieceIn, piecesOf } from '../../domain/own-rules/pieces.js';
import { withRoleIds, withRoleTitles } from '../../domain/own-rules/role-titles.js';
import type { Policy } from '../../domain/policy.js';
import { err, ok, type Result } from '../../domain/result.js';
import { sameValue } from '../../domain/same-value.js';
import type { Db } from '../../register/database.js';
import { ownRulesOf } from '../../register/own-rules.js';
import { ownRuleWords as words } from '../../words/own-rules.js';
import type { Option, Place } from '../act.js';

type Bodies = NonNullable<Place<string>['mails']>['bodies'];

/** The rules of an exercise without a change and with it. */
export interface RulesChange {
  readonly bodies: Bodies;
  readonly before: Policy;
  readonly after: Policy;
  /** What the body has changed, up to that exercise, without the change and with it. */
  readonly own: { readonly before: readonly OwnRule[]; readonly after: readonly OwnRule[] };
}

/** The data files of the body, where they are at hand. */
function bodiesOf({ mails, subject }: Pick<Place<string>, 'mails' | 'subject'>): Bodies | undefined {
  const bodies = mails?.bodies;
  return bodies?.entities.some(({ id }) => id === subject) === true ? bodies : undefined;
}

/** What of some changes another of the same piece and exercise takes the place of. */
const others = (own: readonly OwnRule[], { piece, fromExercise }: Pick<OwnRule, 'piece' | 'fromExercise'>) =>
  own.filter((one) => one.piece !== piece || one.fromExercise !== fromExercise);

/**
 * The rules as they are and as a change would make them, or why the program could not carry it through: also not in a later exercise,
 * with what is changed from there.
 */
export async function changedBy(
  place: Pick<Place<string>, 'mails' | 'subject'>,
  db: Db,
  asked: Omit<OwnRule, 'act'>,
): Promise<Result<RulesChange, string>> {
  const bodies = bodiesOf(place);
  if (bodies === undefined) return err(words.noFiles);
  const { roles } = bodies.entity(place.subject);
  const piece = pieceIn(bodies.policyOf(place.subject), asked.piece);
  const change = { ...asked, said: withRoleIds(roles, piece, asked.said) };
  const standing = await ownRulesOf(db, place.subject);
  const will = [...others(standing, change), { ...change, act: null }];
  const whole = bodies.rules(place.subject, will);
  if (!whole.ok) return err(told(whole.error));
  const upTo = (all: readonly OwnRule[]) => all.filter(({ fromExercise }) => fromExercise <= change.fromExercise);
  const own = { before: upTo(standing), after: upTo(will) };
  const [was, is] = [bodies.rules(place.subject, own.before), bodies.rules(place.subject, own.after)];
  if (!is.ok) return err(told(is.error));
  // Rules that could not be used before are told by the new ones alone.
  const before = was.ok ? was.value.policy : bodies.policyOf(place.subject);
  return ok({ bodies, before, after: is.value.policy, own });
}

/** Why what is left would not hold without a change, where it holds with it: a floor over the cap of the file. */
export async function neededBy(
  place: Pick<Place<string>, 'mails' | 'subject'>,
  db: Db,
  change: Pick<OwnRule, 'piece' | 'fromExercise'>,
): Promise<string | undefined> {
  const bodies = bodiesOf(place);
  const standing = await ownRulesOf(db, place.subject);
  if (bodies?.rules(place.subject, standing).ok !== true) return undefined;
  const left = bodies.rules(place.subject, others(standing, change));
  return left.ok ? undefined : told(left.error);
}

const told = (problems: readonly { readonly message: string }[]): string =>
  problems.map(({ message }) => message).join('; ');

/** A change in the words that its piece uses: what was written otherwise says the same. */
export const asPieceSays = ({ after }: RulesChange, piece: string, said: string): string =>
  pieceIn(after, piece)?.said(after) ?? said;

/** What some rules say of a piece, for people, who call roles by their titles. */
export const asPeopleSay = ({ bodies }: RulesChange, entity: string, piece: Piece, rules: Policy): string =>
  withRoleTitles(bodies.entity(entity).roles, piece, piece.said(rules));

/** Whether a change leaves the rules as they are. */
export const changesNothing = ({ before, after }: RulesChange): boolean =>
  sameValue({ ...before, version: '' }, { ...after, version: '' });

/** The pieces that may be changed; where the files are not at hand, those that have been. */
export async function pieceOptions(place: Place<string>): Promise<readonly Option[]> {
  const bodies = bodiesOf(place);
  if (bodies === undefined) return await changedOptions(place);
  return piecesOf(bodies.policyOf(place.subject)).map((piece) => ({
    value: piece.id,
    title: words.titleOf(piece),
    group: words.groups[piece.group],
  }));
}

/** The pieces the body has changed. */
export async function changedOptions({ register, subject }: Place<string>): Promise<readonly Option[]> {
  const changed = await ownRulesOf(register.db, subject);
  return [...new Set(changed.map(({ piece }) => piece))].map((id) => ({ value: id, title: words.titleOf({ id }) }));
}
