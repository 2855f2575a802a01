import type { Block } from '../../documents/content.js';
import { profileToday } from '../../register/series-values.js';
import { aboutWords as words } from '../../words/about-body.js';
import { type ComputedPart, directly } from './part.js';

/** `ente/missione-e-visione`: as the body states them. */
export const missionAndVision: ComputedPart = async ({ db }, { entity }) => {
  const { mission, vision } = (await profileToday(db, entity)) ?? {};
  const facts = [
    ...(mission === undefined ? [] : [{ label: words.mission, value: mission }]),
    ...(vision === undefined ? [] : [{ label: words.vision, value: vision }]),
  ];
  return directly(facts.length === 0 ? [] : [{ kind: 'facts', facts } satisfies Block]);
};
