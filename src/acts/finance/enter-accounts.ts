import { yearOf } from '../../domain/calendar/civil-date.js';
import type { Amounts } from '../../domain/finance/analysis.js';
import type { AccountDefinition } from '../../domain/finance/definitions.js';
import { oddAmount } from '../../domain/finance/odd-amount.js';
import { parseItalianNumber } from '../../domain/measured/written-number.js';
import { equal, rational } from '../../domain/rational.js';
import { err, ok } from '../../domain/result.js';
import type { DecimalText } from '../../domain/targets/types.js';
import { bodyProfile } from '../../register/body.js';
import { accountAmounts, addAccountAmounts, amountsOf } from '../../register/series-values.js';
import { seriesWords } from '../../words/context.js';
import { euro } from '../../words/format.js';
import { plural } from '../../words/plural.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import {
  cameFrom,
  type FigureRead,
  figureFields,
  figureFieldWords,
  figuresStanding,
  placed,
  toRecord,
  withFile,
} from '../figures.js';
import { steering } from '../parts.js';
import type { Figure } from '../readers.js';
import { aBody } from '../subject.js';

const { refused } = seriesWords;

/** Puts on record the accounts of a year, from which indices and value added are computed. */
export const enterAccounts = kept({
  verb: 'enter-accounts',
  path: 'conti',
  resource: 'accounts',
  scope: 'steer',
  on: aBody,
  fields: figureFields,
  gives: { values: 'whole' },
  words: {
    title: 'Registra i conti di un anno',
    does: 'Registra gli importi dei conti di un anno, per gli indici e il valore aggiunto',
    lead: 'Ogni importo sostituisce quello che c’era, che resta nel registro; «nd» lo ritira. Una riga lasciata vuota non cambia.',
    submit: 'Registra i conti',
    fields: figureFieldWords(
      'Anno dei conti',
      'Importi in euro',
      'Per esempio 2.936.304,57. I costi si scrivono senza segno.',
    ),
    done: ({ values }) => plural(values, 'È registrato un importo.', `Sono registrati ${values} importi.`),
  },
  may: steering,
  offers: {
    values: async ({ register, entity }) =>
      ((await bodyProfile(register.db, entity))?.finance?.accounts ?? []).map(({ id, title, group }) => ({
        value: id,
        title,
        group,
      })),
  },
  stands: async ({ register, entity }, about) => {
    const titles = new Map(
      ((await bodyProfile(register.db, entity))?.finance?.accounts ?? []).map(({ id, title }) => [id, title]),
    );
    const records = await accountAmounts(register.db, entity);
    return figuresStanding(
      records.map(({ id, account, year, amount }) => {
        const printed = amount === null ? seriesWords.withdrawn : euro(amount);
        return { id, year, row: account, said: seriesWords.standsAt(titles.get(account) ?? account, printed) };
      }),
      about,
    );
  },
  ready: async (_acting, written) => await withFile(written),
  keep: async (tx, acting, { year, file, checked, note }, { values }) => {
    const { entity } = acting;
    if (year > yearOf(acting.today)) return err([{ field: 'year', text: refused.late(year) }]);
    const accounts = (await bodyProfile(tx, entity))?.finance?.accounts ?? [];
    const records = await accountAmounts(tx, entity);
    const known = { accounts, now: amountsOf(records, year), before: amountsOf(records, year - 1) };
    const read = values.map((figure) => readAmount(known, figure));
    const fresh = toRecord(read, year, checked);
    if (!fresh.ok) return fresh;
    await addAccountAmounts(tx, { ...doing(acting), ...cameFrom(file), entity, year, note }, fresh.value);
    return ok({ values: fresh.value.length });
  },
  logs: ({ entity }, { year, values, file, note }) => ({
    action: 'accounts-entered',
    subject: `${entity}/${year}`,
    detail: {
      reason: [
        values
          .slice(0, 5)
          .map(({ row, written }) => `${row} ${written}`)
          .join(', '),
        file[0]?.name,
        note,
      ]
        .filter(Boolean)
        .join(': '),
    },
  }),
});

interface Known {
  readonly accounts: readonly AccountDefinition[];
  /** The amounts of the year, and of the one before. */
  readonly now: Amounts;
  readonly before: Amounts;
}

interface Amount {
  readonly account: string;
  /** Null takes back what is there. */
  readonly amount: DecimalText | null;
}

/** An amount as it was written: to the cent, `nd` where what is there was wrong and nobody has another. */
function readAmount({ accounts, now, before }: Known, figure: Figure): FigureRead<Amount> {
  const account = accounts.find(({ id }) => id === figure.row);
  if (account === undefined) return { kind: 'wrong', text: refused.unknown(figure.row) };
  const title = placed(account.title, figure);
  const there = now.get(account.id);
  if (/^n\.?d\.?$/i.test(figure.written))
    return there === undefined
      ? { kind: 'same', title }
      : { kind: 'fresh', title, value: { account: account.id, amount: null }, odd: [] };
  const amount = parseItalianNumber(figure.written.replace(/^€\s*|(?<!\s)\s*€$/g, ''));
  if (!amount.ok) return { kind: 'wrong', text: refused.of(title, amount.error) };
  if ((amount.value.split('.')[1]?.length ?? 0) > 2) return { kind: 'wrong', text: refused.of(title, refused.cents) };
  if (there !== undefined && equal(rational(there), rational(amount.value))) return { kind: 'same', title };
  const value = { account: account.id, amount: amount.value };
  return { kind: 'fresh', title, value, odd: oddAmount(amount.value, before.get(account.id)) };
}
