import { readFileSync } from 'node:fs';

/** The version of this program, as its package says. */
export function programVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed) return String(parsed.version);
  throw new Error(`no version in ${file.pathname}`);
}
