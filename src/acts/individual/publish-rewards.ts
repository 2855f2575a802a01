import { err, ok } from '../../domain/result.js';
import { publishRewardDocuments, type RewardsAt, rewardDocuments } from '../../office/rewards.js';
import { count } from '../../words/plural.js';
import type { Acting } from '../act.js';
import { kept } from '../act.js';
import { steering } from '../parts.js';
import { confirmed } from '../readers.js';
import { aCycle, type CycleSubject } from '../subject.js';

/** Publishes how rewards were given, in aggregate, once every sheet has ended. */
export const publishRewards = kept({
  verb: 'publish-rewards',
  path: 'pubblica-premi',
  resource: 'reward-publications',
  scope: 'steer',
  on: aCycle,
  fields: { confirmed: confirmed() },
  gives: { documents: 'whole' },
  words: {
    title: 'Pubblica i dati sui premi',
    does: 'Pubblica in forma aggregata ammontare e dati relativi ai premi (D.Lgs. 33/2013, art. 20)',
    lead: 'I due documenti vanno sul sito, sotto «Ammontare complessivo dei premi» e «Dati relativi ai premi». Ogni dato riguarda almeno cinque persone. Ciò che è pubblicato resta: una correzione è una versione nuova.',
    submit: 'Pubblica',
    fields: {
      confirmed: {
        page: 'conferma',
        label: 'Ho letto l’anteprima dei dati',
        missing: 'va confermato di aver letto l’anteprima',
      },
    },
    done: ({ documents }) =>
      count(
        documents,
        'Un documento è in pubblicazione: risulta pubblicato quando la verifica lo trova sul sito.',
        'documenti sono in pubblicazione: risultano pubblicati quando la verifica li trova sul sito.',
      ),
  },
  may: steering,
  ready: async (acting) => {
    const documents = await rewardDocuments(acting.register.db, when(acting));
    return documents.ok ? documents : err([{ text: documents.error }]);
  },
  keep: async (tx, acting, _values, documents) => {
    const { actor, key } = acting;
    const published = await publishRewardDocuments(tx, documents, { ...when(acting), actor, key });
    return published.ok ? ok({ documents: published.value }) : err([{ text: published.error }]);
  },
  logs: ({ subject: { id, ref } }) => ({
    action: 'rewards-published',
    subject: `${ref.exercise}`,
    cycle: id,
    detail: {},
  }),
});

const when = ({ subject: { ref }, at, simulated }: Acting<CycleSubject>): RewardsAt => ({
  entity: ref.entity,
  exercise: ref.exercise,
  at,
  simulated,
});
