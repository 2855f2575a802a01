import type { PatronSaint } from './calendar/holidays.js';
import type { NoticePolicy } from './calendar/plan-notices.js';
import type { CivilDate } from './calendar/types.js';

export interface Office {
  readonly id: string;
  readonly title: string;
}

/** What somebody is in the cycle. Steps name roles; who holds them is looked up when a notice leaves or an act is taken. */
export interface Role {
  readonly id: string;
  readonly title: string;
  /** An organ that decides as a body: Consiglio, Giunta, OIV. */
  readonly board: boolean;
  /** On a board: the role that records its decisions. */
  readonly recordedBy?: string | undefined;
  /** Of a *dirigente*: the objectives of who holds it stand in the Piano (D.Lgs. 150/2009, art. 10); its results do not. */
  readonly executive?: boolean | undefined;
  /** Outside the entity or not a person (stakeholder): named in documents, never prompted. */
  readonly external: boolean;
}

/** From a day to a day, both included; an absent end is open. */
export interface Period {
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

export interface EntityPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Roles, or `ufficio:<id>` for an office they answer for from a day or to a day. */
  readonly holds: readonly ({ readonly role: string } & Period)[];
  /** Offices the person answers for, whatever the day. */
  readonly offices: readonly string[];
  /** Id of the person a lateness escalates to. */
  readonly manager?: string | undefined;
}

/** Whom to ask, and where the body says what the law has it say of its sites. */
export interface BodyContacts {
  /** Of the office that answers; absent: the title of the role and who holds it. */
  readonly name?: string | undefined;
  /** Absent: the address of who holds the role. */
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  /** Address of its *dichiarazione di accessibilità* (L. 4/2004, art. 3-quater). */
  readonly accessibility?: string | undefined;
  /** Address of its notice on personal data (Regulation (EU) 2016/679, arts. 13 and 14). */
  readonly privacy?: string | undefined;
}

/** Who stands in for an absent person, when, and for what. */
export interface Substitution {
  readonly absent: string;
  readonly substitute: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Roles, or `ufficio:<id>`; absent: everything. */
  readonly scope?: readonly string[] | undefined;
  readonly reason: string;
}

/** A public body as its data file describes it: `seeds/<folder>/entity.yaml`. */
export interface Entity {
  readonly id: string;
  readonly name: string;
  /** Kind of body, of `seeds/kinds`; absent: the first there was, `USUAL_KIND`. */
  readonly kind?: string | undefined;
  /** What the body calls roles that have another name in the register: `nucleo-valutazione` → `oiv`. Absent: nothing. */
  readonly called?: Readonly<Record<string, string>> | undefined;
  /** Municipality of the seat: it decides the patron saint. */
  readonly seat: string;
  readonly patronSaint: PatronSaint;
  /** Id of the calendar template the entity follows. */
  readonly template: string;
  /** Id of the policy (SMVP) its cycles are pinned to. */
  readonly policy: string;
  /** Role the last escalation goes to. */
  readonly head: string;
  readonly checkpoints: {
    /** Term of a collection, in the grammar of `date-rule.ts` (`15 giorni dopo l'apertura`); absent: the template's. */
    readonly term?: string | undefined;
    /** Days a checkpoint with every value stays open to controllo di gestione; absent: the template's. */
    readonly review?: number | undefined;
  };
  readonly notices: NoticePolicy;
  /** Exercises for which the law has postponed the budget, and its last day then. */
  readonly budgetTerms?: readonly { readonly exercise: number; readonly term: CivilDate }[] | undefined;
  /** What whoever has a question, or may not read a page, is told. */
  readonly contacts?: BodyContacts | undefined;
  /** Where people read its site of Amministrazione trasparente, the folder of what is published: `https://…`. */
  readonly publicSite?: string | undefined;
  /** Its code in the IPA (indicepa.gov.it), by which catalogues of open data name it: `cciaa_ms`. */
  readonly ipa?: string | undefined;
  readonly offices: readonly Office[];
  readonly roles: readonly Role[];
  readonly people: readonly EntityPerson[];
  readonly substitutes: readonly Substitution[];
}

/** The address of a body's site without a slash at its end; undefined where it has said none. */
export const siteOf = ({ publicSite }: Pick<Entity, 'publicSite'>): string | undefined =>
  publicSite?.replace(/\/+$/, '');

/** The names the register has for the roles that carry more than reading; a body's files may call them otherwise (`called`). */
export const STEERING = 'controllo-gestione';
export const ADMINISTRATOR = 'amministratore';
export const OIV = 'oiv';

/** Prefix that tells an office from a role among the owners of a step: `ufficio:isr`. */
export const OFFICE_PREFIX = 'ufficio:';

/** Who answers for an office, as a role: `ufficio:isr`. */
export const officeRole = (office: string): string => `${OFFICE_PREFIX}${office}`;

/** The office that who has such a role answers for; undefined for every other role. */
export const officeOfRole = (role: string): string | undefined =>
  role.startsWith(OFFICE_PREFIX) ? role.slice(OFFICE_PREFIX.length) : undefined;

/** What is known of a body without reading its files. */
export type BodyFacts = Pick<Entity, 'id' | 'name' | 'template' | 'policy'>;

/** True when `role` is a role of the entity, or `ufficio:<id>` of one of its offices. */
export function knowsRole(entity: Pick<Entity, 'roles' | 'offices' | 'called'>, role: string): boolean {
  const office = officeOfRole(role);
  if (office !== undefined) return entity.offices.some(({ id }) => id === office);
  const known = roleCalled(entity, role);
  return entity.roles.some((r) => r.id === known);
}

/** The role a body's files mean, under its name in the register. */
export const roleCalled = ({ called }: Pick<Entity, 'called'>, name: string): string => called?.[name] ?? name;

/** Ids of the people who hold a role, or answer for `ufficio:<id>`, at any time; substitutes are not counted. */
export function everHeldBy(entity: Pick<Entity, 'people' | 'called'>, role: string): readonly string[] {
  const office = officeOfRole(role);
  const known = roleCalled(entity, role);
  return entity.people
    .filter((p) => p.holds.some((h) => h.role === known) || (office !== undefined && p.offices.includes(office)))
    .map((p) => p.id);
}
