import { withTarget } from '../../domain/amend-plan.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Plan } from '../../domain/plan.js';
import { withFollowed } from '../../domain/plan-edits.js';
import { indicatorLists } from '../../domain/plan-lists.js';
import type { Refusal } from '../../domain/refusal.js';
import { err, ok, type Result } from '../../domain/result.js';
import { SETTLED_OUTCOMES, type TargetProposal } from '../../domain/rolling/proposal.js';
import { wholeNumber } from '../../domain/whole-number.js';
import { settleTargetProposal, targetProposal, targetProposalsOf } from '../../register/target-proposals.js';
import { rollingWords } from '../../words/rolling.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { steering } from '../parts.js';
import { line, oneOf, text } from '../readers.js';
import type { Subject } from '../subject.js';
import { changeDraft, noDraftToChange, type PlanSubject, planSubject } from './a-plan.js';

const words = rollingWords.proposals;

interface ProposalSubject extends PlanSubject {
  readonly proposal: TargetProposal;
}

const aProposal: Subject<ProposalSubject> = {
  api: '/cycles/{entity}/{exercise}/plan/target-proposals/{proposal}',
  argument: { name: 'proposta', help: 'numero della proposta di un ufficio' },
  ofCycle: true,
  find: async (register, { entity, exercise = 0, name }) => {
    const id = wholeNumber(name);
    const plan = await planSubject(register, { entity, exercise });
    const proposal = id === undefined ? undefined : await targetProposal(register.db, entity, id);
    return plan && proposal?.exercise === exercise ? { ...plan, proposal } : undefined;
  },
  names: async ({ db }, { entity, exercise = 0 }) =>
    (await targetProposalsOf(db, entity, exercise)).map(({ id }) => String(id)),
  unknown: (name) => `la proposta «${name}» non è fra quelle di questo Piano`,
  title: ({ proposal }) => `Proposta ${proposal.id}, indicatore ${proposal.indicator}`,
  id: ({ ref, proposal }) => `${cycleId(ref)}/plan/proposal/${proposal.id}`,
};

/** Controllo di gestione takes a target an office proposes, takes another with its reason, or leaves the draft as it is. */
export const settleTarget = kept({
  verb: 'settle-target',
  path: 'decisione',
  resource: 'settlements',
  scope: 'steer',
  on: aProposal,
  fields: { outcome: oneOf(SETTLED_OUTCOMES), target: optional(line()), reason: optional(text()) },
  gives: { version: 'whole' },
  words: {
    title: 'Decidi su un target proposto',
    does: 'Accoglie, modifica o non accoglie il target proposto da un ufficio',
    submit: 'Registra la decisione',
    fields: {
      outcome: {
        page: 'esito',
        value: 'esito',
        label: 'Decisione',
        missing: 'manca la decisione',
        options: { taken: 'Accogli', changed: 'Modifica', left: 'Non accogliere' },
      },
      target: {
        page: 'target',
        value: 'testo',
        label: 'Target deciso',
        hint: 'Solo per modificare quello proposto.',
      },
      reason: {
        page: 'motivo',
        value: 'motivo',
        label: 'Motivo',
        hint: 'Obbligatorio per modificare o non accogliere.',
      },
    },
    done: (_, { outcome }, { proposal }) => `Proposta per ${proposal.indicator}: ${words.outcomes[outcome]}.`,
  },
  may: steering,
  notNow: (subject) => (subject.proposal.settled === undefined ? noDraftToChange(subject) : words.already),
  stands: async ({ register, subject: { proposal } }) => {
    const now = await targetProposal(register.db, proposal.entity, proposal.id);
    return now?.settled === undefined
      ? { version: 'aperta', said: 'La proposta attende una decisione.' }
      : { version: now.settled.outcome, said: words.already };
  },
  keep: async (tx, acting, { outcome, target, reason }) => {
    const { ref, proposal } = acting.subject;
    if ((await targetProposal(tx, proposal.entity, proposal.id))?.settled !== undefined)
      return err([{ text: words.already }]);
    const refusals: Refusal[] = [];
    if (outcome === 'changed' && target === undefined) refusals.push({ field: 'target', text: words.noText });
    if (outcome !== 'taken' && reason === undefined) refusals.push({ field: 'reason', text: words.noReason });
    if (refusals.length > 0) return err(refusals);
    const decided = outcome === 'left' ? undefined : outcome === 'changed' ? target : proposal.text;
    const settled = { ...doing(acting), proposal: proposal.id, outcome, text: decided, reason: reason ?? '' };
    if (decided === undefined) {
      await settleTargetProposal(tx, settled);
      return ok({ version: 0 });
    }
    const saved = await changeDraft(tx, ref, (plan) => withDecided(plan, proposal, decided));
    if (!saved.ok) return saved;
    await settleTargetProposal(tx, { ...settled, planVersion: saved.value });
    return ok({ version: saved.value });
  },
  logs: ({ subject: { ref, proposal } }, { outcome, reason }, { version }) => ({
    action: 'target-settled',
    subject: proposal.indicator,
    cycle: cycleId(ref),
    detail: {
      reason: [words.draftReason(proposal.indicator, proposal.year), words.outcomes[outcome], reason]
        .filter(Boolean)
        .join(': '),
      planVersion: version > 0 ? version : undefined,
    },
  }),
});

/** The draft with the decided target, unread; rows that repeat the indicator and said the same follow. */
function withDecided(plan: Plan, { indicator, year }: TargetProposal, text: string): Result<Plan, readonly Refusal[]> {
  for (const [list, rows] of indicatorLists(plan)) {
    const before = rows.find(({ code }) => code === indicator);
    if (before !== undefined) return ok(withFollowed(plan, list, before, withTarget(before, year, text)));
  }
  return err([{ text: words.gone(indicator) }]);
}
