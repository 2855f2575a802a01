import { officeOfRole } from '../../domain/entity.js';
import { type Holding, type StandIn, whoActs } from '../../domain/who-acts.js';
import { withNames } from '../../words/with-names.js';
import { groupBy } from './group.js';

/** What a directory is built from: everything as it is on one day. */
interface DirectoryContent {
  /** Roles and offices, the latter as `ufficio:<id>`. */
  readonly titles: readonly { readonly id: string; readonly title: string }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly active: boolean }[];
  readonly holders: readonly Holding[];
  readonly standIns: readonly StandIn[];
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
  readonly #inService: ReadonlySet<string>;
  readonly #holders: ReadonlyMap<string, readonly string[]>;
  readonly #content: DirectoryContent;

  constructor(content: DirectoryContent) {
    this.#content = content;
    this.#titles = new Map(content.titles.map((t) => [t.id, t.title]));
    this.#people = new Map(content.people.map((p) => [p.id, p.name]));
    this.#inService = new Set(content.people.filter((p) => p.active).map((p) => p.id));
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
      .flatMap(({ id: role, title }) => {
        const id = officeOfRole(role);
        return id === undefined ? [] : [{ id, title }];
      })
      .sort((a, b) => (a.title < b.title ? -1 : 1));
  }

  /** A role, office or person with who acts for it: whom the mails go to, by the same rule. */
  party(id: string): Party {
    const acting = whoActs(id, this.holdersOf(id), this.#content.standIns, (person) => this.#inService.has(person));
    return {
      title: this.title(id),
      people: acting.map(({ person, actingFor }) => ({
        name: this.person(person),
        actingFor: actingFor === undefined ? undefined : this.person(actingFor),
      })),
    };
  }

  parties(ids: readonly string[]): readonly Party[] {
    return ids.map((id) => this.party(id));
  }
}
