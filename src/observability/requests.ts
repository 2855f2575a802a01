import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';

/**
 * Begins a trace with each request of the console. It is named by the pattern of its address: the addresses themselves carry
 * the links that let people in, which libraries for this would put on record.
 */
export const tracedRequests: MiddlewareHandler = async (c, next) => {
  const { method } = c.req;
  await trace.getTracer('ciclo').startActiveSpan(method, { kind: SpanKind.SERVER, root: true }, async (span) => {
    try {
      await next();
    } finally {
      const route = routePath(c, -1);
      span.updateName(`${method} ${route}`);
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': c.res.status,
      });
      if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    }
  });
};
