/*
 * What becomes of a process whose output cannot be written. Whoever reads it may leave before the end (`| head -1`): that ends
 * the work and is no error. What handles its own ending, like a system at work, is asked to end in order; it does not end for
 * a disk that is full. Anything else ends at once.
 */

let left = false;
let outliving = false;

const onError = (error: NodeJS.ErrnoException): void => {
  const isAtWork = process.listenerCount('SIGTERM') > 0;
  if (error.code !== 'EPIPE') {
    if (isAtWork) return;
    throw error;
  }
  if (left || outliving) return;
  left = true;
  if (isAtWork) process.kill(process.pid, 'SIGTERM');
  else process.exit();
};

/** Ends with whoever reads the output. */
export function leaveWithTheReader(): void {
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);
}

/** From now on the process goes on without a reader: one that collects logs may break down, and nobody has left. */
export function outliveTheReader(): void {
  outliving = true;
}
