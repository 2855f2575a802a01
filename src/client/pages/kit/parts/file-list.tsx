import type { FileRecord } from '../../../../register/acts.js';
import { fileSize } from '../../../../words/format.js';

type Listed = Pick<FileRecord, 'hash' | 'name' | 'size'>;

interface FileListProps<F extends Listed> {
  readonly files: readonly F[];
  /** Address below which each is taken away. */
  readonly below: string;
  /** What is said beside each; absent: its size. */
  readonly beside?: (file: F) => string;
}

/** Files with the links to take them away. */
export const FileList = <F extends Listed>({
  files,
  below,
  beside = ({ size }) => fileSize(size),
}: FileListProps<F>) => (
  <ul class="ciclo-links">
    {files.map((file) => (
      <li>
        <a href={`${below}/${file.hash}`} download={file.name}>
          {file.name}
        </a>{' '}
        <small>{beside(file)}</small>
      </li>
    ))}
  </ul>
);
