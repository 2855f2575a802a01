import { officerWords } from '../../../../words/officer.js';
import { newFormId } from '../../kit/form-id.js';
import type { OfficerPageData } from './page-data.js';
import { FORM_ID } from './posted.js';

const words = officerWords.sheet;

/** Names of the fields with which a sheet is sent back. */
export const SHEET_FILE = 'foglio';
export const SHEET_MODE = 'errori';
export const SHEET_MODES = { all: 'tutto', partial: 'parziale' } as const;

/** The same form as a sheet: to take away, to send back. */
export function SheetSection({
  data,
  open,
  mode = 'all',
}: {
  data: OfficerPageData;
  open?: boolean;
  mode?: keyof typeof SHEET_MODES;
}) {
  const { here } = data.duty;
  return (
    <details class="ciclo-item ciclo-sheet" open={open === true} data-keep="foglio">
      <summary>{words.title}</summary>
      <p>{words.lead}</p>
      <p>
        <a class="btn btn-outline-primary btn-sm" href={`${here}/foglio`} download>
          {words.download}
        </a>
      </p>
      <form method="post" action={`${here}/foglio`} enctype="multipart/form-data">
        <input type="hidden" name={FORM_ID} value={newFormId()} />
        <div class="ciclo-field">
          <label for="foglio-file">{words.file}</label>
          <input type="file" class="ciclo-files" id="foglio-file" name={SHEET_FILE} accept=".xlsx,.ods,.csv,.txt" />
        </div>
        <fieldset class="ciclo-field">
          <legend>{words.mode}</legend>
          {(Object.keys(SHEET_MODES) as (keyof typeof SHEET_MODES)[]).map((one) => (
            <span class="ciclo-mark">
              <input
                type="radio"
                id={`foglio-${one}`}
                name={SHEET_MODE}
                value={SHEET_MODES[one]}
                checked={one === mode}
              />
              <label for={`foglio-${one}`}>{words[one]}</label>
            </span>
          ))}
        </fieldset>
        <button type="submit" class="btn btn-primary btn-sm">
          {words.upload}
        </button>
      </form>
    </details>
  );
}
