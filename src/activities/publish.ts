import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decisionsOf } from '../register/decisions.js';
import { documentBytes, documentsOf } from '../register/documents.js';
import { appendLog } from '../register/log.js';
import type { Deps } from './deps.js';
import { idOf } from './record.js';
import type { RemoteActivities } from './types.js';

/** Label under which Amministrazione Trasparente prescribes each document (D.Lgs. 33/2013, art. 10, c. 8, lett. b). */
const LABELS: Readonly<Record<string, string>> = {
  piano: 'performance/piano-della-performance',
  relazione: 'performance/relazione-sulla-performance',
};

/**
 * Publishes the document its board approved, byte for byte, below the label Amministrazione Trasparente prescribes.
 * A new version stands beside the old one. The Relazione is not published before the OIV validated it.
 */
export function publishing({ register, publicDir }: Deps): Pick<RemoteActivities, 'publish'> {
  return {
    publish: async (ref, step, run, at) => {
      const kind = step.document;
      const label = kind === undefined ? undefined : LABELS[kind];
      if (kind === undefined || label === undefined) throw new Error(`step ${step.id} publishes no known document`);
      const decisions = (await decisionsOf(register.db, idOf(ref))).filter((d) => d.outcome === 'approved');
      const document = (await documentsOf(register.db, idOf(ref)))
        .filter((d) => d.kind === kind)
        .findLast((d) => decisions.some((decision) => decision.documentHash === d.hash));
      if (document === undefined)
        throw new Error(`il documento «${kind}» non è ancora stato approvato: non si pubblica`);
      const validated = decisions.some((d) => d.board === 'oiv' && d.documentHash === document.hash);
      if (kind === 'relazione' && !validated)
        throw new Error('la Relazione non è ancora stata validata dall’OIV: non si pubblica');
      const content = await documentBytes(register.db, document.hash);
      if (content === undefined) throw new Error(`document ${document.hash} has no bytes`);

      const folder = join(publicDir, ref.entity, String(ref.exercise), label);
      await mkdir(folder, { recursive: true });
      const facts = {
        title: document.title,
        version: document.version,
        sha256: document.hash,
        simulated: document.simulated,
        publishedAt: at,
      };
      await put(join(folder, `v${document.version}.html`), content.bytes);
      await put(join(folder, `v${document.version}.json`), `${JSON.stringify(facts, undefined, 2)}\n`);
      await appendLog(register.db, {
        key: `${idOf(ref)}/${step.id}/published/${run}/${document.hash}`,
        at,
        actor: 'sistema',
        action: 'document-published',
        subject: document.title,
        cycle: idOf(ref),
        step: step.id,
        detail: { hash: document.hash, label },
      });
      return { title: document.title, hash: document.hash };
    },
  };
}

/** Readers of the site see the old file or the new one, never half of it. */
async function put(file: string, content: Buffer | string): Promise<void> {
  const partial = `${file}.partial`;
  await writeFile(partial, content);
  await rename(partial, file);
}
