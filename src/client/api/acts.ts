import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type AnyAct, type Facts, helpOf } from '../../acts/act.js';
import { carryOut, type NotDone } from '../../acts/carry-out.js';
import type { Field, Written, WrittenIn } from '../../acts/field.js';
import { placeOf } from '../../acts/place.js';
import { acceptPicture, acceptUpload } from '../../files/uploads.js';
import { apiWords } from '../../words/api.js';
import { awaitedWords } from '../../words/awaited.js';
import type { Site } from '../pages/kit/site.js';
import { needs } from './bearer.js';
import { notFoundProblem, type ProblemResponse, problem } from './problem.js';
import * as schemas from './schemas.js';

/** The operation of an act: its fields are the properties of the body. */
export function mountAct(api: OpenAPIHono, site: Site, one: AnyAct): void {
  api.openapi(routeOf(one), async (c) => {
    const named: Readonly<Record<string, string>> = c.req.valid('param');
    const body: Readonly<Record<string, unknown>> = c.req.valid('json');
    const { entity = '' } = named;
    const { register } = site.deps;
    const exercise = named.exercise === undefined ? undefined : Number(named.exercise);
    const within = one.on.within === undefined ? undefined : named[namesIn(one).at(-2) ?? ''];
    const subject = await one.on.find(register, { entity, exercise, within, name: named[lastName(one)] ?? '' });
    if (subject === undefined) return notFoundProblem(c);
    const key = `api/${c.req.valid('header')['idempotency-key'] ?? randomUUID()}`;
    const { person } = c.get('caller');
    const asked = { ...placeOf(site.deps, entity, subject), person: person.id, key };
    const barred = await one.barsPrograms?.(asked);
    if (barred !== undefined) return problem(c, 403, { title: apiWords.problems.forbidden.title, detail: barred });
    const done = await carryOut(one, asked, await writtenIn(one, body));
    if (!done.ok) return notDone(c, done.error);
    return c.json({ said: done.value.said, ...done.value.facts }, 201);
  });
}

const STATUS: Readonly<Record<Exclude<NotDone['kind'], 'unknown'>, 403 | 409 | 422>> = {
  forbidden: 403,
  invalid: 422,
  'not-now': 409,
  changed: 409,
  refused: 409,
};

function notDone(c: Context, { kind, refusals }: NotDone): ProblemResponse {
  const { forbidden, invalid, refused } = apiWords.problems;
  if (kind === 'unknown') return notFoundProblem(c);
  if (kind === 'forbidden') return problem(c, STATUS[kind], { title: forbidden.title, detail: forbidden.text });
  const whole = refusals.filter(({ field }) => field === undefined).map(({ text }) => text);
  const errors = refusals.flatMap(({ field, text }) =>
    field === undefined ? [] : [{ pointer: `/${field}`, detail: text }],
  );
  return problem(c, STATUS[kind], {
    title: (kind === 'invalid' ? invalid : refused).title,
    detail: whole.length === 0 ? invalid.text : whole.join(' '),
    errors: errors.length > 0 ? errors : undefined,
  });
}

