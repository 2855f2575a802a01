import type { OtherTitle, Plan } from '../plan.js';
import type { TargetOutcome } from '../target/types.js';
import { type Finding, type FindingPath, finding } from './finding.js';
import { euro, percent, sum } from './number.js';
import type { ReadTarget } from './targets.js';
import { sameSaying, sayingOf } from './text.js';
import { allIndicators, individualOf, programmesOf, scorecardIndicators, sheetsOf } from './walk.js';

/** The same thing said in two places: indicators, programmes and sheets, titles, offices, statements about perspectives. */
export function checkPlaces(
  plan: Plan,
  readTarget: ReadTarget,
  offices: readonly string[] | undefined,
): readonly Finding[] {
  return [
    ...repeated(plan, readTarget),
    ...names(plan),
    ...sheets(plan),
    ...titles(plan),
    ...officeNames(plan),
    ...(offices === undefined ? [] : officesKnown(plan, offices)),
    ...placements(plan),
  ];
}

/** Rows that state a scorecard indicator again, by declaration or by the same name under the same programme. */
function repeated(plan: Plan, readTarget: ReadTarget): readonly Finding[] {
  const strategic = scorecardIndicators(plan);
  return allIndicators(plan).flatMap((row) => {
    if (row.list === 'scorecard') return [];
    const first = strategic.find((s) =>
      row.node.repeats === undefined
        ? s.programme === row.programme && sayingOf(s.node.name) === sayingOf(row.node.name)
        : s.node.code === row.node.repeats,
    );
    if (first === undefined) return [];
    const found: Finding[] = [];
    if (first.programme !== row.programme) {
      const fact = `L’indicatore riprende ${first.node.code} «${first.node.name}», che nel cruscotto è del programma ${first.programme}, sotto il programma ${row.programme}.`;
      found.push(finding('programme-differs', row.place, row.path, fact, row.node.source));
    }
    for (const target of row.node.targets) {
      const other = first.node.targets.find((t) => t.year === target.year);
      if (other === undefined || samePromise(target.text, other.text, first.node.name, target.year, readTarget))
        continue;
      const fact = `Target ${target.year} diversi: qui «${target.text}», nel cruscotto (${first.node.code}) «${other.text}».`;
      found.push(finding('targets-differ', row.place, [...row.path, 'targets', target.year], fact, row.node.source));
    }
    return found;
  });
}

/** Two texts promise the same when they are written the same but for spacing, or when both are read with certainty and alike. */
function samePromise(a: string, b: string, name: string, year: number, readTarget: ReadTarget): boolean {
  const bare = (text: string): string => text.replace(/\s/g, '').toLowerCase();
  if (bare(a) === bare(b)) return true;
  const [x, y] = [readTarget(a, { name, year }), readTarget(b, { name, year })];
  return x.outcome === 'parsed' && y.outcome === 'parsed' && sameReading(x, y);
}

function sameReading(a: TargetOutcome & { outcome: 'parsed' }, b: TargetOutcome & { outcome: 'parsed' }): boolean {
  return a.sentence === b.sentence;
}

function names(plan: Plan): readonly Finding[] {
  const rows = allIndicators(plan);
  return rows.flatMap((row, i) => {
    const twin = rows
      .slice(0, i)
      .find(
        (other) =>
          other.list === row.list &&
          other.programme === row.programme &&
          sayingOf(other.node.name) === sayingOf(row.node.name),
      );
    if (twin === undefined) return [];
    const fact = `Ha lo stesso nome di ${twin.node.code} («${row.node.name}»): ${targets(twin.node.targets)} e ${targets(row.node.targets)}.`;
    return [finding('same-name-twice', row.place, [...row.path, 'name'], fact, row.node.source)];
  });
}

function targets(of: readonly { readonly text: string }[]): string {
  const texts = of.filter((t) => t.text !== '').map((t) => `«${t.text}»`);
  return texts.length === 0 ? 'senza target' : `target ${texts.join(', ')}`;
}

function sheets(plan: Plan): readonly Finding[] {
  const programmes = programmesOf(plan);
  const found: Finding[] = [];
  // A plan without any sheet has another form: nothing is missing from it.
  for (const { node, place, path } of plan.sheets.length === 0 ? [] : programmes) {
    const sheet = plan.sheets.find((s) => s.programme === node.code);
    if (sheet === undefined) {
      const weight = node.weight === undefined ? '' : `, che pesa ${percent(node.weight)}`;
      const people = individualOf(plan).filter((o) => o.node.programme === node.code);
      const funded = plan.budget.lines.filter((l) => l.programme === node.code);
      const money = funded.length === 0 ? '' : ` Nel budget ha ${euro(sum(funded.map((l) => l.amount)))}.`;
      const resting =
        people.length === 0 ? '' : ` Vi poggia l’obiettivo individuale ${people.map((p) => p.node.code).join(', ')}.`;
      found.push(
        finding(
          'programme-without-sheet',
          place,
          path,
          `Il programma ${node.code}${weight}, non ha una scheda di programmazione.${money}${resting}`,
          node.source,
        ),
      );
      continue;
    }
    node.indicators.forEach((indicator, i) => {
      const said = sheet.indicators.some(
        (s) => s.repeats === indicator.code || sayingOf(s.name) === sayingOf(indicator.name),
      );
      if (said) return;
      const fact = `L’indicatore strategico «${indicator.name}» non compare nella scheda ${node.code}.`;
      found.push(
        finding(
          'strategic-indicator-not-in-sheet',
          `cruscotto ${indicator.code}`,
          [...path, 'indicators', i],
          fact,
          sheet.source,
        ),
      );
    });
  }
  for (const { node, place, path } of sheetsOf(plan)) {
    if (programmes.some((p) => p.node.code === node.programme)) continue;
    found.push(
      finding(
        'sheet-without-programme',
        place,
        path,
        `La scheda è del programma ${node.programme}, che nel cruscotto non c’è.`,
        node.source,
      ),
    );
  }
  return found;
}

function titles(plan: Plan): readonly Finding[] {
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

function placements(plan: Plan): readonly Finding[] {
  return (plan.placements ?? []).flatMap((placement, i) => {
    const elsewhere = scorecardIndicators(plan).filter(
      (s) =>
        placement.indicators.includes(s.node.code) &&
        s.node.perspective !== undefined &&
        s.node.perspective !== placement.perspective,
    );
    if (elsewhere.length === 0) return [];
    const where = elsewhere.map((s) => `${s.node.code} è in «${s.node.perspective}»`).join(', ');
    const fact = `Il testo colloca gli indicatori di ${placement.about} nella prospettiva «${placement.perspective}», ma ${where}.`;
    return [
      finding(
        'placement-contradicted',
        `prospettiva ${placement.perspective}`,
        ['placements', i],
        fact,
        placement.source,
      ),
    ];
  });
}
