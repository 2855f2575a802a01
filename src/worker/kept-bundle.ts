import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a bundle is made of: `test/architecture/workflow-bundle.test.ts` holds that nothing else of ours is in one. */
const PARTS = ['workflows', 'domain'].map((room) => fileURLToPath(new URL(`../${room}/`, import.meta.url)));

/** Where tools keep what they made of a checkout: gone with its dependencies. */
const KEPT = fileURLToPath(new URL('../../node_modules/.cache/ciclo/', import.meta.url));

const HELD_MS = 30 * 86_400_000;

/**
 * The bundle of a checkout's workflows as it was last made, in a file; made when the workflows, the domain or the SDK are not those
 * it was made of.
 */
export async function keptBundle<T extends { readonly code: string }>(
  make: () => Promise<T>,
  { folder, parts } = { folder: KEPT, parts: PARTS },
): Promise<{ readonly codePath: string } | T> {
  const codePath = join(folder, `workflows-${fingerprint(parts)}.js`);
  if (existsSync(codePath)) return { codePath };
  const made = await make();
  try {
    keep(folder, codePath, made.code);
  } catch (cause) {
    // A checkout nobody may write in: it is made at each start.
    if (cause instanceof Error && 'code' in cause) return made;
    throw cause;
  }
  return { codePath };
}

/** Whole or not at all: several processes may make it side by side. */
function keep(folder: string, codePath: string, code: string): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${codePath}.${randomUUID()}`;
  writeFileSync(draft, code);
  renameSync(draft, codePath);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith('workflows-') && Date.now() - statSync(path).mtimeMs > HELD_MS) rmSync(path, { force: true });
  }
}

function fingerprint(parts: readonly string[]): string {
  const hash = createHash('sha256');
  const sdk = createRequire(import.meta.url).resolve('@temporalio/worker');
  hash.update(readFileSync(join(dirname(sdk), '..', 'package.json')));
  for (const part of parts) {
    const names = readdirSync(part, { recursive: true, encoding: 'utf8' }).filter((name) => /\.c?[jt]s$/.test(name));
    for (const name of names.sort())
      hash
        .update(`${name}\0`)
        .update(readFileSync(join(part, name)))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 20);
}
