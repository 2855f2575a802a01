// Puts the dependencies in place. Only Node's own modules here: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES = join(ROOT, 'node_modules');
const LOCK = join(ROOT, '.setup.lock');
const NODE_WANTED = [20, 19];

/** Ends the process with a sentence when this Node is older than package.json allows. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = NODE_WANTED;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  fail(
    `Ciclo richiede Node.js ${NODE_WANTED.join('.')} o successivo; questo è il ${version}.`,
    'Si installi una versione LTS da https://nodejs.org e si ripeta il comando.',
  );
}

/** Ends the process with a sentence when the dependencies have never been installed. */
export function requireDependencies() {
  requireNode();
  if (existsSync(join(MODULES, '.package-lock.json'))) return;
  fail(
    'Le dipendenze di Ciclo non sono ancora installate.',
    'Si esegua "npm start" oppure "npm ci" nella cartella del progetto.',
  );
}

/**
 * Installs what package-lock.json asks for, unless it is already there.
 * An interrupted installation leaves no record of itself in node_modules, so it is noticed here and redone.
 */
export async function installDependencies() {
  requireNode();
  const before = missing();
  if (before.length === 0) return;
  await alone(async () => {
    const wanted = missing();
    if (wanted.length === 0) return;
    const fresh = !existsSync(join(MODULES, '.package-lock.json'));
    const seconds = await npm(fresh ? 'ci' : 'install', `Installazione delle dipendenze (${wanted.length} pacchetti)`);
    const still = missing();
    if (still.length > 0) {
      fail(
        `L'installazione è finita ma mancano ancora ${still.length} pacchetti, per esempio ${still[0]}.`,
        'Si cancelli la cartella node_modules e si ripeta il comando.',
      );
    }
    say(`Dipendenze installate in ${seconds} s.`);
  });
}

function missing() {
  const [wanted, installed] = [join(ROOT, 'package-lock.json'), join(MODULES, '.package-lock.json')].map(readText);
  return missingFrom(wanted, installed);
}

/**
 * Packages of package-lock.json that node_modules does not hold at that version.
 * npm writes the second text, `node_modules/.package-lock.json`, last of all: undefined when an installation never finished.
 * Optional packages are left out: those of other platforms are rightly absent.
 */
export function missingFrom(wantedText, installedText) {
  const wanted = JSON.parse(wantedText ?? '{}').packages ?? {};
  const installed = JSON.parse(installedText ?? '{}').packages ?? {};
  return Object.entries(wanted)
    .filter(
      ([path, entry]) => path !== '' && !entry.optional && !entry.peer && installed[path]?.version !== entry.version,
    )
    .map(([path]) => path.replace(/^node_modules\//, ''));
}

/** Runs npm without install scripts (Ciclo needs none: see docs on embedded PostgreSQL) and answers the seconds it took. */
function npm(command, label) {
  const args = [command, '--ignore-scripts', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  const cli = process.env.npm_execpath;
  const [file, full] = cli?.endsWith('js') ? [process.execPath, [cli, ...args]] : ['npm', args];
  const started = Date.now();
  const elapsed = () => Math.round((Date.now() - started) / 1000);
  say(`${label}…`);
  const ticking = setInterval(() => say(`  …ancora in corso, ${elapsed()} s`), 15_000);
  return new Promise((resolve) => {
    const child = spawn(file, full, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: file === 'npm' && process.platform === 'win32',
    });
    child.on('error', (error) => {
      clearInterval(ticking);
      fail(`npm non si avvia: ${error.message}.`, 'Si controlli che npm sia installato accanto a Node.js.');
    });
    child.on('exit', (code) => {
      clearInterval(ticking);
      if (code === 0) return resolve(elapsed());
      fail(
        `"npm ${command}" non è riuscito (stato ${code ?? 'interrotto'}).`,
        'Si controllino la connessione e l\'eventuale proxy ("npm config get proxy") e si ripeta il comando.',
      );
    });
  });
}

/** Two set-ups at the same time: the second waits for the first. A lock whose owner is dead is taken over. */
async function alone(work) {
  let told = false;
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(readText(LOCK) ?? 0);
    if (owner > 0 ? !isAlive(owner) : ageInSeconds(LOCK) > 10) {
      rmSync(LOCK, { force: true });
      continue;
    }
    if (!told) say(`Un'altra installazione è in corso (processo ${owner}): attendo che finisca.`);
    told = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const release = () => rmSync(LOCK, { force: true });
  process.on('exit', release);
  try {
    await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function ageInSeconds(path) {
  try {
    return (Date.now() - statSync(path).mtimeMs) / 1000;
  } catch (error) {
    if (error.code === 'ENOENT') return 0;
    throw error;
  }
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(...lines) {
  for (const line of lines) say(line);
  process.exit(3);
}
