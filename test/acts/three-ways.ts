import { SCOPES } from '../../src/domain/token.js';
import { addSubstitution } from '../../src/register/people.js';
import { issueToken } from '../../src/register/tokens.js';
import { ciclo } from '../client/cli/terminal.js';
import type { aDesk } from '../client/pages/access/desk.js';
import { textOf } from '../client/pages/site.js';

interface Tried {
  readonly done: boolean;
  readonly said: string;
}

/** The ways by which one act may come in, in the order a test tries them. */
export const THREE = ['page', 'token', 'command-line'];

/** The people of a desk's body `prova` who act by page, API and command. */
export function threeWays(desk: ReturnType<typeof aDesk>) {
  const cookies = new Map<string, string>();
  const tokens = new Map<string, string>();
  return {
    cookie: (person: string): string => cookies.get(person) ?? '',
    /** Dario stands in for Carla this week; Anna, Bruno and Dario sign in, and have a token each. */
    async begin(): Promise<void> {
      const period = { from: '2016-05-09', to: '2016-05-12' } as const;
      await addSubstitution(desk.db, 'prova', { absent: 'carla', substitute: 'dario', ...period, reason: 'ferie' });
      for (const person of ['anna', 'bruno', 'dario']) {
        cookies.set(person, await desk.signedIn(`${person}@prova.example`));
        const asked = { entity: 'prova', person, title: 'prova', issuedBy: person, days: 30, scopes: SCOPES };
        tokens.set(person, (await issueToken(desk.db, asked)).secret);
      }
    },
    async byPage(path: string, person: string, fields: Readonly<Record<string, string>>): Promise<Tried> {
      const answer = await desk.post(path, fields, { cookie: cookies.get(person) ?? '' });
      const said = decodeURIComponent(answer.headers.get('location') ?? '') || textOf(await answer.text());
      return { done: answer.status === 303, said };
    },
    async byApi(path: string, person: string, body: object): Promise<Tried> {
      const answer = await desk.app.request(`/api/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { authorization: `Bearer ${tokens.get(person)}`, 'content-type': 'application/json' },
      });
      return { done: answer.status === 201, said: await answer.text() };
    },
    async byCommand(person: string, ...args: readonly string[]): Promise<Tried> {
      const { code, out, err } = await ciclo(...args, '--entity', 'prova', '--as', person);
      return { done: code === 0, said: `${out}${err}` };
    },
  };
}
