// Makes dist/: the compiled code, the files it reads beside itself, and the workflow bundle made once for all workers.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = join(ROOT, 'src');
const DIST = join(ROOT, 'dist');

rmSync(DIST, { recursive: true, force: true });

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', join(ROOT, 'tsconfig.build.json')], { stdio: 'inherit' });
if (status !== 0) process.exit(1);

// Migrations, styles and the like stay where the code beside them expects them.
cpSync(SRC, DIST, { recursive: true, filter: (path) => !/\.tsx?$/.test(path) });

const { code } = await bundleWorkflowCode({
  workflowsPath: join(SRC, 'workflows', 'index.ts'),
  failureConverterPath: join(SRC, 'workflows', 'failure-converter.cjs'),
  workflowInterceptorModules: [join(SRC, 'workflows', 'interceptors.ts')],
});
writeFileSync(join(DIST, 'workflow-bundle.js'), code);
