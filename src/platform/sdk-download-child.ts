import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * Makes the SDK download a program by asking it for a running server, which is ended at once. Runs in a process of its own.
 * @throws what the SDK says, when it could not download or start it
 */
export async function sdkDownload(program: string, version: string, downloadDir: string): Promise<void> {
  const executable = { type: 'cached-download', version, downloadDir } as const;
  const environment =
    program === 'temporal-test-server'
      ? await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } })
      : await TestWorkflowEnvironment.createLocal({ server: { executable } });
  await environment.teardown();
}
