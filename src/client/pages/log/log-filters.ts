import { SYSTEM } from '../../../domain/acting.js';
import { ok } from '../../../domain/result.js';
import type { Directory } from '../../../register/reading/directory.js';
import type { LogSearch } from '../../../register/reading/log-page.js';
import { consoleWords as words } from '../../../words/console.js';
import { logSentence } from '../../../words/log.js';
import { logPageWords as own } from '../../../words/log-page.js';
import { dayFilter, type Filter } from '../kit/filter/filter.js';

/** A part of what is looked for. */
export type Narrowing = Partial<LogSearch>;

interface LogChoices {
  readonly people: readonly string[];
  readonly actions: readonly string[];
  /** Titles of the steps by id, in their order. */
  readonly titles: ReadonlyMap<string, string>;
  readonly directory: Directory;
}

/** By what the log is searched: who, at which step, what, about which indicator, when. */
export function logFilters({ people, actions, titles, directory }: LogChoices): readonly Filter<Narrowing>[] {
  const personName = (id: string): string => (id === SYSTEM ? words.stepPage.system : directory.person(id));
  return [
    {
      name: 'persona',
      label: own.person,
      asks: 'choice',
      all: own.everybody,
      options: byTitle(people, personName),
      narrows: (person) => ok({ person }),
    },
    {
      name: 'attivita',
      label: own.step,
      asks: 'choice',
      all: own.everybody,
      options: [...titles],
      narrows: (step) => ok({ step }),
    },
    {
      name: 'operazione',
      label: own.action,
      asks: 'choice',
      all: own.everybody,
      options: byTitle(actions, logSentence),
      narrows: (action) => ok({ action }),
    },
    { name: 'indicatore', label: own.indicator, asks: 'text', narrows: (indicator) => ok({ indicator }) },
    dayFilter('dal', own.from, own.wrongDate, (from) => ({ from })),
    dayFilter('al', own.to, own.wrongDate, (to) => ({ to })),
  ];
}

const byTitle = (ids: readonly string[], title: (id: string) => string): readonly (readonly [string, string])[] =>
  ids.map((id): readonly [string, string] => [id, title(id)]).toSorted((a, b) => a[1].localeCompare(b[1], 'it'));
