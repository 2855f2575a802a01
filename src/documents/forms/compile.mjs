// The thread that makes PDFs: a compilation holds the processor for some hundreds of milliseconds, and whoever asked goes on
// meanwhile. Plain JavaScript, because a thread is started from a file as it is, with neither tsx nor a build before it.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const { template, fonts } = workerData;
const workspace = process.cwd();
const compiler = NodeCompiler.create({
  workspace,
  fontArgs: [{ fontBlobs: fonts.map((bytes) => Buffer.from(bytes)) }],
});

parentPort?.on('message', ({ id, document, standard, timestamp, pictures }) => {
  try {
    for (const [path, bytes] of pictures)
      compiler.mapShadow(join(workspace, path), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const compiled = compiler.compile({ mainFileContent: template, inputs: { document } });
    const { result } = compiled;
    if (result === null) throw new Error(problems(compiled.takeDiagnostics()));
    const bytes = compiler.pdf(result, { pdfStandard: standard, creationTimestamp: timestamp });
    parentPort?.postMessage({ id, bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : problems(error) });
  } finally {
    for (const [path] of pictures) compiler.unmapShadow(join(workspace, path));
    // A picture takes far more room read than as it lies: none is kept for the next document.
    compiler.evictCache(pictures.length > 0 ? 0 : 2);
  }
});

/** What the compiler complains of, in its own words. */
function problems(diagnostics) {
  const short = diagnostics?.shortDiagnostics ?? [];
  return short.length === 0 ? String(diagnostics) : short.map((one) => JSON.stringify(one)).join('\n');
}
