import { yearOf } from '../../domain/calendar/civil-date.js';
import { parseItalianNumber } from '../../domain/measured/written-number.js';
import { err, ok } from '../../domain/result.js';
import { bodyProfile } from '../../register/body.js';
import { accountAmounts, addAccountAmounts, amountsOf } from '../../register/series-values.js';
import { seriesWords } from '../../words/context.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { figureFields, figureFieldWords, placed, withFile } from '../figures.js';
import { steering } from '../parts.js';
import { year } from '../readers.js';
import { aBody } from '../subject.js';
import { oddAmount } from '../../domain/finance/odd-amount.js';

const { refused } = seriesWords;

/** Puts on record the accounts of a year, from which indices and value added are computed. */
export const enterAccounts = kept({
  verb: 'enter-accounts',
  path: 'conti',
  resource: 'accounts',
  scope: 'steer',
  on: aBody,
  fields: { year: year(), ...figureFields },
  gives: { values: 'whole' },
  words: {
    title: 'Registra i conti di un anno',
    does: 'Registra gli importi dei conti di un anno, per gli indici e il valore aggiunto',
    lead: 'Ogni importo sostituisce quello che c’era, che resta nel registro; «nd» lo ritira. Una riga lasciata vuota non cambia.',
    submit: 'Registra i conti',
    fields: {
      year: { page: 'anno', option: 'of', value: 'anno', label: 'Anno dei conti', missing: 'manca l’anno' },
      ...figureFieldWords('Importi in euro', 'Per esempio 2.936.304,57. I costi si scrivono senza segno.'),
    },
    done: ({ values }) => (values === 1 ? 'È registrato un importo.' : `Sono registrati ${values} importi.`),
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
  readies: withFile,
  keep: async (tx, acting, { year, values, file, checked, note }) => {
    if (values.length === 0) return err([{ field: 'values', text: refused.nothing }]);
    if (year > yearOf(acting.today)) return err([{ field: 'year', text: refused.late(year) }]);
    const accounts = (await bodyProfile(tx, acting.entity))?.finance?.accounts ?? [];
    const records = await accountAmounts(tx, acting.entity);
    const [now, before] = [amountsOf(records, year), amountsOf(records, year - 1)];
    const read = values.map((figure) => {
      const account = accounts.find(({ id }) => id === figure.row);
      const title = placed(account?.title ?? figure.row, figure);
      if (/^n\.?d\.?$/i.test(figure.written)) return { account: figure.row, title, amount: null, odd: [] };
      const amount = parseItalianNumber(figure.written.replace(/^€\s*|\s*€$/g, ''));
      if (!amount.ok) return { wrong: refused.of(title, amount.error) };
      if ((amount.value.split('.')[1]?.length ?? 0) > 2) return { wrong: refused.of(title, 'al massimo due decimali') };
      return { account: figure.row, title, amount: amount.value, odd: oddAmount(amount.value, before.get(figure.row)) };
    });
    const wrong = read.flatMap((one) => ('wrong' in one ? [one.wrong] : []));
    if (wrong.length > 0) return err(wrong.map((text) => ({ field: 'values', text })));
    const fresh = read.flatMap((one) =>
      'account' in one && (now.get(one.account) ?? null) !== one.amount ? [one] : [],
    );
    const [first] = read.flatMap((one) => ('title' in one ? [one.title] : []));
    if (fresh.length === 0) return err([{ field: 'values', text: refused.already(first ?? '', year) }]);
    const odd = fresh.flatMap((one) => one.odd.map((text) => refused.of(one.title, text)));
    if (odd.length > 0 && !checked) return err([{ field: 'checked', text: refused.odd(odd) }]);
    const [sent] = file;
    await addAccountAmounts(
      tx,
      { ...doing(acting), entity: acting.entity, year, note, ...(sent === undefined ? { origin: 'form', source: undefined } : { origin: 'sheet', source: sent.name }) },
      fresh.map(({ account, amount, odd }) => ({ account, amount, odd: odd.length === 0 ? undefined : odd.join('; ') })),
    );
    return ok({ values: fresh.length });
  },
  logs: ({ entity }, { year, values, note }) => ({
    action: 'accounts-entered',
    subject: `${entity}/${year}`,
    detail: {
      reason: [values.slice(0, 5).map(({ row, written }) => `${row} ${written}`).join(', '), note].filter(Boolean).join(': '),
    },
  }),
});
