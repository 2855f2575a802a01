import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { readPdf } from '../documents/read-pdf.js';

/** Everything a file says, whatever it is packed in. */
export async function saidBy(bytes: Uint8Array): Promise<string> {
  const begins = strFromU8(bytes.subarray(0, 5));
  if (begins.startsWith('PK')) return (await Promise.all(Object.values(unzipSync(bytes)).map(saidBy))).join('\n');
  return begins === '%PDF-' ? textOfPdf(bytes) : strFromU8(bytes);
}

const PDFS = new Map<string, Promise<string>>();

/** A document is the same file to whoever comes to it: each is read once. */
function textOfPdf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const said = PDFS.get(hash) ?? readPdf(Buffer.from(bytes)).then(({ text }) => text);
  PDFS.set(hash, said);
  return said;
}

export type Ask = (path: string) => Promise<Response>;

/** Every address somebody comes to by the links from where they begin, with what is there. @param entity whose body they look at */
export async function* visited(
  ask: Ask,
  entity = 'ccms',
): AsyncGenerator<{ readonly path: string; readonly status: number; readonly said: string }> {
  const cycle = `/cicli/${entity}/2016`;
  const queue = [
    '/',
    '/mie',
    '/confronto',
    cycle,
    `/enti/${entity}`,
    `${cycle}/registro`,
    `${cycle}/registro/registro.json`,
    `${cycle}/monitoraggi/griglia.csv`,
    `${cycle}/attivita.json`,
    `${cycle}/obiettivi-individuali`,
  ];
  const seen = new Set(queue);
  const queries = new Map<string, number>();
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await ask(path);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    yield { path, status: answer.status, said: await saidBy(bytes) };
    if (answer.headers.get('content-type')?.includes('html') !== true) continue;
    for (const [, href = ''] of strFromU8(bytes).matchAll(/\b(?:href|src)="([^"#]+)/g)) {
      const to = new URL(href.replaceAll('&amp;', '&'), `http://localhost:8150${path}`);
      if (to.origin !== 'http://localhost:8150' || /\/(?:eventi|stile)|^\/(?:risorse|accesso|api)/.test(to.pathname))
        continue;
      // A page that follows what happens is the same page, drawn anew every ten seconds.
      if (to.searchParams.has('aggiorna')) continue;
      const next = to.pathname + to.search;
      if (seen.has(next)) continue;
      // Every table as a file once, but of single indicators and documents, which are hundreds: there some say what all would.
      const table = to.searchParams.get('tabella')?.replace(/\.\w+$/, '');
      const many = /\/(?:indicatori|documenti)\//.test(to.pathname);
      const kind = table === undefined ? to.pathname : `${table} of ${many ? 'many' : to.pathname}`;
      const asked = (queries.get(kind) ?? 0) + 1;
      if (to.search !== '' && asked > (table !== undefined && !many ? 1 : 4)) continue;
      if (to.search !== '') queries.set(kind, asked);
      seen.add(next);
      queue.push(next);
    }
  }
}
