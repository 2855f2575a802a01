import type { Context } from 'hono';
import type { Place } from '../../../acts/act.js';
import { placeOf } from '../../../acts/place.js';
import type { StepSubject } from '../../../acts/subject.js';
import type { Actor } from '../../../domain/acting.js';
import type { Site } from '../kit/site.js';
import type { Sender } from '../kit/take-act.js';

/** Where an act of who has a duty is done, and who sends it: by a mail's link, for whom it was mailed. */
export function dutyAct(
  { deps }: Site,
  c: Context,
  { person, actingFor }: Actor,
): { readonly place: Place<StepSubject>; readonly sender: Sender } {
  const { ref, step } = c.get('duty');
  return { place: placeOf(deps, ref.entity, { ref, step }), sender: { person, actingFor: actingFor ?? null } };
}
