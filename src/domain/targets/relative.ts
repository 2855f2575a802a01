import { baselines } from './baseline-of.js';
import { withAmount, withoutAmount } from './change-moves.js';
import type { AmountClause } from './clause.js';
import type { Draft } from './draft.js';
import type { Reason } from './outcome.js';
import { reason } from './reasons.js';
import type { Relative, RelativeParts } from './relative-parts.js';
import type { Unit } from './types.js';
import type { Work } from './work.js';

type ChangeUnit = Relative['changeUnit'];

/** Reads a change against a baseline: `+5% rispetto al 2015`, `riduzione del 5%`, `mantenimento`, `in aumento rispetto al 2015`. */
export function relative(work: Work, parts: RelativeParts): Draft {
  const doubts: Reason[] = [];
  const notes: Reason[] = [];
  const { hints } = work;
  if (hints.change !== undefined) {
    const code = hints.change === 'reduction' ? 'reduction-name' : 'increase-name';
    doubts.push(reason(code, work.context.name));
  }
  const bases = baselines(work.context, parts.baseline, doubts, notes);
  const moves =
    parts.amount === undefined
      ? withoutAmount(parts.sense ?? 'keep', hints.direction, doubts, notes)
      : withAmount(parts, parts.amount, hints.direction, hints.cost, doubts, notes);
  const share = hints.percent || hints.share;
  const units = changeUnits(parts.amount, share, doubts);
  // A degree of satisfaction can be a mark: only a share that is always in percent gives its unit away.
  const unit = measureUnit(parts.amount, hints.percent || hints.holdsFor === 'percent', hints.unit);
  const readings = moves.flatMap((move) =>
    units.flatMap((changeUnit) =>
      bases.map((baseline): Relative => ({ kind: 'relative', ...move, changeUnit, baseline, unit })),
    ),
  );
  return { readings, doubts, notes };
}

function changeUnits(amount: AmountClause | undefined, share: boolean, doubts: Reason[]): readonly ChangeUnit[] {
  switch (amount?.unit?.kind) {
    case undefined:
      return [amount === undefined ? 'percent' : 'absolute'];
    case 'percentage-points':
      return ['percentage-points'];
    case 'percent':
      if (!share) return ['percent'];
      doubts.push(reason('percent-or-points'));
      return ['percentage-points', 'percent'];
    default:
      return ['absolute'];
  }
}

function measureUnit(amount: AmountClause | undefined, share: boolean, named: Unit | undefined): Unit {
  const unit = amount?.unit;
  if (unit?.kind === 'percentage-points') return { kind: 'percent' };
  if (unit !== undefined && unit.kind !== 'percent') return unit;
  return share ? { kind: 'percent' } : (named ?? { kind: 'number' });
}
