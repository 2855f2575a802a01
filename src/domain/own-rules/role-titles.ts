import type { Role } from '../entity.js';
import type { Piece } from './piece.js';

/** Whether its words name roles; of one that is not known they do not. */
type Named = Pick<Piece, 'names'> | undefined;

/**
 * A piece's words with the titles of the body's roles for their ids: rules hold ids, people read and write titles.
 * The words of a piece that names no roles stay as they are.
 */
export const withRoleTitles = (roles: readonly Role[], piece: Named, said: string): string =>
  renamed(piece, said, named(roles));

/** What a person wrote of a piece, with ids for the titles of roles; an id may be written too. */
export const withRoleIds = (roles: readonly Role[], piece: Named, written: string): string =>
  renamed(
    piece,
    written,
    named(roles).map(([id, title]) => [title, id]),
  );

/** Roles by their titles; two of one title keep their ids. */
const named = (roles: readonly Role[]): readonly (readonly [id: string, title: string])[] =>
  roles.filter((one) => roles.every((other) => other === one || !same(other.title, one.title))).map(pair);

const pair = ({ id, title }: Role): readonly [string, string] => [id, title];

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function renamed(piece: Named, text: string, names: readonly (readonly [from: string, to: string])[]): string {
  if (piece?.names !== 'roles') return text;
  const longest = [...names].sort(([a], [b]) => b.length - a.length);
  const any = longest.map(([from]) => from.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const found = new RegExp(`(?<![\\p{L}\\d-])(?:${any})(?![\\p{L}\\d-])`, 'giu');
  return text.replace(found, (name) => longest.find(([from]) => same(from, name))?.[1] ?? name);
}
