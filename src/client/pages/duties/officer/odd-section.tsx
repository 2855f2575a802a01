import { officerWords as words } from '../../../../words/officer.js';
import { newFormId } from '../../kit/form-id.js';
import type { Frame } from '../../kit/frame.js';
import type { Answered } from './answers.js';
import { cardId } from './card-id.js';
import type { OfficerPageData } from './page-data.js';
import { valueText } from './parts.js';
import { ACTION, ASKED, FORM_ID, FROM_SHEET, fieldOf } from './posted.js';
import { Questions } from './questions.js';
import { BLANK, prefilled, type Typed, typedOf } from './typed.js';

interface OddSectionProps {
  readonly frame: Frame;
  readonly data: OfficerPageData;
  readonly odd: readonly Answered[];
  /** All that is sent with them. */
  readonly waiting: readonly Answered[];
}

/** The odd values of a sheet, each to be said to be right; with them goes what of the sheet is not on record yet. */
export function OddSection({ frame: { assets }, data: { form, duty }, odd, waiting }: OddSectionProps) {
  const given = new Map(waiting.map((answered) => [answered.row.code, answered]));
  return (
    <form method="post" action={duty.here} class="ciclo-item">
      <p>{words.odd.lead}</p>
      <input type="hidden" name={FORM_ID} value={newFormId()} />
      <input type="hidden" name={FROM_SHEET} value="si" />
      {form.rows.map((row) => (
        <HiddenFields code={row.code} typed={typedIn(given.get(row.code)) ?? (row.current ? prefilled(row) : BLANK)} />
      ))}
      {odd.map(({ row, actual, questions }) => (
        <section>
          <h3>{`${row.code} – ${row.name}: ${valueText(actual, row)}`}</h3>
          <Questions {...{ assets, questions }} code={row.code} id={cardId(form.rows.indexOf(row))} />
        </section>
      ))}
      <button type="submit" class="btn btn-primary" name={ACTION} value={ASKED.send}>
        {words.buttons.send}
      </button>
    </form>
  );
}

const typedIn = (answered: Answered | undefined): Typed | undefined =>
  answered === undefined
    ? undefined
    : {
        ...typedOf(answered.row.entry, answered.actual),
        note: answered.note ?? '',
        cause: answered.cause ?? '',
        next: answered.next ?? '',
        evidence: answered.evidence,
        collected: true,
      };

function HiddenFields({ code, typed }: { readonly code: string; readonly typed: Typed }) {
  const fields = [
    'choice',
    'value',
    'numerator',
    'denominator',
    'reachedOn',
    'reason',
    'note',
    'cause',
    'next',
  ] as const;
  return (
    <>
      {fields.map((field) => (
        <input type="hidden" name={fieldOf(field, code)} value={typed[field]} />
      ))}
      {typed.collected && <input type="hidden" name={fieldOf('collected', code)} value="si" />}
      {typed.evidence.map((hash) => (
        <input type="hidden" name={fieldOf('keep', code)} value={hash} />
      ))}
    </>
  );
}
