/**
 * `npm run bench`: every suite; `npm run bench -- scorecard`: one. A suite is a file that exports `run`, which prints
 * its own figures and throws when what it compares is not equal. Add yours to the list. What needs other systems runs when it is asked
 * for by name.
 */
const SUITES: Readonly<Record<string, () => Promise<{ run: () => void | Promise<void> }>>> = {
  scorecard: () => import('./scorecard.js'),
  morning: () => import('./morning/morning.js'),
  pages: () => import('./pages.js'),
  load: () => import('./load.js'),
  year: () => import('./year.js'),
  scale: () => import('./scale.js'),
  figures: () => import('./figures.js'),
  peers: () => import('./peers/peers.js'),
};
const BY_NAME = ['peers'];

const asked = process.argv.slice(2);
const unknown = asked.find((name) => SUITES[name] === undefined);
if (unknown !== undefined) {
  process.stderr.write(`unknown suite: ${unknown} (there are: ${Object.keys(SUITES).join(', ')})\n`);
  process.exit(2);
}
for (const [name, load] of Object.entries(SUITES)) {
  if (asked.length > 0 ? !asked.includes(name) : BY_NAME.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  const { run } = await load();
  await run();
}
