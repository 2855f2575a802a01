import type { Context, MiddlewareHandler } from 'hono';

/** What a page of the console may do in the browser. */
const PAGE = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  // bootstrap-italia draws some marks as data: images in its style sheet.
  "img-src 'self' data:",
  "script-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What somebody else's HTML may do, a mail or a deposited document: be read, in an origin of its own. */
const FOREIGN = [
  "default-src 'none'",
  // Mails and documents carry their style inside: without it they would not be what was sent or deposited.
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** A year: how long a browser that came over TLS once comes over nothing else. */
const TLS_SECONDS = 31_536_000;

/**
 * Headers every response carries, whatever it is.
 * @param consoleUrl how people reach the console: where that is over TLS, browsers are told to keep to it
 */
export function securityHeaders(consoleUrl: string): MiddlewareHandler {
  const overTls = consoleUrl.startsWith('https:');
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', PAGE);
      headers.set('X-Frame-Options', 'DENY');
    }
    if (overTls) headers.set('Strict-Transport-Security', `max-age=${TLS_SECONDS}`);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  };
}

/** Declares that a response holds somebody else's content, to be shown in a frame of a page. */
export function declareForeign(c: Context): void {
  c.header('Content-Security-Policy', FOREIGN);
  c.header('X-Frame-Options', 'SAMEORIGIN');
}

/** Declares that a response is a file to save: nothing of it may run or be shown, wherever it is opened. */
export function declareDownload(c: Context): void {
  c.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'");
  c.header('X-Frame-Options', 'DENY');
}

/** A file name for a header (RFC 6266): plain letters for old programs, the whole of it in UTF-8 for the others. */
export function attachmentHeader(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9._ -]/g, '_').slice(0, 150) || 'allegato';
  const encoded = encodeURIComponent(name.replace(/[\uD800-\uDFFF]/gu, '_')).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
