import { cycleId } from '../../domain/cycle-id.js';
import { contradicts, needsNote, type RegisterSays, VERDICTS, type Verdict } from '../../domain/oiv/checklist.js';
import { err, ok } from '../../domain/result.js';
import { addJudgement, judgementsOf } from '../../register/oiv.js';
import { oivWords as words } from '../../words/oiv.js';
import { type Acting, kept, type Place, type Standing } from '../act.js';
import { versionOf } from '../digest.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { oneOf, text } from '../readers.js';
import { aCheck, aFigure, deskClosed, type OfDesk, theOiv } from './subjects.js';

const fields = { verdict: oneOf<Verdict>(VERDICTS), note: optional(text(3)) };

const fieldWords = {
  verdict: {
    page: 'giudizio',
    value: 'giudizio',
    label: words.ownVerdict,
    options: words.verdicts,
    missing: 'manca il giudizio',
  },
  note: {
    page: 'annotazione',
    value: 'testo',
    label: words.note,
    hint: words.noteHint,
  },
} as const;

/**
 * Puts on record what the OIV says of something; with less than a yes, and against what the register answers, it says why.
 * @param answer what the register says of it
 */
async function keepVerdict(
  tx: Parameters<typeof addJudgement>[0],
  acting: Acting<OfDesk>,
  { verdict, note }: { readonly verdict: Verdict; readonly note: string | undefined },
  of: { readonly kind: 'requirement' | 'figure'; readonly subject: string },
  answer: RegisterSays,
) {
  if (note === undefined && needsNote(verdict, answer))
    return err([
      { field: 'note', text: contradicts(verdict, answer) ? words.refused.against(answer) : words.refused.noNote },
    ]);
  const { entity, exercise } = acting.subject.ref;
  await addJudgement(tx, { ...doing(acting), cycle: cycleId({ entity, exercise }), ...of, verdict, note: note ?? '' });
  return ok({});
}

/** What the OIV has said of it so far: two of its members may have it before them. */
async function standsOf(
  { register: { db }, subject: { ref } }: Place<OfDesk>,
  of: { readonly kind: 'requirement' | 'figure'; readonly subject: string },
): Promise<Standing> {
  const all = await judgementsOf(db, cycleId(ref), of.kind);
  const last = all.findLast((one) => one.of === of.subject);
  return {
    version: versionOf(last ?? 'nulla'),
    said: last === undefined ? words.noneStands : words.stands(words.verdicts[last.verdict]),
    reached: ({ verdict, note }) => verdict === last?.verdict && (note ?? '') === last?.note,
  };
}

const reasonOf = (verdict: Verdict, note: string | undefined): string =>
  [words.verdicts[verdict], note].filter((one) => one !== undefined).join(': ');

/** Judges a requirement of the check-list. */
export const judgeCheck = kept({
  verb: 'judge-check',
  path: 'giudizio',
  resource: 'judgements',
  scope: 'act',
  on: aCheck,
  fields,
  gives: {},
  words: {
    title: 'Giudica una voce della lista di controllo',
    does: 'Giudica una voce della lista di controllo per la validazione della Relazione',
    lead: ({ judged: { answer, evidence } }) => words.beside(answer, evidence),
    submit: 'Registra il giudizio',
    fields: fieldWords,
    done: () => 'Il giudizio è registrato.',
  },
  may: theOiv,
  notNow: (subject) => deskClosed(subject),
  starts: ({ subject: { judged } }): Readonly<Record<string, string>> =>
    judged.judgement === undefined ? {} : { verdict: judged.judgement.verdict, note: judged.judgement.note },
  stands: (place) => standsOf(place, { kind: 'requirement', subject: place.subject.judged.requirement.id }),
  keep: async (tx, acting, values) => {
    const { requirement, answer } = acting.subject.judged;
    return await keepVerdict(tx, acting, values, { kind: 'requirement', subject: requirement.id }, answer);
  },
  logs: ({ subject: { ref, judged } }, { verdict, note }) => ({
    action: 'check-judged',
    subject: judged.requirement.question,
    cycle: cycleId(ref),
    detail: { reason: reasonOf(verdict, note) },
  }),
});

/** Says whether the value of an indicator agrees with its sources. */
export const verifyFigure = kept({
  verb: 'verify-figure',
  path: 'verifica',
  resource: 'verifications',
  scope: 'act',
  on: aFigure,
  fields,
  gives: {},
  words: {
    title: 'Verifica un valore con la sua fonte',
    does: 'Dice se il valore di un indicatore corrisponde alla sua fonte',
    lead: 'Si guarda il valore rilevato con le sue evidenze e, dove serve, la fonte presso l’ufficio.',
    submit: 'Registra la verifica',
    fields: { ...fieldWords, verdict: { ...fieldWords.verdict, label: 'Il valore corrisponde alla fonte?' } },
    done: () => 'La verifica è registrata.',
  },
  may: theOiv,
  notNow: (subject) => deskClosed(subject),
  stands: (place) => standsOf(place, { kind: 'figure', subject: place.subject.indicator }),
  keep: async (tx, acting, values) =>
    await keepVerdict(tx, acting, values, { kind: 'figure', subject: acting.subject.indicator }, 'not-known'),
  logs: ({ subject: { ref, name, indicator } }, { verdict, note }) => ({
    action: 'figure-verified',
    subject: name,
    cycle: cycleId(ref),
    detail: { indicators: [indicator], reason: reasonOf(verdict, note) },
  }),
});
