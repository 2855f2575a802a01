import { createRequire } from 'node:module';
import { context, propagation, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { PgInstrumentation } from '@opentelemetry/instrumentation-pg';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { ClientInterceptors } from '@temporalio/client';
import { OpenTelemetryWorkflowClientInterceptor } from '@temporalio/interceptors-opentelemetry/lib/client/index.js';
import { OpenTelemetryActivityInboundInterceptor } from '@temporalio/interceptors-opentelemetry/lib/worker/index.js';
import type { WorkerInterceptors } from '@temporalio/worker';
import { programVersion } from '../platform/program-version.js';

/** Traces of this process, on their way to a receiver. */
export interface Tracing {
  readonly client: ClientInterceptors;
  readonly worker: WorkerInterceptors;
  /** Sends what has not left yet and makes no more. */
  stop(): Promise<void>;
}

/**
 * Makes traces and sends them by OTLP over HTTP. The usual variables of OpenTelemetry (`OTEL_SERVICE_NAME`,
 * `OTEL_RESOURCE_ATTRIBUTES`, `OTEL_TRACES_SAMPLER`, `OTEL_EXPORTER_OTLP_HEADERS`) hold.
 *
 * SQL is told as it is written, never with its values. Where a trace passes through a workflow, `interceptors.ts` of the
 * workflows hands it on.
 * @param endpoint base address of the receiver, without `/v1/traces`
 */
export function startTracing(endpoint: string): Tracing {
  const own = resourceFromAttributes({ 'service.name': 'ciclo', 'service.version': programVersion() });
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(own)
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }))],
  });
  provider.register();
  // Sweeps and the like ask the database day and night: only what belongs to a trace is told.
  const sql = new PgInstrumentation({ requireParentSpan: true });
  sql.setTracerProvider(provider);
  // The library changes a module when it is required; ours has long been imported.
  createRequire(import.meta.url)('pg');
  return {
    client: { workflow: [new OpenTelemetryWorkflowClientInterceptor()] },
    worker: { activity: [(ctx) => ({ inbound: new OpenTelemetryActivityInboundInterceptor(ctx) })] },
    stop: async () => {
      sql.disable();
      await provider.shutdown();
      for (const api of [trace, context, propagation]) api.disable();
    },
  };
}
