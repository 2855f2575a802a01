interface Named {
  readonly entity: string;
  readonly exercise: number;
}

/** `/cicli/ccms/2016`, or a page under it. */
export const cyclePath = ({ entity, exercise }: Named, below = ''): string =>
  `/cicli/${encodeURIComponent(entity)}/${exercise}${below}`;

export const stepPath = (cycle: Named, step: string): string =>
  cyclePath(cycle, `/attivita/${encodeURIComponent(step)}`);

export const indicatorPath = (cycle: Named, indicator: string): string =>
  cyclePath(cycle, `/indicatori/${encodeURIComponent(indicator)}`);

/** The page on which the readings of a plan's targets are confirmed. */
export const readingsPath = (cycle: Named): string => cyclePath(cycle, '/piano/letture');
