import type { Context, Handler } from 'hono';
import type { AnyAct, Place } from '../../../../acts/act.js';
import { type AnsweredIndicator, anAnsweredIndicator } from '../../../../acts/checkpoint/answered-indicator.js';
import { delegate, takeBack } from '../../../../acts/checkpoint/delegate.js';
import { placeOf } from '../../../../acts/place.js';
import { shown } from '../../../../acts/show.js';
import { formHead } from '../../../../register/reading/officer-form.js';
import { delegationWords } from '../../../../words/delegations.js';
import { ActForm, type Refused, Summary } from '../../kit/act-form.js';
import { bareFrame } from '../../kit/frame.js';
import { NotNow } from '../../kit/not-now.js';
import { answer, type Site } from '../../kit/site.js';
import { takeAct } from '../../kit/take-act.js';
import { dutyAct } from '../duty-act.js';
import { DutyLayout } from '../layout.js';
import type { DutyRoute } from '../routes.js';

/** Where what is done to one indicator of a form is asked, below the address of the duty. */
export const delegationPath = (here: string, code: string, act: typeof delegate | typeof takeBack): string =>
  `${here}/indicatori/${encodeURIComponent(code)}/${act.path}`;

/** The pages on which an indicator is delegated, and taken back. */
export function delegationRoutes(site: Site): readonly Omit<DutyRoute, 'kinds'>[] {
  return [delegate, takeBack].flatMap((act) => {
    const path = `/indicatori/:code/${act.path}` as const;
    return [
      { method: 'GET', path, handler: show(site, act) },
      { method: 'POST', path, handler: take(site, act) },
    ] as const;
  });
}

/** The indicator the address names, of the duty's checkpoint. */
async function placeIn({ deps }: Site, c: Context): Promise<Place<AnsweredIndicator> | undefined> {
  const { ref, step } = c.get('duty');
  const named = { entity: ref.entity, exercise: ref.exercise, within: step.id, name: c.req.param('code') ?? '' };
  const subject = await anAnsweredIndicator.find(deps.register, named);
  return subject && placeOf(deps, ref.entity, subject);
}

const show =
  (site: Site, act: AnyAct): Handler =>
  async (c) => {
    const place = await placeIn(site, c);
    return place === undefined ? c.notFound() : await page(site, c, act, place);
  };

const take =
  (site: Site, act: AnyAct): Handler =>
  async (c) => {
    const place = await placeIn(site, c);
    if (place === undefined) return c.notFound();
    const { actor, here, by } = c.get('duty');
    // By a mail's link, for whom it was mailed; who has signed in acts as whatever they are today.
    const { around, sender } = dutyAct(site, c, actor);
    const from = by === 'invitation' ? sender : { person: actor.person };
    return await takeAct(
      site,
      c,
      act,
      { place, sender: from, around },
      ({ said }) => `${here}?fatto=${encodeURIComponent(said)}`,
      (refused) => page(site, c, act, place, refused),
    );
  };

async function page(
  site: Site,
  c: Context,
  act: AnyAct,
  place: Place<AnsweredIndicator>,
  refused?: Refused,
): Promise<Response> {
  const duty = c.get('duty');
  const { indicator, name, step } = place.subject;
  const ref = { cycle: step.cycle, checkpoint: step.id };
  const [form, head] = await Promise.all([shown(act, place), formHead(place.register.db, ref, duty.person.id)]);
  const { lead } = act.words;
  return answer(
    c,
    <DutyLayout
      frame={bareFrame(site.deps, site.assets, c)}
      {...{ duty, title: act.words.title }}
      entity={head?.entityName ?? ''}
      simulated={head?.simulated ?? place.simulated}
      failed={refused !== undefined}
    >
      <div class="ciclo-title ciclo-duty-title">
        <p class="ciclo-overline">{step.planned.title}</p>
        <h1>{act.words.title}</h1>
        <p>{`${indicator} – ${name}`}</p>
      </div>
      <Summary refused={refused} />
      {lead !== undefined && <p>{typeof lead === 'string' ? lead : lead(place.subject)}</p>}
      {form.notNow === undefined ? (
        <ActForm of={form} action="" refused={refused} />
      ) : (
        <NotNow why={form.notNow} refused={refused} />
      )}
      <p>
        <a href={duty.here}>{delegationWords.form.back}</a>
      </p>
    </DutyLayout>,
    refused === undefined ? 200 : 422,
  );
}
