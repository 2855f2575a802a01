import type { OivRemark } from '../domain/oiv/remarks.js';
import { oivWords as words } from '../words/oiv.js';
import { type DocumentContent, type DocumentHeading, paragraph } from './content.js';
import { type Decided, decisionFacts, remarksTable } from './validation.js';

export interface OpinionData extends Decided {
  readonly favourable: boolean;
  readonly board: string;
  /** Norm the step of the opinion falls under for its exercise: since 2017 the opinion binds. */
  readonly norm: string;
  /** Remarks of the OIV on the Sistema, with their answers. */
  readonly remarks: readonly OivRemark[];
}

/** The OIV's opinion on the update of the Sistema (D.Lgs. 150/2009, art. 7, c. 1): outcome with its reasons, then its remarks. */
export function opinionContent(heading: DocumentHeading, data: OpinionData): DocumentContent {
  const { favourable, board, norm, examined, remarks } = data;
  return {
    ...heading,
    landscape: false,
    sections: [
      {
        level: 2,
        title: words.opinion.outcome,
        blocks: [
          paragraph((favourable ? words.opinion.favourable : words.opinion.contrary)(examined.title)),
          decisionFacts(data, [{ label: words.opinion.norm, value: norm }]),
        ],
      },
      {
        level: 2,
        title: words.remarks.title,
        blocks: [remarksTable(remarks), { kind: 'signature', who: [board] }],
      },
    ],
  };
}
