import type { Handler } from 'hono';
import type { AnyAct } from '../../../acts/act.js';
import { adoptOutline } from '../../../acts/document/adopt-outline.js';
import { answerRemark, closeRemark, remark } from '../../../acts/document/remark.js';
import { standIn, withdrawStandIn } from '../../../acts/document/stand-in.js';
import { transmit } from '../../../acts/document/transmit.js';
import { aRemark } from '../../../acts/draft-subjects.js';
import { placeOf } from '../../../acts/place.js';
import { aStep } from '../../../acts/subject.js';
import type { Refused } from '../kit/act-form.js';
import type { Site } from '../kit/site.js';
import { senderOf, takeAct } from '../kit/take-act.js';
import { showDraft } from './draft-page.js';
import { type DraftPageData, draftPageData } from './page-data.js';
import { showSection } from './section-page.js';

/** What is done to a draft as a whole. */
export const DRAFT_ACTS = [remark, standIn, withdrawStandIn, adoptOutline] as const;
/** What is done to a remark on it. */
export const REMARK_ACTS = [answerRemark, closeRemark] as const;

/** The section's page a form was sent from; undefined: the draft's own. */
function sentFrom(data: DraftPageData, query: string | undefined): string | undefined {
  return data.sections.find(({ outline }) => outline.id === query)?.outline.id;
}

/** Carries out an act on a draft. */
export function actOnDraft(site: Site, act: (typeof DRAFT_ACTS)[number]): Handler {
  return acting(site, act, async (data) => data.subject);
}

/** Carries out an act on one of its remarks. */
export function actOnRemark(site: Site, act: (typeof REMARK_ACTS)[number]): Handler {
  return async (c) => {
    const id = c.req.param('remark') ?? '';
    return acting(
      site,
      act,
      ({ cycle: { entity, exercise } }) => aRemark.find(site.deps.register, { entity, exercise, name: id }),
      id,
    )(c, async () => undefined);
  };
}

/** Transmits the document to its board. */
export function transmitDraft(site: Site): Handler {
  return acting(site, transmit, async ({ cycle: { entity, exercise }, subject }) => {
    const { step } = subject.standing;
    return step && (await aStep.find(site.deps.register, { entity, exercise, name: step.id }));
  });
}

function acting<S>(
  site: Site,
  act: AnyAct,
  subjectIn: (data: DraftPageData) => Promise<S | undefined>,
  about?: string,
): Handler {
  return async (c) => {
    const data = await draftPageData(site, c);
    const subject = data && (await subjectIn(data));
    if (data === undefined || subject === undefined) return c.notFound();
    const at = { place: placeOf(site.deps, data.cycle.entity, subject), sender: senderOf(c) };
    const section = sentFrom(data, c.req.query('da'));
    const page = section === undefined ? data.path() : data.path(`/sezioni/${encodeURIComponent(section)}`);
    return takeAct(
      site,
      c,
      act,
      at,
      ({ said }) => `${page}?fatto=${encodeURIComponent(said)}`,
      (refused) => {
        const again: Refused = about === undefined ? refused : { ...refused, about };
        if (section === undefined) return showDraft(site, c, again);
        return showSection(site, c, { refused: again, section });
      },
    );
  };
}
