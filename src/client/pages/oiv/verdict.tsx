import type { Judgement, Verdict } from '../../../domain/oiv/checklist.js';
import { oivWords } from '../../../words/oiv.js';
import { saidOf } from '../../../words/validator.js';
import { type Column, columnsOf } from '../kit/table/column.js';

const LIGHTS: Readonly<Record<Verdict, string>> = { met: 'green', partly: 'yellow', 'not-met': 'red' };

/** What the OIV says, in a word with a colour; or that it has said nothing yet. */
function VerdictTag({ verdict }: { verdict: Verdict | undefined }) {
  return verdict === undefined ? (
    <em>{oivWords.notJudged}</em>
  ) : (
    <span class={`ciclo-tag ciclo-light-${LIGHTS[verdict]}`}>{oivWords.verdicts[verdict]}</span>
  );
}

/** What the OIV says of a row is asked on a page of its own. */
interface Judging<R> {
  /** Of the link, before it has said anything. */
  readonly title: string;
  readonly of: (row: R) => string;
  readonly href: (row: R) => string;
}

/** What the OIV said of each row, with its note; and where it says it, for who writes. */
export function verdictColumns<R extends { readonly judgement: Pick<Judgement, 'verdict' | 'note'> | undefined }>(
  validator: string,
  judging: Judging<R> | undefined,
): readonly Column<R>[] {
  const { status, text, act } = columnsOf<R>();
  return [
    status(
      saidOf(validator)(oivWords.verdict),
      ({ judgement }) => (judgement === undefined ? oivWords.notJudged : oivWords.verdicts[judgement.verdict]),
      { show: ({ judgement }) => <VerdictTag verdict={judgement?.verdict} /> },
    ),
    text(oivWords.note, ({ judgement }) => judgement?.note),
    ...(judging === undefined
      ? []
      : [
          act(judging.title, (row) => (
            <a href={judging.href(row)}>
              {row.judgement === undefined ? judging.title : oivWords.again}
              <span class="visually-hidden">{`: ${judging.of(row)}`}</span>
            </a>
          )),
        ]),
  ];
}
