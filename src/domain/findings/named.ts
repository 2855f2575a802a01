import { sameNoun } from '../measured/written-unit.js';
import { compare, equal, fromInteger, HUNDRED, ONE, type Rational, rational } from '../rational.js';
import { candidatesOf } from '../targets/outcome.js';
import type { Reading, Unit } from '../targets/types.js';
import { type Finding, finding } from './finding.js';
import { inDays } from './number.js';
import { type ReadTarget, readingsAt } from './readings.js';
import { type PlacedIndicator, targetText } from './walk.js';

/** A limit, and what it limits: a time, a share, a number, the day of a year. */
interface Limit {
  readonly text: string;
  readonly of: 'time' | 'working-time' | 'percent' | 'number' | 'day';
  readonly value: Rational;
  /** True of a limit not to be exceeded. */
  readonly most: boolean;
  readonly noun?: string;
}

/**
 * A name that says *entro 30 giorni* and a target that allows 60; *sul totale* and 120%; *(giorni)* and months. A target
 * stricter than its name is nobody's error.
 */
export function checkNamed(placed: PlacedIndicator, exercise: number, readTarget: ReadTarget): readonly Finding[] {
  const { node, place, path } = placed;
  const text = targetText(node, exercise);
  if (text === '') return [];
  const readings = readingsAt(node, exercise, readTarget);
  const part = aboveWhole(node.name, readings);
  const said =
    looser(node.name, text, exercise, readings, readTarget) ??
    otherNumber(node.name, text, readings, readTarget) ??
    part ??
    otherTime(node.name, readings);
  if (said === undefined) return [];
  const why = said === part ? ': una parte non supera il 100%.' : '.';
  const fact = `Il nome dice «${said}», il target ${exercise} è «${text}»${why}`;
  return [finding('target-against-name', place, [...path, 'targets', exercise], fact, node.source)];
}

/** The limit of the name that the target does not keep. */
function looser(
  name: string,
  text: string,
  year: number,
  readings: readonly Reading[],
  readTarget: ReadTarget,
): string | undefined {
  const named = limitsIn(name, year, readTarget).filter((l) => l.of !== 'number' || isOfMeasure(name, l.text));
  if (named.length === 0) return undefined;
  const asked = [...whole(text, name, readings), ...limitsIn(text, year, readTarget)];
  return named.find((limit) => {
    const alike = asked.filter((a) => a.of === limit.of && a.most === limit.most && sameCounted(limit, a));
    const alone = named.filter((n) => n.of === limit.of && n.most === limit.most).length === 1;
    return alone && alike.length > 0 && alike.every((a) => isLooser(a, limit));
  })?.text;
}

const isLooser = (asked: Limit, named: Limit): boolean =>
  named.most ? compare(asked.value, named.value) > 0 : compare(asked.value, named.value) < 0;

const sameCounted = (a: Limit, b: Limit): boolean =>
  a.noun === undefined || b.noun === undefined || sameNoun(a.noun, b.noun);

const MONTH = 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre';
const AMOUNT = "(?:l['’]\\s?|il\\s|i\\s|le\\s)?[\\p{L}\\d][\\p{L}\\d.,]*\\s?(?:\\([^)]*\\)\\s?)?";
const TIME = 'giorni?(?:\\s(?:lavorativi|feriali))?|gg\\.?|settiman[ae]|ore|ora|mesi|mese';
const DAY = `(?:(?:il|la|al|fine|mese|di)\\s)*(?:\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|(?:\\d{1,2}°?\\s)?(?:${MONTH})(?:\\s\\d{4})?)`;

/** A limit in words: `entro 30 giorni`, `entro il 30 giugno`, `almeno l’80%`, `almeno trenta incontri`. */
const LIMIT = new RegExp(
  `(?<![\\p{L}\\d])(?:entro\\s${DAY}|in\\s${AMOUNT}(?:${TIME})(?!\\p{L})|(?:entro|massimo|al massimo|non oltre|non pi[uù] di|non superiore a(?:l|ll['’]|i)?|almeno|minimo|non meno di|non inferiore a(?:l|ll['’]|i)?)\\s?${AMOUNT}(?:%|per cento|(?:${TIME})(?!\\p{L})|(?<=\\d\\s?)\\p{L}+|(?<=\\p{L}\\s)\\p{L}+|(?<=\\d)(?!\\p{L})))`,
  'giu',
);

/** What comes in by a day or within a time is what is measured, not how well: `domande pervenute entro il 30 giugno`. */
const CAME_IN =
  /\b(?:pervenut|presentat|ricevut|arrivat|depositat|maturat|scadut|scadent|protocollat|iscritt|nat|assunt)[oiaeil]+\s*$/iu;

function limitsIn(words: string, year: number, readTarget: ReadTarget): readonly Limit[] {
  return [...words.matchAll(LIMIT)].flatMap((match) => {
    if (CAME_IN.test(words.slice(0, match.index))) return [];
    const text = match[0].trim();
    const [reading, ...others] = candidatesOf(readTarget(text.replace(/^in\s/iu, 'entro '), { year })).map(
      (c) => c.reading,
    );
    return reading === undefined || others.length > 0 ? [] : limitOf(reading, text);
  });
}

/** What the target asks as a whole; a bare number is of the time that the name says it measures. */
function whole(text: string, name: string, readings: readonly Reading[]): readonly Limit[] {
  const limits = readings.map((r) => limitOf(r, text));
  const [first] = limits;
  if (first === undefined || !limits.every((l) => sameLimit(l[0], first[0]))) return [];
  return first.flatMap((l) => (l.of === 'number' && l.most && isTime(name) ? [l, { ...l, of: 'time' as const }] : [l]));
}

