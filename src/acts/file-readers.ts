import { err, ok } from '../domain/result.js';
import { FILE_LIMITS } from '../files/limits.js';
import type { Field, SentFile } from './field.js';
import { fieldWords as words } from './words.js';

interface FilesAsked {
  readonly most?: number;
  readonly least?: 0 | 1;
  /** Extensions they may have, beside being of a kind that is kept. */
  readonly types?: readonly string[];
  /** What is said of another. */
  wrongType?(name: string): string;
}

/** Files that go on record with the act. */
export const files = ({
  most = FILE_LIMITS.evidenceFiles,
  least = 0,
  types,
  wrongType = words.wrongType,
}: FilesAsked = {}): Field<readonly SentFile[]> => ({
  control: { kind: 'files', most },
  limits: {},
  optional: least === 0,
  read: ({ files: sent }) => {
    if (sent.length < least) return err(words.missing);
    if (sent.length > most) return err(words.tooManyFiles(most));
    const refused = sent.flatMap((one) => (one.ok ? [] : [one.error]));
    const strange = sent.flatMap((one) =>
      one.ok && types !== undefined && !types.some((type) => one.value.name.toLowerCase().endsWith(`.${type}`))
        ? [wrongType(one.value.name)]
        : [],
    );
    const wrong = [...refused, ...strange];
    return wrong.length > 0 ? err(wrong.join(' ')) : ok(sent.flatMap((one) => (one.ok ? [one.value] : [])));
  },
});

/** Pictures for a document, without what does not belong on a page. */
export const pictures = (most: number): Field<readonly SentFile[]> => ({
  ...files({ most, least: 1 }),
  control: { kind: 'files', most, pictures: true },
});
