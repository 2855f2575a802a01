import { withArticle } from '../article.js';
import type { Plan } from '../plan.js';
import { type Finding, finding } from './finding.js';
import { euro, percent, sum } from './number.js';
import { sameSaying, sayingOf } from './text.js';
import { individualOf, programmesOf, sheetsOf } from './walk.js';

/** Programmes against their sheets: each has one, and states in it all its strategic indicators. */
export function checkSheets(plan: Plan): readonly Finding[] {
  const programmes = programmesOf(plan);
  const found: Finding[] = [];
  const adrift = plan.sheets.filter((s) => !programmes.some((p) => p.node.code === s.programme));
  const lacking = programmes.filter((p) => !plan.sheets.some((s) => s.programme === p.node.code)).length;
  if (plan.sheets.length > 0 && lacking * 2 > programmes.length && lacking > 3) {
    const fact = `Solo ${plan.sheets.length} ${withArticle('dei', String(programmes.length))} programmi hanno una scheda di programmazione.`;
    return [finding('programme-without-sheet', 'piano', ['sheets'], fact), ...strays(plan)];
  }
  // A plan without any sheet has another form: nothing is missing from it.
  for (const { node, place, path } of plan.sheets.length === 0 ? [] : programmes) {
    const sheet = plan.sheets.find((s) => s.programme === node.code);
    // A sheet of its title under a code that is nobody's is its own: told once, where the sheet is.
    if (sheet === undefined && adrift.some((s) => sameSaying(s.title, node.title))) continue;
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
  return [...found, ...strays(plan)];
}

/** Sheets of programmes that are not there. */
function strays(plan: Plan): readonly Finding[] {
  const programmes = programmesOf(plan);
  return sheetsOf(plan).flatMap(({ node, place, path }) => {
    if (programmes.some((p) => p.node.code === node.programme)) return [];
    const meant = programmes.find(
      (p) => sameSaying(p.node.title, node.title) && !plan.sheets.some((s) => s.programme === p.node.code),
    );
    const hint = meant === undefined ? '' : ` Dal titolo è quella del programma ${meant.node.code}, che ne è senza.`;
    const fact = `La scheda è del programma ${node.programme}, che nel cruscotto non c’è.${hint}`;
    return [finding('sheet-without-programme', place, path, fact, node.source)];
  });
}
