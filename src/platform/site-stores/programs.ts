import { spawn } from 'node:child_process';

/** A whole site may be on its way. */
const ENDS_WITHIN_MS = 600_000;

/** Letters of what a program complains about that are told. */
const TOLD = 400;

/** Runs a program that asks nobody anything. @returns what it wrote @throws with what it complained about */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, input = '' }: { readonly cwd?: string; readonly input?: string } = {},
): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C.UTF-8' };
    const child = spawn(program, args, { cwd, env, timeout: ENDS_WITHIN_MS });
    const [out, complaints]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (part: Buffer) => void out.push(part));
    child.stderr.on('data', (part: Buffer) => void complaints.push(part));
    child.on('error', (cause) => reject(new Error(`${program}: ${cause.message}`, { cause })));
    child.on('close', (code) => {
      if (code === 0) return resolve(Buffer.concat(out));
      const said = Buffer.concat(complaints).toString().trim().slice(-TOLD);
      reject(new Error(`${program}: ${said === '' ? `ended with ${code}` : said}`));
    });
    // A program that ends before it has read says why by itself.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
