/**
 * A title as part of an address or an id: `Comune di Sant’Àgata` → `comune-di-sant-agata`. Empty when nothing of it is left.
 * @param between what stands between its words
 */
export function slug(title: string, between = '-'): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join(between);
}
