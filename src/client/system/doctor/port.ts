import type { Config } from '../../../config.js';
import { runningInstance } from '../../../platform/instance-lock.js';
import { portProblem } from '../../../platform/ports.js';
import { doctorWords as say } from '../../../words/doctor.js';
import { bad, type Check, good } from './check.js';

const PATIENCE_MS = 3_000;

/** Whether the console can open at its port, or is there already: of the instance on this data folder, or a process of its own. */
export async function checkPort({ dataDir, console: { port } }: Pick<Config, 'dataDir' | 'console'>): Promise<Check> {
  const code = await portProblem(port);
  if (code === undefined) return good(say.port, say.portFree(port));
  if (runningInstance(dataDir) !== undefined || (await isOurs(port))) return good(say.port, say.portOurs(port));
  return bad(say.port, code === 'EACCES' ? say.portForbidden(port) : say.portTaken(port), say.choosePort);
}

/** Whether who listens there answers as the console does. */
async function isOurs(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/salute`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const told: unknown = await answer.json();
    return typeof told === 'object' && told !== null && 'stato' in told && 'registro' in told;
  } catch {
    // Whatever it is, it is not the console.
    return false;
  }
}
