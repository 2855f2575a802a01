import { err, ok } from '../../domain/result.js';
import { bodyCycle } from '../../register/cycles.js';
import { revokeToken as takeBack, tokensOf } from '../../register/tokens.js';
import { accessWords } from '../../words/access.js';
import { kept } from '../act.js';
import { administering } from '../parts.js';
import type { Subject } from '../subject.js';

const words = accessWords.administration;

interface StandingToken {
  readonly entity: string;
  readonly reference: string;
  readonly title: string;
  /** The cycle in whose log it stands. */
  readonly cycle: string | undefined;
}

const aToken: Subject<StandingToken> = {
  api: '/entities/{entity}/tokens/{token}',
  argument: { name: 'riferimento', help: 'riferimento del gettone, che non è il suo segreto' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const found = (await tokensOf(db, entity)).find((one) => one.reference === name && one.revokedAt === null);
    return found && { entity, reference: name, title: found.title, cycle: (await bodyCycle(db, entity))?.id };
  },
  names: async ({ db }, { entity }) =>
    (await tokensOf(db, entity)).flatMap(({ reference, revokedAt }) => (revokedAt === null ? [reference] : [])),
  unknown: () => words.unknownToken,
  title: ({ title }) => `Gettone «${title}»`,
  id: ({ entity, reference }) => `${entity}/token/${reference}`,
};

/** Takes back what lets a program in. */
export const revokeToken = kept({
  verb: 'revoke-token',
  path: 'revoca',
  resource: 'revocations',
  scope: 'steer',
  on: aToken,
  fields: {},
  gives: {},
  words: {
    title: 'Revoca un gettone',
    does: 'Revoca il gettone di un programma, che da allora non entra più',
    submit: words.revoke,
    fields: {},
    done: () => 'Il gettone è revocato.',
  },
  may: administering,
  keep: async (tx, { subject: { entity, reference } }) =>
    (await takeBack(tx, entity, reference)) ? ok({}) : err([{ text: words.unknownToken }]),
  logs: ({ subject: { entity, reference, cycle } }) => ({
    action: 'token-revoked',
    subject: `${entity}/${reference}`,
    cycle,
  }),
});
