import { OFFICE_PREFIX } from '../../domain/entity.js';
import { withNames } from '../../words/with-names.js';
import { groupBy } from './group.js';

/** What a directory is built from: everything as it is on one day. */
export interface DirectoryContent {
  /** Roles and offices, the latter as `ufficio:<id>`. */
  readonly titles: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly holders: readonly { readonly role: string; readonly person: string }[];
  readonly substitutions: readonly {
    readonly absent: string;
    readonly substitute: string;
    readonly scope: readonly string[] | null;
  }[];
}

/** Somebody who acts, and for whom when they stand in. */
export interface Acting {
  readonly name: string;
  readonly actingFor?: string;
}

/** Somebody a step names: a role or office with who acts for it today. */
export interface Party {
  readonly title: string;
  readonly people: readonly Acting[];
}

/** Names for ids: what a page shows instead of them. */
export class Directory {
  readonly #titles: ReadonlyMap<string, string>;
  readonly #people: ReadonlyMap<string, string>;
  readonly #holders: ReadonlyMap<string, readonly string[]>;
  readonly #content: DirectoryContent;

  constructor(content: DirectoryContent) {
    this.#content = content;
    this.#titles = new Map(content.titles.map((t) => [t.id, t.title]));
    this.#people = new Map(content.people.map((p) => [p.id, p.name]));
    const byRole = groupBy(content.holders, (h) => h.role);
    this.#holders = new Map([...byRole].map(([role, rows]) => [role, [...new Set(rows.map((r) => r.person))]]));
  }

  /** A person's name; an id nobody has is shown as it is. */
  person(id: string): string {
    return this.#people.get(id) ?? id;
  }

  /** A sentence of the register, with names in the place of ids. */
  named(text: string): string {
    return withNames(text, this.#people);
  }

  /** Title of a role or office, or name of a person: what a step waits for may be any of them. */
  title(id: string): string {
    return this.#titles.get(id) ?? this.person(id);
  }

  /** Roles and offices with somebody to answer for them, by title: what something can be given to. */
  titles(): readonly { readonly id: string; readonly title: string }[] {
    return this.#content.titles
      .filter(({ id }) => this.holdersOf(id).length > 0)
      .toSorted((a, b) => (a.title < b.title ? -1 : 1));
  }

  /** Ids of who holds a role or answers for an office, in their own right. */
  holdersOf(id: string): readonly string[] {
    return this.#holders.get(id) ?? [];
  }

  /** The offices by title. */
  offices(): readonly { readonly id: string; readonly title: string }[] {
    return this.#content.titles
      .filter(({ id }) => id.startsWith(OFFICE_PREFIX))
      .map(({ id, title }) => ({ id: id.slice(OFFICE_PREFIX.length), title }))
      .sort((a, b) => (a.title < b.title ? -1 : 1));
  }

  /** A role, office or person with who acts for it. Substitutes take the place of the absent, as in the register. */
  party(id: string): Party {
    const holders = this.#holders.get(id) ?? [];
    return { title: this.title(id), people: holders.map((holder) => this.#acting(holder, id)) };
  }

  parties(ids: readonly string[]): readonly Party[] {
    return ids.map((id) => this.party(id));
  }

  #acting(holder: string, role: string): Acting {
    const seen = new Set([holder]);
    let current = holder;
    for (;;) {
      const next = this.#content.substitutions.find(
        (s) => s.absent === current && (s.scope === null || s.scope.includes(role)),
      )?.substitute;
      if (next === undefined) break;
      // Absences that lead round in a circle leave the holder in charge.
      if (seen.has(next)) return { name: this.person(holder) };
      seen.add(next);
      current = next;
    }
    return current === holder
      ? { name: this.person(holder) }
      : { name: this.person(current), actingFor: this.person(holder) };
  }
}
