import { titledList } from '../../documents/content.js';
import { FACTOR_KINDS, factorsOf } from '../../domain/context/factors.js';
import { factorRevisions } from '../../register/context.js';
import { factorWords } from '../../words/context.js';
import { type ComputedPart, directly } from './part.js';

/** Strengths, weaknesses, opportunities and threats of the exercise, as the context analysis left them. */
export const swot: ComputedPart = async ({ db }, { entity, exercise }) => {
  const { held } = factorsOf(await factorRevisions(db, entity), exercise);
  return directly(
    FACTOR_KINDS.flatMap((kind) => {
      const texts = held.filter((one) => one.kind === kind).map(({ text }) => text);
      return texts.length === 0 ? [] : [titledList(factorWords.kinds[kind], texts)];
    }),
  );
};
