import type { DocumentOutline } from './drafting/outline.js';
import { ADMINISTRATOR, OIV, type Role, STEERING } from './entity.js';

/** Of bodies whose files were written before kinds could be said. */
export const USUAL_KIND = 'camera';

/** What three roles of every body are for, whatever it calls them. */
export const DUTIES = ['validator', 'steering', 'administrator'] as const;
type Duty = (typeof DUTIES)[number];

/** The names under which the register knows the roles with a duty. */
export const ROLE_OF_DUTY: Readonly<Record<Duty, string>> = {
  validator: OIV,
  steering: STEERING,
  administrator: ADMINISTRATOR,
};

/** Who is asked for when a new body is set up: what each holds follows from its kind. */
export const FOUNDERS = ['head', 'controller', 'secretary', 'validator', 'communication'] as const;
export type Founder = (typeof FOUNDERS)[number];

/** A role bodies of a kind have. */
interface KindRole extends Role {
  /** Who holds it in a new body; `offices`: whoever answers for an office. Absent: nobody yet. */
  readonly heldBy?: Founder | 'offices' | undefined;
}

/** How a body writes the mission and programme of its budget. */
export interface MissionScheme {
  /** By example: `000/000`, `00.00`. */
  readonly pattern: string;
  readonly example: string;
  readonly norm: string;
  /** What the codes mean, by code; of `01.07` also that of the mission `01`. */
  readonly titles: Readonly<Record<string, string>>;
}

/** What bodies of a kind have in common: `seeds/kinds/<id>.yaml`. */
export interface BodyKind {
  readonly id: string;
  readonly version: string;
  /** Comune, Università: as it stands in a list of kinds. */
  readonly title: string;
  /** Whom it is for, and what is doubtful in it. */
  readonly note?: string | undefined;
  /** Its calendar templates, the usual one first. */
  readonly calendars: readonly string[];
  /** Which role has which duty. */
  readonly duties: Readonly<Record<Duty, string>>;
  /** Role the last escalation goes to. */
  readonly head: string;
  /** What the people a new body is set up with are called. */
  readonly founders: Readonly<Record<Founder, string>>;
  readonly roles: readonly KindRole[];
  /** Who has the part that rules of evaluation give to a role these bodies do not have, by that role. */
  readonly inRules?: Readonly<Record<string, string>> | undefined;
  /** Documents every body may have (`seeds/documents`) that these have. */
  readonly shared: readonly string[];
  /** Documents of their own. */
  readonly documents: readonly DocumentOutline[];
  readonly missions: MissionScheme;
}

/** The title of a mission and programme of a body's budget; undefined where its kind does not say it. */
export function missionTitleIn({ titles }: Pick<MissionScheme, 'titles'>, code: string): string | undefined {
  const whole = titles[code];
  if (whole !== undefined) return whole;
  const [mission = ''] = code.split(/[./]/);
  return titles[mission];
}

/** Whether a code is written as the scheme says: each `0` is a digit. */
export const isMission = ({ pattern }: Pick<MissionScheme, 'pattern'>, code: string): boolean =>
  code.length === pattern.length &&
  [...pattern].every((sign, i) => (sign === '0' ? /\d/.test(code[i] ?? '') : sign === code[i]));
