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
  readonly offices: readonly Office[];
  readonly roles: readonly Role[];
  readonly people: readonly EntityPerson[];
  readonly substitutes: readonly Substitution[];
}

/** Prefix that tells an office from a role among the owners of a step: `ufficio:isr`. */
export const OFFICE_PREFIX = 'ufficio:';

/** Who answers for an office, as a role: `ufficio:isr`. */
export const officeRole = (office: string): string => `${OFFICE_PREFIX}${office}`;

/** The office that who has such a role answers for; undefined for every other role. */
export const officeOfRole = (role: string): string | undefined =>
  role.startsWith(OFFICE_PREFIX) ? role.slice(OFFICE_PREFIX.length) : undefined;

/** What is known of a body without reading its files. */
export type BodyFacts = Pick<Entity, 'id' | 'name' | 'template' | 'policy'>;

/** What is wrong in an entity, at which field. `message` is in Italian. */
export interface EntityProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** True when `role` is a role of the entity, or `ufficio:<id>` of one of its offices. */
export function knowsRole(entity: Pick<Entity, 'roles' | 'offices' | 'called'>, role: string): boolean {
  if (role.startsWith(OFFICE_PREFIX)) return entity.offices.some((o) => o.id === role.slice(OFFICE_PREFIX.length));
  const known = roleCalled(entity, role);
  return entity.roles.some((r) => r.id === known);
}

/** The role a body's files mean, under its name in the register. */
export const roleCalled = ({ called }: Pick<Entity, 'called'>, name: string): string => called?.[name] ?? name;

/** Ids of the people who hold a role, or answer for `ufficio:<id>`, at any time; substitutes are not counted. */
export function everHeldBy(entity: Pick<Entity, 'people' | 'called'>, role: string): readonly string[] {
  const office = role.startsWith(OFFICE_PREFIX) ? role.slice(OFFICE_PREFIX.length) : undefined;
  const known = roleCalled(entity, role);
  return entity.people
    .filter((p) => p.holds.some((h) => h.role === known) || (office !== undefined && p.offices.includes(office)))
    .map((p) => p.id);
}

/**
 * Everything in an entity that refers to something which is not there, or is said twice. An empty answer means the
 * entity holds together.
 */
export function checkEntity(entity: Entity): readonly EntityProblem[] {
  return [
    ...duplicates(entity.offices, 'offices', "l'ufficio"),
    ...duplicates(entity.roles, 'roles', 'il ruolo'),
    ...duplicates(entity.people, 'people', 'la persona'),
    ...checkAddresses(entity),
    ...entity.roles.flatMap((role, i) => checkRole(entity, role, i)),
    ...checkHead(entity),
    ...checkBudgetTerms(entity),
    ...entity.people.flatMap((person, i) => checkPerson(entity, person, i)),
    ...entity.substitutes.flatMap((s, i) => checkSubstitution(entity, s, i)),
  ];
}

function duplicates(items: readonly { readonly id: string }[], field: string, what: string): EntityProblem[] {
  return items.flatMap((item, i) =>
    items.findIndex((other) => other.id === item.id) === i
      ? []
      : [{ path: [field, i, 'id'], message: `${what} «${item.id}» è già presente nell'elenco` }],
  );
}

function checkAddresses(entity: Entity): EntityProblem[] {
  return entity.people.flatMap((person, i) => {
    const first = entity.people.findIndex((p) => p.email.toLowerCase() === person.email.toLowerCase());
    if (first === i) return [];
    const message = `l'indirizzo «${person.email}» è già di «${entity.people[first]?.id}»`;
    return [{ path: ['people', i, 'email'], message }];
  });
}

function checkRole(entity: Entity, role: Role, i: number): EntityProblem[] {
  if (role.id.startsWith(OFFICE_PREFIX)) {
    const message = `«${role.id}»: i ruoli «${OFFICE_PREFIX}…» nascono dall'elenco degli uffici e non si scrivono qui`;
    return [{ path: ['roles', i, 'id'], message }];
  }
  if (!role.board) {
    if (role.recordedBy === undefined) return [];
    return [
      { path: ['roles', i, 'recordedBy'], message: `«${role.id}» non è un organo: le delibere sono solo degli organi` },
    ];
  }
  if (role.recordedBy === undefined) {
    return [{ path: ['roles', i], message: `l'organo «${role.id}» non dice chi ne registra le delibere (recordedBy)` }];
  }
  const recorder = entity.roles.find((r) => r.id === role.recordedBy);
  if (recorder === undefined) {
    return [{ path: ['roles', i, 'recordedBy'], message: `il ruolo «${role.recordedBy}» non esiste nell'ente` }];
  }
  if (everHeldBy(entity, recorder.id).length > 0) return [];
  const message = `nessuno ricopre «${recorder.id}», che registra le delibere di «${role.id}»`;
  return [{ path: ['roles', i, 'recordedBy'], message }];
}

