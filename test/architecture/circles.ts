import type { Import } from './imports.js';

/**
 * The groups of files of which each comes back to itself through imports, types included; sorted.
 * @param imports as `importsUnder` reads them
 */
export function circlesIn(imports: readonly Pick<Import, 'file' | 'ours'>[]): readonly (readonly string[])[] {
  const taken = new Map<string, Set<string>>();
  for (const { file, ours } of imports) {
    const from = file.replace(/\.tsx?$/, '');
    const known = taken.get(from) ?? new Set();
    taken.set(from, ours === undefined ? known : known.add(ours));
  }
  return new Search(taken).groups();
}

/** Tarjan's strongly connected components. */
class Search {
  readonly #taken: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #found = new Map<string, number>();
  /** The earliest file each is known to come back to. */
  readonly #back = new Map<string, number>();
  readonly #open: string[] = [];
  readonly #groups: string[][] = [];

  constructor(taken: ReadonlyMap<string, ReadonlySet<string>>) {
    this.#taken = taken;
  }

  groups(): readonly (readonly string[])[] {
    for (const file of this.#taken.keys()) if (!this.#found.has(file)) this.#visit(file);
    return this.#groups.sort((a, b) => (a.join() < b.join() ? -1 : 1));
  }

  #visit(file: string): number {
    const place = this.#found.size;
    this.#found.set(file, place);
    this.#back.set(file, place);
    this.#open.push(file);
    for (const next of this.#taken.get(file) ?? []) {
      const reached = this.#found.has(next) ? this.#whenOpen(next) : this.#visit(next);
      if (reached !== undefined) this.#back.set(file, Math.min(this.#backOf(file), reached));
    }
    if (this.#backOf(file) === place) this.#close(file);
    return this.#backOf(file);
  }

  #backOf(file: string): number {
    return this.#back.get(file) ?? Number.POSITIVE_INFINITY;
  }

  #whenOpen(file: string): number | undefined {
    return this.#open.includes(file) ? this.#found.get(file) : undefined;
  }

  #close(file: string): void {
    const group = this.#open.splice(this.#open.indexOf(file));
    if (group.length > 1 || this.#taken.get(file)?.has(file) === true) this.#groups.push(group.sort());
  }
}
