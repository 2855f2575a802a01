import type { CivilDate } from '../domain/calendar/types.js';
import { OIV, STEERING } from '../domain/entity.js';
import { evaluatorRole, ownRole } from '../domain/individual/own-role.js';
import type { EvaluatedGroup } from '../domain/individual/types.js';
import type { Db } from '../register/database.js';
import { capacitiesOf } from '../register/people.js';
import { personalCapacitiesOf } from '../register/personal-capacities.js';
import { recordersByBoard, superiorsOf } from '../register/reading/people.js';
import type { SheetSummary } from '../register/reading/sheets.js';

/** What of somebody's evaluation may be seen apart from the rest. */
export const SHEET_PARTS = [
  /** That there is a sheet, whose, of which group and days, and where it stands. */
  'stage',
  /** Objectives, weights, every version with its reason. */
  'objectives',
  /** What was said about the objectives: what the person answered to the proposal, and the notes of the half-way talk. */
  'talks',
  'self-evaluation',
  /** How each behaviour was judged, with its sentence. */
  'evaluation',
  /** Observations, requests of a second instance and of conciliazione, and what was decided. */
  'contest',
  /** Score, band, share of the pay. */
  'score',
  /** What the score was made from. */
  'trace',
] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

/** What somebody is to the sheet of another, or to their own. */
export type Relation =
  | 'person'
  | 'evaluator'
  /** Hears the second instance, or holds the conciliazione: only of a sheet on which it was asked. */
  | 'second-instance'
  | 'conciliation'
  /** Records what the board decides on it. */
  | 'recorder'
  /** Above the person, and does not evaluate them. */
  | 'superior'
  | 'oiv'
  | 'steering';

/**
 * Who sees what of somebody's evaluation: the one place where it is said. Whoever is none of these (administrators, colleagues, offices,
 * boards, whoever reads the site) finds no sheet at all, and cannot tell it from one that is not there.
 */
export const SIGHT: Readonly<Record<Relation, readonly SheetPart[]>> = {
  person: SHEET_PARTS,
  evaluator: SHEET_PARTS,
  'second-instance': SHEET_PARTS,
  conciliation: SHEET_PARTS,
  recorder: ['stage', 'objectives', 'evaluation', 'contest', 'score', 'trace'],
  superior: ['stage', 'objectives', 'score', 'trace'],
  // The method and its fairness (D.Lgs. 150/2009, art. 14, c. 4), not what people said to one another.
  oiv: ['stage', 'objectives', 'score', 'trace'],
  // Follows the stages and the differentiation of the scores; reads no judgement.
  steering: ['stage', 'objectives', 'score'],
};

/** By which ways something of a sheet goes out. */
export const CHANNELS = ['page', 'api', 'document', 'export', 'site', 'mail', 'log', 'temporal', 'backup'] as const;
type Channel = (typeof CHANNELS)[number];

/**
 * What of a sheet each way carries. `sight`: what who asks may see, by the table above. `number`: the number of the sheet, to who must do
 * something or did it. `aggregate`: counts of groups of at least five. `all`: everything, to who keeps it encrypted.
 */
export const CARRIED: Readonly<Record<Channel, 'sight' | 'number' | 'aggregate' | 'nothing' | 'all'>> = {
  page: 'sight',
  // Of a token made to read individual results too.
  api: 'sight',
  document: 'sight',
  export: 'nothing',
  site: 'aggregate',
  mail: 'number',
  // A line of no cycle: it is in nobody's log of the cycle, and in no file made of it.
  log: 'number',
  temporal: 'nothing',
  backup: 'all',
};

/** Who asks, with everything they may act as that day. */
export interface Viewer {
  readonly entity: string;
  readonly person: string;
  readonly roles: ReadonlySet<string>;
}

/** Somebody on a day, to be asked of any number of sheets. */
export async function viewerOn(db: Db, entity: string, person: string, on: CivilDate): Promise<Viewer> {
  const held = [
    ...(await capacitiesOf(db, entity, person, on)),
    ...(await personalCapacitiesOf(db, entity, person, on)),
  ];
  return { entity, person, roles: new Set(held.map(({ role }) => role)) };
}

/** What is to be known of a body to say who sees its sheets. */
export interface SightContext {
  /** Who acts for a role: for a board, the role that records what it decides. */
  actsFor(role: string): string;
  /** The rules of a group; undefined where the policy does not have it. */
  group(id: string): EvaluatedGroup | undefined;
  /** Everybody above a person. */
  superiors(person: string): Promise<ReadonlySet<string>>;
}

/** What a body's sheets are seen by. @param groups those of the policy pinned to the cycle */
export async function sightContext(db: Db, entity: string, groups: readonly EvaluatedGroup[]): Promise<SightContext> {
  const recorders = await recordersByBoard(db, entity);
  return {
    actsFor: (role) => recorders.get(role) ?? role,
    group: (id) => groups.find((one) => one.id === id),
    superiors: (person) => superiorsOf(db, entity, person),
  };
}

/** What a viewer is to a sheet; none for who is nothing to it. */
export async function relationsTo(
  { person, roles }: Viewer,
  sheet: Pick<SheetSummary, 'person' | 'evaluator' | 'group' | 'made'>,
  { actsFor, group, superiors }: SightContext,
): Promise<readonly Relation[]> {
  const rules = group(sheet.group);
  const { evaluator } = sheet;
  const was = (passage: string): boolean => sheet.made.some((one) => one.passage === passage);
  const held = (role: string | undefined): boolean => role !== undefined && roles.has(role);
  const found: Relation[] = [];
  // In one's own sheet one is the person alone, whatever roles one holds and whoever one stands in for.
  if (held(ownRole(sheet.person))) return ['person'];
  if (held(evaluator.kind === 'person' ? evaluatorRole(evaluator.person) : evaluator.role)) found.push('evaluator');
  if (was('ask-second-instance') && held(rules && actsFor(rules.secondInstance))) found.push('second-instance');
  if (was('ask-conciliation') && held(rules && actsFor(rules.conciliation))) found.push('conciliation');
  if (rules?.evaluator.kind === 'board' && held(actsFor(rules.evaluator.decides))) found.push('recorder');
  if (held(OIV)) found.push('oiv');
  if (held(STEERING)) found.push('steering');
  if ((await superiors(sheet.person)).has(person)) found.push('superior');
  return found;
}

/** The parts of a sheet that somebody sees by what they are to it; none: for them there is no such sheet. */
export const partsFor = (relations: readonly Relation[]): ReadonlySet<SheetPart> =>
  new Set(relations.flatMap((relation) => SIGHT[relation]));
