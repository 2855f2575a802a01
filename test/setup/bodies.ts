import { type Bodies, loadBodies } from '../../src/seeds/bodies.js';
import { seedsFolder } from '../../src/seeds/locate.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';

let onFile: Bodies | undefined;

/** The data files that come with the product, read once in a process; a test that needs them fails with everything wrong in them. */
export function bodiesOnFile(): Bodies {
  onFile ??= read();
  return onFile;
}

function read(): Bodies {
  const loaded = loadBodies(seedsFolder({}));
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.error.map(formatSeedError).join('\n'));
}
