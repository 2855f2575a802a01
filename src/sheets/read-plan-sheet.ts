import type {
  Act,
  Indicator,
  ObjectiveLink,
  ObjectiveWeight,
  OtherTitle,
  Plan,
  Programme,
  StrategicArea,
  StrategicObjective,
} from '../domain/plan.js';
import { err, ok, type Result } from '../domain/result.js';
import { FirstMessages } from '../files/messages.js';
import { fileWords } from '../words/files.js';
import { sheetWords } from '../words/sheets.js';
import type { Grid } from './grid.js';
import { codesBehind } from './known-codes.js';
import type { Lines } from './plan-lines.js';
import { day, given, indicatorOf, need, orNone, split } from './plan-lines.js';
import { indicatorTable, PLAN_TABLES as T, yearsIn } from './plan-tables.js';
import { allGrids, openSheetFile } from './read-file.js';
import { budgetIn, ledgerIn } from './read-plan-amounts.js';
import { statementsIn } from './read-plan-statements.js';
import { type CodesBehind, type ReadLine, readTable, type Table, type TableError } from './table.js';

const words = sheetWords.plan;
const { levels, lists, aims, fields, uses } = words;

/**
 * Reads a workbook written by `writePlanSheet`, edited or not, back into a plan.
 * @param known the plan its writer had before them: by its titles and names a code is known that a spreadsheet has changed
 * @returns the plan, or what is wrong in the file, each with its sheet, row and column, and after the first of them how many
 *   more there are; what the plan then says of itself (weights, offices, dates) is for its findings
 */
export async function readPlanSheet(bytes: Uint8Array, known?: Plan): Promise<Result<Plan, readonly TableError[]>> {
  const general = (message: string): TableError => ({ sheet: '', row: 0, cell: '', column: '', value: '', message });
  const file = await openSheetFile(bytes);
  if (!file.ok) return err([general(file.error)]);
  if (file.value.type === 'csv') return err([general(words.notWorkbook)]);
  const grids = await allGrids(file.value);
  if (!grids.ok) return err([general(grids.error)]);
  const reader = new Reader(grids.value, known);
  const plan = reader.plan();
  const { kept, more } = reader.errors;
  if (kept.length === 0) return ok(plan);
  return err(more === 0 ? kept : [...kept, general(fileWords.more(more))]);
}

/** Reads all tables, noting what is wrong: a plan is made in any case, and counts only when nothing is. */
class Reader {
  readonly errors = new FirstMessages<TableError>();
  readonly #grids: readonly Grid[];

  readonly #behind: CodesBehind;
  readonly #known: Plan | undefined;

  constructor(grids: readonly Grid[], known: Plan | undefined) {
    this.#grids = grids;
    this.#known = known;
    this.#behind = codesBehind(known);
  }

