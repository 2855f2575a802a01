import { orgChartSections } from '../../documents/about-body.js';
import { orgChart } from '../../domain/org-chart.js';
import { bodyNow } from '../contents.js';
import { type ComputedPart, directly } from './part.js';

/** `ente/organigramma`: the organisation as it stands. */
export const organisationChartPart: ComputedPart = async (sources, { entity }) =>
  orgChartSections(orgChart(await bodyNow(sources, entity))).flatMap(({ blocks }) => directly(blocks));
