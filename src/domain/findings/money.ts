import type { BudgetLine, BudgetTotal, Plan, ProgrammeSheet } from '../plan.js';
import { add, equal, isZero, type Rational, rational, subtract, ZERO } from '../rational.js';
import type { DecimalText } from '../targets/types.js';
import { type Finding, finding } from './finding.js';
import { euro, sum } from './number.js';
import { sameSaying } from './text.js';
import { programmesOf, sheetsOf } from './walk.js';

/** Amounts: a sheet against itself and against the budget, the budget's totals against their lines, details against their line. */
export function checkMoney(plan: Plan): readonly Finding[] {
  const off = totals(plan);
  const told = new Set(off.map((o) => o.total.of));
  // A printed total that agrees with the sheet says that it is the lines that are wrong: told there.
  const asPrinted = (f: Finding): boolean =>
    f.code === 'sheet-budget-differs' &&
    plan.sheets.some((s) => {
      const total = plan.budget.totals.find((t) => t.level === 'programme' && t.of === s.programme);
      return (
        f.place === `scheda ${s.programme}` &&
        told.has(s.programme) &&
        total !== undefined &&
        same(askedOf(s), total.amount)
      );
    });
  return [
    ...sheets(plan).filter((f) => !asPrinted(f)),
    ...off.map((o) => o.finding),
    ...lines(plan),
    ...details(plan),
    ...functions(plan),
  ];
}

const same = (a: Rational | DecimalText, b: Rational | DecimalText): boolean => equal(exactly(a), exactly(b));
const exactly = (value: Rational | DecimalText): Rational => (typeof value === 'string' ? rational(value) : value);

/** The part of a sheet's resources that the budget of economic interventions must hold. */
const BUDGETED = /interventi economici/i;

function sheets(plan: Plan): readonly Finding[] {
  return sheetsOf(plan).flatMap(({ node, place, path }) => {
    const { total, parts, planned } = node.resources;
    const source = node.resources.source ?? node.source;
    const found: Finding[] = [];
    const all = sum(parts.map((p) => p.amount));
    // The budget that gives what the sheet gives in all says which of the two figures is wrong.
    const budgeted = sum(plan.budget.lines.filter((l) => l.programme === node.programme).map((l) => l.amount));
    const partsOff = parts.length > 0 && !same(all, total);
    if (partsOff) {
      const of = parts.map((p) => `${p.name} ${euro(p.amount)}`).join(', ');
      const agrees = same(budgeted, total) ? ` Il budget, per lo stesso programma, ha ${euro(budgeted)}.` : '';
      const asPlanned = same(planned, all) ? ` Anche a preventivo sono ${euro(planned)}.` : '';
      const fact = `Risorse per ${euro(total)}, ma le parti fanno ${euro(all)}: ${of}.${agrees}${asPlanned}`;
      found.push(finding('sheet-parts-do-not-add-up', place, [...path, 'resources', 'total'], fact, source));
    }
    // Planned as the parts sum, it is the printed total that is wrong.
    if (!same(planned, total) && !(partsOff && same(planned, all))) {
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
    const asked = askedOf(node);
    if (plan.budget.lines.length === 0 || interventions.length === 0 || isZero(asked)) return found;
    // Of a sheet of no programme that is said; the budget can have no line for it.
    if (!programmesOf(plan).some((p) => p.node.code === node.programme)) return found;
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
    } else if (!same(given, asked) && !(partsOff && same(budgeted, total))) {
      const fact = `La scheda prevede interventi economici per ${euro(asked)}, il budget per lo stesso programma ${euro(given)}.`;
      found.push(finding('sheet-budget-differs', place, at, fact, source));
    }
    return found;
  });
}

const askedOf = ({ resources }: ProgrammeSheet): Rational =>
  sum(resources.parts.filter((p) => BUDGETED.test(p.name)).map((p) => p.amount));

