import type { Plan } from '../domain/plan.js';
import { initWords } from '../words/init.js';

/** Whether an area stands only by way of example, as `ciclo init` writes it. */
export const isExampleArea = ({ source }: Plan['areas'][number]): boolean => source === initWords.files.source;

/** Whether nothing of a plan is the body's own: it gives way to its first table, and is never in force by itself. */
export const isExamplePlan = ({ areas }: Plan): boolean => areas.length > 0 && areas.every(isExampleArea);
