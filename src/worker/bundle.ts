import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundle } from '@temporalio/worker';
import { FAILURE_CONVERTER } from '../platform/payload-codec.js';
import { keptBundle } from './kept-bundle.js';

const PREBUILT = fileURLToPath(new URL('../workflow-bundle.js', import.meta.url));

/** The bundle made by `npm run build`, beside the compiled code; in a checkout the one last made of these workflows. */
export async function workflowBundle(): Promise<WorkflowBundle | { readonly codePath: string }> {
  if (existsSync(PREBUILT)) return { codePath: PREBUILT };
  return await keptBundle(() =>
    bundleWorkflowCode({
      workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
      failureConverterPath: FAILURE_CONVERTER,
      workflowInterceptorModules: [fileURLToPath(new URL('../workflows/interceptors.ts', import.meta.url))],
      logger: quiet,
    }),
  );
}

/** Bundling speaks only when something is wrong. */
const quiet = {
  log: () => undefined,
  trace: () => undefined,
  debug: () => undefined,
  info: () => undefined,
  warn: (message: string) => console.warn(message),
  error: (message: string) => console.error(message),
};
