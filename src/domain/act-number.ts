/** A number that whoever wrote it called one: `n. 12`, `Prot. n. 4512`, `protocollo 4512/2016`. */
const CALLED = /^(?<protocol>prot(?:ocollo|\.|(?=\s)))?\s*(?:n[.°]\s*)?(?=\S)/i;

/** An act by its number, as it is called in a sentence: `n. 12`; `prot. n. 4512` where what was written is a protocol's. */
export function actNumbered(written: string): string {
  const text = written.trim();
  const called = CALLED.exec(text);
  const bare = text.slice(called?.[0].length ?? 0);
  return called?.groups?.protocol === undefined ? `n. ${bare}` : `prot. n. ${bare}`;
}
