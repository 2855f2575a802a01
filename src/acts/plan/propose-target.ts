import { cycleId } from '../../domain/cycle-id.js';
import { officeRole } from '../../domain/entity.js';
import { targetText } from '../../domain/findings/walk.js';
import type { Indicator } from '../../domain/plan.js';
import { draftIn } from '../../domain/plan-work.js';
import { err, ok } from '../../domain/result.js';
import { officeIndicators } from '../../domain/rolling/office-indicators.js';
import { targetYears } from '../../domain/rolling/proposal.js';
import { planVersion } from '../../register/plans.js';
import { addTargetProposal } from '../../register/target-proposals.js';
import { rollingWords } from '../../words/rolling.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { line, oneOf, text } from '../readers.js';
import type { Subject } from '../subject.js';
import { noDraftToChange, type PlanSubject, planSubject } from './a-plan.js';

const words = rollingWords.proposals;

/** An indicator of the draft of a plan; where there is no draft, of nothing. */
interface DraftIndicator extends PlanSubject {
  readonly indicator: Indicator;
}

const anIndicatorOfTheDraft: Subject<DraftIndicator> = {
  api: '/cycles/{entity}/{exercise}/plan/indicators/{indicator}',
  argument: { name: 'indicatore', help: 'codice di un indicatore della bozza, per esempio 1.1.1-01' },
  ofCycle: true,
  find: async (register, { entity, exercise = 0, name }) => {
    const plan = await planSubject(register, { entity, exercise });
    const draft = plan && (await planVersion(register.db, entity, exercise, draftIn(plan.work)));
    const indicator = draft && officeIndicators(draft.plan).find(({ code }) => code === name);
    return plan && indicator && { ...plan, indicator };
  },
  names: async (register, { entity, exercise = 0 }) => {
    const plan = await planSubject(register, { entity, exercise });
    const draft = plan && (await planVersion(register.db, entity, exercise, draftIn(plan.work)));
    return draft === undefined ? [] : officeIndicators(draft.plan).map(({ code }) => code);
  },
  unknown: (name) => `l’indicatore «${name}» non è nella bozza del Piano`,
  title: ({ indicator }) => `Indicatore ${indicator.code}`,
  id: ({ ref, indicator }) => `${cycleId(ref)}/plan/${indicator.code}`,
};

/** The office that answers for an indicator proposes its target of a year; controllo di gestione settles it. */
export const proposeTarget = kept({
  verb: 'propose-target',
  path: 'proposta-di-target',
  resource: 'target-proposals',
  scope: 'act',
  on: anIndicatorOfTheDraft,
  fields: { targetYear: oneOf(), target: line(), note: optional(text()) },
  gives: { proposal: 'whole' },
  words: {
    title: 'Proponi un target',
    does: 'Propone il target di un indicatore del proprio ufficio',
    submit: 'Proponi',
    fields: {
      targetYear: { page: 'anno', value: 'anno', label: 'Anno del target', missing: 'manca l’anno' },
      target: {
        page: 'target',
        value: 'testo',
        label: 'Target proposto',
        hint: 'Come starà nel Piano, per esempio «almeno 25» o «entro 31/10/2017».',
        missing: 'manca il target',
      },
      note: { page: 'nota', value: 'nota', label: 'Perché (facoltativo)' },
    },
    done: (_, { targetYear, target }) => `Proposto per il ${targetYear}: «${target}».`,
  },
  may: ({ indicator }) => [officeRole(indicator.office)],
  notNow: (subject) => noDraftToChange(subject),
  offers: {
    targetYear: async ({ subject: { ref } }) =>
      targetYears(ref.exercise).map((year) => ({ value: String(year), title: String(year) })),
  },
  keep: async (tx, acting, { targetYear, target, note }) => {
    const { ref, indicator } = acting.subject;
    if (targetText(indicator, Number(targetYear)) === target) return err([{ field: 'target', text: words.same }]);
    const { code, name, office } = indicator;
    const { entity, exercise } = ref;
    const of = {
      entity,
      exercise,
      indicator: code,
      name,
      office,
      year: Number(targetYear),
      text: target,
      note: note ?? '',
    };
    return ok({ proposal: await addTargetProposal(tx, { ...doing(acting), ...of }) });
  },
  logs: ({ subject: { ref, indicator } }, { targetYear, target }) => ({
    action: 'target-proposed',
    subject: indicator.code,
    cycle: cycleId(ref),
    detail: { reason: `${targetYear}: ${target}` },
  }),
});
