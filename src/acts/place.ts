import type { Instant } from '../domain/calendar/types.js';
import { romeDate } from '../domain/calendar/zone.js';
import type { WaveDeps } from '../office/wave/facts.js';
import type { Register } from '../register/database.js';
import type { Place } from './act.js';
import type { Actions } from './actions.js';

/** What the pages and the API are made from, as far as acts ask. */
interface PlaceDeps {
  readonly register: Register;
  readonly actions: Actions;
  readonly bodies: WaveDeps['bodies'];
  readonly consoleUrl: string;
  readonly rehearsal: boolean;
  readonly clock: () => Instant;
}

/** Where an act would be done now. */
export function placeOf<S>(
  { register, actions, bodies, consoleUrl, rehearsal, clock }: PlaceDeps,
  entity: string,
  subject: S,
): Place<S> {
  const at = clock();
  const mails = { register, bodies, post: { consoleUrl } };
  return { register, actions, mails, entity, subject, today: romeDate(at), at, simulated: rehearsal };
}
