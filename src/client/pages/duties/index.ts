import type { Site } from '../kit/site.js';
import { amendmentRoutes } from './amendment/routes.js';
import { boardRoutes } from './board/routes.js';
import { officerRoutes } from './officer/routes.js';
import type { DutyRoute } from './routes.js';
import { taskRoutes } from './task/routes.js';

/** Every page of a duty. Each family lies in a folder of its own: `officer/`, `board/`, `task/`. */
export function dutyRoutes(site: Site): readonly DutyRoute[] {
  return [...officerRoutes(site), ...boardRoutes(site), ...taskRoutes(site), ...amendmentRoutes(site)];
}
