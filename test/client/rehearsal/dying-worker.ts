import { NativeConnection, Worker } from '@temporalio/worker';
import { workflowBundle } from '../../../src/worker/bundle.js';

/** A worker that is killed in the middle of freezing a document: `dying-worker.ts ADDRESS NAMESPACE TASK_QUEUE`. */
const [, , address = '', namespace = '', taskQueue = ''] = process.argv;
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue,
  workflowBundle: await workflowBundle(),
  activities: {
    recordStep: async () => undefined,
    notify: async () => ({ sent: 1, failed: 0, uncertain: 0 }),
    freezeDocument: () => process.kill(process.pid, 'SIGKILL'),
  },
});
await worker.run();
