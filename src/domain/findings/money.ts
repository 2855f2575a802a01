import type { Plan } from '../plan.js';
import { type Finding, finding } from './finding.js';
import { euro, same, sum } from './number.js';
import { sameSaying } from './text.js';
import { programmesOf, sheetsOf } from './walk.js';

/** Amounts: a sheet against itself and against the budget, the budget's totals against their lines, details against their line. */
export function checkMoney(plan: Plan): readonly Finding[] {
  return [...sheets(plan), ...totals(plan), ...lines(plan), ...details(plan), ...functions(plan)];
}

/** The part of a sheet's resources that the budget of economic interventions must hold. */
const BUDGETED = /interventi economici/i;

function sheets(plan: Plan): readonly Finding[] {
  return sheetsOf(plan).flatMap(({ node, place, path }) => {
    const { total, parts, planned } = node.resources;
    const source = node.resources.source ?? node.source;
    const found: Finding[] = [];
    const all = sum(parts.map((p) => p.amount));
    if (parts.length > 0 && !same(all, total)) {
      const of = parts.map((p) => `${p.name} ${euro(p.amount)}`).join(', ');
      found.push(
        finding(
          'sheet-parts-do-not-add-up',
          place,
          [...path, 'resources', 'total'],
          `Risorse per ${euro(total)}, ma le parti fanno ${euro(all)}: ${of}.`,
          source,
        ),
      );
    }
    if (!same(planned, total)) {
      found.push(
        finding(
          'sheet-planned-differs',
          place,
          [...path, 'resources', 'planned'],
          `A preventivo ${euro(planned)}, risorse per ${euro(total)}.`,
          source,
        ),
      );
    }
    const interventions = parts.filter((p) => BUDGETED.test(p.name));
    const asked = sum(interventions.map((p) => p.amount));
    if (plan.budget.lines.length === 0 || interventions.length === 0 || asked.isZero()) return found;
    const mine = plan.budget.lines.filter((l) => l.programme === node.programme);
    const given = sum(mine.map((l) => l.amount));
    const at = [...path, 'resources', 'parts'];
    if (mine.length === 0) {
      const twins = plan.budget.lines.filter((l) => same(l.amount, asked) && !accounted(plan, l.programme));
      const elsewhere = twins.map(
        (l) =>
          ` Una riga dello stesso importo, ${l.product} «${l.description}», è sotto il programma ${l.programme ?? '?'} («${l.heading}»).`,
      );
      const fact = `La scheda prevede interventi economici per ${euro(asked)}, ma il budget non ha righe per il programma ${node.programme}.${elsewhere.join('')}`;
      found.push(finding('sheet-amount-not-in-budget', place, at, fact, source));
    } else if (!same(given, asked)) {
      const fact = `La scheda prevede interventi economici per ${euro(asked)}, il budget per lo stesso programma ${euro(given)}.`;
      found.push(finding('sheet-budget-differs', place, at, fact, source));
    }
    return found;
  });
}

/** The lines of a programme are accounted for when its own sheet asks for as much. */
function accounted(plan: Plan, programme: string | undefined): boolean {
  const sheet = plan.sheets.find((s) => s.programme === programme);
  const lines = plan.budget.lines.filter((l) => l.programme === programme);
  return sheet !== undefined && same(sheet.resources.total, sum(lines.map((l) => l.amount)));
}

function totals(plan: Plan): readonly Finding[] {
  return plan.budget.totals.flatMap((total, i) => {
    const key = total.level === 'total' ? undefined : total.level;
    const mine = plan.budget.lines.filter((line) => key === undefined || line[key] === total.of);
    const place = `budget ${total.of}`;
    const path = ['budget', 'totals', i, 'amount'];
    if (mine.length === 0) {
      return [
        finding(
          'budget-total-without-lines',
          place,
          path,
          `C’è un totale di ${euro(total.amount)} senza righe.`,
          total.source,
        ),
      ];
    }
    const all = sum(mine.map((l) => l.amount));
    if (same(all, total.amount)) return [];
    return [
      finding(
        'budget-total-differs',
        place,
        path,
        `Il totale stampato è ${euro(total.amount)}, le righe sommano a ${euro(all)}.`,
        total.source,
      ),
    ];
  });
}

