import { type Alias, type Document, isAlias, isNode, parseDocument, visit } from 'yaml';
import { type Entity, knowsRole } from '../domain/entity.js';
import { unknownRoles } from '../domain/individual/check-rules.js';
import { NOTICES } from '../domain/own-rules/notices.js';
import type { FileChange, OwnRule } from '../domain/own-rules/piece.js';
import { pieceIn } from '../domain/own-rules/pieces.js';
import type { NoticeRule, Policy } from '../domain/policy.js';
import { raisedVersion } from '../domain/raised-version.js';
import { err, ok, type Result } from '../domain/result.js';
import { sameValue } from '../domain/same-value.js';
import { ownRuleWords as words } from '../words/own-rules.js';
import { parsePolicy } from './policy.js';

/** The rules of a body with what it has changed of them, and the file that says so. */
export interface RulesFile {
  readonly policy: Policy;
  readonly text: string;
}

/** A changed piece that the program could not carry through. `message` is in Italian. */
export interface RuleProblem {
  readonly piece: string;
  readonly fromExercise: number;
  readonly message: string;
}

/**
 * The file of a body's rules with what it has changed of them, each a new version. Every change is read by the reader of the files, so
 * that whatever refuses a file refuses it. One the file already says changes nothing.
 * @param notices the body's plan of reminders, which its calendar's file says
 */
export function withOwnRules(
  source: RulesFile,
  notices: NoticeRule,
  own: readonly OwnRule[],
): Result<RulesFile, readonly RuleProblem[]> {
  if (own.length === 0) return ok(source);
  const document = parseDocument(source.text);
  if (own.some(({ piece }) => NOTICES.some(({ id }) => id === piece)))
    document.set('notices', document.createNode(notices));
  const start = parsePolicy('', document.toString({ lineWidth: 0 }));
  if (!start.ok) return err(own.slice(0, 1).map((one) => problem(one, start.error[0]?.message ?? '')));
  let now: Policy = start.value.value;
  for (const together of byExercise(own)) {
    let changes = 0;
    for (const rule of together) {
      const piece = pieceIn(now, rule.piece);
      if (piece === undefined) return err([problem(rule, words.stray(rule.piece))]);
      if (piece.said(now) === rule.said) continue;
      const change = piece.read(rule.said, now);
      if (!change.ok) return err([problem(rule, change.error)]);
      put(document, change.value);
      changes++;
    }
    // What holds from the same exercise is looked at together: a floor and a cap may both move.
    const read = parsePolicy('', document.toString({ lineWidth: 0 }));
    if (!read.ok) return err(together.slice(-1).map((one) => problem(one, read.error[0]?.message ?? '')));
    if (sameValue(read.value.value, now)) continue;
    const version = Array.from({ length: changes }).reduce<string>(raisedVersion, now.version);
    now = { ...read.value.value, version };
    document.set('version', version);
  }
  return ok({ policy: now, text: document.toString({ lineWidth: 0 }) });
}

/** The first change that gives a part in evaluation to a role the body does not have: who is evaluated would wait for nobody. */
export function strayRole(
  entity: Pick<Entity, 'roles' | 'offices' | 'called'>,
  { individual }: Policy,
  own: readonly OwnRule[],
): RuleProblem | undefined {
  if (individual === undefined) return undefined;
  for (const rule of own) {
    const changed = individual.groups.filter(({ id }) => [`chi-valuta-${id}`, `istanze-${id}`].includes(rule.piece));
    // Of a group of a role the body does not have nobody is.
    const groups = changed.map((group) => ({ ...group, who: { kind: 'everybody-else' as const } }));
    const [role] = unknownRoles({ ...individual, groups }, (one) => knowsRole(entity, one));
    if (role !== undefined) return problem(rule, words.noRole(role));
  }
  return undefined;
}

/** Those of each exercise, the earliest first. */
const byExercise = (own: readonly OwnRule[]): readonly (readonly OwnRule[])[] =>
  [...new Set(own.map(({ fromExercise }) => fromExercise))]
    .sort((a, b) => a - b)
    .map((exercise) => own.filter(({ fromExercise }) => fromExercise === exercise));

function put(document: Document, { path, value }: FileChange): void {
  if (path[0] === 'individual') standAlone(document);
  if (value === undefined) document.deleteIn(path);
  else document.setIn(path, document.createNode(value, { flow: true }));
}

const problem = ({ piece, fromExercise }: OwnRule, message: string): RuleProblem => ({ piece, fromExercise, message });

/** Writes out what a file says once and names elsewhere: a change of one place is none of the others. */
function standAlone(document: Document): void {
  visit(document, {
    Alias: (_, alias: Alias) => {
      const target = alias.resolve(document);
      const copy = target?.clone();
      if (copy === undefined || !isNode(copy)) return undefined;
      if (!isAlias(copy)) delete copy.anchor;
      return copy;
    },
  });
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) delete node.anchor;
    },
  });
}
