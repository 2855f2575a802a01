import type { Block, Section } from '../../documents/content.js';
import { namedIn, type ReadText, readMarkdown } from '../../documents/markdown.js';
import { chartNamed } from '../../documents/named-chart.js';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import type { SectionOutline } from '../../domain/drafting/outline.js';
import { figureOf } from '../../register/drafting-files.js';
import { seriesToday } from '../../register/series-values.js';
import type { Sources } from '../contents.js';

/** A written section as its document prints it, and what in it cannot be shown as it was meant. */
export interface WrittenSection {
  readonly sections: readonly Section[];
  readonly problems: readonly string[];
}

/** Reads the text of a section, with the figures and the charts it names. */
export async function writtenSections(
  { db, bodies }: Sources,
  cycle: CycleRef,
  outline: Pick<SectionOutline, 'id' | 'title' | 'level'>,
  text: string,
): Promise<WrittenSection> {
  const found = namedIn(text);
  const figures = new Map<string, NonNullable<Awaited<ReturnType<typeof figureOf>>>>();
  for (const id of found.figures) {
    const figure = await figureOf(db, cycleId(cycle), id);
    if (figure !== undefined) figures.set(id, figure);
  }
  const series = await seriesToday(db, cycle.entity, bodies.beside(cycle.entity).series);
  const read = readMarkdown(text, outline, {
    figure: (id) => {
      const figure = figures.get(id);
      return figure && { hash: figure.hash, mime: figure.mime, width: figure.width, height: figure.height };
    },
    chart: (name) => chartNamed(name, series.tables, cycle.entity),
  });
  return { sections: under(outline, read), problems: read.problems };
}

/** What stands before the first heading is right below the section's own; the headings follow one level down, as deep as there are. */
function under({ title, level }: Pick<SectionOutline, 'title' | 'level'>, { parts }: ReadText): readonly Section[] {
  const highest = Math.min(...parts.flatMap(({ depth }) => depth ?? []));
  const direct = parts.filter(({ depth }) => depth === undefined).flatMap(({ blocks }): readonly Block[] => blocks);
  return [
    { level, title, blocks: direct },
    ...parts.flatMap(({ depth, ...part }) =>
      depth === undefined ? [] : [{ ...part, level: levelBelow(level, depth - highest) }],
    ),
  ];
}

/** One level below another, or more; there are four. */
export const levelBelow = (level: Section['level'], more: number): Section['level'] =>
  level + 1 + more >= 4 ? 4 : ((level + 1 + more) as Section['level']);
