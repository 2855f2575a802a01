import { z } from 'zod';
import { sourceWords } from '../words/sources.js';
import { expected } from './fields.js';
import { PLACEHOLDER_NAMES, unknownPlaceholders } from './source-period.js';

const words = sourceWords.file;

const USER_IN_URL = /:\/\/[^\s/?#@]*@/;
const SECRET_PARAMETER = /[?&]([^=&\s]*(?:key|token|secret|passw|pwd|auth|credential)[^=&\s]*)=/i;

/**
 * A text of the sources' file. Where it holds credentials it is refused without being repeated, before anything else is
 * said of it: errors are read on screens and kept in logs.
 */
export function plain(what: string, pattern = /\S/) {
  return z
    .string(expected(what))
    .superRefine((text, context) => {
      if (USER_IN_URL.test(text)) {
        context.addIssue({ code: 'custom', message: words.credentials('CICLO_SOURCE_<NOME>_URL'), input: undefined });
        return;
      }
      const parameter = SECRET_PARAMETER.exec(text)?.[1];
      if (parameter !== undefined) {
        context.addIssue({ code: 'custom', message: words.secretParameter(parameter), input: undefined });
        return;
      }
      if (!pattern.test(text)) context.addIssue({ code: 'custom', message: expected(what).error({ input: text }) });
    })
    .meta({ description: what, pattern: pattern.source });
}

/** As `plain`, with placeholders for the period. */
export function withPlaceholders(what: string, pattern?: RegExp) {
  return plain(what, pattern).superRefine((text, context) => {
    for (const name of unknownPlaceholders(text)) {
      context.addIssue({ code: 'custom', message: words.unknownPlaceholder(name, PLACEHOLDER_NAMES) });
    }
  });
}
