import type { Context } from 'hono';
import { partyOf } from '../../../acts/parts.js';
import { attachmentBytes, type FileRecord } from '../../../register/acts.js';
import type { Directory } from '../../../register/reading/directory.js';
import { stepOf } from '../../../register/steps.js';
import { fileSize, italianMoment } from '../../../words/format.js';
import { stepPageWords as words } from '../../../words/step-page.js';
import { FileList } from '../kit/parts/file-list.js';
import { sendFile } from '../kit/send-file.js';
import { cycleIdIn, type Site } from '../kit/site.js';

interface StepFilesProps {
  readonly files: readonly FileRecord[];
  readonly directory: Directory;
  /** Address of the step's page. */
  readonly at: string;
}

/** Where the files of a step are, below its page. */
export const FILES_PATH = '/allegati';

/** What was attached to a step: when it was concluded, or with a fact put on record since. */
export const StepFiles = ({ files, directory, at }: StepFilesProps) => (
  <section aria-labelledby="allegati">
    <h2 id="allegati">{words.files}</h2>
    <FileList
      files={files}
      below={`${at}${FILES_PATH}`}
      beside={(file) => words.fileFrom(fileSize(file.size), directory.person(file.uploadedBy), italianMoment(file.at))}
    />
  </section>
);

/** Whether who asks has part in a step. */
export const hasPart = (c: Context, planned: Parameters<typeof partyOf>[0]): boolean =>
  partyOf(planned).some((role) => c.get('standing')?.capacities.some((held) => held.role === role) === true);

/** A file of a step, for who has part in it. */
export function stepFile({ deps }: Site) {
  return async (c: Context): Promise<Response> => {
    const { db } = deps.register;
    const cycle = cycleIdIn(c);
    const step = cycle === undefined ? undefined : await stepOf(db, cycle, c.req.param('step') ?? '');
    if (step === undefined || !hasPart(c, step.planned)) return await c.notFound();
    const file = await attachmentBytes(db, step.cycle, step.id, c.req.param('hash') ?? '');
    return file === undefined ? await c.notFound() : sendFile(c, file);
  };
}
