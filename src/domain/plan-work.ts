import type { CivilDate } from './calendar/types.js';

/**
 * What has become of a version of a plan. A draft that another one follows stays a draft; those of an amendment that was given up
 * are discarded.
 */
export type PlanVersionStatus = 'draft' | 'proposed' | 'in-force' | 'superseded' | 'rejected' | 'discarded';

/** A version as far as it says where the work on a plan stands. */
interface VersionState {
  readonly version: number;
  readonly status: PlanVersionStatus;
  readonly inForceFrom: CivilDate | null;
}

/** Where the work on a plan stands. */
export type PlanWork =
  /** No version has been approved yet. 0: there is no draft either. */
  | { readonly kind: 'first'; readonly draft: number }
  | { readonly kind: 'in-force'; readonly inForce: number }
  /** A draft copied from the version in force is being worked on. */
  | { readonly kind: 'amending'; readonly inForce: number; readonly draft: number }
  /** It is before the board. */
  | { readonly kind: 'proposed'; readonly inForce: number; readonly proposed: number };

/** Where the work on a plan stands. @param versions of one exercise, from the first */
export function planWork(versions: readonly VersionState[]): PlanWork {
  const inForce = versions.findLast((v) => v.status === 'in-force')?.version;
  const last = versions.at(-1);
  if (inForce === undefined)
    return { kind: 'first', draft: versions.findLast((v) => v.status === 'draft')?.version ?? 0 };
  const proposed = versions.find((v) => v.status === 'proposed')?.version;
  if (proposed !== undefined) return { kind: 'proposed', inForce, proposed };
  return last?.status === 'draft' ? { kind: 'amending', inForce, draft: last.version } : { kind: 'in-force', inForce };
}

/** The draft people work on, of the first plan or of an amendment; 0 when there is none. */
export const draftIn = (work: PlanWork): number => (work.kind === 'first' || work.kind === 'amending' ? work.draft : 0);
