import type { Directory } from '../../../register/reading/directory.js';
import { actingName } from '../kit/parts/people.js';

/** Who did something, for whom. */
export const whoActed = (
  { actor, actingFor }: { readonly actor: string; readonly actingFor: string | null },
  directory: Directory,
): string =>
  actingName({
    name: directory.person(actor),
    actingFor: actingFor === null ? undefined : directory.person(actingFor),
  });
