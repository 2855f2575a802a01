import type { MiddlewareHandler } from 'hono';

/**
 * What a response may do in the browser. `page`: a page of the console. `frame`: somebody else's HTML (a mail, a
 * deposited document) shown inside one, without scripts, forms or network, in an origin of its own.
 */
export type Content = 'page' | 'frame';

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

const FRAME = [
  "default-src 'none'",
  // Mails and documents carry their style inside: without it they would not be what was sent or deposited.
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');

/** Headers every response carries, whatever it is. */
export function securityHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    if (!headers.has('Content-Security-Policy')) setContent(headers, 'page');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache');
  };
}

/** Declares what kind of content a response holds. */
export function setContent(headers: Headers, content: Content): void {
  headers.set('Content-Security-Policy', content === 'page' ? PAGE : FRAME);
  headers.set('X-Frame-Options', content === 'page' ? 'DENY' : 'SAMEORIGIN');
}
