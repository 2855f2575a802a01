import type { Headers, Payload } from '@temporalio/common';
import type { WorkflowInterceptorsFactory } from '@temporalio/workflow';
import { oneAtATime } from './one-at-a-time.js';

/** Where the interceptors for OpenTelemetry put what names a trace. */
const TRACE = '_tracer-data';
/** What happens later than this is no longer the doing of what came before: a reminder weeks after a click. */
const CAUSE_LASTS_MS = 10 * 60_000;

/**
 * Hands on, from the update, the signal or the start that set a workflow going to the activities and workflows that follow
 * from it, the header that names their trace. The work is done by the workflow's main function and not by the handler of the
 * message, so that a context which follows calls would lose it; and nothing of OpenTelemetry need be in the bundle.
 *
 * Headers are no part of what a replay compares.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let cause: { readonly trace: Payload; readonly at: number } | undefined;
  const hear = (headers: Headers): void => {
    const trace = headers[TRACE];
    if (trace !== undefined) cause = { trace, at: Date.now() };
  };
  const withCause = <I extends { readonly headers: Headers }>(input: I): I => {
    if (cause === undefined || Date.now() - cause.at > CAUSE_LASTS_MS) return input;
    return { ...input, headers: { ...input.headers, [TRACE]: cause.trace } };
  };
  return {
    inbound: [
      {
        execute: (input, next) => {
          hear(input.headers);
          return next(input);
        },
        handleSignal: (input, next) => {
          hear(input.headers);
          return next(input);
        },
        handleUpdate: (input, next) => {
          hear(input.headers);
          return next(input);
        },
      },
    ],
    outbound: [
      { scheduleLocalActivity: oneAtATime() },
      {
        scheduleActivity: (input, next) => next(withCause(input)),
        scheduleLocalActivity: (input, next) => next(withCause(input)),
        startChildWorkflowExecution: (input, next) => next(withCause(input)),
        signalWorkflow: (input, next) => next(withCause(input)),
        continueAsNew: (input, next) => next(withCause(input)),
      },
    ],
  };
};
