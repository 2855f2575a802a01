import { zipSync } from 'fflate';
import { documentWords as words } from '../../words/documents.js';
import type { Snapshot } from '../snapshot.js';
import { csvForm } from './csv.js';
import { datasetsOf } from './datasets.js';

/** The tables of a document as csv files in one zip, with a note that says what they are and of which hash. */
export function zipForm(snapshot: Snapshot): Buffer {
  const { content } = snapshot;
  // The archive's own dates are the document's, at noon so that no zone makes them another day: same snapshot, same bytes.
  const mtime = new Date(`${content.on}T12:00:00Z`);
  const files = Object.fromEntries(
    datasetsOf(content).map((dataset) => [`${dataset.name}.csv`, [csvForm(dataset), { mtime }] as const]),
  );
  const about = Buffer.from(aboutText(snapshot), 'utf8');
  return Buffer.from(zipSync({ 'leggimi.txt': [about, { mtime }], ...files }));
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
