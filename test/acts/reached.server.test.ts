import { beforeAll, describe, expect, test } from 'vitest';
import { ACTS } from '../../src/acts/index.js';
import { SCOPES } from '../../src/domain/token.js';
import { issueToken } from '../../src/register/tokens.js';
import { ciclo } from '../client/cli/terminal.js';
import { aDesk } from '../client/pages/access/desk.js';

const desk = aDesk();
const EVERY = ACTS.map((act) => [act.verb, act] as const);

describe('everything a person can do', () => {
  let token = '';
  beforeAll(async () => {
    const asked = { entity: 'prova', person: 'carla', title: 'prova', issuedBy: 'carla', days: 30, scopes: SCOPES };
    token = (await issueToken(desk.db, asked)).secret;
  });

  /** What a call answers whose body has a property no act asks for: it is read only where there is an act. */
  const answerAt = async (path: string): Promise<number> => {
    const address = path.replaceAll(
      /\{(\w+)\}/g,
      (_, name: string) => ({ entity: 'prova', exercise: '2016' })[name] ?? 'x',
    );
    const answer = await desk.app.request(`/api/v1${address}`, {
      method: 'POST',
      body: JSON.stringify({ 'di nessun atto': true }),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    });
    return answer.status;
  };

  test.each(EVERY)('«%s» is asked for by a call of the API', async (_, { on, resource }) => {
    expect(await answerAt(`${on.api}/${resource}`)).toBe(422);
    expect(await answerAt(`${on.api}/${resource}-di-nessuno`)).toBe(404);
  });

  test.each(EVERY)('«%s» is asked for by a command, whose help says what it does', async (verb, { words }) => {
    const { code, out } = await ciclo(...verb.split(' '), '--help');
    const said = out.replaceAll(/\s+/g, ' ').toLowerCase();
    expect([code, said]).toEqual([0, expect.stringContaining(words.does.toLowerCase())]);
  });

  test('each has an address and a command of its own', () => {
    const places = ACTS.map(({ on, resource }) => `${on.api.replaceAll(/\{\w+\}/g, '{}')}/${resource}`);
    expect(new Set(places).size).toBe(ACTS.length);
    expect(new Set(ACTS.map(({ verb }) => verb)).size).toBe(ACTS.length);
  });
});