  plan(): Plan {
    const lines: Lines = (table) => this.#lines(table);
    const areas = this.#areas();
    const [approval, ...others] = this.#acts(uses.approval);
    if (others.length > 0) this.#general(T.acts.name, words.oneApproval);
    const acts = this.#acts(uses.premise);
    const { periods, placements, identity, legend } = statementsIn(lines);
    const sheets = this.#sheets();
    const individual = this.#individual();
    const budget = budgetIn(lines);
    this.#placeIndicators(areas, sheets, individual);
    const resources = orNone(ledgerIn(lines));
    const links = orNone(this.#links(areas));
    this.#owners(areas);
    return {
      ...this.#heading(),
      perspectives: this.#lines(T.perspectives).map(({ values: v }) => ({
        id: need(v.id),
        title: need(v.title),
        ...given({ weight: v.weight, otherTitles: this.#titles(levels.perspective, v.id), source: v.source }),
      })),
      ...given({
        approval,
        acts: orNone(acts),
        periods: orNone(periods),
        placements: orNone(placements),
        identity: orNone(identity),
        legend,
      }),
      areas,
      sheets,
      individual,
      budget,
      ...given({ resources: resources && { lines: resources }, links, startedFrom: this.#known?.startedFrom }),
    };
  }

  #links(areas: readonly Area[]): readonly ObjectiveLink[] {
    const known = new Set(areas.flatMap((area) => area.objectives.map(({ code }) => code)));
    return this.#lines(T.links).map(({ values: v, fail }) => {
      for (const key of ['from', 'to'] as const)
        if (!known.has(need(v[key]))) fail(key, words.noObjective(need(v[key])));
      return { from: need(v.from), to: need(v.to), reason: need(v.reason) };
    });
  }

  #owners(areas: readonly Area[]): void {
    for (const { values: v, fail } of this.#lines(T.owners)) {
      const objective = areas.flatMap((area) => area.objectives).find(({ code }) => code === v.objective);
      if (objective === undefined) fail('objective', words.noObjective(need(v.objective)));
      else objective.owners = split(v.owners);
    }
  }

  #lines<K extends string>(table: Table<K>): readonly ReadLine<K>[] {
    return readTable(table, this.#grids, (error) => this.errors.push(error), this.#behind);
  }

  #general(sheet: string, problem: string): void {
    const message = sheetWords.table.sheet(sheet, problem);
    this.errors.push({ sheet, row: 0, cell: '', column: '', value: '', message });
  }

  #heading(): Pick<Plan, 'entity' | 'exercise' | 'title'> {
    const found = new Map(this.#lines(T.plan).map(({ values: v }) => [v.field, v.value]));
    for (const field of Object.values(fields)) {
      if (!found.has(field)) this.#general(T.plan.name, words.noField(field));
    }
    const exercise = Number(found.get(fields.exercise)?.replace('.', ''));
    if (!Number.isInteger(exercise)) this.#general(T.plan.name, words.noExercise(found.get(fields.exercise) ?? ''));
    return { entity: need(found.get(fields.entity)), exercise, title: need(found.get(fields.title)) };
  }

  #areas(): Area[] {
    const areas: Area[] = [];
    for (const { values: v, fail } of this.#lines(T.structure)) {
      const [code, title, source] = [need(v.code), need(v.title), need(v.source)];
      const area = areas.at(-1);
      const objective = area?.objectives.at(-1);
      if (v.level !== levels.weight) {
        if (v.title === undefined) fail('title', sheetWords.table.missing);
        if (v.source === undefined) fail('source', sheetWords.table.missing);
      }
      switch (v.level) {
        case levels.area:
          areas.push({
            code,
            title,
            ...given({ otherTitles: this.#titles(levels.area, code) }),
            objectives: [],
            source,
          });
          break;
        case levels.objective: {
          const known = given({ otherTitles: this.#titles(levels.objective, code) });
          if (area === undefined) fail('level', words.noParent(levels.area));
          else area.objectives.push({ code, title, weights: [], ...known, programmes: [], source });
          break;
        }
        case levels.weight: {
          if (v.perspective === undefined) fail('perspective', sheetWords.table.missing);
          if (v.weight === undefined) fail('weight', sheetWords.table.missing);
          const known = given({ missioneProgramma: v.missioneProgramma, source: v.source });
          if (objective?.code !== code) fail('code', words.otherObjective(code, objective?.code ?? '–'));
          else objective.weights.push({ perspective: need(v.perspective), weight: need(v.weight), ...known });
          break;
        }
        case levels.programme: {
          const { weight, perspective, missioneProgramma } = v;
          const known = { weight, perspective, missioneProgramma, otherTitles: this.#titles(levels.programme, code) };
          if (objective === undefined) fail('level', words.noParent(levels.objective));
          else objective.programmes.push({ code, title, ...given(known), indicators: [], source });
          break;
        }
        default:
          fail('level', words.noLevel(v.level ?? ''));
      }
    }
    return areas;
  }

  /** The other titles of one node; undefined when it has none. */
  #titles(level: string, code: string | undefined): readonly OtherTitle[] | undefined {
    this.#otherTitles ??= this.#lines(T.otherTitles);
    const found = this.#otherTitles.filter(({ values: v }) => v.level === level && v.code === code);
    return orNone(found.map(({ values: v }) => ({ title: need(v.title), source: need(v.source) })));
  }
  #otherTitles: readonly ReadLine<'level' | 'code' | 'title' | 'source'>[] | undefined;

  #sheets(): Sheet[] {
    const parts = this.#lines(T.resources);
    const lines = this.#lines(T.sheets);
    const aimsOf = this.#aims(lines.map(({ values: v }) => v.programme));
    return lines.map(({ values: v }) => ({
      programme: need(v.programme),
      title: need(v.title),
      offices: split(v.offices),
      ...given({
        officesAsWritten: v.officesAsWritten,
        actions: aimsOf(v.programme, aims.action),
        expectedResults: aimsOf(v.programme, aims.expectedResult),
        abridged: v.abridged === 'sì' ? true : undefined,
      }),
      resources: {
        total: need(v.total),
        parts: parts
          .filter((part) => part.values.programme === v.programme)
          .map(({ values: p }) => ({ name: need(p.name), amount: need(p.amount) })),
        planned: need(v.planned),
        ...given({ spent: v.spent, spentAsWritten: v.spentAsWritten, source: v.resourcesSource }),
      },
      indicators: [],
      source: need(v.source),
    }));
  }

  /** The actions or the expected results of a sheet; undefined when it has none. */
  #aims(programmes: readonly (string | undefined)[]) {
    const lines = this.#lines(T.aims);
    for (const { values: v, fail } of lines) {
      if (!programmes.includes(v.programme)) fail('programme', words.noPlace(lists.sheet, need(v.programme)));
      if (v.kind !== aims.action && v.kind !== aims.expectedResult) fail('kind', words.noAim(need(v.kind)));
    }
    return (programme: string | undefined, kind: string) =>
      orNone(
        lines
          .filter(({ values: v }) => v.programme === programme && v.kind === kind)
          .map(({ values: v }) => need(v.text)),
      );
  }

  #individual(): Personal[] {
    return this.#lines(T.individual).map(({ values: v }) => ({
      code: need(v.code),
      ...given({ title: v.title }),
      role: need(v.role),
      area: need(v.area),
      weight: need(v.weight),
      programme: need(v.programme),
      indicators: [],
      source: need(v.source),
    }));
  }

  #placeIndicators(areas: readonly Area[], sheets: readonly Sheet[], individual: readonly Personal[]): void {
    const head = this.#grids.find((g) => g.name.trim().toLowerCase() === words.sheets.indicators.toLowerCase())
      ?.rows[0];
    const years = yearsIn([...(head?.cells.values() ?? [])].map((cell) => cell.shown));
    const programmes = areas.flatMap((area) => area.objectives.flatMap((objective) => objective.programmes));
    const places: Readonly<Record<string, (code: string) => { indicators: Indicator[] } | undefined>> = {
      [lists.scorecard]: (code) => programmes.find((p) => p.code === code),
      [lists.sheet]: (code) => sheets.find((s) => s.programme === code),
      [lists.individual]: (code) => individual.find((o) => o.code === code),
    };
    for (const line of this.#lines(indicatorTable(years))) {
      const { list = '', under = '' } = line.values;
      const find = places[list];
      if (find === undefined) {
        line.fail('list', words.noList(list));
        continue;
      }
      const place = find(under);
      if (place === undefined) line.fail('under', words.noPlace(list, under));
      else place.indicators.push(indicatorOf(line, years));
    }
  }

  #acts(use: string): readonly Act[] {
    this.#actLines ??= this.#lines(T.acts);
    return this.#actLines.flatMap(({ values: v, fail }) => {
      // Said once, though the lines are gone through for each use.
      const known = v.use === uses.approval || v.use === uses.premise;
      if (!known && use === uses.premise) fail('use', words.noUse(v.use ?? ''));
      if (v.use !== use) return [];
      if ((v.dueDate === undefined) !== (v.dueNorm === undefined)) fail('dueNorm', words.halfDue);
      const due = v.dueDate === undefined ? undefined : { date: day(v.dueDate), norm: need(v.dueNorm) };
      const [id, title, board, number] = [need(v.id), need(v.title), need(v.board), need(v.number)];
      return [{ id, title, board, number, date: day(v.date), ...given({ due }), source: need(v.source) }];
    });
  }
  #actLines: readonly ReadLine<keyof typeof T.acts.columns>[] | undefined;
}

/** Nodes whose lists are still being filled. */
type Listed<X> = Omit<X, 'indicators'> & { indicators: Indicator[] };
type Objective = Omit<StrategicObjective, 'weights' | 'programmes' | 'owners'> & {
  owners?: readonly string[];
  weights: ObjectiveWeight[];
  programmes: Listed<Programme>[];
};
type Area = Omit<StrategicArea, 'objectives'> & { objectives: Objective[] };
type Sheet = Listed<Plan['sheets'][number]>;
type Personal = Listed<Plan['individual'][number]>;
