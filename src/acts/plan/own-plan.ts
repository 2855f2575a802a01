import { plainName } from '../../domain/match-office.js';
import type { Plan } from '../../domain/plan.js';
import { err, ok, type Result } from '../../domain/result.js';
import { isExampleArea } from '../../office/example-plan.js';
import type { OwnRow } from '../../sheets/own-rows.js';
import { given } from '../../sheets/plan-lines.js';
import type { PastedRow } from '../../sheets/plan-sheet.js';
import { ownPlanWords as words } from '../../words/own-plan.js';
import { withPasted } from './pasted.js';

/** Something of a plan that has a code and a title. */
interface Node {
  readonly code: string;
  readonly title: string;
}

/**
 * The draft with the programmes of an office's own table in it: what it has already by the same title keeps its code, what is new
 * gets the next one.
 * @param before what stands by way of example, as `ciclo init` writes it, gives way
 * @param officeOf the office meant by what the table writes; undefined: nobody is written
 * @param sheet where the rows stand; empty: in no sheet
 */
export function withOwnTable(
  before: Plan,
  rows: readonly OwnRow[],
  officeOf: (written: string) => string,
  sheet: string,
): Result<Plan, readonly string[]> {
  const draft = { ...before, areas: before.areas.filter((area) => !isExampleArea(area)) };
  const areas = new Coded(draft.areas, () => '');
  const objectives = new Coded(
    draft.areas.flatMap((area) => area.objectives),
    parentOf,
  );
  const programmes = new Coded(
    draft.areas.flatMap((area) => area.objectives.flatMap((objective) => objective.programmes)),
    parentOf,
  );
  const groups = new Map<string, { readonly objective: Node; readonly programme: Node; readonly rows: OwnRow[] }>();
  for (const row of rows) {
    const area = areas.of('', row.area || words.area);
    const objective = objectives.of(area.code, row.objective || words.objective);
    const programme = programmes.of(objective.code, row.programme || row.objective || words.objective);
    const group = groups.get(programme.code);
    if (group === undefined) groups.set(programme.code, { objective, programme, rows: [row] });
    else group.rows.push(row);
  }
  const wrong = [...groups.values()].flatMap((group) => contradictions(group.programme.title, group.rows));
  if (wrong.length > 0) return err(wrong);
  const pasted = [...groups.values()].flatMap((group): PastedRow[] => {
    const [first] = group.rows;
    const line = first?.row ?? 0;
    const perspective = group.rows.find((row) => row.perspective !== '')?.perspective ?? '';
    const common = { line, perspective, results: [], targets: [], source: words.source(sheet, line) };
    const weight = group.rows.find((row) => row.programmeWeight !== undefined)?.programmeWeight;
    return [
      { ...common, level: 'objective', code: group.objective.code, name: group.objective.title },
      { ...common, level: 'programme', code: group.programme.code, name: group.programme.title, ...given({ weight }) },
      ...group.rows.map(
        (row): PastedRow => ({
          line: row.row,
          level: 'indicator',
          name: row.name,
          perspective,
          programme: group.programme.code,
          results: row.results,
          targets: row.targets,
          office: officeOf(row.office),
          source: words.source(sheet, row.row),
          ...given({ weight: row.weight, missioneProgramma: row.missione }),
        }),
      ),
    ];
  });
  const plan = withPasted(draft, pasted, '');
  return ok({ ...plan, areas: plan.areas.map((area) => ({ ...area, title: areas.title(area.code) ?? area.title })) });
}

/** What rows of one programme say differently of it. */
function contradictions(title: string, rows: readonly OwnRow[]): readonly string[] {
  const other = <K extends 'perspective' | 'programmeWeight'>(field: K): OwnRow | undefined => {
    const said = rows.filter((row) => (row[field] ?? '') !== '');
    return said.find((row) => row[field] !== said[0]?.[field]);
  };
  const [perspective, weight] = [other('perspective'), other('programmeWeight')];
  return [
    ...(perspective === undefined ? [] : [words.twoPerspectives(perspective.row, title)]),
    ...(weight === undefined ? [] : [words.twoWeights(weight.row, title)]),
  ];
}

const parentOf = (code: string): string => code.split('.').slice(0, -1).join('.');

/** Things of one level, by title below what they stand under. */
class Coded {
  readonly #nodes: Node[];
  readonly #parentOf: (code: string) => string;

  constructor(nodes: readonly Node[], parent: (code: string) => string) {
    this.#nodes = nodes.map(({ code, title }) => ({ code, title }));
    this.#parentOf = parent;
  }

  /** What a table writes, by its title or its number: as it is there already, or new. */
  of(parent: string, written: string): Node {
    const [, number, rest] = /^(\d+(?:\.\d+){0,2})[.)]?\s+(?:[-–]\s+)?(.+)$/.exec(written.trim()) ?? [];
    const title = rest ?? written.trim();
    const here = this.#nodes.filter(({ code }) => this.#parentOf(code) === parent);
    const same = here.find((one) => plainName(one.title) === plainName(title));
    if (same !== undefined) return same;
    const fits =
      number !== undefined && this.#parentOf(number) === parent && number.split('.').length === depth(parent);
    const there = fits ? here.find(({ code }) => code === number) : undefined;
    if (there !== undefined) return there;
    const node = { code: fits ? number : this.#next(parent), title };
    this.#nodes.push(node);
    return node;
  }

  /** Undefined of a code that is not there. */
  title(code: string): string | undefined {
    return this.#nodes.find((one) => one.code === code)?.title;
  }

  #next(parent: string): string {
    const numbers = this.#nodes
      .filter(({ code }) => this.#parentOf(code) === parent)
      .map(({ code }) => Number(code.split('.').at(-1)))
      .filter(Number.isInteger);
    const next = Math.max(0, ...numbers) + 1;
    return parent === '' ? String(next) : `${parent}.${next}`;
  }
}

const depth = (parent: string): number => (parent === '' ? 1 : parent.split('.').length + 1);
