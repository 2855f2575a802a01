import type { Plan } from '../plan.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { allIndicators, individualOf, programmesOf } from './walk.js';

/** Codes that do not belong where they stand: a programme under another objective, an indicator under another programme. */
export function checkCodes(plan: Plan): readonly Finding[] {
  const under = (code: string, parent: string): boolean =>
    code.startsWith(`${parent}.`) || code.startsWith(`${parent}-`);
  const found: Finding[] = [];
  const known = new Set(programmesOf(plan).map((p) => p.node.code));
  const expect = (code: string, parent: string, place: string, path: FindingPath, source: string): void => {
    if (under(code, parent)) return;
    found.push(
      finding(
        'code-mismatch',
        place,
        [...path, 'code'],
        `Il codice ${code} sta sotto ${parent}, di cui non porta il codice.`,
        source,
      ),
    );
  };
  plan.areas.forEach((area, a) => {
    const astray = area.objectives.filter((o) => !under(o.code, area.code));
    // Where none of them is in its place it is the area that has another's code.
    if (astray.length > 1 && astray.length === area.objectives.length) {
      const fact = `L’area ${area.code} contiene solo obiettivi che portano un altro codice: ${astray.map((o) => o.code).join(', ')}.`;
      found.push(finding('code-mismatch', `area ${area.code}`, ['areas', a, 'code'], fact, area.source));
      return;
    }
    area.objectives.forEach((o, i) => {
      expect(o.code, area.code, `obiettivo ${o.code}`, ['areas', a, 'objectives', i], o.source);
    });
  });
  for (const { node, objective, place, path } of programmesOf(plan)) {
    expect(node.code, objective.code, place, path, node.source);
    const differing = node.indicators.filter(
      (i) => i.missioneProgramma !== undefined && i.missioneProgramma !== node.missioneProgramma,
    );
    const [one] = differing;
    // All of them against their programme: it is the programme's that is wrong, or one decision for all.
    if (
      one !== undefined &&
      node.missioneProgramma !== undefined &&
      differing.length > 1 &&
      differing.length === node.indicators.length &&
      differing.every((i) => i.missioneProgramma === one.missioneProgramma)
    ) {
      const fact = `Il programma è collegato a missione e programma ${node.missioneProgramma}, tutti i suoi indicatori a ${one.missioneProgramma}.`;
      found.push(finding('missione-differs', place, [...path, 'missioneProgramma'], fact, node.source));
      continue;
    }
    node.indicators.forEach((indicator, i) => {
      const mp = indicator.missioneProgramma;
      if (mp === undefined || node.missioneProgramma === undefined || mp === node.missioneProgramma) return;
      const fact = `L’indicatore è collegato a missione e programma ${mp}, il suo programma a ${node.missioneProgramma}.`;
      found.push(
        finding('missione-differs', `cruscotto ${indicator.code}`, [...path, 'indicators', i], fact, indicator.source),
      );
    });
  }
  const adrift = (list: string, programme: string): boolean => list === 'sheet' && !known.has(programme);
  for (const { node, list, programme, place, path } of allIndicators(plan)) {
    if (list !== 'individual' && !adrift(list, programme)) expect(node.code, programme, place, path, node.source);
  }
  const people = individualOf(plan);
  for (const { node, place, path } of people) {
    if (known.size > 0 && !known.has(node.programme)) {
      const alike = people.filter((other) => other.node.programme === node.programme);
      if (alike[0]?.node !== node) continue;
      const others = alike.slice(1).map((other) => other.place);
      const more = others.length === 0 ? '' : ` Lo stesso vale per: ${others.join(', ')}.`;
      const fact = `L’obiettivo individuale poggia sul programma ${node.programme}, che nel Piano non c’è.${more}`;
      found.push(finding('individual-without-programme', place, [...path, 'programme'], fact, node.source));
      continue;
    }
    expect(node.programme, node.area, place, [...path, 'programme'], node.source);
  }
  return found;
}