/** `B3010303` → `3.1.3`: a product code that carries area, objective and programme. */
function programmeOfProduct(product: string): string | undefined {
  const match = /^[A-Z](\d)(\d{2})(\d{2})\d{2}$/.exec(product);
  return match === null ? undefined : [match[1], Number(match[2]), Number(match[3])].join('.');
}

function lines(plan: Plan): readonly Finding[] {
  return plan.budget.lines.flatMap((line, i) => {
    const place = `budget ${line.product}`;
    const path = ['budget', 'lines', i];
    const coded = programmeOfProduct(line.product);
    const known = coded !== undefined && programmesOf(plan).some((p) => p.node.code === coded);
    const found: Finding[] = [];
    if (known && line.programme !== undefined && coded !== line.programme) {
      const fact = `Il codice prodotto ${line.product} è del programma ${coded}, la riga sta sotto il programma ${line.programme} («${line.heading}»).`;
      found.push(finding('budget-line-misplaced', place, path, fact, line.source));
    }
    if (
      !line.objective.startsWith(`${line.area}.`) ||
      (line.programme !== undefined && !line.programme.startsWith(`${line.objective}.`))
    ) {
      const fact = `I codici della riga non concordano: area ${line.area}, obiettivo ${line.objective}, programma ${line.programme ?? 'assente'}.`;
      found.push(finding('code-mismatch', place, path, fact, line.source));
    }
    return found;
  });
}

function details(plan: Plan): readonly Finding[] {
  return (plan.budget.details ?? []).flatMap((detail, i) => {
    const place = `budget, dettaglio ${detail.product}`;
    const path = ['budget', 'details', i];
    const found: Finding[] = [];
    const all = sum(detail.items.map((item) => item.amount));
    if (!same(all, detail.amount)) {
      const fact = `Le ${detail.items.length} voci sommano a ${euro(all)}, la riga è di ${euro(detail.amount)}.`;
      found.push(finding('budget-detail-differs', place, [...path, 'amount'], fact, detail.source));
    }
    const line = plan.budget.lines.find((l) => l.product === detail.product && l.activity === detail.activity);
    if (line === undefined) {
      found.push(
        finding(
          'budget-detail-differs',
          place,
          path,
          `Il dettaglio è della riga ${detail.product}, che nel budget non c’è.`,
          detail.source,
        ),
      );
      return found;
    }
    if (!same(line.amount, detail.amount)) {
      const fact = `La riga è di ${euro(detail.amount)} nel dettaglio e di ${euro(line.amount)} nel budget.`;
      found.push(finding('budget-detail-differs', place, [...path, 'amount'], fact, detail.source));
    }
    if (!sameSaying(line.heading, detail.heading)) {
      const other = plan.budget.lines.find((l) => sameSaying(l.heading, detail.heading))?.programme;
      const names = other === undefined ? '' : `, che è il titolo del programma ${other}`;
      const fact = `Il dettaglio mette la riga ${detail.product} sotto «${detail.heading}»${names}; il budget la mette sotto «${line.heading}» (${line.programme ?? 'senza programma'}).`;
      found.push(finding('budget-detail-heading', place, [...path, 'heading'], fact, detail.source));
    }
    return found;
  });
}

/** One *missione/programma* gathers lines of one institutional function: two are a doubt about one of them. */
function functions(plan: Plan): readonly Finding[] {
  const seen = new Map<string, Map<string, Set<string>>>();
  for (const line of plan.budget.lines) {
    const missione = programmesOf(plan).find((p) => p.node.code === line.programme)?.node.missioneProgramma;
    if (missione === undefined || line.programme === undefined) continue;
    const byFunction = seen.get(missione) ?? new Map<string, Set<string>>();
    byFunction.set(line.function, (byFunction.get(line.function) ?? new Set()).add(line.programme));
    seen.set(missione, byFunction);
  }
  return [...seen].flatMap(([missione, byFunction]) => {
    if (byFunction.size < 2) return [];
    const groups = [...byFunction]
      .map(([f, programmes]) => `funzione ${f} per ${[...programmes].join(' e ')}`)
      .join(', ');
    const fact = `Missione e programma ${missione} raccolgono righe di funzioni istituzionali diverse: ${groups}.`;
    return [finding('function-against-missione', `missione ${missione}`, ['budget', 'lines'], fact)];
  });
}
