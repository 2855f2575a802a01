import { describe, expect, it } from 'vitest';
import { blindSixty } from './blind-sixty.js';
import { checkRow } from './check-row.js';

describe('sixty targets of other bodies, written before the parser saw them', () => {
  it.each(blindSixty.map((row) => [`«${row.text}» for «${row.context.name}»`, row] as const))('%s', (_, row) =>
    checkRow(row),
  );

  it('are sixty', () => expect(blindSixty).toHaveLength(60));
});
