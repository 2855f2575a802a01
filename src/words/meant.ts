import { nearest } from '../domain/nearest.js';
import { actWords as words } from './cli-verbs.js';

/** `. Forse si intendeva ccms?`, or nothing when no candidate is near. */
export function meant(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  return near === undefined ? '' : words.meant(near);
}
