import type { Context } from 'hono';
import { err, ok, type Result } from '../../../../domain/result.js';
import { officerWords as words } from '../../../../words/officer.js';
import { postedForm } from '../../kit/form-data.js';

/** The fields and files of a request; an Italian sentence when what came is not a form. Its size is limited before. */
export async function formDataOf(c: Context): Promise<Result<FormData, string>> {
  const data = await postedForm(c);
  return data === undefined ? err(words.errors.unreadable) : ok(data);
}
