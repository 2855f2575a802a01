import { cycleId } from '../../domain/cycle-id.js';
import { individualOf } from '../../domain/findings/walk.js';
import { err, ok } from '../../domain/result.js';
import { collectNowFromSurvey } from '../../office/collect-surveyed.js';
import { planShown } from '../../register/reading/plan.js';
import { linkIndicator, questionName, surveyedIndicators, surveysOf } from '../../register/surveys.js';
import { kept } from '../act.js';
import { optional } from '../field.js';
import { anIndicator } from '../over-result.js';
import { steering } from '../parts.js';
import { oneOf } from '../readers.js';

/** Says which question of a survey measures an indicator: its result is the value of the checkpoint whose period it falls in. */
export const measureBySurvey = kept({
  verb: 'measure-by-survey',
  path: 'indagine',
  resource: 'survey-links',
  scope: 'steer',
  on: anIndicator,
  fields: { question: optional(oneOf()) },
  gives: { collected: 'yes-no' },
  words: {
    title: 'Misura l’indicatore con un’indagine',
    does: 'Dice quale domanda di un’indagine misura l’indicatore',
    lead: 'Il risultato della domanda è il valore dell’indicatore al monitoraggio nel cui periodo l’indagine si è conclusa: nessuno lo riscrive. Senza una domanda, l’indicatore torna a essere chiesto all’ufficio.',
    submit: 'Registra',
    fields: {
      question: {
        page: 'domanda',
        value: 'indagine/domanda',
        label: 'Domanda che lo misura',
        hint: 'Si sceglie tra le domande delle indagini registrate.',
      },
    },
    done: ({ collected }, { question }) =>
      question === undefined
        ? 'Nessuna indagine misura più l’indicatore.'
        : collected
          ? 'L’indagine misura l’indicatore, e il suo valore è raccolto.'
          : 'L’indagine misura l’indicatore: il valore si raccoglie al monitoraggio del suo periodo.',
  },
  may: steering,
  offers: {
    question: async ({ register, entity }) =>
      (await surveysOf(register.db, entity))
        .filter(({ withdrawn }) => withdrawn === null)
        .flatMap(({ id, title, questions }) =>
          questions.map(({ number, text }) => ({ value: questionName(id, number), title: `${title}: ${text}` })),
        ),
  },
  stands: async ({ register, subject: { ref, indicator } }) => {
    const now = (await surveyedIndicators(register.db, ref.entity, ref.exercise)).find(
      (one) => one.indicator === indicator,
    );
    const version = now === undefined ? 'nessuna' : questionName(now.survey.id, now.question.number);
    return {
      version,
      said: now === undefined ? 'Ora non lo misura nessuna indagine.' : `Ora lo misura «${now.survey.title}».`,
      reached: ({ question }) => (question ?? 'nessuna') === version,
    };
  },
  keep: async (tx, acting, { question: chosen }) => {
    const { ref, indicator } = acting.subject;
    const plan = (await planShown(tx, ref.entity, ref.exercise))?.plan;
    const individual = plan === undefined ? [] : individualOf(plan).flatMap(({ node }) => node.indicators);
    if (individual.some(({ code }) => code === indicator))
      return err([{ text: 'Un obiettivo individuale non si misura con un’indagine: il suo risultato è riservato.' }]);
    const linked = await surveyedIndicators(tx, ref.entity, ref.exercise);
    if (chosen === undefined && !linked.some((one) => one.indicator === indicator))
      return err([{ field: 'question', text: 'manca la domanda: nessuna indagine misura ora l’indicatore' }]);
    const [survey, number] = (chosen ?? '').split('/').map(Number);
    const question = chosen === undefined ? undefined : { survey: survey ?? 0, number: number ?? 0 };
    const { actor, at } = acting;
    const who = { actor: actor.person, actingFor: actor.actingFor, at };
    await linkIndicator(tx, { ...who, entity: ref.entity, exercise: ref.exercise, indicator, question });
    if (question === undefined) return ok({ collected: false });
    const collected = await collectNowFromSurvey(tx, ref, indicator, at);
    return collected.ok ? ok({ collected: collected.value }) : err([{ field: 'question', text: collected.error }]);
  },
  logs: ({ subject: { ref, indicator } }, { question }) => ({
    action: 'indicator-surveyed',
    subject: indicator,
    cycle: cycleId(ref),
    detail: { reason: question ?? 'nessuna indagine' },
  }),
});
