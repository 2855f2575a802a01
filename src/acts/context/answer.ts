import { cycleId } from '../../domain/cycle-id.js';
import { err, ok } from '../../domain/result.js';
import { addCheckUpAnswer } from '../../register/context.js';
import { checkUpWords as words } from '../../words/context.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { oneOf, text } from '../readers.js';
import { aRequirement, checkUpNow } from '../requirement.js';

/** Says how far a requirement of the cycle is applied, and what shows it. */
export const answerCheckUp = kept({
  verb: 'answer-check-up',
  path: 'risposta',
  resource: 'answers',
  scope: 'steer',
  on: aRequirement,
  fields: { degree: oneOf(), evidence: optional(text(3)) },
  gives: {},
  words: {
    title: 'Rispondi al check-up',
    does: 'Dice quanto un requisito del ciclo è applicato, e che cosa lo mostra',
    submit: 'Registra la risposta',
    fields: {
      degree: { page: 'grado', value: 'grado', label: words.degree, missing: 'manca quanto è applicato' },
      evidence: { page: 'evidenza', value: 'evidenza', label: words.evidence },
    },
    done: () => 'La risposta è registrata.',
  },
  may: steering,
  offers: {
    degree: async ({ subject }) => subject.questionnaire.degrees.map(({ id, title }) => ({ value: id, title })),
  },
  // The answer that stands, or else the one of the exercise before: it is confirmed by sending it.
  starts: ({ subject: { checked } }): Readonly<Record<string, string>> => {
    const last = checked.answer ?? checked.before;
    return last === undefined ? {} : { degree: last.degree, evidence: last.evidence ?? '' };
  },
  stands: async ({ register, subject: { ref, checked } }) => {
    const now = await checkUpNow(register.db, ref.entity, ref.exercise);
    const own = now?.checked.find(({ requirement }) => requirement.id === checked.requirement.id);
    return {
      version: own?.answer?.at ?? 'nulla',
      said: `Ora la risposta è «${own?.degree?.title ?? words.unanswered}».`,
    };
  },
  keep: async (tx, acting, { degree, evidence }) => {
    const { ref, questionnaire, checked } = acting.subject;
    const gap = questionnaire.degrees.find(({ id }) => id === degree)?.gap ?? true;
    if (!gap && evidence === undefined) return err([{ field: 'evidence', text: words.refused.noEvidence }]);
    if (checked.answer?.degree === degree && (checked.answer.evidence ?? undefined) === evidence)
      return err([{ field: 'degree', text: words.refused.same }]);
    await addCheckUpAnswer(tx, {
      ...doing(acting),
      entity: ref.entity,
      exercise: ref.exercise,
      requirement: checked.requirement.id,
      degree,
      evidence,
    });
    return ok({});
  },
  logs: ({ subject: { ref, checked, questionnaire } }, { degree, evidence }) => ({
    action: 'check-up-answered',
    subject: checked.requirement.id,
    cycle: cycleId(ref),
    detail: {
      reason: [questionnaire.degrees.find(({ id }) => id === degree)?.title ?? degree, evidence]
        .filter(Boolean)
        .join(': '),
    },
  }),
});