/** The lines of a programme are accounted for when its own sheet asks for as much. */
function accounted(plan: Plan, programme: string | undefined): boolean {
  const sheet = plan.sheets.find((s) => s.programme === programme);
  const lines = plan.budget.lines.filter((l) => l.programme === programme);
  return sheet !== undefined && same(sheet.resources.total, sum(lines.map((l) => l.amount)));
}

const LEVELS = ['programme', 'objective', 'area', 'total'] as const;

interface OffTotal {
  readonly total: BudgetTotal;
  readonly finding: Finding;
}

/** Printed totals that are not what their lines sum to; one line that is wrong is told at the smallest of them, once. */
function totals(plan: Plan): readonly OffTotal[] {
  const off = plan.budget.totals.flatMap((total, i) => {
    const mine = linesOf(plan, total);
    const all = sum(mine.map((l) => l.amount));
    return mine.length > 0 && same(all, total.amount)
      ? []
      : [{ total, i, mine, all, by: subtract(all, rational(total.amount)) }];
  });
  const rank = (total: BudgetTotal): number => LEVELS.indexOf(total.level);
  const kept = off.filter((one) => {
    if (one.mine.length === 0) return true;
    const below = off.filter((o) => rank(o.total) < rank(one.total) && o.mine.some((line) => one.mine.includes(line)));
    const nearest = below.filter(
      (o) => !below.some((b) => rank(b.total) > rank(o.total) && b.mine.some((l) => o.mine.includes(l))),
    );
    return (
      nearest.length === 0 ||
      !equal(
        nearest.reduce((sum, o) => add(sum, o.by), ZERO),
        one.by,
      )
    );
  });
  return kept.map(({ total, i, mine, all }) => {
    const place = `budget ${total.of}`;
    const path = ['budget', 'totals', i, 'amount'];
    if (mine.length === 0) {
      const fact = `C’è un totale di ${euro(total.amount)} senza righe.`;
      return { total, finding: finding('budget-total-without-lines', place, path, fact, total.source) };
    }
    const above = off.filter((o) => !kept.includes(o) && mine.every((line) => o.mine.includes(line)));
    const also =
      above.length === 0 ? '' : ` Lo stesso scarto è nel totale di: ${above.map((o) => o.total.of).join(', ')}.`;
    const fact = `Il totale stampato è ${euro(total.amount)}, le righe sommano a ${euro(all)}.${also}`;
    return { total, finding: finding('budget-total-differs', place, path, fact, total.source) };
  });
}

function linesOf(plan: Plan, total: BudgetTotal): readonly BudgetLine[] {
  const { level } = total;
  return level === 'total' ? plan.budget.lines : plan.budget.lines.filter((line) => line[level] === total.of);
}

/** `B3010303` → `3.1.3`: a product code that carries area, objective and programme. */
function programmeOfProduct(product: string): string | undefined {
  const match = /^[A-Z](\d)(\d{2})(\d{2})\d{2}$/.exec(product);
  return match === null ? undefined : [match[1], Number(match[2]), Number(match[3])].join('.');
}

function lines(plan: Plan): readonly Finding[] {
  const codes = new Set(programmesOf(plan).map((p) => p.node.code));
  const decoded = (line: BudgetLine): string | undefined => {
    const coded = programmeOfProduct(line.product);
    return coded !== undefined && codes.has(coded) ? coded : undefined;
  };
  // Product codes carry the programme in some bodies only: here when most lines agree that they do.
  const tried = plan.budget.lines.filter((l) => l.programme !== undefined && l.product !== '');
  const speaking = tried.filter((l) => decoded(l) === l.programme).length * 2 > tried.length;
  return plan.budget.lines.flatMap((line, i) => {
    const place = `budget ${line.product}`;
    const path = ['budget', 'lines', i];
    const coded = decoded(line);
    const found: Finding[] = [];
    if (speaking && coded !== undefined && line.programme !== undefined && coded !== line.programme) {
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