const sameLimit = (a: Limit | undefined, b: Limit | undefined): boolean =>
  a !== undefined && b !== undefined && a.of === b.of && equal(a.value, b.value);

const isTime = (name: string): boolean =>
  /^\s*(?:temp[oi]|durata|attes[ae]|ritard[oi]|giorni|n\.?\s?giorni)\b/iu.test(name);

function limitOf(reading: Reading, text: string): readonly Limit[] {
  switch (reading.kind) {
    case 'threshold':
      return [{ text, most: reading.operator.startsWith('<'), ...quantity(reading.unit, reading.value) }];
    case 'within-period': {
      const amount = fromInteger(reading.amount);
      return reading.unit === 'working-days'
        ? [{ text, most: true, of: 'working-time', value: amount }]
        : [{ text, most: true, of: 'time', value: inDays(reading.unit, amount) ?? amount }];
    }
    case 'by-date':
      return [{ text, most: true, of: 'day', value: rational(reading.by.replaceAll('-', '')) }];
    default:
      return [];
  }
}

function quantity(unit: Unit, written: string): Pick<Limit, 'of' | 'value' | 'noun'> {
  const value = rational(written);
  const days = inDays(unit.kind, value);
  if (days !== undefined) return { of: 'time', value: days };
  if (unit.kind === 'percent') return { of: 'percent', value };
  if (unit.kind !== 'count') return { of: 'number', value };
  if (/^giorn[io] (?:lavorativ|ferial)/.test(unit.noun)) return { of: 'working-time', value };
  return { of: 'number', value, noun: unit.noun };
}

/** A noun of doing, by how it ends: `Realizzazione`, `Allestimento`, `Apertura`. */
const DOING = '\\p{L}+(?:zion[ei]|ment[oi]|sion[ei]|ur[ae])';
const ENDS_AS_DOING = new RegExp(`^${DOING}(?:\\s(?:di|del|dei|delle))?$`, 'iu');

/** Whether a number in the name is of what is measured (`Almeno 30 incontri`, `Realizzazione di almeno 30 incontri`) and not of who takes part. */
function isOfMeasure(name: string, limit: string): boolean {
  const before = name.slice(0, name.indexOf(limit)).trim();
  return before === '' || ENDS_AS_DOING.test(before);
}

/** How many things a name says are done, where it begins so: `Realizzazione di 5 laboratori`, `Otto sopralluoghi`. */
const HOW_MANY = new RegExp(
  `^(?:${DOING}\\s(?:di|dei|delle)?\\s?)?((?:\\d{1,3}|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|venti|trenta)\\s(?:nuov[ie]\\s)?\\p{L}{4,}[ie])(?!\\p{L})`,
  'iu',
);

/** The number of things in the name, where the target asks for another number of the same things. */
function otherNumber(
  name: string,
  text: string,
  readings: readonly Reading[],
  readTarget: ReadTarget,
): string | undefined {
  const said = HOW_MANY.exec(name.trim())?.[1];
  if (said === undefined || /\b(?:biennio|triennio|quinquennio|mandato)\b|\/anno|\ball'anno\b|\bal mese\b/iu.test(name))
    return undefined;
  const [named] = candidatesOf(readTarget(`almeno ${said}`, {})).flatMap((c) => limitOf(c.reading, said));
  const asked = readings.flatMap((reading) => limitOf(reading, text));
  // A bare 1 is often how it is said that the thing is done.
  if (named?.of !== 'number' || asked.length < readings.length || text.trim() === '1') return undefined;
  const isOther = (a: Limit): boolean => a.of === 'number' && sameCounted(a, named) && !equal(a.value, named.value);
  return asked.length > 0 && asked.every(isOther) ? said : undefined;
}

/** A part of a whole asked to be more than the whole. */
function aboveWhole(name: string, readings: readonly Reading[]): string | undefined {
  const part = /\b(?:su|sul|sui|sulle|del)\s(?:\p{L}+\s)?total[ei](?:\s\p{L}+)*/iu.exec(name)?.[0];
  if (part === undefined || /increment|aument|variazion|cresci|riduzion|diminuzion|rapporto|copertura/iu.test(name))
    return undefined;
  const isAbove = (r: Reading): boolean =>
    r.kind === 'threshold' && r.unit.kind === 'percent' && compare(rational(r.value), HUNDRED) > 0;
  return readings.length > 0 && readings.every(isAbove) ? part : undefined;
}

const NAMED_TIMES: readonly (readonly [RegExp, string])[] = [
  [/\((?:(?:n\.|in|numero|media)\s)*(?:giorni|gg\.?)(?:\s[^)]*)?\)|\bin giorni\b/iu, 'days'],
  [/\((?:(?:n\.|in|numero|media)\s)*ore\)|\bin ore\b/iu, 'hours'],
  [/\((?:(?:n\.|in|numero|media)\s)*mesi\)|\bin mesi\b/iu, 'months'],
];

/** The unit of time in the name, where the target has another. */
function otherTime(name: string, readings: readonly Reading[]): string | undefined {
  const named = NAMED_TIMES.flatMap(([form, unit]) => {
    const text = form.exec(name)?.[0];
    return text === undefined ? [] : [{ text, unit }];
  });
  const [only, ...others] = named;
  if (only === undefined || others.length > 0 || readings.length === 0) return undefined;
  const isOther = (r: Reading): boolean => {
    const unit = r.kind === 'threshold' ? r.unit.kind : r.kind === 'within-period' ? r.unit : '';
    return inDays(unit, ONE) !== undefined && unit !== only.unit;
  };
  return readings.every(isOther) ? only.text.replace(/[()]/g, '') : undefined;
}
