import type { Context } from 'hono';
import { refuseText } from '../../register/accept.js';

/** The fields of a form that was posted. */
export interface Fields {
  /** What was written in a field; empty when it is missing, or a file. */
  text(name: string): string;
  /** What was written, when it can be looked for in the register; otherwise empty. */
  id(name: string): string;
  /** The file in a field; undefined when there is none, or an empty one. */
  file(name: string): File | undefined;
}

/** Reads a posted form; what is no form has no fields. */
export async function fieldsOf(c: Context): Promise<Fields> {
  const type = c.req.header('content-type') ?? '';
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type);
  // A multipart body cut short can not be read: it is a form without fields.
  const body = isForm ? await c.req.parseBody().catch(() => ({})) : {};
  const written = (name: string): unknown => (Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined);
  const text = (name: string): string => {
    const value = written(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    text,
    id: (name) => (refuseText(text(name)) === undefined ? text(name) : ''),
    file: (name) => {
      const value = written(name);
      return value instanceof File && value.size > 0 ? value : undefined;
    },
  };
}
