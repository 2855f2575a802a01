import { cyclePath, indicatorPath, stepPath } from '../../../access/cycle-path.js';
import { draftPath as ownDraftPath } from '../../../access/draft-path.js';
import { EVALUATIONS_PATH, sheetPath } from '../../../access/evaluation-path.js';
import type { CycleName } from '../../../register/reading/cycles.js';

export { cyclePath, indicatorPath, stepPath };

/** `/enti/ccms`, or a page under it. */
export const bodyPath = (entity: string, below = ''): string => `/enti/${encodeURIComponent(entity)}${below}`;

/** `/cicli/ccms/2016/piano`, or a page under it. */
export const planPath = (cycle: Pick<CycleName, 'entity' | 'exercise'>, below = ''): string =>
  cyclePath(cycle, `${PLAN_PATH}${below}`);

/** Below the address of a cycle: its plan. */
export const PLAN_PATH = '/piano';
/** Below that: the amendment of a plan in force, with the pages of the plan below it. */
export const AMENDMENT_PATH = '/aggiornamento';
/** Below either: how targets are read. */
export const READINGS_PATH = '/letture';
/** Below that: those that are confirmed, and may be corrected. */
export const CONFIRMED_PATH = `${READINGS_PATH}/confermate`;
/** Below the address of a plan, with a part of it after: weights and offices of all its indicators. */
export const TOGETHER_PATH = '/insieme';

/** Below the address of a cycle: what would follow if. */
export const WHAT_IF_PATH = '/ipotesi';
/** Hypotheses on targets, weights and values. */
export const RESULTS_PATH = `${WHAT_IF_PATH}/risultati`;

/** Where two exercises, or two bodies, are put side by side; of which, in its query. */
export const COMPARISON_PATH = '/confronto';
export const comparisonPath = (query: Readonly<Record<string, string>> = {}): string => {
  const asked = new URLSearchParams(query).toString();
  return asked === '' ? COMPARISON_PATH : `${COMPARISON_PATH}?${asked}`;
};

/** Below the address of a step: what controllo di gestione can do to it. */
export const MANAGE_PATH = '/gestione';

/** The grid of monitoring, below the address of a cycle. */
export const GRID_PATH = '/monitoraggi';

/** Below the address of an entity: mails of which nobody knows whether they arrived. */
export const UNSETTLED_MAIL_PATH = '/mail-da-chiarire';

/** Below the address of a body: its context, the financial analysis, the check-up of its cycle, one of its series. */
export const CONTEXT_PATH = '/contesto';
export const FINANCE_PATH = '/finanza';
export const CHECK_UP_PATH = '/check-up';
export const SERIES_PATH = '/serie';
/** Strategic objectives and their links, below the plan. */
export const OBJECTIVES_PATH = '/obiettivi';
/** Targets offices propose, below the plan. */
export const PROPOSALS_PATH = '/proposte';
/** Below the address of a cycle: what last cycle left to consider. */
export const FEEDBACK_PATH = '/feedback';
/** Below the address of a cycle: the OIV's desk. */
export const OIV_PATH = '/oiv';
/** Below the address of a cycle: the dossier of the validation, as a file. */
export const OIV_DOSSIER_PATH = '/oiv/fascicolo.pdf';
/** Below the address of a cycle: who was told what. */
export const COMMUNICATIONS_PATH = '/comunicazioni';
/** Below the address of an entity: the register of its stakeholders. */
export const REGISTER_PATH = '/stakeholder/registro';
/** Below the address of an entity: what is found in it. */
export const SEARCH_PATH = '/cerca';
export const SUBSTITUTIONS_PATH = '/sostituzioni';
/** The offices of a body, below its address. */
export const OFFICES_PATH = '/uffici';
export const PEOPLE_PATH = '/persone';
/** Below the address of a body: what was done before a cycle, and its beginning. */
export const BEGIN_PATH = '/avvio';
/** The terms of a body's calendar, below its address. */
export const TERMS_PATH = '/termini';
/** Its calendar template as a file. */
export const TERMS_FILE_PATH = `${TERMS_PATH}/calendario.yaml`;
/** The rules of a body, below its address. */
export const RULES_PATH = '/regole';
/** The rules of its next cycle as a file. */
export const RULES_FILE_PATH = `${RULES_PATH}/regole.yaml`;
/** Who may see and do what in a body, below its own address. */
export const SIGHT_PATH = '/chi-vede';
/** The body as a file, below its own address. */
export const ENTITY_FILE_PATH = '/ente.yaml';
/** Below the address of an entity: what came by its public form. */
export const VOICES_PATH = '/stakeholder/messaggi';
/** Below the address of an entity: its surveys. */
export const SURVEYS_PATH = '/indagini';
/** Below the address of a cycle: its documents, as they are written. */
export const DOCUMENTS_PATH = '/documenti';
/** Below that and the kind of a document: its draft. */
export const DRAFT_PATH = '/bozza';

/** `/cicli/ccms/2016/documenti/piano/bozza`, or a page below it. */
export const draftPath = (cycle: Pick<CycleName, 'entity' | 'exercise'>, document: string, below = ''): string =>
  `${ownDraftPath(cycle, document)}${below}`;

export { EVALUATIONS_PATH };
/** Below that: somebody whose sheet is to be proposed; what may be said in public. */
export const EVALUATED_PEOPLE_PATH = `${EVALUATIONS_PATH}/persone`;
export const AGGREGATES_PATH = `${EVALUATIONS_PATH}/dati-aggregati`;

/** `/cicli/ccms/2016/valutazioni/12`, or a page below it. */
export const evaluationPath = sheetPath;

/** What a file is called by in an address: its SHA-256. */
export const FILE_HASH = /^[0-9a-f]{64}$/;
