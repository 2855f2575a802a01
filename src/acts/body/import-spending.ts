import { withArticle } from '../../domain/article.js';
import { err, ok } from '../../domain/result.js';
import { importSpendingTable } from '../../office/import-spending.js';
import { spendingOf } from '../../register/spending.js';
import { openSpending } from '../../sheets/read-spending.js';
import { followUpWords } from '../../words/follow-up.js';
import { italianDay } from '../../words/format.js';
import { plural } from '../../words/plural.js';
import { kept } from '../act.js';
import { versionOf } from '../digest.js';
import { doing } from '../doing.js';
import { files } from '../file-readers.js';
import { steering } from '../parts.js';
import { day } from '../readers.js';
import { aCycle } from '../subject.js';

/** Puts on record what was spent on the lines of resources, from a file of the accounting system. */
export const importSpending = kept({
  verb: 'import-spending',
  path: 'importa-spesa',
  resource: 'spending-imports',
  scope: 'steer',
  on: aCycle,
  fields: { file: files({ most: 1, least: 1 }), upTo: day() },
  gives: { rows: 'whole', lines: 'whole', again: 'yes-no' },
  words: {
    title: 'Importa la spesa dalla contabilità',
    does: 'Registra la spesa per riga di risorse da un file della contabilità (.xlsx, .ods o .csv)',
    lead: 'Il file, .xlsx, .ods o .csv, ha una riga di titoli, con la colonna dell’importo e una fra prodotto, programma e riga di risorse; attività e centro di costo dove occorrono a distinguere. Gli importi sono dall’inizio dell’anno. Se una riga non va bene non si registra nulla.',
    submit: 'Importa la spesa',
    fields: {
      file: {
        page: 'file',
        value: 'file',
        label: 'File della contabilità (.xlsx, .ods o .csv)',
        missing: 'manca il file',
      },
      upTo: { page: 'data', value: 'data', label: 'Spesa alla data del', missing: 'manca la data' },
    },
    done: ({ rows, lines, again }) =>
      again
        ? 'Questo file era già stato importato: la spesa resta come registrata.'
        : `Spesa registrata: ${rows} ${plural(rows, 'riga', 'righe')} del file, ${lines} ${plural(lines, 'riga', 'righe')} di risorse.`,
  },
  may: steering,
  stands: async ({ register, subject: { ref } }) => {
    const spent = await spendingOf(register.db, ref.entity, ref.exercise);
    const last = spent
      .map(({ upTo }) => upTo)
      .sort()
      .at(-1);
    return {
      version: versionOf(spent.map(({ programme, amount, upTo, lines }) => [programme, amount, upTo, lines])),
      said:
        last === undefined
          ? 'Ora non risulta nessuna spesa.'
          : `Ora risulta altra spesa, l’ultima ${withArticle('al', italianDay(last))}.`,
    };
  },
  ready: async (_acting, { file: [sent] }) => {
    if (sent === undefined) return err([{ field: 'file', text: 'manca il file' }]);
    const table = await openSpending(sent.name, sent.bytes);
    return table.ok ? ok({ fileName: sent.name, table: table.value }) : err([{ field: 'file', text: table.error }]);
  },
  keep: async (tx, acting, { upTo }, opened) => {
    if (upTo > acting.today)
      return err([
        { field: 'upTo', text: followUpWords.refused.spentLater(italianDay(upTo), italianDay(acting.today)) },
      ]);
    const { entity, exercise } = acting.subject.ref;
    const imported = await importSpendingTable(tx, { ...doing(acting), entity, exercise, upTo, ...opened });
    return imported.ok ? imported : err(imported.error.map((text) => ({ field: 'file', text })));
  },
  logs: ({ subject: { id } }, { file, upTo }, { rows, again }) => ({
    action: 'spending-imported',
    subject: file[0]?.name ?? '',
    cycle: id,
    detail: {
      reason: again
        ? 'file già importato'
        : `${rows} ${plural(rows, 'riga', 'righe')}, spesa ${withArticle('al', italianDay(upTo))}`,
    },
  }),
});
