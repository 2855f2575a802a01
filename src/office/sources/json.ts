import { type JSONValue, jsonpath, jsonpointer } from 'json-p3';
import { exactText, ofNumber, significant } from '../../domain/rational.js';
import { ok, type Result } from '../../domain/result.js';
import { decodeText } from '../../files/text.js';
import { sourcePaths } from '../../seeds/json-path.js';
import { fillPeriod, type SourcePeriod } from '../../seeds/source-period.js';
import { sourceWords } from '../../words/sources.js';
import { type Failure, failed } from './failure.js';
import type { Content } from './fetch-http.js';
import type { FoundValue, RawValue } from './table.js';

const say = sourceWords.failed;

/** The values at JSONPaths (RFC 9535, beginning with `$`) or JSON Pointers (RFC 6901, beginning with `/`). */
export function findInJson(
  { bytes, charset }: Content,
  places: readonly string[],
  period: SourcePeriod,
): Result<readonly FoundValue[], Failure> {
  const text = decodeText(bytes, charset ?? 'utf-8');
  if (!text.ok) return failed(say.json);
  let data: JSONValue;
  try {
    data = JSON.parse(text.value);
  } catch (cause) {
    if (cause instanceof SyntaxError) return failed(say.json);
    throw cause;
  }
  const found: FoundValue[] = [];
  for (const place of places) {
    const one = onlyOne(data, fillPeriod(place, period));
    if (!one.ok) return one;
    found.push({ where: place, value: one.value });
  }
  return ok(found);
}

function onlyOne(data: JSONValue, place: string): Result<RawValue, Failure> {
  const all = place.startsWith('$') ? atPath(data, place) : atPointer(data, place);
  if (all === undefined) return failed(say.jsonTooDeep);
  const [only] = all;
  if (all.length > 1) return failed(say.jsonMany(place, all.length));
  if (all.length === 0 || only === null || only === undefined || only === '') return failed(say.jsonNothing(place));
  if (typeof only === 'number') return ok({ number: plainNumber(only) });
  if (typeof only === 'string' || typeof only === 'boolean') return ok(only);
  return failed(say.jsonNotPlain(place));
}

/** Undefined when the data are nested deeper than a path may descend. */
function atPath(data: JSONValue, place: string): readonly unknown[] | undefined {
  try {
    return sourcePaths.query(place, data).values();
  } catch (cause) {
    if (cause instanceof jsonpath.JSONPathRecursionLimitError) return undefined;
    throw cause;
  }
}

function atPointer(data: JSONValue, place: string): readonly unknown[] {
  const pointer = new jsonpointer.JSONPointer(place);
  return pointer.exists(data) ? [pointer.resolve(data)] : [];
}

/** A binary number as decimal text, with the 15 digits that it holds for certain. */
const plainNumber = (value: number): string => exactText(significant(ofNumber(value), 15));
