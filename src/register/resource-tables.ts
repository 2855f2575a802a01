import type { ColumnType, GeneratedAlways } from 'kysely';
import type { AboutEntry, AboutKind } from '../domain/about-body.js';
import type { CivilDate } from '../domain/calendar/types.js';
import type { SettledOutcome } from '../domain/rolling/proposal.js';
import type { Written } from './column-types.js';

/** The tables of `047_spending_by_line.sql`. */
export interface ResourceTables {
  spendingImports: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    exercise: number;
    fileHash: string;
    fileName: string;
    upTo: CivilDate;
    rows: number;
    lines: number;
    simulated: boolean;
  };
}

/** The tables of `048_proposals_and_who_we_are.sql`. */
export interface ProposalTables {
  targetProposals: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    exercise: number;
    indicator: string;
    name: string;
    office: string;
    year: number;
    text: string;
    note: string;
    simulated: boolean;
  };
  targetSettlements: Written & {
    proposal: number;
    outcome: SettledOutcome;
    text: string | null;
    reason: string;
    planVersion: number | null;
  };
  bodyEntries: Written & {
    id: GeneratedAlways<number>;
    entity: string;
    kind: AboutKind;
    entry: string;
    data: ColumnType<AboutEntry | null, string | null, never>;
    simulated: boolean;
  };
}
