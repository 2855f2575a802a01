import { type OfficerForm, openRows } from '../../../../forms/form.js';
import { officerWords as words } from '../../../../words/officer.js';
import { cardId } from './card-id.js';
import { isProposed } from './typed.js';

/** With fewer indicators the page is its own index. */
const LONG = 6;

/** Where each indicator of a long form is, and how it stands. */
export function FormIndex({ form }: { readonly form: Pick<OfficerForm, 'rows'> }) {
  const { rows } = form;
  if (rows.length < LONG) return null;
  return (
    <nav class="ciclo-form-index" aria-label={words.index.title}>
      <details data-keep="indice">
        <summary>{`${words.index.title}: ${words.index.open(openRows(form).length, rows.length)}`}</summary>
        <ol>
          {rows.map((row, index) => (
            <li>
              <span>{`${row.code} · ${stateOf(row)}`}</span> <a href={`#${cardId(index)}`}>{row.name}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

function stateOf(row: OfficerForm['rows'][number]): string {
  if (row.returned !== undefined) return words.state.returned;
  if (row.current !== undefined) return words.index.sent;
  return isProposed(row) ? words.state.toConfirm : words.state.open;
}
