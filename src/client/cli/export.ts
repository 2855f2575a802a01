import { type Command, InvalidArgumentError } from 'commander';
import { Failure } from '../../platform/errors.js';
import { exportWords as words } from '../../words/export.js';
import { fileProblem } from '../../words/platform.js';
import type { ExportRequest } from '../system/export.js';
import { groupOf } from './act/group.js';
import { year } from './values.js';

interface ExportOptions extends ExportRequest {
  readonly json?: boolean;
}

/** What can be asked for beside the reports of the checkpoints. */
export const DOCUMENT_KINDS = [
  'piano',
  'rpp',
  'preventivo',
  'budget',
  'pira',
  'relazione',
  'individuale',
  'dossier',
  'registro',
];

/** `ciclo export`, in full `ciclo export document`: a document of a cycle in a file. Exit 0 written, 1 there is no such document, 2 wrong use, 3 broken environment. */
export function registerExport(program: Command): void {
  groupOf(program, 'export', words.description)
    .command('document', { isDefault: true })
    .description(words.documentDescription)
    .requiredOption('--entity <ente>', words.entity)
    .requiredOption('--year <anno>', words.year, year)
    .requiredOption('--document <documento>', words.document(DOCUMENT_KINDS))
    .option('--format <formato>', words.format)
    .requiredOption('-o, --out <file>', words.out)
    .option('--table <tabella>', words.table)
    .option('--document-version <numero>', words.version, version)
    .option('--draft', words.draft)
    .option('--role <ruolo>', words.role)
    .option('--space <spazio>', words.space)
    .option('--json', words.json)
    .action(async (options: ExportOptions) => {
      // The document itself goes where the answer would.
      if (options.out === '-' && options.json === true) throw new Failure(2, words.jsonOrDocument);
      const { exportDocument } = await import('../system/export.js');
      const answer = await exportDocument(options);
      if (!answer.ok) throw new Failure(answer.error.exitCode, answer.error.message);
      const { bytes, ...facts } = answer.value;
      if (options.out === '-') {
        process.stdout.write(bytes);
        return;
      }
      const { writeFile } = await import('node:fs/promises');
      try {
        await writeFile(options.out, bytes);
      } catch (error) {
        throw new Failure(2, words.cannotWrite(options.out, fileProblem(error)));
      }
      process.stdout.write(
        options.json === true
          ? `${JSON.stringify({ ...facts, file: options.out, size: bytes.length }, undefined, 2)}\n`
          : [
              words.written(facts.title, options.out, bytes.length),
              words.hash(facts.hash),
              ...(facts.simulated ? [words.simulated] : []),
              '',
            ].join('\n'),
      );
    });
}

function version(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError(words.notAVersion(text));
  return Number(text);
}
