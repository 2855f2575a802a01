/** What a process of the chaos run is told about its clock: by how many milliseconds it is wrong from now on. */
export interface ClockSkew {
  readonly skewMs: number;
}

const trueNow = Date.now.bind(Date);
let skewMs = 0;

/** The machine's clock as somebody set it: only what asks for the present hour sees it. */
class SkewedDate extends Date {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(trueNow() + skewMs);
    else super(...(given as [number]));
  }

  static override now(): number {
    return trueNow() + skewMs;
  }
}

/** From here on the clock of this process is set by whoever started it; to be imported before what reads the clock. */
globalThis.Date = SkewedDate as DateConstructor;
process.on('message', (told: ClockSkew) => {
  skewMs = told.skewMs;
});
// Listening must not keep a process alive that is over.
process.channel?.unref();
