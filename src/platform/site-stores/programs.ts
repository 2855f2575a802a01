import { runProgram } from '../program.js';

/** A whole site may be on its way. */
const ENDS_WITHIN_MS = 600_000;

/** Letters of what a program complains about that are told. */
const TOLD = 400;

/** Runs a program that asks nobody anything. @returns what it wrote @throws with what it complained about */
export async function run(
  program: string,
  args: readonly string[],
  how: { readonly cwd?: string; readonly input?: string } = {},
): Promise<Buffer> {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C.UTF-8' };
  const { status, stdout, complaints } = await runProgram(program, args, { ...how, env, timeoutMs: ENDS_WITHIN_MS });
  if (status === 0) return stdout;
  const said = complaints.trim().slice(-TOLD);
  throw new Error(`${program}: ${said === '' ? `ended with ${status ?? 'no answer in time'}` : said}`);
}
