import { err, ok } from '../../domain/result.js';
import { type InvitationRecord, invitationById, takeBackInvitation } from '../../register/invitations.js';
import { accessWords } from '../../words/access.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import { line } from '../readers.js';
import type { Subject } from '../subject.js';

const words = accessWords.administration;

const anInvitation: Subject<InvitationRecord> = {
  api: '/entities/{entity}/invitations/{invitation}',
  argument: { name: 'invito', help: 'identificativo dell’invito' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const found = await invitationById(db, name);
    return found?.entity === entity && found.revoked === null ? found : undefined;
  },
  // They open doors: nobody is told those there are.
  names: async () => [],
  unknown: () => words.unknownInvitation,
  title: ({ person }) => `Invito di ${person}`,
  id: ({ id }) => `invitation/${id}`,
};

/** Takes an invitation back, with the reason its holder may ask for: its link opens nothing more. */
export const revokeInvitation = kept({
  verb: 'revoke-invitation',
  path: 'revoca',
  resource: 'revocations',
  scope: 'steer',
  on: anInvitation,
  fields: { reason: line(500, 3) },
  gives: {},
  words: {
    title: 'Revoca un invito',
    does: 'Revoca l’invito di una persona a un’attività: il suo collegamento non apre più nulla',
    submit: words.revoke,
    fields: { reason: { page: 'motivo', value: 'motivo', label: words.reason, missing: words.badReason } },
    done: () => 'L’invito è revocato.',
  },
  may: administering,
  keep: async (tx, { subject, actor, at }, { reason }) =>
    (await takeBackInvitation(tx, subject.id, { by: actor.person, reason, at }))
      ? ok({})
      : err([{ text: words.unknownInvitation }]),
  logs: ({ subject: { cycle, step, person } }, { reason }) => ({
    action: 'invitation-revoked',
    subject: person,
    cycle,
    step,
    detail: { reason },
  }),
});
