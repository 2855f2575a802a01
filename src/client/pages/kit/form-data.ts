import type { Context } from 'hono';
import { FILE_LIMITS as LIMITS } from '../../../files/limits.js';

/** The fields and files of a posted form; undefined when what came is no form, is cut short, or has too many parts. */
export async function postedForm(c: Context): Promise<FormData | undefined> {
  const type = c.req.header('content-type') ?? '';
  const kind = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.exec(type)?.[1]?.toLowerCase();
  if (kind === undefined) return undefined;
  const bytes = Buffer.from(await c.req.arrayBuffer());
  // Each part costs far more than its bytes: they are counted before any is made.
  const boundary = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(type);
  const between = kind === 'multipart/form-data' ? `--${boundary?.[1] ?? boundary?.[2] ?? ''}` : '&';
  if (isMore(bytes, between, LIMITS.formParts)) return undefined;
  // Whatever is wrong with the encoding, the sender can only send again.
  return await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined);
}

function isMore(bytes: Buffer, mark: string, most: number): boolean {
  let count = 0;
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + mark.length)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}
