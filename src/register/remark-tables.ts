import type { GeneratedAlways } from 'kysely';
import type { Texts, Written } from './column-types.js';

type Said = Written<'person'> & {
  id: GeneratedAlways<number>;
  key: string;
  cycle: string;
  text: string;
  /** Ids of the persons it calls by name. */
  mentions: Texts;
};

/** What colleagues say to each other about a step. */
export interface RemarkTables {
  stepRemarks: Said & { step: string; indicator: string | null };
  stepRemarkReplies: Said & { remark: number };
  stepRemarkClosings: Written<'person'> & {
    remark: number;
    cycle: string;
  };
}
