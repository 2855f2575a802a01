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

function officesKnown(plan: Plan, offices: readonly string[]): readonly Finding[] {
  const found: Finding[] = [];
  const know = (office: string, place: string, path: FindingPath, source: string): void => {
    if (offices.includes(office)) return;
    found.push(finding('office-unknown', place, path, `L’ufficio «${office}» non è fra quelli dell’ente.`, source));
  };
  for (const { node, place, path } of allIndicators(plan)) know(node.office, place, [...path, 'office'], node.source);
  for (const { node, place, path } of sheetsOf(plan)) {
    node.offices.forEach((office, i) => {
      know(office, place, [...path, 'offices', i], node.source);
    });
  }
  return found;
}
