import { jsonpath } from 'json-p3';
import { sourceWords } from '../words/sources.js';
import { fillPeriod } from './source-period.js';

const words = sourceWords.file;

/** Functions of RFC 9535 that try a pattern: one such as `(a+)+$` takes twice the time for each letter more, and holds everything. */
const PATTERNS = ['match', 'search'] as const;

/** JSONPath (RFC 9535) as sources may use it: all of it, but for functions that try patterns. */
export const sourcePaths = new jsonpath.JSONPathEnvironment();
for (const name of PATTERNS) sourcePaths.functionRegister.delete(name);

/** Why a JSONPath can not be used, in Italian; undefined when it can. */
export function badJsonPath(text: string): string | undefined {
  try {
    sourcePaths.compile(fillPeriod(text, { exercise: 2000, from: '2000-01-01', to: '2000-12-31' }));
    return undefined;
  } catch (cause) {
    if (!(cause instanceof jsonpath.JSONPathError)) throw cause;
    const pattern = PATTERNS.find((name) => new RegExp(`\\b${name}\\s*\\(`).test(text));
    return pattern === undefined ? words.badJsonPath(cause.message) : words.jsonPattern(pattern);
  }
}
