import { ACCEPTED, MAX_FILE_BYTES, megabytes } from '../../../../files/uploads.js';
import { officerWords as words } from '../../../../words/officer.js';
import { type FieldsProps, fieldId, Problems } from './fields.js';
import { FileLink } from './parts.js';
import { fieldOf } from './posted.js';

/** Note and files, folded away while there is nothing in them. */
export function MoreFields({ data, row, typed, errors, id }: FieldsProps) {
  const noteErrors = errors.filter((e) => e.field === 'note');
  const fileErrors = errors.filter((e) => e.field === 'files');
  const used = typed.note !== '' || typed.evidence.length > 0;
  return (
    <details
      class="ciclo-more"
      open={used || noteErrors.length + fileErrors.length > 0 || row.returned !== undefined}
      data-keep={`${id}-altro`}
    >
      <summary>
        {words.fields.more}
        <span class="visually-hidden">{`: ${row.code}`}</span>
      </summary>
      <div class="ciclo-field">
        <label for={fieldId(id, 'note')}>{words.fields.note}</label>
        <Problems errors={noteErrors} id={`${id}-nota-errori`} />
        <textarea
          class="ciclo-input"
          id={fieldId(id, 'note')}
          name={fieldOf('note', row.code)}
          rows={2}
          aria-describedby={noteErrors.length > 0 ? `${id}-nota-errori` : undefined}
          aria-invalid={noteErrors.length > 0 ? 'true' : undefined}
        >
          {typed.note}
        </textarea>
      </div>
      {typed.evidence.length > 0 && (
        <fieldset class="ciclo-field">
          <legend>{words.fields.kept}</legend>
          {typed.evidence.map((hash) => (
            <KeptFile {...{ data, row, hash, id }} />
          ))}
        </fieldset>
      )}
      <div class="ciclo-field">
        <label for={fieldId(id, 'files')}>{words.fields.files}</label>
        <Problems errors={fileErrors} id={`${id}-allegati-errori`} />
        <input
          type="file"
          class="ciclo-files"
          id={fieldId(id, 'files')}
          name={fieldOf('files', row.code)}
          multiple
          accept={ACCEPTED}
          data-max={String(MAX_FILE_BYTES)}
          aria-describedby={[`${id}-limiti`, ...(fileErrors.length > 0 ? [`${id}-allegati-errori`] : [])].join(' ')}
          aria-invalid={fileErrors.length > 0 ? 'true' : undefined}
        />
        <small id={`${id}-limiti`}>{words.fields.filesHint(megabytes(MAX_FILE_BYTES))}</small>
      </div>
    </details>
  );
}

function KeptFile({ data, row, hash, id }: Pick<FieldsProps, 'data' | 'row' | 'id'> & { hash: string }) {
  const file = data.files.get(hash);
  return (
    <div class="ciclo-kept">
      <input type="checkbox" id={`${id}-${hash.slice(0, 12)}`} name={fieldOf('keep', row.code)} value={hash} checked />
      <label for={`${id}-${hash.slice(0, 12)}`}>{file?.name ?? hash.slice(0, 12)}</label>
      {file !== undefined && <FileLink file={file} here={data.duty.here} named={false} />}
    </div>
  );
}
