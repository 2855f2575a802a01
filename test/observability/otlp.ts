import { createServer } from 'node:http';
import { z } from 'zod';

/** A span as it came to the receiver. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Absent for the first of a trace. */
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface OtlpReceiver {
  /** What `OTEL_EXPORTER_OTLP_ENDPOINT` would say. */
  readonly endpoint: string;
  readonly spans: readonly ReceivedSpan[];
  /** Everything received, as it was written. */
  readonly text: () => string;
  stop(): Promise<void>;
}

const value = z.record(z.string(), z.unknown()).transform((one) => Object.values(one)[0]);
const request = z.object({
  resourceSpans: z.array(
    z.object({
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              attributes: z.array(z.object({ key: z.string(), value })),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Receives traces by OTLP over HTTP (ExportTraceServiceRequest in JSON), as a collector would. */
export async function otlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const server = createServer(async (call, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of call) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    if (call.method !== 'POST' || call.url !== '/v1/traces') return void answer.writeHead(404).end();
    bodies.push(body);
    for (const { scopeSpans } of request.parse(JSON.parse(body)).resourceSpans)
      for (const { spans: some } of scopeSpans)
        spans.push(
          ...some.map((one) => ({
            ...one,
            parentSpanId: one.parentSpanId === '' ? undefined : one.parentSpanId,
            attributes: Object.fromEntries(one.attributes.map(({ key, value: v }) => [key, v])),
          })),
        );
    answer.writeHead(200, { 'Content-Type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the receiver has no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    spans,
    text: () => bodies.join('\n'),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
