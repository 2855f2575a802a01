import type { Handler } from 'hono';
import { dossierContent } from '../../../documents/dossier.js';
import { pdfForm } from '../../../documents/forms/pdf.js';
import { fileName } from '../../../documents/print.js';
import { takeSnapshot } from '../../../documents/snapshot.js';
import { dossierData } from '../../../office/dossier.js';
import { titleOf } from '../../../office/title-of.js';
import { planToWrite } from '../../../register/plan-to-write.js';
import { frameOf } from '../kit/frame.js';
import { attachmentHeader, declareForeign } from '../kit/headers.js';
import { cycleIdIn, type Site } from '../kit/site.js';

const DOSSIER = 'dossier';

/** The dossier of the validation as a PDF, from the register as it is when it is asked for. */
export function dossierFile({ deps, assets }: Site): Handler {
  return async (c) => {
    const { cycle, today } = await frameOf(deps, assets, c, cycleIdIn(c));
    if (cycle === undefined) return c.notFound();
    const { db, schema } = deps.register;
    const { entity, entityName, exercise, simulated } = cycle;
    const ref = { space: schema, entity, exercise };
    const content = dossierContent(
      {
        kind: DOSSIER,
        title: titleOf(DOSSIER, exercise),
        entity: entityName,
        exercise,
        version: 1,
        on: today,
        simulated,
      },
      await dossierData(db, ref, await planToWrite(db, ref, undefined)),
    );
    declareForeign(c);
    c.header('Cache-Control', 'private, no-store');
    c.header('Content-Type', 'application/pdf');
    c.header('Content-Disposition', attachmentHeader(`${fileName(content)}.pdf`));
    return c.body(new Uint8Array(await pdfForm(takeSnapshot(content), new Map())));
  };
}
