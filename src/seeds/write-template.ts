import { parseDocument } from 'yaml';
import type { CalendarTemplate } from '../domain/calendar/template.js';
import { sameValue } from '../domain/same-value.js';

/**
 * The file of a template with what has been changed of it since it was read: its version, norms that are new, revisions of steps.
 * Comments stay where they are.
 */
export function templateText(source: string, template: CalendarTemplate): string {
  const document = parseDocument(source);
  const before: CalendarTemplate = document.toJS();
  document.set('version', template.version);
  const known = new Map(before.norms.map(({ id }, i) => [id, i]));
  for (const norm of template.norms) {
    const at = known.get(norm.id);
    if (at === undefined) document.addIn(['norms'], document.createNode(norm, { flow: true }));
    else if (before.norms[at]?.citation !== norm.citation) document.setIn(['norms', at], document.createNode(norm));
  }
  template.phases.forEach(({ steps }, i) => {
    steps.forEach(({ revisions }, k) => {
      const there = before.phases[i]?.steps[k]?.revisions ?? [];
      if (sameValue(revisions, there)) return;
      document.setIn(['phases', i, 'steps', k, 'revisions'], document.createNode(revisions));
    });
  });
  return document.toString({ lineWidth: 0 });
}
