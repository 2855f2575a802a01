import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * Makes the SDK download a program by asking it for a running server, which is ended at once. Runs in a process of its own.
 * A failure is told on stderr in the SDK's words alone, and ends the process with 1.
 */
export async function sdkDownload(program: string, version: string, downloadDir: string): Promise<void> {
  const executable = { type: 'cached-download', version, downloadDir } as const;
  try {
    const environment =
      program === 'temporal-test-server'
        ? await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } })
        : await TestWorkflowEnvironment.createLocal({ server: { executable } });
    await environment.teardown();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
