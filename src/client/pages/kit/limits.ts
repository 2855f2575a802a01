import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may be asked for. */
interface Limit {
  readonly points: number;
  readonly seconds: number;
}

/** What is counted, and against what. */
export interface LimitTable {
  /** Sign-in links, by the address they are asked for. */
  readonly linkByAddress: Limit;
  /** Sign-in links, by who asks: a whole office may come from one address. */
  readonly linkByClient: Limit;
  /** Links and tokens that open nothing, by who tries them. */
  readonly wrongKey: Limit;
  /** What comes by public forms, by who sends it. */
  readonly voiceByClient: Limit;
  /** The same, by the body it is for. */
  readonly voiceByBody: Limit;
  /** Calls of the API, by token. */
  readonly api: Limit;
}

export const LIMITS: LimitTable = {
  linkByAddress: { points: 5, seconds: 900 },
  linkByClient: { points: 60, seconds: 900 },
  wrongKey: { points: 60, seconds: 600 },
  voiceByClient: { points: 10, seconds: 900 },
  voiceByBody: { points: 60, seconds: 3_600 },
  api: { points: 600, seconds: 60 },
};

/** Counters of one process: each process of an installation keeps its own. */
export interface Limits {
  /** Counts one more. @returns seconds to wait when it is too many; 0 when it may go on */
  count(what: keyof LimitTable, who: string): Promise<number>;
}

export function createLimits(table: LimitTable = LIMITS): Limits {
  const counter = ({ points, seconds }: Limit) => new RateLimiterMemory({ points, duration: seconds });
  const counters: Record<keyof LimitTable, RateLimiterMemory> = {
    linkByAddress: counter(table.linkByAddress),
    linkByClient: counter(table.linkByClient),
    wrongKey: counter(table.wrongKey),
    voiceByClient: counter(table.voiceByClient),
    voiceByBody: counter(table.voiceByBody),
    api: counter(table.api),
  };
  return {
    count: async (what, who) => {
      try {
        await counters[what].consume(who);
        return 0;
      } catch (refusal) {
        // The library refuses by throwing how long to wait.
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
  };
}
