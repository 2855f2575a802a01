import { civilDate } from '../../domain/calendar/civil-date.js';
import { STEERING } from '../../domain/entity.js';
import { refuseJudge } from '../../domain/individual/stages.js';
import { err, ok } from '../../domain/result.js';
import { planShown } from '../../register/reading/plan.js';
import { sheetsOf } from '../../register/reading/sheets.js';
import { addSheet } from '../../register/sheets.js';
import { italianDay } from '../../words/format.js';
import { individualActWords as words } from '../../words/individual-acts.js';
import { kept } from '../act.js';
import { doing } from '../doing.js';
import { optional } from '../field.js';
import { day } from '../readers.js';
import { aPersonToEvaluate } from './a-person.js';
import { sheetSubject } from './a-sheet.js';
import { objectiveLines, objectivesOf } from './objective-lines.js';

/** Proposes to somebody what they are evaluated on: their sheet begins. */
export const proposeSheet = kept({
  verb: 'sheet propose',
  path: 'scheda',
  resource: 'sheets',
  scope: 'act',
  on: aPersonToEvaluate,
  fields: { objectives: objectiveLines(), from: optional(day()), to: optional(day()) },
  gives: { sheet: 'whole' },
  words: {
    title: 'Proponi la scheda di valutazione',
    does: 'Propone a una persona gli obiettivi e i comportamenti su cui è valutata',
    lead: 'L’interessato la vede, la accetta o la contesta; poi si assegna con un atto. I comportamenti sono quelli delle regole.',
    submit: 'Proponi la scheda',
    fields: {
      objectives: {
        page: 'obiettivi',
        value: 'righe',
        label: 'Obiettivi',
        hint: words.objectives.hint,
        missing: 'mancano gli obiettivi',
      },
      from: {
        page: 'dal',
        value: 'data',
        label: 'Dal (facoltativo)',
        hint: 'Se manca: da quando è in questa posizione.',
      },
      to: {
        page: 'al',
        value: 'data',
        label: 'Al (facoltativo)',
        hint: 'Se manca: fino a quando è in questa posizione.',
      },
    },
    done: ({ sheet }) => `La scheda n. ${sheet} è proposta.`,
  },
  may: ({ roles }) => (roles === undefined ? [STEERING] : [roles.evaluator]),
  notNow: ({ rules, inSomeGroup, evaluator, post }) => {
    if (rules === undefined) return words.noRules;
    if (!inSomeGroup) return words.noGroup;
    if (evaluator === undefined) return words.noEvaluator;
    return post === undefined ? words.allProposed : undefined;
  },
  keep: async (tx, acting, { objectives: lines, from: first, to: last }) => {
    const { ref, cycle, person, post, evaluator } = acting.subject;
    if (post === undefined || evaluator === undefined) return err([{ text: words.allProposed }]);
    const refused = refuseJudge('propose', person.id, acting.actor, []);
    if (refused !== undefined) return err([{ text: refused }]);
    const { from, to } = { from: first ?? post.from, to: last ?? post.to };
    const year = [civilDate(ref.exercise, 1, 1), civilDate(ref.exercise, 12, 31)] as const;
    if (from > to || from < year[0] || to > year[1])
      return err([{ field: 'from', text: words.outside(italianDay(year[0]), italianDay(year[1])) }]);
    const other = (await sheetsOf(tx, cycle)).find(
      (one) => one.person === person.id && one.from <= to && from <= one.to,
    );
    if (other !== undefined)
      return err([{ field: 'from', text: words.overlaps(italianDay(other.from), italianDay(other.to)) }]);
    const plan = (await planShown(tx, ref.entity, ref.exercise))?.plan;
    const role = post.group.who.kind === 'role' ? post.group.who.role : undefined;
    const objectives = objectivesOf(lines, plan, role);
    if (!objectives.ok) return objectives;
    const sheet = await addSheet(tx, doing(acting), {
      cycle,
      person: person.id,
      group: post.group.id,
      from,
      to,
      evaluator,
      objectives: objectives.value,
    });
    return ok({ sheet });
  },
  logs: ({ subject: { cycle } }, _, { sheet }) => ({ action: 'sheet-propose', subject: sheetSubject(cycle, sheet) }),
});
