import { slug } from '../slug.js';

/** What a body says of somebody it answers to. */
export interface StakeholderDescription {
  readonly name: string;
  /** What they are grouped under; empty where nobody has said. */
  readonly category: string;
  readonly expects: string;
  /** From 1 (little) to 5 (much); null where nobody has said. */
  readonly influence: number | null;
  readonly interest: number | null;
  readonly services: string;
  readonly involvement: string;
}

/** A stakeholder of the register, as it stands. */
export interface Stakeholder extends StakeholderDescription {
  /** `associazioni-di-categoria` */
  readonly id: string;
  readonly ended: boolean;
  /** False for one of the data files that nobody has described yet. */
  readonly described: boolean;
}

/** The ends of influence and interest. */
export const SCALE = { least: 1, most: 5 } as const;

/**
 * How a body deals with who has so much influence on it and interest in it: the four fields of the matrix of power and interest
 * (Mendelow 1991), cut at the middle of the scale. The middle itself counts as much.
 */
export type Engagement = 'manage' | 'satisfy' | 'inform' | 'monitor';

/** Undefined where influence or interest is not known. */
export function engagementOf({
  influence,
  interest,
}: Pick<StakeholderDescription, 'influence' | 'interest'>): Engagement | undefined {
  if (influence === null || interest === null) return undefined;
  const middle = (SCALE.least + SCALE.most) / 2;
  if (influence >= middle) return interest >= middle ? 'manage' : 'satisfy';
  return interest >= middle ? 'inform' : 'monitor';
}

/**
 * The register: what is on record, and before it those of the data files that nobody has described yet, under their names alone.
 * @param named names in the data files, in their order
 * @param onRecord how each stands; one of the data files that has a record is found by the id its name makes
 */
export function stakeholderRegister(
  named: readonly string[],
  onRecord: readonly Stakeholder[],
): readonly Stakeholder[] {
  const known = new Map(onRecord.map((one) => [one.id, one]));
  const ids = named.map((name) => [slug(name), name] as const);
  const first = ids.map(([id, name]) => known.get(id) ?? onlyNamed(id, name));
  const own = new Set(ids.map(([id]) => id));
  return [...first, ...onRecord.filter(({ id }) => !own.has(id))];
}

const onlyNamed = (id: string, name: string): Stakeholder => ({
  id,
  name,
  category: '',
  expects: '',
  influence: null,
  interest: null,
  services: '',
  involvement: '',
  ended: false,
  described: false,
});

/** Those whose opinion counts now. */
export const current = (register: readonly Stakeholder[]): readonly Stakeholder[] =>
  register.filter(({ ended }) => !ended);

/** A stakeholder whose influence and interest are known. */
export interface PlacedStakeholder extends Stakeholder {
  readonly influence: number;
  readonly interest: number;
}

const ENGAGEMENTS: readonly Engagement[] = ['manage', 'satisfy', 'inform', 'monitor'];

/** Those whose influence and interest are known, by the field of the matrix they stand in. */
export const byEngagement = (
  register: readonly Stakeholder[],
): readonly { readonly engagement: Engagement; readonly members: readonly PlacedStakeholder[] }[] =>
  ENGAGEMENTS.map((engagement) => ({
    engagement,
    members: register.filter(isPlaced).filter((one) => engagementOf(one) === engagement),
  }));

export const isPlaced = (one: Stakeholder): one is PlacedStakeholder => one.influence !== null && one.interest !== null;
