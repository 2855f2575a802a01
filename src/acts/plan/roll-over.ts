import { targetText } from '../../domain/findings/walk.js';
import { indicatorLists } from '../../domain/plan-lists.js';
import { draftIn } from '../../domain/plan-work.js';
import { err, ok } from '../../domain/result.js';
import { readDropped } from '../../domain/rolling/read-dropped.js';
import { rollOver as begun, nameable } from '../../domain/rolling/roll-over.js';
import { sameValue } from '../../domain/same-value.js';
import { lastPlanOf } from '../../office/last-plan.js';
import { inTransaction } from '../../register/database.js';
import { planVersion } from '../../register/plans.js';
import { rollingWords as words } from '../../words/rolling.js';
import { sent } from '../act.js';
import { optional } from '../field.js';
import { files } from '../file-readers.js';
import { steering } from '../parts.js';
import { text } from '../readers.js';
import { aPlan, savedAs } from './a-plan.js';

/** Begins the plan of an exercise from the one of the year before. */
export const rollOver = sent({
  verb: 'roll-over',
  path: 'nuovo-anno',
  resource: 'beginnings',
  scope: 'steer',
  on: aPlan,
  fields: { dropped: optional(text(5)), workbook: files({ most: 1 }) },
  gives: { version: 'whole', withoutTarget: 'whole' },
  words: {
    title: 'Inizia il Piano da quello dell’anno precedente',
    does: 'Inizia la bozza del Piano da quello dell’esercizio precedente',
    lead: ({ work }) => words.lead(draftIn(work)),
    submit: 'Inizia la bozza',
    fields: {
      dropped: {
        page: 'non-ripresi',
        value: 'righe',
        label: 'Che cosa non si riprende, e perché (facoltativo)',
        hint: 'Una riga per ogni programma o indicatore: codice, due punti, motivo. Per esempio «1.2.3-01: progetto concluso».',
      },
      workbook: {
        page: 'cartella',
        value: 'file',
        label: 'Cartella di lavoro del Piano dell’anno precedente (facoltativa)',
        hint: 'Serve se quel Piano non è nel registro.',
      },
    },
    done: ({ version, withoutTarget }) => words.done(version, withoutTarget),
  },
  may: steering,
  notNow: ({ work }) => (work.kind === 'first' ? undefined : words.inForce),
  stands: ({ subject: { work } }) => ({
    version: `${work.kind}/${draftIn(work)}`,
    said: draftIn(work) === 0 ? 'Ora non c’è una bozza.' : `Ora la bozza è la versione ${draftIn(work)}.`,
    // Sent twice: what it begins is the same, and is not saved again.
    reached: () => draftIn(work) > 0,
  }),
  send: async ({ register: { db }, actor, at, subject }, { dropped, workbook }) => {
    const { ref, work } = subject;
    if (work.kind !== 'first') return err([{ text: words.inForce }]);
    const last = await lastPlanOf(db, ref, workbook[0]?.bytes);
    if (!last.ok) return err(last.error.map((said) => ({ field: 'workbook', text: said })));
    const gone = readDropped(dropped ?? '', new Set(nameable(last.value.plan).map(([code]) => code)));
    if (!gone.ok) return err(gone.error.map((one) => ({ field: 'dropped', text: words.dropped(one) })));
    const plan = begun(last.value, words.title(ref.exercise), gone.value);
    const change = { ...actor, at, reason: words.reason(last.value.plan.exercise) };
    // Sent twice, it begins the same draft.
    const same = work.draft > 0 && sameValue((await planVersion(db, ref.entity, ref.exercise, work.draft))?.plan, plan);
    const saved = same
      ? ok(work.draft)
      : await inTransaction(db, (tx) => savedAs(tx, ref, change, { plan, from: work.draft }));
    if (!saved.ok) return saved;
    const indicators = [...indicatorLists(plan).values()].flat();
    const withoutTarget = indicators.filter((one) => targetText(one, plan.exercise) === '').length;
    return ok({ version: saved.value, withoutTarget });
  },
});
