import type { Context } from 'hono';
import { err, ok, type Result } from '../../../../domain/result.js';
import { officerWords as words } from '../../../../words/officer.js';

/** The fields and files of a request; an Italian sentence when what came is not a form. Its size is limited before. */
export async function formDataOf(c: Context): Promise<Result<FormData, string>> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) return err(words.errors.unreadable);
  return c.req.formData().then(
    (data) => ok(data),
    // Whatever is wrong with the encoding, the sender can only send again.
    () => err(words.errors.unreadable),
  );
}
