import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Observing } from '../../observability/observing.js';

/** The SDK's own runtime lives as long as there is a worker; what it says goes to the journal. */
export function quietRuntime(
  journal: Logger,
  telemetry: Awaited<ReturnType<Observing['runtime']>>,
  failed: (reason: string) => void,
): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message, meta }) => {
      journal[level === 'ERROR' ? 'error' : 'warn']({ ...meta }, message);
      if (level === 'ERROR' && meta?.error instanceof Error) failed(meta.error.message);
    }),
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' }, ...telemetry },
    shutdownSignals: [],
  });
}
