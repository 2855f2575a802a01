import { mailWords } from '../../words/mail.js';
import { sourceWords } from '../../words/sources.js';
import type { IndicatorAsked } from '../checkpoint-messages.js';
import type { Block } from '../letter.js';

const { labels } = mailWords;
const { mail: sources } = sourceWords;

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
      ...(i.proposed === undefined ? [] : ([[sources.proposedLabel, i.proposed]] as const)),
      ...(i.failed === undefined ? [] : ([[sources.failedLabel, i.failed]] as const)),
      ...(i.remark === undefined ? [] : ([[labels.remark, i.remark]] as const)),
    ],
  })),
});
