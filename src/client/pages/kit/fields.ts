import type { Context } from 'hono';
import { refuseText } from '../../../register/accept.js';
import { postedForm } from './form-data.js';

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
  // A multipart body cut short can not be read: it is a form without fields.
  const body = await postedForm(c);
  const written = (name: string): unknown => body?.getAll(name).at(-1);
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
