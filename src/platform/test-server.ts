import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../words/platform.js';
import { cached } from './cache.js';
import { EnvironmentError } from './errors.js';
import { attempt } from './log.js';
import { findOnPath, isExecutable, runProgram } from './program.js';
import { downloadWithSdk } from './sdk-download.js';
import { executableName, type ResolveOptions } from './temporal-binary.js';

const VERSION = '1.32.0';
const MAIN_CLASS = 'io.temporal.testserver.TestServer';

/**
 * Finds Temporal's time-skipping test server, or gets it once and for all into the cache: named by TEMPORAL_TEST_SERVER; in the
 * cache; downloaded by the SDK; its Java libraries from Maven.
 * @returns the path of something that runs as `path PORT`
 * @throws EnvironmentError naming what was tried, why it failed, and what the user can do
 */
export async function resolveTestServer(o: ResolveOptions): Promise<string> {
  const env = o.env ?? process.env;
  const named = env.TEMPORAL_TEST_SERVER;
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new EnvironmentError(...words.setup.namedTestServerFails(named));
    return named;
  }
  return cached({
    dir: o.cacheDir,
    name: `temporal-test-server-${VERSION}-${process.platform}-${process.arch}`,
    log: o.log,
    make: (folder) => obtain(folder, o, env),
    check: async (folder) => {
      const path = join(folder, executableName('temporal-test-server'));
      return isExecutable(path) ? path : undefined;
    },
  });
}

async function obtain(folder: string, { log }: ResolveOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const refusal = await attempt(log, words.setup.downloadingTestServer, (note) =>
    downloadWithSdk('temporal-test-server', `v${VERSION}`, folder, note),
  );
  if (refusal === undefined) return;
  const tried = [words.setup.triedDownload(refusal)];

  const java = findOnPath('java', env.PATH);
  const maven = findOnPath('mvn', env.PATH);
  if (java === undefined || maven === undefined) {
    tried.push(words.setup.noJava);
  } else {
    const failure = await attempt(log, words.setup.collectingTestServer, (note) => collect(maven, folder, note));
    if (failure === undefined) return writeLauncher(folder);
    tried.push(words.setup.triedMaven(failure));
  }
  throw new EnvironmentError(...words.setup.noTestServer(tried));
}

async function collect(maven: string, folder: string, note: (detail: string) => void): Promise<void> {
  const pom = join(folder, 'pom.xml');
  writeFileSync(pom, POM);
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${join(folder, 'lib')}`];
  const { status, output } = await runProgram(maven, ['-B', '-f', pom, ...goal], {
    cwd: folder,
    onLine: (line) => {
      const file = /Download(?:ed|ing) from \S+: \S*\/(\S+)/.exec(line)?.[1];
      if (file !== undefined) note(file);
    },
  });
  if (status === 0 && existsSync(join(folder, 'lib'))) return;
  throw new Error(output.split('\n').find((line) => line.includes('ERROR')) ?? words.setup.mavenSilent);
}

/** Its path is relative to itself, since the folder is renamed once it is whole. */
function writeLauncher(folder: string): void {
  const file = join(folder, 'temporal-test-server');
  writeFileSync(
    file,
    `#!/bin/sh\nexec java -Xshare:auto -XX:TieredStopAtLevel=1 -cp "$(dirname "$0")/lib/*" ${MAIN_CLASS} "$@"\n`,
  );
  chmodSync(file, 0o755);
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>ciclo</groupId>
  <artifactId>test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;
