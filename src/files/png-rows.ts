/**
 * Undoes the filter of one line of a PNG in place (ISO/IEC 15948, 9.2). One loop for each kind: a figure has tens of millions of bytes.
 * @param line its kind of filter, then its points
 * @param above the line before it, all zeros for the first
 * @param step bytes of one point
 */
export function unfilter(line: Buffer, above: Buffer, step: number): void {
  const [kind, end] = [line[0] ?? 0, line.length];
  if (kind === 1) for (let at = step + 1; at < end; at++) line[at] = (line[at] ?? 0) + (line[at - step] ?? 0);
  else if (kind === 2) for (let at = 1; at < end; at++) line[at] = (line[at] ?? 0) + (above[at] ?? 0);
  else if (kind === 3)
    for (let at = 1; at < end; at++)
      line[at] = (line[at] ?? 0) + (((at > step ? (line[at - step] ?? 0) : 0) + (above[at] ?? 0)) >> 1);
  else if (kind === 4) unfilterPaeth(line, above, step);
}

/** Of the point on the left, the one above and the one between them, what is nearest to where they lead. */
function unfilterPaeth(line: Buffer, above: Buffer, step: number): void {
  for (let of = 1; of <= step; of++) {
    // The first point has nothing on its left.
    let left = 0;
    let corner = 0;
    for (let at = of; at < line.length; at += step) {
      const up = above[at] ?? 0;
      const byLeft = Math.abs(up - corner);
      const byUp = Math.abs(left - corner);
      const byCorner = Math.abs(left + up - 2 * corner);
      const foretold = byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
      left = ((line[at] ?? 0) + foretold) & 0xff;
      corner = up;
      line[at] = left;
    }
  }
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lines of a picture as they come, made into the fewer lines of a smaller one: each of its points the mean of those it stands for. */
export class MeanLines {
  /** Unfiltered lines, each after the sign that it is not filtered. */
  readonly lines: Buffer;
  readonly #from: Size;
  readonly #to: Size;
  readonly #step: number;
  /** Place of transparency in a point; −1 where there is none. */
  readonly #alpha: number;
  readonly #sums: Float64Array;
  readonly #weights: Float64Array;
  /** Where on a line the points begin that each of the fewer stands for, and where the last of them ends. */
  readonly #edges: Int32Array;
  #taken = 0;
  #since = 0;
  #made = 0;

  constructor(from: Size, to: Size, step: number) {
    this.#from = from;
    this.#to = to;
    this.#step = step;
    this.#alpha = step === 2 || step === 4 ? step - 1 : -1;
    this.#sums = new Float64Array(to.width * step);
    this.#weights = new Float64Array(to.width);
    this.#edges = Int32Array.from({ length: to.width + 1 }, (_, x) => edge(x, from.width, to.width));
    this.lines = Buffer.alloc((to.width * step + 1) * to.height);
  }

  /** @param line its kind of filter, already undone, then its points */
  add(line: Buffer): void {
    if (this.#alpha === -1) this.#addOpaque(line);
    else this.#addSeenThrough(line);
    this.#taken += 1;
    if (this.#taken >= edge(this.#made + 1, this.#from.height, this.#to.height)) this.#finishLine();
  }

  #addOpaque(line: Buffer): void {
    const [step, sums, weights, edges] = [this.#step, this.#sums, this.#weights, this.#edges];
    for (let x = 0; x < this.#to.width; x++) {
      const start = 1 + (edges[x] ?? 0) * step;
      const end = 1 + (edges[x + 1] ?? 0) * step;
      for (let of = 0; of < step; of++) {
        let sum = 0;
        for (let at = start + of; at < end; at += step) sum += line[at] ?? 0;
        sums[x * step + of] = (sums[x * step + of] ?? 0) + sum;
      }
      weights[x] = (weights[x] ?? 0) + (end - start) / step;
    }
  }

  /** Colours weigh as much as they are seen. */
  #addSeenThrough(line: Buffer): void {
    const [step, alpha, sums, weights, edges] = [this.#step, this.#alpha, this.#sums, this.#weights, this.#edges];
    for (let x = 0; x < this.#to.width; x++) {
      const start = 1 + (edges[x] ?? 0) * step;
      const end = 1 + (edges[x + 1] ?? 0) * step;
      let weight = 0;
      for (let at = start + alpha; at < end; at += step) weight += line[at] ?? 0;
      for (let of = 0; of < alpha; of++) {
        let sum = 0;
        for (let at = start; at < end; at += step) sum += (line[at + alpha] ?? 0) * (line[at + of] ?? 0);
        sums[x * step + of] = (sums[x * step + of] ?? 0) + sum;
      }
      sums[x * step + alpha] = (sums[x * step + alpha] ?? 0) + weight;
      weights[x] = (weights[x] ?? 0) + weight;
    }
  }

  #finishLine(): void {
    const [step, alpha] = [this.#step, this.#alpha];
    const start = this.#made * (this.#to.width * step + 1) + 1;
    const lines = this.#taken - this.#since;
    for (let x = 0; x < this.#to.width; x++) {
      const across = (this.#edges[x + 1] ?? 0) - (this.#edges[x] ?? 0);
      for (let of = 0; of < step; of++) {
        const share = of === alpha ? lines * across : Math.max(1, this.#weights[x] ?? 0);
        this.lines[start + x * step + of] = Math.round((this.#sums[x * step + of] ?? 0) / share);
      }
    }
    this.#sums.fill(0);
    this.#weights.fill(0);
    this.#since = this.#taken;
    this.#made += 1;
  }
}

const edge = (at: number, from: number, to: number): number => Math.floor((at * from) / to);

/** Unfiltered lines of points with transparency, made into lines without it; undefined where something is seen through them. */
export function withoutAlpha(lines: Buffer, width: number): Buffer | undefined {
  const stride = width * 4 + 1;
  for (let line = 0; line < lines.length; line += stride)
    for (let at = line + 4; at < line + stride; at += 4) if (lines[at] !== 255) return undefined;
  let to = 0;
  for (let from = 0; from < lines.length; from++) {
    const within = from % stride;
    if (within === 0 || within % 4 !== 0) lines[to++] = lines[from] ?? 0;
  }
  return lines.subarray(0, to);
}
