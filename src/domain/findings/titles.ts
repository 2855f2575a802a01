import type { OtherTitle, Plan } from '../plan.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { sameSaying, sayingOf } from './text.js';
import { individualOf, programmesOf } from './walk.js';

/** One thing under several titles: perspectives, areas, objectives, programmes, individual objectives. */
export function checkTitles(plan: Plan): readonly Finding[] {
  const found: Finding[] = [];
  const compare = (
    title: string,
    source: string,
    others: readonly OtherTitle[],
    place: string,
    path: FindingPath,
  ): void => {
    const different: OtherTitle[] = [];
    for (const other of others) {
      const known =
        sameSaying(other.title, title) || different.some((d) => sayingOf(d.title) === sayingOf(other.title));
      if (!known) different.push(other);
    }
    if (different.length === 0) return;
    const forms = different.map((d) => `«${d.title}» (${d.source})`).join(', ');
    found.push(
      finding(
        'title-differs',
        place,
        [...path, 'title'],
        `Titolo scritto in modi diversi: «${title}» (${source}), ${forms}.`,
        source,
      ),
    );
  };
  const inBudget = (level: 'area' | 'objective' | 'programme', code: string): readonly OtherTitle[] => [
    ...plan.budget.totals.flatMap((t) =>
      t.level === level && t.of === code && t.title !== undefined ? [{ title: t.title, source: t.source }] : [],
    ),
    ...plan.budget.lines.flatMap((l) =>
      level === 'programme' && l.programme === code ? [{ title: l.heading, source: l.source }] : [],
    ),
  ];
  plan.perspectives.forEach((p, i) => {
    compare(p.title, p.source ?? 'intestazione', p.otherTitles ?? [], `prospettiva ${p.id}`, ['perspectives', i]);
  });
  plan.areas.forEach((area, a) => {
    compare(
      area.title,
      area.source,
      [...(area.otherTitles ?? []), ...inBudget('area', area.code)],
      `area ${area.code}`,
      ['areas', a],
    );
    area.objectives.forEach((o, i) => {
      const others = [...(o.otherTitles ?? []), ...inBudget('objective', o.code)];
      compare(o.title, o.source, others, `obiettivo ${o.code}`, ['areas', a, 'objectives', i]);
    });
  });
  for (const { node, place, path } of programmesOf(plan)) {
    const onSheet = plan.sheets
      .filter((s) => s.programme === node.code)
      .map((s) => ({ title: s.title, source: s.source }));
    compare(
      node.title,
      node.source,
      [...(node.otherTitles ?? []), ...onSheet, ...inBudget('programme', node.code)],
      place,
      path,
    );
  }
  for (const { node, place, path } of individualOf(plan)) {
    const area = plan.areas.find((a) => a.code === node.area);
    if (area !== undefined && node.title !== undefined) {
      compare(node.title, node.source, [{ title: area.title, source: area.source }], place, path);
    }
  }
  return found;
}
