import type { Unit } from '../../../src/domain/targets/types.js';

/** A bare value with the name of its indicator, and what a person of the trade would first take it for. */
export interface NamedValue {
  readonly text: string;
  readonly name: string;
  /** `asked`: the name does not settle it, so both ways must be put to the person. */
  readonly way: 'more' | 'less' | 'asked';
  /** The unit, where the name says what the value does not. */
  readonly unit?: Unit;
}

const of =
  (way: NamedValue['way']) =>
  (text: string, name: string, unit?: Unit): NamedValue => ({
    text,
    name,
    way,
    ...(unit === undefined ? {} : { unit }),
  });

export const more = of('more');
export const less = of('less');
export const asked = of('asked');
