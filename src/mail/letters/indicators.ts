import { mailWords } from '../../words/mail.js';
import type { Block } from '../letter.js';
import type { IndicatorAsked } from '../message.js';

const { labels } = mailWords;

/** The indicators an officer is asked for, each with what is needed to answer. */
export const askedBlock = (indicators: readonly IndicatorAsked[]): Block => ({
  kind: 'items',
  items: indicators.map((i) => ({
    title: i.name,
    facts: [
      [labels.code, i.code],
      [labels.unit, i.unit],
      [labels.last, i.last ?? labels.noLast],
      [labels.target, i.target],
      [labels.reading, i.reading ?? labels.noReading],
      ...(i.remark === undefined ? [] : ([[labels.remark, i.remark]] as const)),
    ],
  })),
});
