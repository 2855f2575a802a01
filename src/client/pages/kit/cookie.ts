import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ConsoleDeps } from './deps.js';

type Place = Pick<ConsoleDeps, 'consoleUrl'>;

const isSecure = ({ consoleUrl }: Place): boolean => consoleUrl.startsWith('https:');

/**
 * A cookie of our own: out of reach of scripts, sent by other sites' links but not by their forms. Behind TLS its name
 * begins with `__Host-`: browsers then take it from this very host only, and send it nowhere else.
 * @param seconds how long the browser keeps it
 */
export function keepCookie(c: Context, place: Place, name: string, value: string, seconds: number): void {
  setCookie(c, nameOf(place, name), value, { ...attributes(place), maxAge: seconds });
}

export const readCookie = (c: Context, place: Place, name: string): string | undefined =>
  getCookie(c, nameOf(place, name));

export function dropCookie(c: Context, place: Place, name: string): void {
  deleteCookie(c, nameOf(place, name), attributes(place));
}

const attributes = (place: Place) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(place) }) as const;

/** The name a cookie has in the browser. */
const nameOf = (place: Place, name: string): string => (isSecure(place) ? `__Host-${name}` : name);