/** Names in the address, `step` of `/cycles/{entity}/{exercise}/steps/{step}`. */
const namesIn = (one: AnyAct): readonly string[] =>
  [...one.on.api.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
const lastName = (one: AnyAct): string => namesIn(one).at(-1) ?? '';

function routeOf(one: AnyAct) {
  const { entity, exercise } = schemas.cycleParams.shape;
  const params = namesIn(one).map((name) => {
    const last = one.on.slashed === true ? schemas.slashedId : schemas.id;
    const own =
      name === 'entity' ? entity : name === 'exercise' ? exercise : name === lastName(one) ? last : schemas.id;
    const help = name === lastName(one) ? one.on.argument?.help : one.on.within?.help;
    const named = own === last || own === schemas.id;
    return [name, named && help ? own.openapi({ description: help }) : own] as const;
  });
  const facts = Object.entries<Facts[string]>(one.gives).map(([name, kind]) => [name, FACT[kind]] as const);
  const given = z.object({ said: z.string(), ...Object.fromEntries(facts) }).openapi(`${nameOf(one)}Done`);
  const asked = Object.entries<Field<unknown>>(one.fields).map(([name, field]) => [name, schemaOf(one, name, field)]);
  return createRoute({
    method: 'post',
    path: `${one.on.api}/${one.resource}`,
    tags: [apiWords.tags.acting],
    summary: one.words.does,
    security: [{ bearer: [] }],
    middleware: needs(one.scope),
    request: {
      params: z.object(Object.fromEntries(params)),
      headers: schemas.sendHeaders,
      body: {
        required: true,
        content: { 'application/json': { schema: z.strictObject(Object.fromEntries(asked)).openapi(nameOf(one)) } },
      },
    },
    responses: {
      201: { description: apiWords.recordedAct, content: { 'application/json': { schema: given } } },
      202: { description: awaitedWords.api, content: { 'application/json': { schema: schemas.awaitedSchema } } },
      default: {
        description: apiWords.problems.refused.title,
        content: { 'application/problem+json': { schema: schemas.problemSchema } },
      },
    },
  });
}

/** `Extend` of `extend`: how the document calls the body of an act. */
const nameOf = ({ verb }: AnyAct): string => verb.replaceAll(/(?:^|[ -])(\w)/g, (_, c: string) => c.toUpperCase());

const FACT = { text: z.string(), day: z.string(), whole: z.number().int(), 'yes-no': z.boolean() } as const;

/** Types alone: what a text may be the field's own reader says, in the same words as to everybody. */
function schemaOf(one: AnyAct, name: string, { control, limits, optional }: Field<unknown>): z.ZodType {
  const { options, ...rest } = limits;
  const text = z.string().openapi(rest);
  const typed = (): z.ZodType => {
    switch (control.kind) {
      case 'any-of':
        return z.array(options === undefined ? text : z.enum(options));
      case 'one-of':
        return options === undefined ? text : z.enum(options);
      case 'yes-no':
        return z.boolean();
      case 'each':
        return z.record(z.string(), z.union([text, z.number()]));
      case 'counts':
        return z.strictObject(
          Object.fromEntries(control.parts.map((part) => [part, z.number().int().min(0).max(control.most)])),
        );
      case 'files':
        return z.array(z.strictObject({ name: z.string(), content: z.base64() }));
      case 'line':
        return control.keyboard === undefined ? text : z.union([text, z.number()]);
      default:
        return text;
    }
  };
  const described = typed().openapi({ description: helpOf(one, name) });
  return optional ? described.optional() : described;
}

async function writtenIn(one: AnyAct, body: Readonly<Record<string, unknown>>): Promise<WrittenIn> {
  const written = new Map<string, Written>();
  for (const [name, { control }] of Object.entries<Field<unknown>>(one.fields)) {
    const parts = control.kind === 'counts' ? control.parts : [];
    written.set(name, await writtenOf(body[name], parts, control.kind === 'files' && control.pictures === true));
  }
  return (name) => written.get(name) ?? { texts: [], files: [] };
}

/** What a program sends, as a person would write it. @param pictures whether its files are looked at as pictures */
async function writtenOf(value: unknown, parts: readonly string[], pictures: boolean): Promise<Written> {
  const accept = pictures ? acceptPicture : acceptUpload;
  const texts: string[] = [];
  const files: Written['files'][number][] = [];
  for (const part of [value ?? []].flat()) {
    if (isFile(part)) files.push(await accept(new File([Buffer.from(part.content, 'base64')], part.name)));
    // A number of JSON has a point before its decimals; ours have a comma.
    // Figures that go together, in the order in which the reader names them.
    else if (isRecord(part) && parts.length > 0) texts.push(...parts.map((name) => String(part[name] ?? '')));
    else if (typeof part === 'number') texts.push(asWritten(part));
    else if (isRecord(part)) texts.push(...Object.entries(part).map(([name, one]) => `${name}=${asWritten(one)}`));
    else texts.push(String(part));
  }
  return { texts, files };
}

const asWritten = (value: unknown): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : String(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isFile = (value: unknown): value is { readonly name: string; readonly content: string } =>
  typeof value === 'object' && value !== null && 'content' in value && 'name' in value;
