import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'node-html-parser';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftPath } from '../../../src/access/draft-path.js';
import { createActivities } from '../../../src/activities/index.js';
import { SESSION_COOKIE } from '../../../src/client/pages/kit/viewer.js';
import { createConsole } from '../../../src/client/system/app.js';
import type { Instant } from '../../../src/domain/calendar/types.js';
import { msOfInstant } from '../../../src/domain/clock.js';
import { draftedIn } from '../../../src/register/drafting.js';
import { beginSession } from '../../../src/register/sessions.js';
import { stepsOf } from '../../../src/register/steps.js';
import { type Bodies, loadBodies } from '../../../src/seeds/bodies.js';
import { formatSeedError } from '../../../src/seeds/read-yaml.js';
import { aRegister } from '../../register/register.js';
import { exampleOf } from '../../setup/example-body.js';
import { visibleText } from '../../setup/visible-text.js';
import { consoleParts } from './parts.js';

const NOW: Instant = '2026-10-05T08:00:00Z';
const REF = { entity: 'valfiorita', exercise: 2027 };
const CYCLE = `${REF.entity}/${REF.exercise}`;

/** Words of bodies of some kinds, each with the roles by which a body may say it. */
const OF_SOME: readonly (readonly [RegExp, (titles: string) => boolean])[] = [
  [/camer[ae] di commercio|cameral[ei]|diritto annuale|registro delle imprese|imprese iscritte/i, () => false],
  [/\bGiunta\b/, (titles) => titles.includes('Giunta')],
  [/Segretari[oa] [Gg]enerale/, (titles) => /Segretario generale/i.test(titles)],
  [/\bOIV\b|organismo indipendente di valutazione/i, (titles) => titles.includes('Organismo Indipendente')],
];

/** Those whose year the suite plays are looked at there. */
describe.each(['provincia', 'azienda-sanitaria', 'ministero-agenzia', 'ordine-piccolo'])(
  'the pages of a new body of the kind «%s»',
  (kind) => {
    const opened = aRegister();
    let folder = '';
    let bodies: Bodies;
    let app: ReturnType<typeof createConsole>['app'];
    let cookie = '';

    beforeAll(async () => {
      folder = await exampleOf(kind, kind);
      const loaded = loadBodies(folder);
      if (!loaded.ok) throw new Error(loaded.error.map(formatSeedError).join('\n'));
      bodies = loaded.value;
      const register = { db: opened.db, schema: opened.schema, close: async () => undefined };
      const parts = consoleParts();
      const clock = { origin: 0, start: msOfInstant(NOW), speed: 1 };
      const { prepareCycle } = createActivities({
        register,
        bodies,
        invitations: parts.invitations,
        post: { ...parts.post, domain: 'valfiorita.example', consoleUrl: parts.consoleUrl, clock: () => clock },
        publicDir: folder,
        log: pino({ level: 'silent' }),
        now: () => NOW,
      });
      await prepareCycle({ space: opened.schema, ...REF, clock }, NOW);
      app = createConsole({ ...parts, bodies, register, clock: () => NOW, log: { line: () => undefined } }).app;
      cookie = `${SESSION_COOKIE}=${await beginSession(opened.db, 'sauro@valfiorita.example', 'rehearsal', 1)}`;
    });
    afterAll(() => rmSync(dirname(folder), { recursive: true, force: true }));

    test('have a title, and say no word, id or blank of somebody else’s', async () => {
      const steps = await stepsOf(opened.db, CYCLE);
      const drafts = await draftedIn(opened.db, CYCLE);
      const cycle = `/cicli/${CYCLE}`;
      const paths = [
        ...['/mie', cycle, `${cycle}/piano`, `${cycle}/documenti`, `${cycle}/cruscotto`, `/enti/${REF.entity}`],
        ...steps.map(({ id }) => `${cycle}/attivita/${id}`),
        ...drafts.flatMap(({ document, outline }) => [
          draftPath(REF, document),
          `${draftPath(REF, document)}/lettura`,
          `${draftPath(REF, document)}/sezioni/${outline.sections[0]?.id}`,
        ]),
      ];
      const { roles } = bodies.entity(REF.entity);
      const titles = roles.map(({ title }) => title).join('; ');
      const strange = OF_SOME.filter(([, may]) => !may(titles)).map(([word]) => word);
      const ids = new RegExp(
        `(?<![\\p{L}/-])(?:${roles
          .map(({ id }) => id)
          .filter((id) => id.includes('-'))
          .join('|')})(?![\\p{L}-])`,
        'u',
      );
      const found: string[] = [];
      for (const path of paths) {
        const answer = await app.request(path, { headers: { cookie } });
        const html = await answer.text();
        const said = visibleText(html);
        if (answer.status !== 200) found.push(`${path}: ${answer.status}`);
        if ((parse(html).querySelector('h1')?.textContent.trim() ?? '') === '') found.push(`${path}: no title`);
        for (const word of [...strange, ids, /\bundefined\b|\[object|\{[a-z]+\}|\bNaN\b/]) {
          const hit = word.exec(said);
          if (hit !== null) found.push(`${path}: ${said.slice(Math.max(0, hit.index - 50), hit.index + 70)}`);
        }
      }
      expect(paths.length).toBeGreaterThan(40);
      expect(found).toEqual([]);
    });
  },
);
