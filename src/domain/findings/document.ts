import type { Transparency } from '../annexes.js';
import { withArticle } from '../article.js';
import type { Act, Plan } from '../plan.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { italianDate, sameSaying } from './text.js';
import { scorecardIndicators } from './walk.js';

/** What is asked of a calendar's step here; a `DatedStep` is one. */
export interface NumberedStep {
  readonly id: string;
  readonly phase: string;
  readonly number: string;
  readonly title: string;
}

/** The document as such: acts and their dates, stated periods and placements, the legend. */
export function checkDocument(plan: Plan): readonly Finding[] {
  return [...acts(plan), ...periods(plan), ...placements(plan), ...identity(plan), ...legend(plan)];
}

function acts(plan: Plan): readonly Finding[] {
  const all: { readonly act: Act; readonly path: FindingPath }[] = (plan.acts ?? []).map((act, i) => ({
    act,
    path: ['acts', i],
  }));
  if (plan.approval !== undefined) all.unshift({ act: plan.approval, path: ['approval'] });
  return all.flatMap(({ act, path }) => {
    const place = `atto ${act.id}`;
    const found: Finding[] = [];
    if (act.due !== undefined && act.date > act.due.date) {
      const fact = `«${act.title}» ha data ${italianDate(act.date)}; il termine era ${italianDate(act.due.date)} (${act.due.norm}).`;
      found.push(finding('act-late', place, [...path, 'date'], fact, act.source));
    }
    if (act.number.trim() === '') {
      const fact = `«${act.title}», ${act.board}, ${italianDate(act.date)}: il numero della delibera non è indicato.`;
      found.push(finding('act-without-number', place, [...path, 'number'], fact, act.source));
    }
    return found;
  });
}

function periods(plan: Plan): readonly Finding[] {
  const stated = plan.periods ?? [];
  return [...new Set(stated.map((p) => p.of))].flatMap((of) => {
    const mine = stated.filter((p) => p.of === of);
    const starts = new Set(mine.map((p) => p.from));
    const ends = new Set(mine.flatMap((p) => (p.to === undefined ? [] : [p.to])));
    if (starts.size < 2 && ends.size < 2) return [];
    const forms = mine
      .map((p) => `${p.title} ${p.to === undefined ? `dal ${p.from}` : `${p.from}-${p.to}`} (${p.source})`)
      .join('; ');
    return [
      finding(
        'periods-differ',
        `periodo ${of}`,
        ['periods', stated.findIndex((p) => p.of === of)],
        `Periodi che non concordano: ${forms}.`,
      ),
    ];
  });
}

function placements(plan: Plan): readonly Finding[] {
  return (plan.placements ?? []).flatMap((placement, i) => {
    const elsewhere = scorecardIndicators(plan).filter(
      (s) =>
        placement.indicators.includes(s.node.code) &&
        s.node.perspective !== undefined &&
        s.node.perspective !== placement.perspective,
    );
    if (elsewhere.length === 0) return [];
    const where = elsewhere.map((s) => `${s.node.code} è in «${s.node.perspective}»`).join(', ');
    const fact = `Il testo colloca gli indicatori di ${placement.about} nella prospettiva «${placement.perspective}», ma ${where}.`;
    return [
      finding(
        'placement-contradicted',
        `prospettiva ${placement.perspective}`,
        ['placements', i],
        fact,
        placement.source,
      ),
    ];
  });
}

const IDENTITY = { mission: ['La missione', 'missione'], vision: ['La visione', 'visione'] } as const;

/** A body has one mission and one vision: the document that words them twice says two things. */
function identity(plan: Plan): readonly Finding[] {
  const stated = plan.identity ?? [];
  return (['mission', 'vision'] as const).flatMap((of) => {
    const mine = stated.filter((s) => s.of === of);
    const forms = mine.filter((s, i) => !mine.slice(0, i).some((before) => sameSaying(before.text, s.text)));
    if (forms.length < 2) return [];
    const [title, place] = IDENTITY[of];
    const listed = mine.map((s) => `«${s.text}…» (${s.source})`).join('; ');
    const fact = `${title} è enunciata in ${mine.length} punti, e non con le stesse parole: ${listed}.`;
    const at = ['identity', stated.findIndex((s) => s.of === of)];
    return [finding('statements-differ', place, at, fact, forms[1]?.source)];
  });
}

function legend(plan: Plan): readonly Finding[] {
  if (plan.legend === undefined) return [];
  const silent = plan.legend.entries.filter((e) => e.threshold.trim() === '').length;
  if (silent === 0) return [];
  const fact = `La legenda ha ${plan.legend.entries.length} classi di raggiungimento, ${silent} senza soglia: non dice quando un obiettivo è raggiunto.`;
  return [finding('legend-without-thresholds', 'legenda', ['legend', 'entries'], fact, plan.legend.source)];
}

/** Steps of one phase that carry the same number. */
export function checkSteps(steps: readonly NumberedStep[]): readonly Finding[] {
  const bare = (step: NumberedStep): string => step.number.replace(/\W/g, '');
  return steps.flatMap((step, i) => {
    const twin = steps.slice(0, i).find((other) => other.phase === step.phase && bare(other) === bare(step));
    if (twin === undefined || bare(step) === '') return [];
    const fact = `Le attività «${twin.title}» e «${step.title}» hanno entrambe il numero ${bare(step)}.`;
    return [finding('step-number-twice', `attività ${step.id}`, ['steps', i, 'number'], fact)];
  });
}

/** Obligations of publication about whose state the document says nothing. */
export function checkTransparency(transparency: Transparency): readonly Finding[] {
  return transparency.groups.flatMap((group, g) =>
    group.obligations.flatMap((obligation, o) => {
      if (obligation.state.trim() !== '') return [];
      const fact = `L’obbligo «${obligation.text}» non ha lo stato di attuazione ${withArticle('al', italianDate(transparency.asOf))}.`;
      return [
        finding(
          'state-missing',
          `trasparenza ${group.id} ${obligation.number}`,
          ['groups', g, 'obligations', o, 'state'],
          fact,
          group.source,
        ),
      ];
    }),
  );
}
