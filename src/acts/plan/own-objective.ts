import { officeRole } from '../../domain/entity.js';
import type { Plan } from '../../domain/plan.js';
import { ok } from '../../domain/result.js';
import { entityOf } from '../../register/entities.js';
import { directoryOf } from '../../register/reading/directory-of.js';
import { objectiveWords as words } from '../../words/objectives.js';
import { kept } from '../act.js';
import { versionOf } from '../digest.js';
import { steering } from '../parts.js';
import { anyOf, oneOf } from '../readers.js';
import { aPlan, changeDraft, noDraftToChange } from './a-plan.js';
import { draftOf, objectiveLine, objectiveOptions, objectivesIn } from './objectives.js';

/** Says who answers for a strategic objective over its years. */
export const ownObjective = kept({
  verb: 'own-objective',
  path: 'responsabili',
  resource: 'objective-owners',
  scope: 'steer',
  on: aPlan,
  fields: { objective: oneOf(), owners: anyOf() },
  gives: { version: 'whole' },
  words: {
    title: 'Indica chi risponde di un obiettivo',
    does: 'Indica i ruoli e gli uffici che rispondono di un obiettivo strategico',
    lead: 'Quelli indicati sostituiscono quelli di prima; senza nessuno l’obiettivo resta senza responsabili.',
    submit: 'Registra i responsabili',
    fields: {
      objective: { page: 'obiettivo', value: 'codice', label: 'Obiettivo strategico', missing: 'manca l’obiettivo' },
      owners: { page: 'responsabili', value: 'ruolo', label: 'Ruoli e uffici che ne rispondono' },
    },
    done: (_, { objective }) => `Responsabili dell’obiettivo ${objective} registrati.`,
  },
  may: steering,
  notNow: (subject) => noDraftToChange(subject),
  offers: {
    objective: objectiveOptions,
    owners: async ({ register, subject: { ref } }) => {
      const entity = await entityOf(register.db, ref.entity);
      return [
        ...(entity?.roles ?? []).flatMap(({ id, title, board, external }) =>
          board || external ? [] : [{ value: id, title }],
        ),
        ...(entity?.offices ?? []).map(({ id, title }) => ({ value: officeRole(id), title })),
      ];
    },
  },
  stands: async (place, { objective }) => {
    const draft = await draftOf(place);
    const owned = (draft === undefined ? [] : objectivesIn(draft)).map(({ code, owners = [] }) => ({ code, owners }));
    const now = owned.find(({ code }) => code === objective)?.owners ?? [];
    const directory = await directoryOf(place.register.db, place.entity, place.today);
    return {
      version: versionOf(owned),
      said: words.ownedNow(now.map((role) => directory.title(role))),
      reached: ({ owners }) => versionOf([owners].flat().sort()) === versionOf([...now].sort()),
    };
  },
  keep: async (tx, { subject: { ref } }, { objective, owners }) => {
    const saved = await changeDraft(tx, ref, (plan) => ok(withOwners(plan, objective, owners)));
    return saved.ok ? ok({ version: saved.value }) : saved;
  },
  logs: ({ subject }, { objective, owners }, { version }) =>
    objectiveLine(
      subject,
      'objective-owned',
      version,
      objective,
      `${words.owned(objective)}: ${owners.join(', ') || words.nobody}`,
    ),
});

const withOwners = (plan: Plan, code: string, owners: readonly string[]): Plan => ({
  ...plan,
  areas: plan.areas.map((area) => ({
    ...area,
    objectives: area.objectives.map((objective) => {
      if (objective.code !== code) return objective;
      const { owners: _, ...rest } = objective;
      return owners.length === 0 ? rest : { ...rest, owners };
    }),
  })),
});
