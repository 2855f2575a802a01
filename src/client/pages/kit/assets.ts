import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';

/** A file served as it is, read once at start. */
interface Asset {
  readonly mime: string;
  readonly bytes: Buffer;
  /** Absent where it would gain nothing. */
  readonly gzip?: Buffer;
  readonly etag: string;
}

/** The style sheets, fonts, icons and the one script of the console. */
export interface Assets {
  /** Address of a file; it changes when any file changes, so browsers may keep what they have for ever. */
  url(name: AssetName): string;
  /** Answers a request for a file. */
  serve(c: Context, build: string, name: string): Response;
}

const FONTS = {
  'titillium-300.woff2': 'Titillium_Web/titillium-web-v10-latin-ext_latin-300.woff2',
  'titillium-400.woff2': 'Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2',
  'titillium-400-italic.woff2': 'Titillium_Web/titillium-web-v10-latin-ext_latin-italic.woff2',
  'titillium-600.woff2': 'Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2',
  'titillium-700.woff2': 'Titillium_Web/titillium-web-v10-latin-ext_latin-700.woff2',
  'roboto-mono-400.woff2': 'Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular.woff2',
} as const;

/** Parts of the console's style sheet in the order in which they override each other; they lie in `static/`. */
const STYLES = [
  'page',
  'header',
  'tags',
  'overrides',
  'overview',
  'gantt',
  'tables',
  'totals',
  'facts',
  'lists',
  'access',
  'forms',
  'steering',
  'narrow',
  'charts',
  'scorecard',
  'body',
  'board',
  'evaluation',
  'planning',
  'writing',
  'wide',
  'print',
] as const;

type AssetName =
  | 'bootstrap-italia.css'
  | 'sprites.svg'
  | 'console.css'
  | 'console.js'
  | 'forms.js'
  | 'writing.js'
  | keyof typeof FONTS;

/** Path under which `Assets.serve` is mounted. */
export const ASSETS_PATH = '/statico';

const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Reads every file the pages refer to. bootstrap-italia comes from the installed package, the rest lies beside this file.
 * @throws when a file is missing: the installation is incomplete
 */
export function loadAssets(): Assets {
  const files = new Map<string, Asset>();
  const add = (name: AssetName, mime: string, bytes: Buffer): void => {
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    const compressible = !mime.startsWith('font/');
    files.set(name, { mime, bytes, etag, gzip: compressible ? gzipSync(bytes, { level: 9 }) : undefined });
  };
  const library = createRequire(import.meta.url);
  const read = (path: string): Buffer => readFileSync(library.resolve(`bootstrap-italia/dist/${path}`));
  // Left out: the source map, which would only make developers' tools ask for it, and the video player's font, which it
  // carries inside as data and the content policy refuses.
  const css = read('css/bootstrap-italia.min.css')
    .toString('utf8')
    .replace(/\/\*# sourceMappingURL=.*?\*\//, '')
    .replace(/@font-face\{font-family:VideoJS;[^}]*\}/, '');
  add('bootstrap-italia.css', 'text/css; charset=utf-8', Buffer.from(css));
  add('sprites.svg', 'image/svg+xml', read('svg/sprites.svg'));
  const own = (name: string): Buffer => readFileSync(new URL(`./static/${name}`, import.meta.url));
  add('console.css', 'text/css; charset=utf-8', Buffer.concat(STYLES.map((name) => own(`${name}.css`))));
  add('console.js', 'text/javascript; charset=utf-8', own('console.js'));
  add('forms.js', 'text/javascript; charset=utf-8', own('forms.js'));
  add('writing.js', 'text/javascript; charset=utf-8', own('writing.js'));
  for (const [name, path] of Object.entries(FONTS))
    add(name as keyof typeof FONTS, 'font/woff2', read(`fonts/${path}`));

  const build = createHash('sha256')
    .update([...files.values()].map((f) => f.etag).join())
    .digest('hex')
    .slice(0, 12);
  return {
    url: (name) => `${ASSETS_PATH}/${build}/${name}`,
    serve: (c, asked, name) => {
      const file = files.get(name);
      if (file === undefined) return c.notFound() as Response;
      c.header('ETag', file.etag);
      c.header('Vary', 'Accept-Encoding');
      // A page from before an upgrade may still ask by the old address: it gets the file, but does not keep it.
      c.header('Cache-Control', asked === build ? FOR_EVER : 'no-cache');
      if (knows(c.req.header('If-None-Match'), file.etag)) return c.body(null, 304);
      c.header('Content-Type', file.mime);
      const zipped = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '') ? file.gzip : undefined;
      if (zipped !== undefined) c.header('Content-Encoding', 'gzip');
      return c.body(new Uint8Array(zipped ?? file.bytes));
    },
  };
}

const knows = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
