import {
  type Entity,
  type EntityPerson,
  everHeldBy,
  knowsRole,
  OFFICE_PREFIX,
  officeOfRole,
  type Role,
  type Substitution,
} from './entity.js';

/** What is wrong in an entity, at which field. `message` is in Italian. */
export interface EntityProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Everything in an entity that refers to something which is not there, or is said twice. An empty answer means the
 * entity holds together.
 */
export function checkEntity(entity: Entity): readonly EntityProblem[] {
  return [
    ...duplicates(entity.offices, 'offices', 'l’ufficio'),
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
      : [{ path: [field, i, 'id'], message: `${what} «${item.id}» è già presente nell’elenco` }],
  );
}

function checkAddresses(entity: Entity): EntityProblem[] {
  return entity.people.flatMap((person, i) => {
    const first = entity.people.findIndex((p) => p.email.toLowerCase() === person.email.toLowerCase());
    if (first === i) return [];
    const message = `l’indirizzo «${person.email}» è già di «${entity.people[first]?.id}»`;
    return [{ path: ['people', i, 'email'], message }];
  });
}

function checkRole(entity: Entity, role: Role, i: number): EntityProblem[] {
  if (officeOfRole(role.id) !== undefined) {
    const message = `«${role.id}»: i ruoli «${OFFICE_PREFIX}…» nascono dall’elenco degli uffici e non si scrivono qui`;
    return [{ path: ['roles', i, 'id'], message }];
  }
  if (!role.board) {
    if (role.recordedBy === undefined) return [];
    return [
      { path: ['roles', i, 'recordedBy'], message: `«${role.id}» non è un organo: le delibere sono solo degli organi` },
    ];
  }
  if (role.recordedBy === undefined) {
    return [{ path: ['roles', i], message: `l’organo «${role.id}» non dice chi ne registra le delibere (recordedBy)` }];
  }
  const recorder = entity.roles.find((r) => r.id === role.recordedBy);
  if (recorder === undefined) {
    return [{ path: ['roles', i, 'recordedBy'], message: `il ruolo «${role.recordedBy}» non esiste nell’ente` }];
  }
  if (everHeldBy(entity, recorder.id).length > 0) return [];
  const message = `nessuno ricopre «${recorder.id}», che registra le delibere di «${role.id}»`;
  return [{ path: ['roles', i, 'recordedBy'], message }];
}

function checkHead(entity: Entity): EntityProblem[] {
  if (!entity.roles.some((r) => r.id === entity.head)) {
    return [{ path: ['head'], message: `il ruolo di vertice «${entity.head}» non esiste nell’ente` }];
  }
  if (everHeldBy(entity, entity.head).length > 0) return [];
  return [{ path: ['head'], message: `nessuno ricopre il ruolo di vertice «${entity.head}»` }];
}

function checkBudgetTerms(entity: Entity): EntityProblem[] {
  const terms = entity.budgetTerms ?? [];
  return terms.flatMap(({ exercise }, i) =>
    terms.findIndex((other) => other.exercise === exercise) === i
      ? []
      : [{ path: ['budgetTerms', i, 'exercise'], message: `l’esercizio ${exercise} è già nell’elenco` }],
  );
}

function checkPerson(entity: Entity, person: EntityPerson, i: number): EntityProblem[] {
  const problems: EntityProblem[] = [];
  person.holds.forEach((held, k) => {
    const role = entity.roles.find((r) => r.id === held.role);
    const path = ['people', i, 'holds', k];
    const office = officeOfRole(held.role);
    if (office !== undefined) {
      if (!knowsRole(entity, held.role))
        problems.push({ path: [...path, 'role'], message: `l’ufficio «${office}» non esiste nell’ente` });
    } else if (role === undefined) {
      problems.push({ path: [...path, 'role'], message: `il ruolo «${held.role}» non esiste nell’ente` });
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
      problems.push({ path: ['people', i, 'offices', k], message: `l’ufficio «${office}» non esiste nell’ente` });
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
      return chain.length > 1 ? [] : [{ path, message: `il responsabile «${id}» non è tra le persone dell’ente` }];
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
      problems.push({ path: ['substitutes', i, field], message: `«${s[field]}» non è tra le persone dell’ente` });
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
        message: `il ruolo o ufficio «${role}» non esiste nell’ente`,
      });
    }
  });
  return problems;
}
