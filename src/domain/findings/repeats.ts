import type { Plan } from '../plan.js';
import type { TargetOutcome } from '../targets/outcome.js';
import { sentence } from '../targets/sentence.js';
import type { Reading } from '../targets/types.js';
import { type Finding, type FindingCode, finding } from './finding.js';
import type { ReadTarget } from './readings.js';
import { distinctWords, measureOf, sayingOf } from './text.js';
import { allIndicators, originalOf, type PlacedIndicator, programmesOf, scorecardIndicators } from './walk.js';

/** Rows that say the same thing twice: a scorecard indicator stated again elsewhere, one name for two indicators. */
export function checkRepeats(plan: Plan, readTarget: ReadTarget): readonly Finding[] {
  return [...repeated(plan, readTarget), ...names(plan), ...elsewhere(plan, readTarget)];
}

/** Rows that state a scorecard indicator again, by declaration or by the same name under the same programme. */
function repeated(plan: Plan, readTarget: ReadTarget): readonly Finding[] {
  const strategic = scorecardIndicators(plan);
  const known = new Set(programmesOf(plan).map((p) => p.node.code));
  return allIndicators(plan).flatMap((row) => {
    const first = originalOf(strategic, row);
    if (first === undefined) return [];
    const found: Finding[] = [];
    // A sheet of no programme is told as such; its rows cannot be under the right one.
    const adrift = row.list === 'sheet' && !known.has(row.programme);
    if (first.programme !== row.programme && !adrift) {
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
  const [one, other] = [a, b].map((text) => onlyReading(readTarget(text, { name, year }), name));
  return one !== undefined && other !== undefined && sentence(one) === sentence(other);
}

/** The one way a target is read, written or proposed; undefined where it has several or none. */
function onlyReading(outcome: TargetOutcome, name: string): Reading | undefined {
  if (outcome.outcome !== 'parsed' && outcome.outcome !== 'proposed') return undefined;
  const { reading } = outcome;
  if (reading.kind !== 'threshold') return reading;
  // Whether it adds up is read from the name, which both have.
  const { accumulation: _, ...level } = reading;
  if (level.unit.kind !== 'count') return level;
  // `≥ 25 incontri` of `Numero di incontri con le imprese` counts what the name counts.
  const counted = sayingOf(name).replace(/^(?:numero|nr|num|n)(?: complessivo| totale)?(?: d[ei][a-z]*)? /, '');
  const named = `${counted} `.startsWith(`${sayingOf(level.unit.noun)} `);
  return named ? { ...level, unit: { kind: 'number' } } : level;
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
          measureOf(other.node.name) === measureOf(row.node.name),
      );
    if (twin === undefined) return [];
    const fact = `Ha lo stesso nome di ${twin.node.code} («${row.node.name}»): ${targets(twin.node.targets)} e ${targets(row.node.targets)}.`;
    return [finding('same-name-twice', row.place, [...row.path, 'name'], fact, row.node.source)];
  });
}

/**
 * One measure with another target somewhere else: the same name in another list or under another programme, answered for by
 * the same office or asked of a person too. Names as general as "customer satisfaction" are measured by many offices, each for
 * itself; of one that says what alone it is about, and that two offices alone have, it is asked whether they are two.
 */
function elsewhere(plan: Plan, readTarget: ReadTarget): readonly Finding[] {
  const strategic = scorecardIndicators(plan);
  const rows = allIndicators(plan)
    .filter((row) => originalOf(strategic, row) === undefined)
    .map((row) => ({ ...row, measure: measureOf(row.node.name) }));
  return rows.flatMap((row, i) => {
    const before = rows
      .slice(0, i)
      .filter(({ measure }) => measure === row.measure)
      .filter(
        (other) => (other.programme !== row.programme || other.list !== row.list) && !agree(row, other, readTarget),
      );
    const say = (
      code: FindingCode,
      other: PlacedIndicator | undefined,
      what: string,
      after: string,
    ): readonly Finding[] => {
      if (other === undefined) return [];
      const there = `qui ${targets(row.node.targets)}, in ${other.node.code} (${other.node.source}) ${targets(other.node.targets)}`;
      const fact = `La stessa misura, «${row.node.name}», ${what}: ${there}.${after}`;
      return [finding(code, row.place, [...row.path, 'targets'], fact, row.node.source)];
    };
    const own = before.find((other) => other.node.office === row.node.office || row.list === 'individual');
    if (own !== undefined) return say('targets-differ', own, 'ha altri target altrove', '');
    const shared = rows.filter(({ measure }) => measure === row.measure).length > 2 || !isOfOneThing(row.node.name);
    const doubt = ' Se sono due misure, i nomi non lo dicono.';
    return shared ? [] : say('same-name-twice', before[0], 'è di due uffici con target diversi', doubt);
  });
}

/** What every office has some of its own of: its answers, its acts, its people, its money. */
const OF_EVERY_OFFICE = distinctWords(
  `percentuale tasso grado livello indice media medio tempo tempi giorni risposta reclami segnalazioni customer satisfaction
  soddisfazione soddisfatti gradimento qualità utenti utenza cittadini questionari indagini procedimenti pratiche istanze
  domande richieste conclusi concluse evase evasi lavorate termini rispetto fatture pagate pagamento pagamenti atti documenti
  provvedimenti determine contratti affidamenti pubblicati pubblicazione pubblicazioni trasparenza anticorruzione corruzione
  misure attuate attuazione adempimenti obblighi controlli formazione corsi formati personale dipendenti assenza assenze ferie
  lavoro agile spesa spese costi entrate impegnate impegnato riscosse bilancio budget risorse capitoli residui obiettivi
  raggiunti relazione relazioni report regolamento regolamenti processi mappati riunioni digitali telematiche
  informatizzati online errori contenzioso ricorsi arretrato smaltimento totale`,
);

const isOfOneThing = (name: string): boolean =>
  [...distinctWords(name)].filter((word) => !OF_EVERY_OFFICE.has(word)).length >= 2;

const agree = (a: PlacedIndicator, b: PlacedIndicator, readTarget: ReadTarget): boolean =>
  a.node.targets.every((target) => {
    const other = b.node.targets.find((t) => t.year === target.year)?.text ?? '';
    if (target.text.trim() === '' || other.trim() === '') return true;
    return samePromise(target.text, other, a.node.name, target.year, readTarget);
  });

function targets(of: readonly { readonly text: string }[]): string {
  const texts = of.filter((t) => t.text !== '').map((t) => `«${t.text}»`);
  return texts.length === 0 ? 'senza target' : `target ${texts.join(', ')}`;
}
