import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { expect, test } from 'vitest';
import { FAILURE_CONVERTER } from '../../src/platform/payload-codec.js';

const ignore = (): void => undefined;
const SILENT = { log: ignore, trace: ignore, debug: ignore, info: ignore, warn: ignore, error: ignore };

/** Each cached workflow carries all of it: no validation library, no calendar or zone tables, no database, nothing of Node. */
const ALLOWED = ['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc'];

test('the workflow bundle holds the workflows, the domain and what Temporal’s SDK needs', async () => {
  const workflowsPath = fileURLToPath(new URL('../../src/workflows/index.ts', import.meta.url));
  const interceptors = fileURLToPath(new URL('../../src/workflows/interceptors.ts', import.meta.url));
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath: FAILURE_CONVERTER,
    workflowInterceptorModules: [interceptors],
    logger: SILENT,
  });
  const sources = sourcesOf(code);
  const libraries = sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  expect([...new Set(libraries)].filter((name) => !ALLOWED.includes(name))).toEqual([]);

  const own = sources.filter((source) => !source.includes('node_modules'));
  const ours = own.flatMap((source) => /\/src\/(\w+)\//.exec(source)?.[1] ?? []);
  expect([...new Set(ours)].sort()).toEqual(['domain', 'workflows']);
}, 120_000);

/** Paths of the modules in a bundle, from its inline source map. */
function sourcesOf(code: string): readonly string[] {
  const [, base64 = ''] = /\/\/# sourceMappingURL=data:application\/json;[^,]*base64,(\S+)/.exec(code) ?? [];
  const map: unknown = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'));
  if (typeof map === 'object' && map !== null && 'sources' in map && Array.isArray(map.sources))
    return map.sources.map(String);
  throw new Error('the bundle has no source map');
}
