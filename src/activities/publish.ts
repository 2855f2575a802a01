import { subsectionOf } from '../documents/site/labels.js';
import type { PublishedAct } from '../documents/site/published.js';
import { type DecisionRecord, decisionsOf } from '../register/decisions.js';
import { type DocumentRecord, documentsOf } from '../register/documents.js';
import { appendLog } from '../register/log.js';
import { siteWords as words } from '../words/site.js';
import { titles } from './contents.js';
import type { Deps } from './deps.js';
import { snapshotOf } from './forms.js';
import { idOf } from './record.js';
import { publishVersion } from './site.js';
import type { RemoteActivities } from './types.js';

/**
 * Publishes the document its board approved, in every form, below the label Amministrazione Trasparente prescribes. A new
 * version stands beside the old one. The Relazione is not published before the OIV validated it.
 */
export function publishing({
  register,
  bodies,
  publicDir,
}: Pick<Deps, 'register' | 'bodies' | 'publicDir'>): Pick<RemoteActivities, 'publish'> {
  return {
    publish: async (ref, step, run, at) => {
      const kind = step.document;
      const subsection = kind === undefined ? undefined : subsectionOf(kind);
      if (kind === undefined || subsection === undefined) {
        throw new Error(`step ${step.id} publishes no known document`);
      }
      const cycle = idOf(ref);
      const approvals = (await decisionsOf(register.db, cycle)).filter((d) => d.outcome === 'approved');
      const document = approved(await documentsOf(register.db, cycle), approvals, kind);
      const snapshot = await snapshotOf(register.db, document.hash);
      if (snapshot === undefined) throw new Error(`document ${document.hash} has no snapshot to publish`);
      const titleOf = titles(bodies, ref.entity);
      const body = { id: ref.entity, name: bodies.entity(ref.entity).name };
      const acts = approvals
        .filter((d) => d.documentHash === document.hash)
        .map((d): PublishedAct => ({ board: titleOf(d.board), number: d.actNumber, date: d.actDate }));

      await publishVersion(register.db, publicDir, body, snapshot, { kind, publishedAt: at, acts });
      await appendLog(register.db, {
        key: `${cycle}/${step.id}/published/${run}/${document.hash}`,
        at,
        actor: 'sistema',
        action: 'document-published',
        subject: document.title,
        cycle,
        step: step.id,
        detail: { hash: document.hash, label: subsection.label },
      });
      return { title: document.title, hash: document.hash };
    },
  };
}

/** The last version a board approved. @throws saying why when there is none, or the OIV has not validated the Relazione */
function approved(
  documents: readonly DocumentRecord[],
  approvals: readonly DecisionRecord[],
  kind: string,
): DocumentRecord {
  const document = documents
    .filter((d) => d.kind === kind)
    .findLast((d) => approvals.some((a) => a.documentHash === d.hash));
  if (document === undefined) throw new Error(words.notApproved(kind));
  const validated = approvals.some((a) => a.board === 'oiv' && a.documentHash === document.hash);
  if (kind === 'relazione' && !validated) throw new Error(words.notValidated);
  return document;
}
