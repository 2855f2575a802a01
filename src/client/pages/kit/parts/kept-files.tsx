import { pageWords } from '../../../../acts/words.js';

/** Which files of a form are there already, and need not be chosen again. */
export function KeptFiles({ names }: { names: readonly string[] }) {
  return names.length === 0 ? null : <p class="ciclo-kept">{pageWords.check.kept(names)}</p>;
}
