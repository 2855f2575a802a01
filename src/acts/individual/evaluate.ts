import { judgedOf } from '../../domain/individual/judged.js';
import { daysInPost, isTooShort } from '../../domain/individual/part-year.js';
import type { Judgement } from '../../domain/individual/types.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import type { Db } from '../../register/database.js';
import { judgementsOf } from '../../register/reading/sheets.js';
import { individualActWords as words } from '../../words/individual-acts.js';
import { optional } from '../field.js';
import { day, oneOf, text, whole } from '../readers.js';
import type { SheetSubject } from './a-sheet.js';
import { judgementFields, judgementOffers, judgementWords, readJudgements, type WrittenJudgements } from './judging.js';
import { passageAct, type Said } from './passage.js';
import { absentDaysOf, scoreWith } from './scoring.js';

/** A note of the half-way talk, of either side. */
export const noteTalk = passageAct({
  passage: 'note-talk',
  verb: 'sheet talk',
  resource: 'talks',
  fields: { heldOn: day(), text: text(4) },
  words: {
    title: 'Annota il colloquio',
    does: 'Annota il colloquio di metà anno: lo fanno sia chi valuta sia l’interessato',
    submit: 'Registra la nota',
    fields: {
      heldOn: {
        page: 'data',
        option: 'held-on',
        value: 'data',
        label: 'Data del colloquio',
        missing: 'manca la data del colloquio',
      },
      text: { page: 'testo', value: 'testo', label: 'Nota', missing: 'manca la nota' },
    },
    done: () => 'La nota del colloquio è registrata.',
  },
  says: async (_, { today }, { heldOn, text }) =>
    heldOn > today ? err([{ field: 'heldOn', text: words.heldLater }]) : ok({ heldOn, text }),
});

/** What somebody says of their own year. */
export const evaluateSelf = passageAct({
  passage: 'evaluate-self',
  verb: 'sheet evaluate-self',
  resource: 'self-evaluations',
  fields: { ...judgementFields, text: optional(text(4)) },
  offers: judgementOffers,
  words: {
    title: 'Autovalutazione',
    does: 'Presenta la propria autovalutazione, con una frase per ogni giudizio',
    submit: 'Presenta l’autovalutazione',
    fields: { ...judgementWords, text: { page: 'testo', value: 'testo', label: 'Considerazioni (facoltative)' } },
    done: () => 'L’autovalutazione è registrata.',
  },
  says: async (_, { subject }, { text, ...written }) => {
    const judgements = readJudgements(judgedOf(subject), written, true);
    return judgements.ok ? ok({ judgements: judgements.value, text: text ?? '' }) : judgements;
  },
});

/** Evaluates somebody: every behaviour with a sentence; the score follows, with its trace. Of the top role it is a proposal. */
export const evaluateSheet = passageAct({
  passage: 'evaluate',
  verb: 'sheet evaluate',
  resource: 'evaluations',
  fields: { ...judgementFields, absentDays: optional(whole(366)), text: optional(text(4)) },
  offers: judgementOffers,
  words: {
    title: 'Valuta',
    does: 'Valuta comportamenti e obiettivi di una scheda, con una frase per ogni giudizio; per il vertice è la proposta all’organo',
    submit: 'Registra la valutazione',
    fields: {
      ...judgementWords,
      absentDays: {
        page: 'assenze',
        option: 'absent-days',
        value: 'giorni',
        label: 'Giorni di assenza da detrarre (facoltativo)',
        hint: 'Solo quelli che per le regole non contano come servizio; la causa non si scrive.',
      },
      text: { page: 'testo', value: 'testo', label: 'Giudizio complessivo (facoltativo)' },
    },
    done: () => 'La valutazione è registrata.',
  },
  says: async (tx, { subject }, { text, absentDays = 0, ...written }) => {
    const { sheet, rules } = subject;
    const days = daysInPost(sheet.from, sheet.to, absentDays);
    if (isTooShort(days, rules.partYear)) return err([{ text: words.tooShort(days, rules.partYear.minimumDays) }]);
    const judgements = readJudgements(judgedOf(subject), written, true);
    if (!judgements.ok) return judgements;
    return await judgedSaid(tx, subject, judgements.value, judgements.value, absentDays, {
      text: text ?? '',
      absentDays,
    });
  },
});

const decidingFields = { outcome: oneOf(['confirmed', 'changed']), ...judgementFields, text: text(4) };
const decidingWords = {
  outcome: {
    page: 'esito',
    value: 'esito',
    label: 'Esito',
    missing: 'manca l’esito',
    options: { confirmed: 'La valutazione è confermata', changed: 'La valutazione cambia' },
  },
  ...judgementWords,
  text: { page: 'testo', value: 'testo', label: 'Motivazione', missing: 'manca la motivazione' },
} as const;

/** Decides on a request of second instance. */
export const decideSecondInstance = passageAct({
  passage: 'decide-second-instance',
  verb: 'sheet decide-appeal',
  resource: 'second-instance-decisions',
  fields: decidingFields,
  offers: judgementOffers,
  words: {
    title: 'Decidi in seconda istanza',
    does: 'Decide sulla richiesta di seconda istanza: conferma la valutazione o ne cambia dei giudizi, con i motivi',
    submit: 'Registra la decisione',
    fields: decidingWords,
    done: () => 'La decisione di seconda istanza è registrata.',
  },
  says: async (tx, { subject }, values) => await decided(tx, subject, values),
});

/** Concludes a conciliazione. */
export const concludeConciliation = passageAct({
  passage: 'conclude-conciliation',
  verb: 'sheet conclude',
  resource: 'conciliations',
  fields: decidingFields,
  offers: judgementOffers,
  words: {
    title: 'Concludi la conciliazione',
    does: 'Registra l’esito della conciliazione: conferma la valutazione o ne cambia dei giudizi, con i motivi',
    submit: 'Registra l’esito',
    fields: decidingWords,
    done: () => 'L’esito della conciliazione è registrato.',
  },
  says: async (tx, { subject }, values) => await decided(tx, subject, values),
});

interface Decided extends WrittenJudgements {
  readonly outcome: 'confirmed' | 'changed';
  readonly text: string;
}

async function decided(
  tx: Db,
  subject: SheetSubject,
  { outcome, text, ...written }: Decided,
): Promise<Result<Said, readonly Refusal[]>> {
  const changed = readJudgements(judgedOf(subject), written, false);
  if (!changed.ok) return changed;
  if (outcome === 'confirmed')
    return changed.value.length > 0 ? err([{ field: 'outcome', text: words.changesUnwanted }]) : ok({ outcome, text });
  if (changed.value.length === 0) return err([{ field: 'behaviours', text: words.nothingChanged }]);
  const judged = new Map(judgementsOf(subject.sheet).given.map((one) => [one.of, one]));
  for (const one of changed.value) judged.set(one.of, one);
  const absent = absentDaysOf(subject.sheet);
  return await judgedSaid(tx, subject, changed.value, [...judged.values()], absent, { outcome, text });
}

/** What goes on record of judgements: with the score that all that count give. @param written those of this passage */
async function judgedSaid(
  tx: Db,
  subject: SheetSubject,
  written: readonly Judgement[],
  judgements: readonly Judgement[],
  absentDays: number,
  said: Said,
): Promise<Result<Said, readonly Refusal[]>> {
  const score = await scoreWith(tx, subject, judgements, absentDays);
  if (!score.ok) return err([{ text: score.error }]);
  return ok({ ...said, judgements: written, score: score.value });
}
