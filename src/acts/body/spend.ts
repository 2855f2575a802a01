import { withArticle } from '../../domain/article.js';
import { cycleId } from '../../domain/cycle-id.js';
import { ledgerOf } from '../../domain/resources/ledger.js';
import { err, ok } from '../../domain/result.js';
import type { Db } from '../../register/database.js';
import { planShown } from '../../register/reading/plan.js';
import { addSpending, isProgramme, spendingOf } from '../../register/spending.js';
import { followUpWords } from '../../words/follow-up.js';
import { euro, italianDay } from '../../words/format.js';
import { kept } from '../act.js';
import { versionOf } from '../digest.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { amount, day, oneOf, text } from '../readers.js';
import type { Subject } from '../subject.js';

interface Programme {
  readonly entity: string;
  readonly exercise: number;
  readonly programme: string;
}

const aProgramme: Subject<Programme> = {
  api: '/cycles/{entity}/{exercise}/programmes/{programme}',
  argument: { name: 'programma', help: 'codice del programma, per esempio 1.1.1' },
  ofCycle: true,
  find: async ({ db }, { entity, exercise = 0, name }) =>
    (await isProgramme(db, entity, exercise, name)) ? { entity, exercise, programme: name } : undefined,
  names: async ({ db }, { entity, exercise = 0 }) =>
    ((await planShown(db, entity, exercise))?.plan.areas ?? []).flatMap((area) =>
      area.objectives.flatMap((objective) => objective.programmes.map(({ code }) => code)),
    ),
  unknown: followUpWords.refused.noProgramme,
  title: ({ programme }) => `Programma ${programme}`,
  id: ({ programme, ...cycle }) => `${cycleId(cycle)}/${programme}`,
};

/** Puts on record what a programme, or one line of its resources, has spent since the beginning of the year. */
export const spend = kept({
  verb: 'spend',
  path: 'spesa',
  resource: 'spending',
  scope: 'steer',
  on: aProgramme,
  fields: { amount: amount(), upTo: day(), line: optional(oneOf()), note: optional(text()) },
  gives: {},
  words: {
    title: 'Registra la spesa di un programma',
    does: 'Registra quanto un programma ha speso dall’inizio dell’anno',
    lead: 'Ogni nuova cifra sostituisce la precedente, che resta nel registro. Da quando si registra la spesa di una riga di risorse contano le righe: la cifra dell’intero programma non conta più.',
    submit: 'Registra la spesa',
    fields: {
      amount: {
        page: 'importo',
        value: 'importo',
        label: 'Speso dall’inizio dell’anno, in euro',
        hint: 'Per esempio 12.500,00',
        missing: 'manca quanto si è speso',
      },
      upTo: { page: 'data', value: 'data', label: 'Alla data del', missing: 'manca la data' },
      line: {
        page: 'riga',
        value: 'riga',
        label: 'Riga di risorse (facoltativa)',
        hint: 'Senza, la cifra è dell’intero programma.',
      },
      note: { page: 'nota', value: 'nota', label: 'Nota' },
    },
    done: () => 'La spesa è registrata.',
  },
  may: steering,
  offers: {
    line: async ({ register, subject: { entity, exercise, programme } }) => {
      const plan = (await planShown(register.db, entity, exercise))?.plan;
      const lines = plan === undefined ? [] : ledgerOf(plan).filter((line) => line.programme === programme);
      return lines.map(({ id, description, amount }) => ({
        value: id,
        title: `${id} ${description}, ${euro(amount)}`,
      }));
    },
  },
  stands: async ({ register, subject: { entity, exercise, programme } }) => {
    const last = (await spendingOf(register.db, entity, exercise)).find((one) => one.programme === programme);
    return last === undefined
      ? { version: 'nulla', said: 'Ora non risulta nessuna spesa.' }
      : {
          // Of its lines too: one may grow by what another loses.
          version: versionOf([
            last.amount,
            last.upTo,
            last.lines.map(({ line, amount, upTo }) => [line, amount, upTo]),
          ]),
          said: `Ora risultano ${euro(last.amount)} ${withArticle('al', italianDay(last.upTo))}.`,
        };
  },
  keep: async (tx, acting, { upTo, ...spent }) => {
    if (upTo > acting.today)
      return err([
        { field: 'upTo', text: followUpWords.refused.spentLater(italianDay(upTo), italianDay(acting.today)) },
      ]);
    if (spent.line === undefined && (await countsByLine(tx, acting.subject)))
      return err([{ field: 'line', text: followUpWords.refused.spentByLine(acting.subject.programme) }]);
    await addSpending(tx, { ...doing(acting), ...acting.subject, upTo, ...spent });
    return ok({});
  },
  logs: ({ subject: { entity, exercise, programme } }, { amount, upTo, line }) => ({
    action: 'spending-recorded',
    subject: line === undefined ? programme : `${programme} ${line}`,
    cycle: cycleId({ entity, exercise }),
    detail: { reason: `${euro(amount)} ${withArticle('al', italianDay(upTo))}` },
  }),
});

/** Whether lines of the programme are on record. */
async function countsByLine(tx: Db, { entity, exercise, programme }: Programme): Promise<boolean> {
  const found = (await spendingOf(tx, entity, exercise)).find((one) => one.programme === programme);
  return found !== undefined && found.lines.length > 0;
}
