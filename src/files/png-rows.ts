/**
 * Undoes the filter of one line of a PNG in place (ISO/IEC 15948, 9.2).
 * @param line its kind of filter, then its points
 * @param above the line before it, all zeros for the first
 * @param step bytes of one point
 */
export function unfilter(line: Buffer, above: Buffer, step: number): void {
  const kind = line[0] ?? 0;
  if (kind === 0) return;
  for (let at = 1; at < line.length; at++) {
    const left = at > step ? (line[at - step] ?? 0) : 0;
    const up = above[at] ?? 0;
    const foretold =
      kind === 1
        ? left
        : kind === 2
          ? up
          : kind === 3
            ? (left + up) >> 1
            : paeth(left, up, at > step ? (above[at - step] ?? 0) : 0);
    line[at] = (line[at] ?? 0) + foretold;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
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
    this.lines = Buffer.alloc((to.width * step + 1) * to.height);
  }

  /** @param line its kind of filter, already undone, then its points */
  add(line: Buffer): void {
    const [step, alpha, sums, weights] = [this.#step, this.#alpha, this.#sums, this.#weights];
    for (let x = 0; x < this.#to.width; x++) {
      const end = 1 + edge(x + 1, this.#from.width, this.#to.width) * step;
      for (let at = 1 + edge(x, this.#from.width, this.#to.width) * step; at < end; at += step) {
        // Colours weigh as much as they are seen.
        const weight = alpha === -1 ? 1 : (line[at + alpha] ?? 0);
        weights[x] = (weights[x] ?? 0) + weight;
        for (let of = 0; of < step; of++) {
          const place = x * step + of;
          sums[place] = (sums[place] ?? 0) + (of === alpha ? weight : weight * (line[at + of] ?? 0));
        }
      }
    }
    this.#taken += 1;
    if (this.#taken >= edge(this.#made + 1, this.#from.height, this.#to.height)) this.#finishLine();
  }

  #finishLine(): void {
    const [step, alpha] = [this.#step, this.#alpha];
    const start = this.#made * (this.#to.width * step + 1) + 1;
    const lines = this.#taken - this.#since;
    for (let x = 0; x < this.#to.width; x++) {
      const across = edge(x + 1, this.#from.width, this.#to.width) - edge(x, this.#from.width, this.#to.width);
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
