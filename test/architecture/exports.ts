import { dirname, join, normalize } from 'node:path';

/** A file and what it says, by its path. */
type Sources = ReadonlyMap<string, string>;

const DECLARED = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+)/gm;
const TAKEN = /(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'(\.[^']*)'/g;
/** `import * as`, `export *`, `import('…')`: all of the other file may be used. */
const TAKEN_WHOLE = /(?:\*(?:\s+as\s+\w+)?\s+from\s*|import\(\s*)'(\.[^']*)'(?:\)\.(\w+))?/g;

/** What the files of a folder export and no file takes, as `file: name`. */
export function ownExports(sources: Sources, folder: string): readonly string[] {
  const taken = new Set<string>();
  for (const [file, source] of sources) {
    const of = (specifier: string, name: string) => taken.add(`${fileOf(file, specifier)}: ${name}`);
    for (const [, names = '', specifier = ''] of source.matchAll(TAKEN))
      for (const name of names.split(',')) of(specifier, /^\s*(?:type\s+)?(\w*)/.exec(name)?.[1] ?? '');
    for (const [, specifier = '', name = '*'] of source.matchAll(TAKEN_WHOLE)) of(specifier, name);
  }
  return [...sources]
    .filter(([file]) => file.startsWith(folder) && !taken.has(`${bare(file)}: *`))
    .flatMap(([file, source]) => [...source.matchAll(DECLARED)].map(([, name]) => `${bare(file)}: ${name}`))
    .filter((one) => !taken.has(one));
}

const bare = (file: string): string => file.replace(/\.[jt]sx?$/, '');
const fileOf = (from: string, specifier: string): string => bare(normalize(join(dirname(from), specifier)));
