import type { Handler } from 'hono';
import { type OwnReceipt, ownReceipts } from '../../../register/reading/own-receipts.js';
import { officerWords } from '../../../words/officer.js';
import { frameOf } from '../kit/frame.js';
import { Layout } from '../kit/layout.js';
import { stepPath } from '../kit/paths.js';
import { answer, type Site } from '../kit/site.js';
import { columnsOf } from '../kit/table/column.js';
import { DataTable } from '../kit/table/data-table.js';

const words = officerWords.receipts;
const { text, count, instant } = columnsOf<OwnReceipt>();

/** Address of what one has sent. */
export const OWN_RECEIPTS_PATH = '/mie/ricevute';

/** What who has signed in has sent, recorded and concluded, in every body they work for. */
export function receipts({ deps, assets }: Site): Handler {
  return async (c) => {
    const frame = await frameOf(deps, assets, c);
    const people = c.get('viewer')?.people ?? [];
    const found = await Promise.all(people.map((person) => ownReceipts(deps.register.db, person)));
    const rows = found.flat().toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return answer(
      c,
      <Layout frame={frame} title={words.title} crumbs={[{ title: officerWords.tasks.title, href: '/mie' }]}>
        <div class="ciclo-title">
          <h1>{words.title}</h1>
        </div>
        <p class="lead">{words.lead}</p>
        <DataTable
          name="ricevute"
          caption={words.title}
          hideCaption
          columns={[
            text(words.what, whatOf, { show: (row) => <a href={addressOf(row)}>{whatOf(row)}</a> }),
            text(words.step, ({ title }) => title),
            text(words.exercise, ({ exercise }) => String(exercise)),
            instant(words.at, ({ at }) => at),
            count(words.values, ({ values }) => values ?? undefined),
          ]}
          rows={rows}
          empty={<p>{words.none}</p>}
        />
      </Layout>,
    );
  };
}

const whatOf = ({ kind, number }: OwnReceipt): string =>
  number === null ? words.kinds[kind] : officerWords.receipt.number([number]);

const addressOf = (row: OwnReceipt): string =>
  `${stepPath(row, row.step)}/adempimento${row.number === null ? '' : `/ricevuta/${row.number}`}`;
