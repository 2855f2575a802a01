import { randomBytes } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { ErrorHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { NotYetRecorded } from '../../acts/awaited.js';
import { ACTS } from '../../acts/index.js';
import { FILE_LIMITS } from '../../files/limits.js';
import { BYTES_TYPE } from '../../files/media-types.js';
import { RegisterSilent } from '../../register/patience.js';
import { apiWords } from '../../words/api.js';
import { awaitedWords } from '../../words/awaited.js';
import { consoleWords } from '../../words/console.js';
import { RETRY_AFTER_S } from '../pages/kit/errors.js';
import type { Site } from '../pages/kit/site.js';
import { mountActing } from './act.js';
import { mountAct } from './acts.js';
import { byToken, ofOwnEntity } from './bearer.js';
import { apiPage } from './page.js';
import { notFoundProblem, partsOf, problem } from './problem.js';
import { mountReading } from './read.js';
import { mountSheets } from './sheets.js';

/** Path under which the API is served. */
export const API_PATH = '/api/v1';

const { problems } = apiWords;

/** The HTTP API for other programs, with the document that describes it. */
export function createApi(site: Site): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      // An address that names nothing is not there; a body that does not fit is wrong.
      if (result.target === 'param') return notFoundProblem(c);
      const { title, text } = problems.invalid;
      return problem(c, 422, { title, detail: text, errors: partsOf(result.error) });
    },
  });
  const document = {
    openapi: '3.1.0',
    info: { title: apiWords.title, version: '1', description: apiWords.description },
    servers: [{ url: `${site.deps.consoleUrl}${API_PATH}` }],
  };
  api.openAPIRegistry.registerComponent('securitySchemes', 'bearer', {
    type: 'http',
    scheme: 'bearer',
    description: apiWords.bearer,
  });
  api.get('/openapi.json', (c) => c.json(api.getOpenAPI31Document(document)));
  api.get(
    '/documentazione',
    apiPage(site, () => api.getOpenAPI31Document(document)),
  );
  api.get('/', (c) => c.redirect(`${API_PATH}/documentazione`));

  api.use(byToken(site));
  api.use(async (c, next) => {
    const expected = takesWorkbook(c.req.path) ? BYTES_TYPE : 'application/json';
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
    if (c.req.method === 'POST' && type !== expected) {
      return problem(c, 415, { title: problems.notJson.title, detail: problems.notJson.text(expected) });
    }
    await next();
    return undefined;
  });
  const limited = (maxSize: number) =>
    bodyLimit({
      maxSize,
      onError: (c) => problem(c, 413, { title: problems.tooLarge.title, detail: problems.tooLarge.text }),
    });
  const [documents, sheets] = [limited(FILE_LIMITS.document), limited(FILE_LIMITS.sheet)];
  api.use((c, next) => (takesWorkbook(c.req.path) ? sheets(c, next) : documents(c, next)));
  api.use('/cycles/:entity/*', ofOwnEntity);
  api.use('/entities/:entity/*', ofOwnEntity);
  mountReading(api, site);
  mountSheets(api, site);
  mountActing(api, site);
  for (const one of ACTS) mountAct(api, site, one);
  api.all('*', (c) => notFoundProblem(c));
  api.onError(failed(site));
  return api;
}

/** Something broke: who calls gets a code, the log gets the code with what happened. */
function failed({ deps }: Site): ErrorHandler {
  return (error, c) => {
    if (error instanceof NotYetRecorded) {
      const address = `${deps.consoleUrl}${error.path}`;
      c.header('Location', address);
      return c.json({ state: 'waiting', address, detail: awaitedWords.api }, 202);
    }
    if (error instanceof HTTPException && error.status < 500) {
      return problem(c, 400, { title: problems.unreadable.title, detail: problems.unreadable.text });
    }
    if (error instanceof RegisterSilent) {
      deps.log.line(consoleWords.errors.silentLogged(new URL(c.req.url).pathname, error.message));
      c.header('Retry-After', String(RETRY_AFTER_S));
      return problem(c, 503, { title: problems.silent.title, detail: problems.silent.text(c.req.method !== 'GET') });
    }
    const code = randomBytes(4).toString('hex');
    deps.log.line(`${consoleWords.errors.logged(code, new URL(c.req.url).pathname)}\n${error.stack ?? error.message}`);
    return problem(c, 500, { title: problems.failed.title, detail: problems.failed.text(code) });
  };
}

/** Whether what is sent to an address is a workbook: an officer's sheet of a checkpoint, not a sheet of evaluation. */
const takesWorkbook = (path: string): boolean => /\/checkpoints\/[^/]+\/sheets$/.test(path);
