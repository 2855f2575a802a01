import { describe, expect, test } from 'vitest';
import { publication } from '../../src/workflows/index.js';
import { clockFrom, eachOnItsOwnServer, input, office, step, withWorker } from './office.js';

const server = eachOnItsOwnServer();

describe('a publication', () => {
  test('publishes at once and tells who answers for it', async () => {
    const o = office();
    await withWorker(server.env, o, async (taskQueue) => {
      const dated = step('publication', { document: 'piano' });
      const result = await server.env.client.workflow.execute(publication, {
        taskQueue,
        workflowId: 'publication',
        args: [input(await clockFrom(server.env), dated)],
      });
      expect(result).toMatchObject({
        outcome: 'pubblicato: Piano (impronta aaaaaaaaaaaa)',
        announcements: [{ kind: 'published', remark: 'Piano' }],
      });
    });
  });
});
