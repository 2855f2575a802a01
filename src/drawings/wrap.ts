/** Pixels a letter of the drawings' text takes on average; capitals take more. */
const LETTER = 6.1;
const CAPITAL = 7.9;

/**
 * A text in lines that fit a width, as SVG draws none by itself; what does not fit in `most` lines ends with an ellipsis
 * (the list below every drawing has it whole).
 */
export function wrap(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.replace(/[\s,;.]+$/, '')}…`];
}

function widthOf(text: string): number {
  const capitals = text.replace(/[^A-ZÀ-Ý]/g, '').length;
  return capitals * CAPITAL + (text.length - capitals) * LETTER;
}
