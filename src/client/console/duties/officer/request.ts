import type { Context } from 'hono';
import { err, ok, type Result } from '../../../../domain/result.js';
import { officerWords as words } from '../../../../words/officer.js';
import { MAX_REQUEST_BYTES, megabytes } from './uploads.js';

/**
 * The fields and files of a request, read only as far as the limit: how long a body says it is, is not what it is.
 * @returns an Italian sentence when it is too large or is not a form
 */
export async function formDataOf(c: Context): Promise<Result<FormData, string>> {
  const type = c.req.header('Content-Type') ?? '';
  const body = c.req.raw.body;
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type) || body === null) {
    return err(words.errors.unreadable);
  }
  const bytes = await withinLimit(body, MAX_REQUEST_BYTES);
  if (bytes === undefined) return err(words.errors.tooLarge(megabytes(MAX_REQUEST_BYTES)));
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData().then(
    (data) => ok(data),
    // Whatever is wrong with the encoding, the sender can only send again.
    () => err(words.errors.unreadable),
  );
}

async function withinLimit(body: ReadableStream<Uint8Array>, limit: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
