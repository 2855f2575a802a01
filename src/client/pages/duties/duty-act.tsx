import type { Context } from 'hono';
import type { Place } from '../../../acts/act.js';
import { placeOf } from '../../../acts/place.js';
import type { StepSubject } from '../../../acts/subject.js';
import type { Actor } from '../../../domain/acting.js';
import { answer, type Site } from '../kit/site.js';
import type { Around, Sender } from '../kit/take-act.js';
import { dutyPageData } from './board/page-data.js';
import { DutyLayout } from './layout.js';

/** Where an act of who has a duty is done, and who sends it: by a mail's link, for whom it was mailed. */
export function dutyAct(
  site: Site,
  c: Context,
  { person, actingFor }: Actor,
): { readonly place: Place<StepSubject>; readonly sender: Sender; readonly around: Around } {
  const { ref, step } = c.get('duty');
  const around: Around = async (title, content) => {
    const { frame, duty, entity, simulated } = await dutyPageData(site, c);
    return await answer(
      c,
      <DutyLayout {...{ frame, duty, entity, simulated, title }}>
        <div class="ciclo-title ciclo-duty-title">
          <p class="ciclo-overline">{step.planned.title}</p>
          <h1>{title}</h1>
        </div>
        {content}
      </DutyLayout>,
    );
  };
  return {
    place: placeOf(site.deps, ref.entity, { ref, step }),
    sender: { person, actingFor: actingFor ?? null },
    around,
  };
}
