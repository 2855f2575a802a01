import { type Bodies, loadBodies } from '../../src/seeds/bodies.js';
import { seedsFolder } from '../../src/seeds/locate.js';
import { formatSeedError } from '../../src/seeds/read-yaml.js';

/** The data files that come with the product; a test that needs them fails with everything wrong in them. */
export function bodiesOnFile(): Bodies {
  const loaded = loadBodies(seedsFolder({}));
  if (loaded.ok) return loaded.value;
  throw new Error(loaded.error.map(formatSeedError).join('\n'));
}
