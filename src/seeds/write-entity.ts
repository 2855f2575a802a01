import { stringify } from 'yaml';
import { DUTIES, ROLE_OF_DUTY } from '../domain/body-kind.js';
import type { Entity, EntityPerson, Period, Role } from '../domain/entity.js';
import { bodyExportWords as words } from '../words/body-export.js';

/** The two files that say who a body is and how it has chosen its calendar. */
export interface EntityTexts {
  /** `entity.yaml` */
  readonly entity: string;
  /** `calendar.yaml` */
  readonly calendar: string;
}

/**
 * A body as the files its people write: read again by `loadEntity` they are the same body. Roles stand under the body's own
 * names.
 * @param asOf what is said of the day and the register it was written from
 */
export function entityTexts(entity: Entity, asOf: string): EntityTexts {
  const own = ownNames(entity);
  const { id, name, seat, patronSaint, policy, contacts, publicSite, ipa, offices } = entity;
  const said = {
    id,
    name,
    kind: entity.kind,
    seat,
    patronSaint,
    policy,
    head: own(entity.head),
    contacts,
    publicSite,
    ipa,
    offices,
    roles: entity.roles.map((role) => writtenRole(role, own)),
    people: entity.people.map((person) => writtenPerson(person, own)),
    substitutes: entity.substitutes.map(({ from, to, scope, ...one }) => ({
      ...one,
      from,
      to,
      scope: scope?.map(own),
    })),
  };
  const { at, ...counts } = entity.notices;
  const chosen = {
    template: entity.template,
    checkpoints: entity.checkpoints,
    notices: { at: `${twoDigits(at.hour)}:${twoDigits(at.minute)}`, ...counts },
    budgetTerms: entity.budgetTerms ?? [],
  };
  return { entity: yaml(words.entityFile(asOf), said), calendar: yaml(words.calendarFile(asOf), chosen) };
}

/** What the body calls a role that has another name in the register. */
function ownNames({ called = {} }: Pick<Entity, 'called'>): (role: string) => string {
  const own = new Map(Object.entries(called).map(([name, known]) => [known, name]));
  return (role) => own.get(role) ?? role;
}

function writtenRole(role: Role, own: (id: string) => string) {
  return {
    id: own(role.id),
    title: role.title,
    executive: role.executive === true ? true : undefined,
    board: role.board ? true : undefined,
    recordedBy: role.recordedBy === undefined ? undefined : own(role.recordedBy),
    external: role.external ? true : undefined,
    // Said of each that has one: what a kind says of its own roles may be another tomorrow.
    serves: DUTIES.find((duty) => ROLE_OF_DUTY[duty] === role.id),
  };
}

function writtenPerson({ id, name, email, holds, offices, manager }: EntityPerson, own: (id: string) => string) {
  const held = holds.map(({ role, from, to }: { readonly role: string } & Period) => ({ role: own(role), from, to }));
  return {
    id,
    name,
    email,
    holds: held.length === 0 ? undefined : held,
    offices: offices.length === 0 ? undefined : offices,
    manager,
  };
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const yaml = (comment: readonly string[], value: unknown): string =>
  `${comment.map((line) => `# ${line}\n`).join('')}${stringify(value, { lineWidth: 0 })}`;
