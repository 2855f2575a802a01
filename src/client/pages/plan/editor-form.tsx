import { randomUUID } from 'node:crypto';
import { KEY, SEEN } from '../kit/act-form.js';
import type { Fields } from '../kit/fields.js';
import { VERSION } from './saving.js';

interface HiddenProps {
  readonly version: number;
  /** As the form was sent, when it comes back to be corrected. */
  readonly fields?: Fields | undefined;
  /** Version of how things stood when the page was made; absent: the plan's version says enough. */
  readonly seen?: string | undefined;
}

/** The hidden fields of every form of the editor. */
export function HiddenFields({ version, fields, seen }: HiddenProps) {
  return (
    <>
      <input type="hidden" name={KEY} value={fields?.text(KEY) || randomUUID()} />
      <input type="hidden" name={VERSION} value={fields?.text(VERSION) ?? String(version)} />
      {seen !== undefined && seen !== '' && <input type="hidden" name={SEEN} value={seen} />}
    </>
  );
}
