import { yearOf } from '../../domain/calendar/civil-date.js';
import { oddSeriesCell, readSeriesCell, type SeriesPlace } from '../../domain/context/series-cell.js';
import { historyOf, subjectsOf } from '../../domain/context/series-years.js';
import { STEERING } from '../../domain/entity.js';
import type { BodyProfile, SeriesChapter } from '../../domain/follow-up.js';
import { err, ok } from '../../domain/result.js';
import type { SeriesTable } from '../../domain/series.js';
import { addSeriesValues, profileToday } from '../../register/series-values.js';
import { seriesWords as words } from '../../words/context.js';
import { kept, type Option } from '../act.js';
import { doing } from '../doing.js';
import { figureFields, figureFieldWords, placed, withFile } from '../figures.js';
import { year } from '../readers.js';
import type { Subject } from '../subject.js';

/** A series of a body, with the years added so far. */
export interface SeriesSubject {
  readonly entity: string;
  readonly table: SeriesTable;
  readonly chapter: SeriesChapter;
  readonly profile: BodyProfile;
}

/** A series of a body. */
export const aSeries: Subject<SeriesSubject> = {
  api: '/entities/{entity}/series/{series}',
  argument: { name: 'serie', help: 'serie, per esempio outputs' },
  ofCycle: false,
  find: async ({ db }, { entity, name }) => {
    const profile = await profileToday(db, entity);
    for (const chapter of profile?.chapters ?? []) {
      const table = chapter.tables.find(({ id }) => id === name);
      if (profile !== undefined && table !== undefined) return { entity, table, chapter, profile };
    }
    return undefined;
  },
  names: async ({ db }, { entity }) =>
    ((await profileToday(db, entity))?.chapters ?? []).flatMap(({ tables }) => tables.map(({ id }) => id)),
  unknown: (name) => `la serie «${name}» non è tra quelle dell’ente`,
  title: ({ table }) => table.title,
  id: ({ entity, table }) => `${entity}/series/${table.id}`,
};

/** What is asked of a series: a row, of each subject where it has several. */
export interface SeriesAsked extends Option {
  readonly row: string;
  readonly subject: string;
}

/** `pratiche-ri`, or `rigidita@media-toscana` where a series has several subjects. */
export function seriesAsked({ entity, table }: Pick<SeriesSubject, 'entity' | 'table'>): readonly SeriesAsked[] {
  const subjects = subjectsOf(table);
  return table.rows.flatMap((row) =>
    subjects.map((subject): SeriesAsked => {
      const last = historyOf(table, row.id, subject).at(-1);
      const of = subject === entity ? '' : subject === table.benchmark?.subject ? table.benchmark.title : subject;
      return {
        row: row.id,
        subject,
        value: subjects.length === 1 ? row.id : `${row.id}@${subject}`,
        title: of === '' || subjects.length === 1 ? row.name : `${row.name} – ${of}`,
        hint: last === undefined ? words.noLast : words.last(last.year, last.printed),
        ...(row.group !== undefined && { group: row.group }),
      };
    }),
  );
}

/** Adds a year to a series, or corrects one: what was there stays. */
export const extendSeries = kept({
  verb: 'extend-series',
  path: 'anno',
  resource: 'years',
  scope: 'act',
  on: aSeries,
  fields: { year: year(), ...figureFields },
  gives: { values: 'whole' },
  words: {
    title: 'Aggiungi o correggi un anno',
    does: 'Aggiunge un anno a una serie storica, o lo corregge',
    lead: 'Ogni valore sostituisce quello che c’era, che resta nel registro. Una riga lasciata vuota non cambia.',
    submit: 'Registra i valori',
    fields: {
      year: { page: 'anno', option: 'of', value: 'anno', label: 'Anno dei valori', missing: 'manca l’anno' },
      ...figureFieldWords('Valori', 'Come nella serie: 17.171, 99%, 3.242,35; «nd» se il dato non esiste.'),
    },
    done: ({ values }) => (values === 1 ? 'È registrato un valore.' : `Sono registrati ${values} valori.`),
  },
  may: ({ chapter }) => [STEERING, ...(chapter.owner === undefined ? [] : [chapter.owner])],
  offers: { values: async ({ subject }) => seriesAsked(subject) },
  readies: withFile,
  keep: async (tx, acting, { year, values, file, checked, note }) => {
    const { entity, table, profile } = acting.subject;
    if (values.length === 0) return err([{ field: 'values', text: words.refused.nothing }]);
    if (year > yearOf(acting.today)) return err([{ field: 'year', text: words.refused.late(year) }]);
    const asked = new Map(seriesAsked(acting.subject).map((one) => [one.value, one]));
    const relations = profile.relations ?? [];
    const read = values.flatMap((figure) => {
      const one = asked.get(figure.row);
      if (one === undefined) return [];
      const before = historyOf(table, one.row, one.subject).filter((cell) => cell.year < year);
      const there = historyOf(table, one.row, one.subject).find((cell) => cell.year === year)?.printed;
      const place: SeriesPlace = { table: table.id, row: one.row, before: before.map(({ printed }) => printed), relations };
      const title = placed(one.title, figure);
      const printed = readSeriesCell(figure.written, place);
      if (!printed.ok) return [{ wrong: words.refused.of(title, printed.error) }];
      if (printed.value === there) return [{ same: title }];
      const odd = oddSeriesCell(printed.value, place);
      return [{ row: one.row, subject: one.subject, year, printed: printed.value, title, odd }];
    });
    const wrong = read.flatMap((one) => ('wrong' in one ? [one.wrong] : []));
    if (wrong.length > 0) return err(wrong.map((text) => ({ field: 'values', text })));
    const fresh = read.flatMap((one) => ('printed' in one ? [one] : []));
    if (fresh.length === 0) {
      const [same] = read.flatMap((one) => ('same' in one ? [one.same] : []));
      return err([{ field: 'values', text: words.refused.already(same ?? table.title, year) }]);
    }
    const odd = fresh.flatMap((one) => one.odd.map((text) => words.refused.of(one.title, text)));
    if (odd.length > 0 && !checked) return err([{ field: 'checked', text: words.refused.odd(odd) }]);
    const [sent] = file;
    await addSeriesValues(
      tx,
      { ...doing(acting), entity, series: table.id, note, ...(sent === undefined ? { origin: 'form', source: undefined } : { origin: 'sheet', source: sent.name }) },
      fresh.map(({ title: _, odd, ...value }) => ({ ...value, odd: odd.length === 0 ? undefined : odd.join('; ') })),
    );
    return ok({ values: fresh.length });
  },
  logs: ({ subject: { entity, table } }, { year, note }, { values }) => ({
    action: 'series-extended',
    subject: `${entity}/${table.id}`,
    detail: { reason: [`${year}, ${values}`, note].filter(Boolean).join(': ') },
  }),
});
