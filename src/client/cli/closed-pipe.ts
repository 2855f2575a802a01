/**
 * Whoever reads what we write may leave before the end (`| head -1`): that ends the work and is no error. What handles its own
 * ending, like a system at work, is asked to end in order; anything else ends at once.
 */
export function leaveWithTheReader(): void {
  let left = false;
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    if (left) return;
    left = true;
    if (process.listenerCount('SIGTERM') > 0) process.kill(process.pid, 'SIGTERM');
    else process.exit();
  };
  process.stdout.on('error', onError);
  process.stderr.on('error', onError);
}
