/**
 * A number in [0, 1) that depends only on the seed and the name: the same rehearsal twice gives the same values,
 * whatever order people act in (FNV-1a of the name, then one round of mulberry32).
 */
export function chance(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  let t = (hash + 0x6d2b79f5) | 0;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
