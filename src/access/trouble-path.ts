import { never } from '../domain/result.js';
import { ofWorkflow, type Trouble } from '../domain/trouble.js';
import { cyclePath } from './cycle-path.js';
import { draftPath } from './draft-path.js';

/** Below the address of an entity: what is stuck. */
export const TROUBLES_PATH = '/da-sistemare';

/** `/enti/ccms/da-sistemare` */
export const troublesPath = (entity: string): string => `/enti/${encodeURIComponent(entity)}${TROUBLES_PATH}`;

/** The page where a trouble is mended, or at least seen; undefined when it has none: its remedy is a command. */
export function mendingPath(trouble: Trouble): string | undefined {
  switch (trouble.kind) {
    case 'mail-refused':
    case 'mail-uncertain':
      return `/enti/${encodeURIComponent(trouble.entity)}/mail-da-chiarire`;
    case 'act-waiting':
      return `/enti/${encodeURIComponent(trouble.entity)}/richieste/${trouble.id}/ritiro`;
    case 'readings-unconfirmed':
      return cyclePath(trouble, '/piano/letture');
    case 'plan-missing':
      return cyclePath(trouble, '/piano');
    case 'sections-missing':
      return draftPath(trouble, trouble.document);
    case 'step-stuck':
    case 'step-failed':
      return stepPage(trouble, '/gestione');
    case 'process-missing':
    case 'publication-unverified':
    case 'source-failing':
    case 'not-computed':
      return stepPage(trouble);
    case 'process-stray':
    case 'activity-retrying':
    case 'task-failing': {
      const of = ofWorkflow(trouble.workflow);
      return of === undefined ? undefined : stepPage(of);
    }
    case 'mail-unsent':
    case 'worker-absent':
    case 'migration-pending':
    case 'launch-failing':
    case 'file-unreadable':
    case 'erasing-failing':
    case 'clock-doubted':
    case 'backup-old':
    case 'texts-in-clear':
      return undefined;
    default:
      return never(trouble);
  }
}

interface Place {
  readonly entity: string;
  readonly exercise: number;
  readonly step?: string;
}

const stepPage = ({ step, ...cycle }: Place, below = ''): string =>
  step === undefined ? cyclePath(cycle) : cyclePath(cycle, `/attivita/${encodeURIComponent(step)}${below}`);
