import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { Entity } from '../../domain/entity.js';
import { type Evaluated, evaluatorOf, firstUncovered, type Post, postsOf } from '../../domain/individual/groups.js';
import type { PartRoles } from '../../domain/individual/stages.js';
import type { IndividualRules, SheetEvaluator } from '../../domain/individual/types.js';
import { entityOf } from '../../register/entities.js';
import { type SheetSummary, sheetsOf } from '../../register/reading/sheets.js';
import { individualActWords as words } from '../../words/individual-acts.js';
import type { Subject } from '../subject.js';
import { partRoles, rulesOf } from './a-sheet.js';

/** A person of the body in an exercise, as the rules evaluate them. */
interface PersonSubject {
  readonly ref: CycleRef;
  readonly cycle: string;
  readonly person: Evaluated & { readonly name: string };
  readonly rules: IndividualRules | undefined;
  /** The first of their posts, or part of one, that has no sheet yet. */
  readonly post: Post | undefined;
  readonly inSomeGroup: boolean;
  readonly evaluator: SheetEvaluator | undefined;
  readonly roles: PartRoles | undefined;
}

/** A person of the body, to be evaluated in an exercise. */
export const aPersonToEvaluate: Subject<PersonSubject> = {
  api: '/cycles/{entity}/{exercise}/people/{person}',
  argument: { name: 'persona', help: 'persona da valutare, per esempio nome.cognome' },
  ofCycle: true,
  find: async (register, { entity, exercise = 0, name }) => {
    const data: Entity | undefined = await entityOf(register.db, entity);
    const person = data?.people.find(({ id }) => id === name);
    if (person === undefined) return undefined;
    const cycle = cycleId({ entity, exercise });
    const rules = await rulesOf(register, cycle);
    const posts = rules === undefined ? [] : postsOf(rules, person, exercise);
    const sheets = ofPerson(await sheetsOf(register.db, cycle), name);
    const post = firstUncovered(posts, sheets);
    const group = (post ?? posts[0])?.group;
    const evaluator = group && evaluatorOf(group, person);
    return {
      ref: { space: register.schema, entity, exercise },
      cycle,
      person,
      rules,
      post,
      inSomeGroup: posts.length > 0,
      evaluator,
      roles: evaluator && (await partRoles(register, entity, name, evaluator)),
    };
  },
  names: async ({ db }, { entity }) => (await entityOf(db, entity))?.people.map(({ id }) => id) ?? [],
  unknown: words.unknownPerson,
  title: ({ person }) => person.name,
  id: ({ cycle, person }) => `${cycle}/valutazione/${person.id}`,
};

const ofPerson = (sheets: readonly SheetSummary[], person: string): readonly SheetSummary[] =>
  sheets.filter((sheet) => sheet.person === person);
