import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';

/** The looks of a drawing that stands alone: on our pages the style sheet gives them. */
const DRAWING_STYLE = `
.drawing text{font-family:"Titillium Web",Arial,sans-serif;font-size:13px;fill:#17324d}
.drawing text.small{font-size:12px}
.drawing text.strong{font-weight:700}
.drawing .box rect{fill:#fff;stroke:#5b6f82}
.drawing .root rect,.drawing .area rect{fill:#17324d;stroke:#17324d}
.drawing .root text,.drawing .area text{fill:#fff}
.drawing .objective rect{fill:#e6ecf2}
.drawing .band{fill:#f5f7fa;stroke:#c5d0da}
.drawing .link{fill:none;stroke:#8a9aab;stroke-width:1.5}
.drawing .arrow .link{stroke:#17324d}
.drawing .arrow .head{fill:#17324d}
`;

/** How large a drawing is, in the units it is drawn in: 13 of them are a letter's height. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

interface FrameProps extends DrawingSize {
  /** What the drawing shows, for who does not see it. */
  readonly title: string;
  /** Whether it stands alone: with its looks and its size. */
  readonly alone?: boolean | undefined;
  readonly children?: Child;
}

/** What every drawing is within. */
export function Frame({ width, height, title, alone = false, children }: FrameProps) {
  return (
    <svg
      class="drawing"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={alone ? width : undefined}
      height={alone ? height : undefined}
    >
      <title>{title}</title>
      {alone && <style>{raw(DRAWING_STYLE)}</style>}
      {children}
    </svg>
  );
}
