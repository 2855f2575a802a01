import { basename, join } from 'node:path';
import type { Connection, Connections } from '../../platform/connections.js';
import { foldersIn } from '../../seeds/locate.js';

/**
 * What a rehearsal reads its automatic sources from: the folders of invented data that a body keeps in
 * `rehearsal-sources/<connection>/`. A rehearsal never asks real servers: its calendar would run months ahead while they
 * think, and its values are not real.
 */
export function rehearsalConnections(seeds: string): Connections {
  const folders = foldersIn(seeds).flatMap((body) => foldersIn(join(body, 'rehearsal-sources')));
  return new Map(folders.map((folder): [string, Connection] => [basename(folder), { kind: 'folder', folder }]));
}
