import { setTimeout as sleep } from 'node:timers/promises';
import type { Visit } from '../../src/client/rehearsal/visitor.js';

/** Somebody before a console that comes and goes: tries the same request again, with the same keys, until it is answered. */
export interface PatientVisit {
  readonly visit: Visit;
  /** Numbers of the receipts that pages have shown. */
  readonly receipts: ReadonlySet<string>;
  waits(): { readonly requests: number; readonly retried: number; readonly longestMs: number };
}

const ANSWER_MS = 60_000;
const PAUSE_MS = 300;
const LONGEST_MS = 240_000;
const RECEIPT = /Ricevut[ae] n\. ([\d, n.]+)/g;

export function patientVisit(url: string): PatientVisit {
  const receipts = new Set<string>();
  let [requests, retried, longestMs] = [0, 0, 0];
  const visit: Visit = async (address, request) => {
    const { pathname, search } = new URL(address);
    const began = Date.now();
    requests++;
    for (;;) {
      const answer = await answerTo(`${url}${pathname}${search}`, request);
      const waited = Date.now() - began;
      longestMs = Math.max(longestMs, waited);
      if (answer !== undefined && answer.status < 500 && answer.status !== 429) {
        const text = await answer.clone().text();
        for (const [, numbers = ''] of text.matchAll(RECEIPT))
          for (const id of numbers.match(/\d+/g) ?? []) receipts.add(id);
        return answer;
      }
      if (waited > LONGEST_MS) throw new Error(`${pathname} was not answered for ${LONGEST_MS / 1000} s`);
      retried++;
      await sleep(PAUSE_MS);
    }
  };
  return { visit, receipts, waits: () => ({ requests, retried, longestMs }) };
}

/** Undefined when the console is not there, or went away before it answered. */
async function answerTo(address: string, request: RequestInit): Promise<Response | undefined> {
  try {
    const answer = await fetch(address, { ...request, signal: AbortSignal.timeout(ANSWER_MS) });
    // An answer that breaks off is none.
    const body = await answer.arrayBuffer();
    const empty = answer.status === 204 || answer.status === 304;
    return new Response(empty ? null : body, { status: answer.status, headers: answer.headers });
  } catch {
    // Whatever went wrong on the way: the same request is sent again, and says so if it cannot be.
    return undefined;
  }
}
