/** The word for one thing, or the one for several: `plural(n, 'voce', 'voci')`. */
export const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/** How many things: `count(n, 'un valore', 'valori')` is `un valore`, or `3 valori`. */
export const count = (n: number, one: string, many: string): string => (n === 1 ? one : `${n} ${many}`);
