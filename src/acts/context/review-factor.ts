import type { CycleRef } from '../../domain/acting.js';
import { type FactorRevision, factorsOf } from '../../domain/context/factors.js';
import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { addFactorRevision, factorRevisions } from '../../register/context.js';
import { cycleOf } from '../../register/cycles.js';
import type { Db, Register } from '../../register/database.js';
import { factorWords } from '../../words/context.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { oneOf, text, whole } from '../readers.js';
import type { Named, Subject } from '../subject.js';

/** A factor as an exercise finds it: as it last was there, or in the exercise before. */
interface FactorSubject {
  readonly ref: CycleRef;
  readonly factor: FactorRevision;
}

async function factorsFor(db: Db, entity: string, exercise: number): Promise<readonly FactorRevision[]> {
  if ((await cycleOf(db, cycleId({ entity, exercise }))) === undefined) return [];
  const { held, dropped, toReview } = factorsOf(await factorRevisions(db, entity), exercise);
  return [...held, ...dropped, ...toReview];
}

/** A factor of the context, in an exercise. */
const aFactor: Subject<FactorSubject> = {
  api: '/cycles/{entity}/{exercise}/factors/{factor}',
  argument: { name: 'fattore', help: 'numero del fattore' },
  ofCycle: true,
  find: async (register: Register, { entity, exercise = 0, name }: Named) => {
    const factor = (await factorsFor(register.db, entity, exercise)).find((one) => String(one.factor) === name);
    return factor && { ref: { space: register.schema, entity, exercise }, factor };
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await factorsFor(db, entity, exercise)).map(({ factor }) => String(factor)),
  unknown: (name) => `il fattore n. ${name} non è tra quelli dell’esercizio o di quello prima`,
  title: ({ factor }) => factor.text,
  id: ({ ref, factor }) => `${cycleId(ref)}/factor/${factor.factor}`,
};

const { refused } = factorWords;

/** Says whether a factor still holds: as it was, in other words, or no longer. */
export const reviewFactor = kept({
  verb: 'review-factor',
  path: 'esame',
  resource: 'reviews',
  scope: 'steer',
  on: aFactor,
  fields: {
    standing: oneOf(['confirmed', 'changed', 'dropped']),
    text: optional(text(2, 600)),
    place: optional(whole(200)),
    reason: optional(text()),
  },
  gives: {},
  words: {
    title: 'Esamina un fattore',
    does: 'Dice se un fattore del contesto vale ancora',
    lead: 'Ciò che se ne diceva prima resta nel registro.',
    submit: 'Registra',
    fields: {
      standing: {
        page: 'esito',
        value: 'esito',
        label: 'Vale ancora?',
        missing: 'manca se vale ancora',
        options: { confirmed: 'Sì, com’è', changed: 'Sì, con un altro testo', dropped: 'No, non vale più' },
      },
      text: { page: 'testo', value: 'testo', label: 'Testo nuovo, se cambia' },
      place: { page: 'posto', value: 'posto', label: 'Posto nel quadro (facoltativo)' },
      reason: { page: 'motivo', value: 'motivo', label: 'Perché', hint: 'Serve quando non vale più.' },
    },
    done: (_, { standing }) => `Il fattore è ${standing === 'dropped' ? 'lasciato' : factorWords.standing[standing]}.`,
  },
  may: steering,
  starts: ({ subject: { factor } }) => ({ text: factor.text, place: String(factor.ordinal) }),
  stands: async ({ register, subject: { ref, factor } }) => {
    const now = (await factorsFor(register.db, ref.entity, ref.exercise)).find((one) => one.factor === factor.factor);
    return { version: String(now?.id ?? factor.id), said: `Ora si legge «${now?.text ?? factor.text}».` };
  },
  keep: async (tx, acting, { standing, text, place, reason }) => {
    const { ref, factor } = acting.subject;
    if (standing === 'changed' && text === undefined) return err([{ field: 'text', text: refused.noChange }]);
    if (standing === 'changed' && text === factor.text) return err([{ field: 'text', text: refused.sameText }]);
    if (standing !== 'changed' && text !== undefined && text !== factor.text)
      return err([{ field: 'text', text: refused.textUnasked }]);
    if (standing === 'dropped' && reason === undefined) return err([{ field: 'reason', text: refused.noReason }]);
    await addFactorRevision(tx, {
      ...doing(acting),
      entity: ref.entity,
      exercise: ref.exercise,
      factor: factor.factor,
      kind: factor.kind,
      text: text ?? factor.text,
      ordinal: Math.max(1, place ?? factor.ordinal),
      standing,
      reason,
    });
    return ok({});
  },
  logs: ({ subject: { ref, factor } }, { standing, text, reason }) => ({
    action: 'factor-reviewed',
    subject: String(factor.factor),
    cycle: cycleId(ref),
    detail: { reason: [factorWords.standing[standing], text ?? factor.text, reason].filter(Boolean).join(': ') },
  }),
});
