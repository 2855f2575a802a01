import { nearest } from '../nearest.js';
import type { Plan } from '../plan.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { sayingOf } from './text.js';
import { allIndicators, sheetsOf } from './walk.js';

/** Offices: one written in two ways, and those the entity does not have. @param offices ids of the entity's, when known */
export function checkOffices(plan: Plan, offices: readonly string[] | undefined): readonly Finding[] {
  return [...officeNames(plan), ...(offices === undefined ? [] : officesKnown(plan, offices))];
}

/** One office written in two ways across the sheets. */
function officeNames(plan: Plan): readonly Finding[] {
  const writtenAs = new Map<string, { name: string; path: FindingPath; source: string }[]>();
  for (const { node, path } of sheetsOf(plan)) {
    const names = node.officesAsWritten?.split(',').map((n) => n.trim()) ?? [];
    if (names.length !== node.offices.length) continue;
    node.offices.forEach((office, i) => {
      const name = names[i] ?? '';
      const known = writtenAs.get(office) ?? [];
      if (!known.some((k) => sayingOf(k.name) === sayingOf(name)))
        known.push({ name, path: [...path, 'officesAsWritten'], source: node.source });
      writtenAs.set(office, known);
    });
  }
  return [...writtenAs].flatMap(([office, known]) => {
    const second = known[1];
    if (second === undefined) return [];
    const forms = known.map((k) => `«${k.name}» (${k.source})`).join(', ');
    return [
      finding(
        'office-name-differs',
        `ufficio ${office}`,
        second.path,
        `Lo stesso ufficio è scritto in modi diversi: ${forms}.`,
        second.source,
      ),
    ];
  });
}

/** Each office that is not the entity's, once, with the places that name it. */
function officesKnown(plan: Plan, offices: readonly string[]): readonly Finding[] {
  const named = [
    ...allIndicators(plan).map(({ node, place, path }) => ({
      offices: [node.office],
      place,
      at: () => [...path, 'office'],
      source: node.source,
    })),
    ...sheetsOf(plan).map(({ node, place, path }) => ({
      offices: node.offices,
      place,
      at: (office: string) => [...path, 'offices', node.offices.indexOf(office)],
      source: node.source,
    })),
  ];
  const unknown = [...new Set(named.flatMap((n) => n.offices))].filter((office) => !offices.includes(office));
  return unknown.flatMap((office) => {
    const places = named.filter((n) => n.offices.includes(office));
    const [first, ...others] = places;
    if (first === undefined) return [];
    const more = others.length === 0 ? '' : ` È citato anche in: ${others.map((n) => n.place).join(', ')}.`;
    const meant = nearest(office, offices);
    const hint = meant === undefined ? '' : `: forse si intendeva «${meant}»`;
    const fact = `L’ufficio «${office}» non è fra quelli dell’ente${hint}.${more}`;
    return [finding('office-unknown', first.place, first.at(office), fact, first.source)];
  });
}
