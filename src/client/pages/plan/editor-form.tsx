import { randomUUID } from 'node:crypto';
import { KEY, SEEN } from '../kit/act-form.js';
import type { Fields } from '../kit/fields.js';
import type { Meanwhile } from './meanwhile.js';
import { VERSION } from './saving.js';

interface HiddenProps {
  readonly version: number;
  /** As the form was sent, when it comes back to be corrected. */
  readonly fields?: Fields | undefined;
  /** Version of how things stood when the page was made; absent: the plan's version says enough. */
  readonly seen?: string | undefined;
  /** What has been saved since, when the page tells it: the next sending is on that. */
  readonly meanwhile?: Meanwhile | undefined;
}

/** The hidden fields of every form of the editor. */
export function HiddenFields({ version, fields, seen, meanwhile }: HiddenProps) {
  const madeFrom = meanwhile?.version ?? fields?.text(VERSION) ?? version;
  return (
    <>
      <input type="hidden" name={KEY} value={fields?.text(KEY) || randomUUID()} />
      <input type="hidden" name={VERSION} value={String(madeFrom)} />
      {seen !== undefined && seen !== '' && <input type="hidden" name={SEEN} value={seen} />}
    </>
  );
}
