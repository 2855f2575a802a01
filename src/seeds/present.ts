/** A validated value without the keys that validation left `undefined`: the domain's types want those absent. */
export type Present<T> = T extends readonly (infer I)[]
  ? Present<I>[]
  : T extends object
    ? { [K in keyof T as undefined extends T[K] ? never : K]: Present<T[K]> } & {
        [K in keyof T as undefined extends T[K] ? K : never]?: Present<Exclude<T[K], undefined>>;
      }
    : T;

export function present<T>(value: T): Present<T> {
  // The copy drops exactly what the type drops: keys whose value is undefined.
  return strip(value) as Present<T>;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, v]) => (v === undefined ? [] : [[key, strip(v)]])));
}
