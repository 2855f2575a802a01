import { yearOf } from '../../domain/calendar/civil-date.js';
import { oddSeriesCell, readSeriesCell, type SeriesPlace } from '../../domain/context/series-cell.js';
import { historyOf, nextYear, type SeriesValue, subjectsOf } from '../../domain/context/series-years.js';
import { STEERING } from '../../domain/entity.js';
import type { BodyProfile, SeriesChapter } from '../../domain/follow-up.js';
import { err, ok } from '../../domain/result.js';
import type { SeriesTable } from '../../domain/series.js';
import { addSeriesValues, profileToday, seriesValues } from '../../register/series-values.js';
import { seriesWords as words } from '../../words/context.js';
import { plural } from '../../words/plural.js';
import { kept, type Option } from '../act.js';
import { doing } from '../doing.js';
import {
  cameFrom,
  type FigureRead,
  figureFields,
  figureFieldWords,
  figuresStanding,
  placed,
  toRecord,
  withFile,
} from '../figures.js';
import type { Figure } from '../readers.js';
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
        hint: words.hint(row.unit ?? table.unit, last),
        group: row.group,
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
  fields: figureFields,
  gives: { values: 'whole' },
  words: {
    title: 'Aggiungi o correggi un anno',
    does: 'Aggiunge un anno a una serie storica, o lo corregge',
    lead: 'Ogni valore sostituisce quello che c’era, che resta nel registro. Una riga lasciata vuota non cambia.',
    submit: 'Registra i valori',
    fields: figureFieldWords(
      'Anno dei valori',
      'Valori',
      'Come nella serie: 17.171, 99%, 3.242,35; «nd» se il dato non esiste.',
    ),
    done: ({ values }) => plural(values, 'È registrato un valore.', `Sono registrati ${values} valori.`),
  },
  may: ({ chapter }) => [STEERING, ...(chapter.owner === undefined ? [] : [chapter.owner])],
  starts: ({ subject: { table }, today }) => ({ year: String(Math.min(nextYear(table), yearOf(today))) }),
  offers: { values: async ({ subject }) => seriesAsked(subject) },
  stands: async ({ register, subject }, about) => {
    const titles = new Map(seriesAsked(subject).map((one) => [`${one.row}@${one.subject}`, one]));
    const records = await seriesValues(register.db, subject.entity, subject.table.id);
    return figuresStanding(
      records.map(({ id, row, subject: of, year, printed }) => {
        const asked = titles.get(`${row}@${of}`);
        return { id, year, row: asked?.value ?? row, said: words.standsAt(asked?.title ?? row, printed) };
      }),
      about,
    );
  },
  ready: async (_acting, written) => await withFile(written),
  keep: async (tx, acting, { year, file, checked, note }, { values }) => {
    const { entity, table } = acting.subject;
    if (year > yearOf(acting.today)) return err([{ field: 'year', text: words.refused.late(year) }]);
    const read = values.map((figure) => readFigure(acting.subject, year, figure));
    const fresh = toRecord(read, year, checked);
    if (!fresh.ok) return fresh;
    await addSeriesValues(tx, { ...doing(acting), ...cameFrom(file), entity, series: table.id, note }, fresh.value);
    return ok({ values: fresh.value.length });
  },
  logs: ({ subject: { entity, table } }, { year, note }, { values }) => ({
    action: 'series-extended',
    subject: `${entity}/${table.id}`,
    detail: { reason: [`${year}, ${values}`, note].filter(Boolean).join(': ') },
  }),
});

/** A value as it was written, where it is to stand: beside the years before it. */
function readFigure(subject: SeriesSubject, year: number, figure: Figure): FigureRead<SeriesValue> {
  const { table, profile } = subject;
  const asked = seriesAsked(subject).find(({ value }) => value === figure.row);
  if (asked === undefined) return { kind: 'wrong', text: words.refused.unknown(figure.row) };
  const { row, subject: of } = asked;
  const title = placed(asked.title, figure);
  const history = historyOf(table, row, of);
  const before = history.filter((cell) => cell.year < year).map(({ printed }) => printed);
  const place: SeriesPlace = { table: table.id, row, before, relations: profile.relations ?? [] };
  const printed = readSeriesCell(figure.written, place);
  if (!printed.ok) return { kind: 'wrong', text: words.refused.of(title, printed.error) };
  if (history.some((cell) => cell.year === year && cell.printed === printed.value)) return { kind: 'same', title };
  const value = { row, subject: of, year, printed: printed.value };
  return { kind: 'fresh', title, value, odd: oddSeriesCell(printed.value, place) };
}
