import { cycleId } from '../domain/cycle-id.js';
import { STEERING } from '../domain/entity.js';
import { never } from '../domain/result.js';
import type { NoticeWave } from '../domain/wave.js';
import type { Message } from '../mail/message.js';
import { verifiedOf } from '../register/publication-checks.js';
import type { Deps } from './deps.js';
import { boardRemarks } from './drafting/prompts.js';
import { escalations } from './wave/escalations.js';
import { about, type ComposedMail, factsOf, holders, steering, type WaveDeps, type WaveFacts } from './wave/facts.js';
import { prompts } from './wave/prompts.js';
import { decisionResults, indicatorsNotComputed, proposalWithdrawn } from './wave/results.js';
import { correctiveActions, returnedValues } from './wave/values.js';

/** The mails of one wave: to whom, by the roles of today, and what each says. Empty when nobody has to be told any more. */
export async function composeWave(deps: Deps, wave: NoticeWave): Promise<readonly ComposedMail[]> {
  const mails = await composeUninvited(deps, wave);
  return ASKS[wave.kind] ? await inviting(deps, wave, mails) : mails;
}

/** The same before anybody is invited: what would be sent, to be looked at. Their links let nobody in. */
export async function composeUninvited(deps: WaveDeps, wave: NoticeWave): Promise<readonly ComposedMail[]> {
  return await mailsOf(await factsOf(deps, wave));
}

/** Whether a wave asks its recipients to do something at the step: their link is then an invitation to do it. */
const ASKS: Readonly<Record<NoticeWave['kind'], boolean>> = {
  opening: true,
  reminder: true,
  'due-today': true,
  late: true,
  'deferred-again': true,
  'to-revise': true,
  'value-returned': true,
  'corrective-action': true,
  'not-computed': false,
  'computation-failed': false,
  'escalation-manager': false,
  'escalation-head': false,
  'decision-taken': false,
  'proposal-withdrawn': false,
  published: false,
  stuck: false,
  failed: false,
};

/** These lead to the page of the draft, where whoever signs in writes what is theirs. */
const OF_DRAFTS: readonly Message['kind'][] = ['draft-sections', 'draft-remarks'];

async function inviting(
  deps: Deps,
  wave: NoticeWave,
  mails: readonly ComposedMail[],
): Promise<readonly ComposedMail[]> {
  const { entity } = wave.ref;
  const asking = mails.filter(({ message }) => !OF_DRAFTS.includes(message.kind));
  const invited = asking.map(({ to }) => ({
    cycle: cycleId(wave.ref),
    step: wave.step.id,
    entity,
    person: to.id,
    actingFor: to.actingFor,
  }));
  const links = await deps.invitations.links(deps.register.db, invited, wave.step.dueOn, wave.at);
  const asked = asking.map(({ to, message }, i) => ({ to, message: { ...message, link: links[i] ?? message.link } }));
  return [...asked, ...mails.filter((mail) => !asking.includes(mail))];
}

async function mailsOf(facts: WaveFacts): Promise<readonly ComposedMail[]> {
  const { wave } = facts;
  switch (wave.kind) {
    case 'opening':
    case 'reminder':
    case 'due-today':
    case 'late':
    case 'deferred-again':
      return await prompts(facts, wave.kind);
    case 'escalation-manager':
    case 'escalation-head':
      return await escalations(facts, wave.kind === 'escalation-manager' ? 'manager' : 'head');
    case 'to-revise': {
      const results = await decisionResults(facts);
      return [
        ...results,
        ...(await boardRemarks(
          facts,
          results.map(({ to }) => to),
        )),
      ];
    }
    case 'decision-taken':
      return await decisionResults(facts);
    case 'proposal-withdrawn':
      return await proposalWithdrawn(facts);
    case 'value-returned':
      return await returnedValues(facts);
    case 'corrective-action':
      return await correctiveActions(facts);
    case 'not-computed':
      return await indicatorsNotComputed(facts);
    case 'computation-failed': {
      const reason = wave.remark ?? '';
      return (await steering(facts)).map((to) => ({
        to,
        message: { ...about(facts, to), kind: 'computation-failed', reason },
      }));
    }
    case 'published': {
      const document = wave.remark ?? wave.step.title;
      const verified = (await verifiedOf(facts.db, cycleId(wave.ref))).has(wave.step.id);
      return (await holders(facts, wave.step.owners)).map((to) => ({
        to,
        message: { ...about(facts, to), kind: 'published', document, verified, section: 'Performance' },
      }));
    }
    case 'stuck':
    case 'failed': {
      const { kind, remark = '' } = wave;
      return (await holders(facts, [STEERING])).map((to) => ({
        to,
        message: { ...about(facts, to), kind: 'step-trouble', state: kind, reason: remark },
      }));
    }
    default:
      return never(wave.kind);
  }
}
