import type { OrgUnit } from '../../../domain/org-chart.js';

/** The organisation as a list: what depends on what by its place. */
export function OrgList({ unit }: { unit: OrgUnit }) {
  return (
    <li>
      {unit.title}
      {unit.under.length > 0 && (
        <ul>
          {unit.under.map((one) => (
            <OrgList unit={one} />
          ))}
        </ul>
      )}
    </li>
  );
}
