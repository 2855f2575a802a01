import { ADMINISTRATOR, OIV, officeOfRole, STEERING } from '../domain/entity.js';
import type { Capacity } from '../domain/who-acts.js';

/** What somebody is in the product, whatever their body calls it. */
export type AccessRole = 'administrator' | 'steering' | 'officer' | 'recorder' | 'oiv' | 'reader';

/** What can be allowed to somebody in one entity. What concerns one step is decided by who answers for that step. */
export const PERMISSIONS = [
  /** See the cycle, its checkpoints, results and documents; nobody's individual results. */
  'read',
  /** See everybody's individual results. */
  'read-individual',
  /** See the log and take it away. */
  'export-log',
  /** Extend, reopen, return, close, remind, cancel; overrides; substitutes; edit the plan. */
  'steer',
  /** Issue and revoke tokens and invitations. */
  'administer',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const GRANTED: Readonly<Record<AccessRole, readonly Permission[]>> = {
  administrator: ['read', 'export-log', 'administer'],
  steering: ['read', 'steer', 'read-individual', 'export-log', 'administer'],
  oiv: ['read', 'read-individual', 'export-log'],
  recorder: ['read'],
  officer: ['read'],
  reader: ['read'],
};

/**
 * The access roles behind what a person may act as. Whoever is on record is at least a reader.
 * @param recorders roles that record a board's decisions in that entity
 */
export function accessRoles(capacities: readonly Capacity[], recorders: ReadonlySet<string>): ReadonlySet<AccessRole> {
  const roles = new Set<AccessRole>(['reader']);
  for (const { role } of capacities) {
    if (role === STEERING) roles.add('steering');
    if (role === ADMINISTRATOR) roles.add('administrator');
    if (role === OIV) roles.add('oiv');
    if (recorders.has(role)) roles.add('recorder');
    if (officeOfRole(role) !== undefined) roles.add('officer');
  }
  return roles;
}

export const may = (roles: ReadonlySet<AccessRole>, permission: Permission): boolean =>
  [...roles].some((role) => GRANTED[role].includes(permission));
