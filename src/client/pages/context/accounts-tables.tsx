import type { AmountFound } from '../../../domain/finance/analysis.js';
import type { AccountDefinition } from '../../../domain/finance/definitions.js';
import { roundedText } from '../../../domain/rational.js';
import type { Directory } from '../../../register/reading/directory.js';
import { groupBy } from '../../../register/reading/group.js';
import type { AmountRecord } from '../../../register/series-values.js';
import { factorWords, figureShown, seriesWords, financeWords as words } from '../../../words/context.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';
import { TableAway } from '../kit/table/table-away.js';
import { TableSection } from '../kit/table/table-section.js';
import { whoActed } from './who-acted.js';

const account = columnsOf<AmountFound>();

const exact = (value: AmountFound['value']): string | undefined =>
  value === undefined ? undefined : roundedText(value, { decimals: 2, mode: 'half-up' });

export function Accounts({ accounts, year }: { accounts: readonly AmountFound[]; year: number }) {
  const title = `${words.accounts} ${year}`;
  return (
    <section aria-labelledby="conti">
      <h2 id="conti">{title}</h2>
      {[...groupBy(accounts, (one) => one.account.group)].map(([group, members]) => (
        <DataTable
          name="conti"
          caption={group}
          part={{ column: words.group, value: group }}
          columns={[
            account.text(words.code, (one) => one.account.id, { only: 'file' }),
            account.text(words.account, (one) => one.account.title),
            account.euro(words.amount, ({ value }) => exact(value), {
              show: ({ value }) =>
                value === undefined ? <em>{words.missing}</em> : figureShown(exact(value) ?? '', 'ratio'),
            }),
            account.status(words.from, fromOf),
          ]}
          rows={members}
        />
      ))}
      <TableAway name="conti" caption={title} />
    </section>
  );
}

function fromOf({ from, differs }: AmountFound): string {
  const said = { entered: words.entered, series: words.fromSeries, computed: words.computed };
  const own = from === undefined ? words.missing : said[from];
  return differs === undefined ? own : `${own}; ${words.partsDiffer(figureShown(exact(differs) ?? '', 'euro'))}`;
}

const record = columnsOf<AmountRecord>();

interface EnteredProps {
  readonly records: readonly AmountRecord[];
  readonly directory: Directory;
  readonly definitions: readonly AccountDefinition[];
}

export function Entered({ records, directory, definitions }: EnteredProps) {
  if (records.length === 0) return null;
  return (
    <TableSection
      name="importi-registrati"
      anchor="registrati"
      caption={words.history}
      columns={[
        record.text(words.account, (one) => definitions.find(({ id }) => id === one.account)?.title ?? one.account),
        record.count(seriesWords.year, ({ year }) => year, { show: ({ year }) => String(year) }),
        record.euro(words.amount, ({ amount }) => amount ?? undefined, {
          show: ({ amount }) => (amount === null ? <em>{words.takenBack}</em> : figureShown(amount, 'ratio')),
        }),
        record.text(seriesWords.odd, ({ odd }) => odd ?? undefined),
        record.status(words.from, ({ origin, source }) =>
          [seriesWords.origin[origin], source].filter(Boolean).join(': '),
        ),
        record.text(seriesWords.note, ({ note }) => note ?? undefined),
        record.text(factorWords.by, (one) => whoActed(one, directory)),
        record.instant(factorWords.on, ({ at }) => at),
      ]}
      rows={records.toReversed()}
    />
  );
}

const blank = columnsOf<AccountDefinition>();

/** What is to be filled in and sent back: a row for each account, with its code in the file, by which it is read. */
export const Blank = ({ accounts }: { accounts: readonly AccountDefinition[] }) => (
  <DataTable
    name="modulo-conti"
    caption={words.blank}
    hideCaption
    columns={[
      blank.text(seriesWords.code, ({ id }) => id, { only: 'file' }),
      blank.text(words.group, ({ group }) => group),
      blank.text(words.account, ({ title }) => title),
      blank.text(seriesWords.value, () => undefined),
    ]}
    rows={accounts}
  />
);