function checkHead(entity: Entity): EntityProblem[] {
  if (!entity.roles.some((r) => r.id === entity.head)) {
    return [{ path: ['head'], message: `il ruolo di vertice «${entity.head}» non esiste nell'ente` }];
  }
  if (everHeldBy(entity, entity.head).length > 0) return [];
  return [{ path: ['head'], message: `nessuno ricopre il ruolo di vertice «${entity.head}»` }];
}

function checkBudgetTerms(entity: Entity): EntityProblem[] {
  const terms = entity.budgetTerms ?? [];
  return terms.flatMap(({ exercise }, i) =>
    terms.findIndex((other) => other.exercise === exercise) === i
      ? []
      : [{ path: ['budgetTerms', i, 'exercise'], message: `l'esercizio ${exercise} è già nell'elenco` }],
  );
}

function checkPerson(entity: Entity, person: EntityPerson, i: number): EntityProblem[] {
  const problems: EntityProblem[] = [];
  person.holds.forEach((held, k) => {
    const role = entity.roles.find((r) => r.id === held.role);
    const path = ['people', i, 'holds', k];
    if (held.role.startsWith(OFFICE_PREFIX)) {
      const office = held.role.slice(OFFICE_PREFIX.length);
      if (!knowsRole(entity, held.role))
        problems.push({ path: [...path, 'role'], message: `l'ufficio «${office}» non esiste nell'ente` });
    } else if (role === undefined) {
      problems.push({ path: [...path, 'role'], message: `il ruolo «${held.role}» non esiste nell'ente` });
    } else if (role.external) {
      problems.push({ path: [...path, 'role'], message: `il ruolo «${held.role}» è esterno: nessuno può ricoprirlo` });
    }
    if (held.from !== undefined && held.to !== undefined && held.from > held.to) {
      problems.push({
        path: [...path, 'to'],
        message: `il periodo finisce (${held.to}) prima di cominciare (${held.from})`,
      });
    }
  });
  person.offices.forEach((office, k) => {
    if (!entity.offices.some((o) => o.id === office)) {
      problems.push({ path: ['people', i, 'offices', k], message: `l'ufficio «${office}» non esiste nell'ente` });
    }
  });
  return [...problems, ...checkManager(entity, person, i)];
}

function checkManager(entity: Entity, person: EntityPerson, i: number): EntityProblem[] {
  if (person.manager === undefined) return [];
  const path = ['people', i, 'manager'];
  const chain = [person.id];
  let manager: string | undefined = person.manager;
  while (manager !== undefined) {
    const id: string = manager;
    const found = entity.people.find((p) => p.id === id);
    // A broken link further up is reported on the person who has it.
    if (found === undefined) {
      return chain.length > 1 ? [] : [{ path, message: `il responsabile «${id}» non è tra le persone dell'ente` }];
    }
    if (chain.includes(id)) {
      // Reported once, on the member of the circle that comes first in the file.
      const circle = chain.slice(chain.indexOf(id));
      const first = entity.people.find((p) => circle.includes(p.id));
      const message = `la catena dei responsabili è circolare: ${[...circle, id].join(' → ')}`;
      return first?.id === person.id ? [{ path, message }] : [];
    }
    chain.push(id);
    manager = found.manager;
  }
  return [];
}

function checkSubstitution(entity: Entity, s: Substitution, i: number): EntityProblem[] {
  const problems: EntityProblem[] = [];
  for (const field of ['absent', 'substitute'] as const) {
    if (!entity.people.some((p) => p.id === s[field])) {
      problems.push({ path: ['substitutes', i, field], message: `«${s[field]}» non è tra le persone dell'ente` });
    }
  }
  if (s.absent === s.substitute) {
    problems.push({ path: ['substitutes', i, 'substitute'], message: `«${s.absent}» non può sostituire se stesso` });
  }
  if (s.from > s.to) {
    const message = `la sostituzione finisce (${s.to}) prima di cominciare (${s.from})`;
    problems.push({ path: ['substitutes', i, 'to'], message });
  }
  s.scope?.forEach((role, k) => {
    if (!knowsRole(entity, role)) {
      problems.push({
        path: ['substitutes', i, 'scope', k],
        message: `il ruolo o ufficio «${role}» non esiste nell'ente`,
      });
    }
  });
  return problems;
}

/** The names the register has for the roles that carry more than reading; a body's files may call them otherwise (`called`). */
export const STEERING = 'controllo-gestione';
export const ADMINISTRATOR = 'amministratore';
export const OIV = 'oiv';
