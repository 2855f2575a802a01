import { packFile, zip } from '../../files/zip.js';
import { documentWords as words } from '../../words/documents.js';
import type { Snapshot } from '../snapshot.js';
import { csvForm } from './csv.js';
import { datasetsOf } from './datasets.js';

/** The tables of a document as csv files in one zip, with a note that says what they are and of which hash. */
export function zipForm(snapshot: Snapshot): Buffer {
  const { content } = snapshot;
  // The archive's own dates are the document's: same snapshot, same bytes.
  return zip([
    packFile('leggimi.txt', aboutText(snapshot), content.on),
    ...datasetsOf(content).map((dataset) => packFile(`${dataset.name}.csv`, csvForm(dataset), content.on)),
  ]);
}

function aboutText({ content, hash }: Snapshot): string {
  return [
    content.title,
    content.entity,
    words.edition(content.exercise, content.version, content.on),
    `${words.hash}: ${hash}`,
    ...(content.simulated ? [words.simulated] : []),
    '',
    words.csvNote,
    '',
    ...datasetsOf(content).map((dataset) => `${dataset.name}.csv  ${dataset.title}`),
    '',
  ].join('\r\n');
}
