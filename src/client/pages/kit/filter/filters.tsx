import type { Child } from 'hono/jsx';
import { takeAwayWords as words } from '../../../../words/take-away.js';
import { FilterChoice } from '../parts/filter-choice.js';
import { dayFieldType } from '../parts/form-field.js';
import { useTables } from '../table/tables-of-page.js';
import { type Filter, type Filtered, filterField } from './filter.js';

interface FilterFormProps<N> {
  readonly action: string;
  readonly filters: readonly Filter<N>[];
  readonly filtered: Filtered<N>;
  readonly words: { readonly filters: string; readonly apply: string; readonly clear: string };
  /** In one line of a laptop's screen, where a long table comes after. */
  readonly compact?: boolean;
  /** Other fields of the form. */
  readonly children?: Child;
}

/** The form of a page's filters, and those that are followed in words; everything chosen stands in the address. */
export function FilterForm<N>({ action, filters, filtered, words: own, compact, children }: FilterFormProps<N>) {
  return (
    <>
      <form
        class={compact === true ? 'ciclo-filters ciclo-filters-compact' : 'ciclo-filters'}
        method="get"
        action={action}
        aria-label={own.filters}
      >
        {filters.map((filter) => (
          <FilterField filter={filter} written={filtered.written.get(filter.name) ?? ''} />
        ))}
        {children}
        <button type="submit" class="btn btn-outline-primary">
          {own.apply}
        </button>
        {filtered.written.size > 0 && <a href={action}>{own.clear}</a>}
      </form>
      <FilteredBy said={filtered.said} />
    </>
  );
}

function FilterField<N>({ filter, written }: { readonly filter: Filter<N>; readonly written: string }) {
  const { name, label } = filter;
  const id = filterField(name);
  if (filter.asks === 'choice')
    return <FilterChoice {...{ id, name, label }} all={filter.all} chosen={written} options={filter.options} />;
  return (
    <div class="ciclo-filter">
      <label for={id}>{label}</label>
      <input id={id} name={name} type={filter.asks === 'day' ? dayFieldType(written) : filter.asks} value={written} />
    </div>
  );
}

/** What the tables of the page, and the files they are taken away as, are filtered by; nothing where they are whole. */
export function FilteredBy({ said }: { readonly said: readonly string[] }) {
  if (said.length === 0) return null;
  const text = words.filteredBy(said);
  useTables()?.filteredBy(text);
  return <p class="ciclo-filtered">{text}</p>;
}
