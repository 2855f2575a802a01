import { officeRole } from '../../domain/entity.js';
import type { Plan } from '../../domain/plan.js';
import { err, ok } from '../../domain/result.js';
import { entityOf } from '../../register/entities.js';
import { directoryOf } from '../../register/reading/directory-of.js';
import { objectiveWords as words } from '../../words/objectives.js';
import { kept } from '../act.js';
import { versionOf } from '../digest.js';
import { steering } from '../parts.js';
import { anyOf, text } from '../readers.js';
import { aPlan, changeDraft, noDraftToChange } from './a-plan.js';
import { draftOf, objectiveLine, objectiveOptions, objectivesIn } from './objectives.js';
import { reasonWords } from './planning.js';

/** Says who answers for strategic objectives over their years: of several at once, with one reason. */
export const ownObjective = kept({
  verb: 'own-objective',
  path: 'responsabili',
  resource: 'objective-owners',
  scope: 'steer',
  on: aPlan,
  fields: { objective: anyOf(), owners: anyOf(), reason: text() },
  gives: { version: 'whole' },
  words: {
    title: 'Indica chi risponde di uno o più obiettivi',
    does: 'Indica i ruoli e gli uffici che rispondono di uno o più obiettivi strategici',
    lead: 'Quelli indicati sostituiscono quelli di prima, per tutti gli obiettivi scelti; senza nessuno gli obiettivi restano senza responsabili.',
    submit: 'Registra i responsabili',
    fields: {
      objective: { page: 'obiettivo', value: 'codice', label: 'Obiettivi strategici' },
      owners: { page: 'responsabili', value: 'ruolo', label: 'Ruoli e uffici che ne rispondono' },
      reason: reasonWords,
    },
    done: (_, { objective }) => `${words.owned(objective)}: registrati.`,
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
    const chosen = owned.filter(({ code }) => [objective].flat().includes(code));
    const directory = await directoryOf(place.register.db, place.entity, place.today);
    return {
      version: versionOf(owned),
      said: chosen
        .map(({ code, owners }) =>
          words.ownedNow(
            code,
            owners.map((role) => directory.title(role)),
          ),
        )
        .join(' '),
      reached: ({ owners: asked }) =>
        chosen.every(({ owners }) => versionOf([asked].flat().sort()) === versionOf([...owners].sort())),
    };
  },
  keep: async (tx, { subject: { ref } }, { objective, owners }) => {
    if (objective.length === 0) return err([{ field: 'objective', text: words.noneChosen }]);
    const saved = await changeDraft(tx, ref, (plan) => ok(withOwners(plan, objective, owners)));
    return saved.ok ? ok({ version: saved.value }) : saved;
  },
  logs: ({ subject }, { objective, owners, reason }, { version }) =>
    objectiveLine(
      subject,
      'objective-owned',
      version,
      objective.join(', '),
      `${words.owned(objective)}: ${owners.join(', ') || words.nobody}. ${reason}`,
    ),
});

const withOwners = (plan: Plan, codes: readonly string[], owners: readonly string[]): Plan => ({
  ...plan,
  areas: plan.areas.map((area) => ({
    ...area,
    objectives: area.objectives.map((objective) => {
      if (!codes.includes(objective.code)) return objective;
      const { owners: _, ...rest } = objective;
      return owners.length === 0 ? rest : { ...rest, owners };
    }),
  })),
});
