import type { z } from '@hono/zod-openapi';
import type { Context, TypedResponse } from 'hono';
import type { ClientErrorStatusCode } from 'hono/utils/http-status';
import { apiWords } from '../../words/api.js';
import type { problemSchema } from './schemas.js';

/** One thing that is wrong with a request: where (JSON Pointer into the body, or a parameter's name) and what. */
interface ProblemPart {
  readonly pointer: string;
  readonly detail: string;
}

/** An error as RFC 9457 has it; `type` is left at its default, the title then says which it is. */
interface ApiProblem {
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly ProblemPart[];
}

const { problems } = apiWords;

type ProblemStatus = ClientErrorStatusCode | 500 | 503;
type ProblemBody = z.infer<typeof problemSchema>;
export type ProblemResponse = Response & TypedResponse<ProblemBody, ProblemStatus, 'json'>;

/** Answers with a problem. */
export function problem(c: Context, status: ProblemStatus, said: ApiProblem): ProblemResponse {
  const body = JSON.stringify({ type: 'about:blank', status, ...said });
  // Only the library's own `json` answers with the type of what it writes, and it can not say `problem+json`.
  return c.body(body, status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  }) as unknown as ProblemResponse;
}

export const notFoundProblem = (c: Context, detail: string = problems.notFound.text): ProblemResponse =>
  problem(c, 404, { title: problems.notFound.title, detail });

/** What a schema found wrong, in Italian. */
export function partsOf(error: z.ZodError): readonly ProblemPart[] {
  return error.issues.map((issue) => ({
    pointer: issue.path.map((step) => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join(''),
    detail: detailOf(issue),
  }));
}

function detailOf(issue: z.core.$ZodIssue): string {
  const say = problems.expected;
  switch (issue.code) {
    case 'invalid_type':
      // The value itself is not told to us: only the library's own sentence knows that there was none.
      return /received undefined$/.test(issue.message) ? say.required : say.type(issue.expected);
    case 'unrecognized_keys':
      return say.unknownKeys(issue.keys);
    case 'too_big':
      return issue.origin === 'string'
        ? say.tooLong(Number(issue.maximum))
        : say.range(undefined, Number(issue.maximum));
    case 'too_small':
      return issue.origin === 'string' ? say.tooShort : say.range(Number(issue.minimum), undefined);
    case 'invalid_value':
      return say.oneOf(issue.values.map(String));
    case 'invalid_format':
      return say.format;
    case 'custom':
      return issue.message;
    default:
      return say.other;
  }
}
