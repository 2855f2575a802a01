import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { MailTransport, SendOutcome } from '../mail/transport.js';

/**
 * A transport whose every handing over is a span of the trace it belongs to, and is told to `heard` with its seconds.
 * Neither says to whom, or what.
 */
export function watchedTransport(
  transport: MailTransport,
  heard: (outcome: SendOutcome['outcome'], seconds: number) => void,
): MailTransport {
  return {
    connections: transport.connections,
    close: () => transport.close(),
    send: (mail) =>
      trace.getTracer('ciclo').startActiveSpan('SMTP send', { kind: SpanKind.CLIENT }, async (span) => {
        const began = performance.now();
        try {
          const sent = await transport.send(mail);
          heard(sent.outcome, (performance.now() - began) / 1_000);
          span.setAttribute('ciclo.mail.outcome', sent.outcome);
          if (sent.outcome !== 'accepted') span.setStatus({ code: SpanStatusCode.ERROR });
          return sent;
        } finally {
          span.end();
        }
      }),
  };
}
