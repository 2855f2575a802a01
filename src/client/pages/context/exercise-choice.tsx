import { listCycles } from '../../../register/cycles.js';
import type { Db } from '../../../register/database.js';
import { factorWords as words } from '../../../words/context.js';

/** In the address: of which exercise. */
export const EXERCISE = 'esercizio';

/** The exercises of a body, the latest first, with the one asked for: undefined asks for none that there is. */
export async function exercisesOf(
  db: Db,
  entity: string,
  asked: string | undefined,
): Promise<{ readonly all: readonly number[]; readonly chosen: number | undefined }> {
  const all = (await listCycles(db, entity)).map(({ exercise }) => exercise);
  return { all, chosen: asked === undefined ? all[0] : all.find((one) => String(one) === asked) };
}

interface ChoiceProps {
  readonly label: string;
  readonly name: string;
  readonly all: readonly number[];
  readonly chosen: number;
  readonly path: string;
}

/** One of several years or exercises, each a way to see it. */
export function YearChoice({ label, name, all, chosen, path }: ChoiceProps) {
  if (all.length < 2) return null;
  return (
    <nav class="ciclo-chapters" aria-label={label}>
      <ul>
        {all.map((year) => (
          <li>
            <a href={`${path}?${name}=${year}`} aria-current={year === chosen ? 'true' : undefined}>
              {String(year)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The exercises as a choice. */
export const ExerciseChoice = (props: Omit<ChoiceProps, 'label' | 'name'>) => (
  <YearChoice {...props} label={words.exercises} name={EXERCISE} />
);
