import { fileWords as words } from '../words/files.js';
import { FILE_LIMITS as LIMITS } from './limits.js';

/** A file that would cost more than it may: `message` is the Italian sentence for who sent it. */
export class TooLarge extends Error {}

/** What reading one file has cost so far, over all its parts and sheets. A reader that goes beyond it stops where it is. */
export class Budget {
  #elements = 0;
  #cells = 0;
  #letters = 0;

  /** What has been gone through and kept. */
  get spent(): { readonly elements: number; readonly cells: number; readonly letters: number } {
    return { elements: this.#elements, cells: this.#cells, letters: this.#letters };
  }

  /** One more element of XML. @throws TooLarge */
  element(): void {
    this.#elements += 1;
    if (this.#elements > LIMITS.elements) throw new TooLarge(words.bomb);
  }

  /** So many more cells with something in them. @throws TooLarge */
  cells(count: number): void {
    this.#cells += count;
    if (this.#cells > LIMITS.cells) throw new TooLarge(words.tooManyCells);
  }

  /** So many more letters to be kept. @throws TooLarge */
  letters(count: number): void {
    this.#letters += count;
    if (this.#letters > LIMITS.letters) throw new TooLarge(words.bomb);
  }
}

/** The sentence for a file that could not be read: that of its limit, or that it is damaged. */
export const unreadable = (cause: unknown): string => (cause instanceof TooLarge ? cause.message : words.broken);
