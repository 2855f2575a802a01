/** The next version of what a body has changed of a file: `1` → `1+1` → `1+2`. */
export function raisedVersion(version: string): string {
  const [, before = version, times = '0'] = /^(.*)\+(\d+)$/.exec(version) ?? [];
  return `${before}+${Number(times) + 1}`;
}
