import { orgChartSections } from '../../documents/about-body.js';
import { orgChart } from '../../domain/org-chart.js';
import { type ComputedPart, directly } from './part.js';

/** `ente/organigramma`: the organisation as the entity describes it. */
export const organisationChartPart: ComputedPart = async ({ bodies }, { entity }) =>
  orgChartSections(orgChart(bodies.entity(entity))).flatMap(({ blocks }) => directly(blocks));
