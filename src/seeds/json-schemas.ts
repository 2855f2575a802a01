import { z } from 'zod';
import { checklistSchema, checkUpSchema, indicesSchema } from './analysis-schema.js';
import { bodySchema } from './body-schema.js';
import { calendarTemplateSchema } from './calendar.js';
import { calendarChoicesSchema, entitySchema } from './entity.js';
import { kindSchema } from './kind.js';
import { outlineSchema } from './outline.js';
import { planSchema, sectionSchemas } from './plan-schema.js';
import { policySchema } from './policy.js';
import { retentionSchema } from './retention.js';
import { improvementSchema, seriesSchema, transparencySchema } from './series-schema.js';
import { seriesSourcesSchema, sourcesSchema } from './source-schema.js';

/** The schemas that data files name in their first line, by file name under `schemas/`. */
const PUBLISHED: Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>> = {
  plan: { title: 'Piano della Performance: intestazione, o piano intero', schema: planSchema },
  'plan-scorecard': { title: 'Albero e cruscotto strategico', schema: sectionSchemas.scorecard },
  'plan-sheets': { title: 'Schede di programmazione', schema: sectionSchemas.sheets },
  'plan-individual': { title: 'Obiettivi individuali', schema: sectionSchemas.individual },
  'plan-resources': { title: 'Altre risorse dei programmi', schema: sectionSchemas.resources },
  'plan-budget': { title: 'Programmazione economica per obiettivi', schema: sectionSchemas.budget },
  series: { title: 'Serie storiche e di confronto', schema: seriesSchema },
  transparency: { title: 'Obblighi di trasparenza', schema: transparencySchema },
  kind: { title: 'Tipo di ente: ruoli, documenti, missioni', schema: kindSchema },
  entity: { title: 'Ente: uffici, ruoli, persone', schema: entitySchema },
  'entity-calendar': { title: 'Scelte di calendario di un ente', schema: calendarChoicesSchema },
  calendar: { title: 'Modello di calendario', schema: calendarTemplateSchema },
  outline: { title: 'Documento del ciclo: le sezioni di cui consiste', schema: outlineSchema },
  policy: { title: 'Regole di misurazione e valutazione (SMVP)', schema: policySchema },
  body: { title: 'Ente oltre il ciclo: missione, serie, obblighi e azioni seguiti', schema: bodySchema },
  indices: { title: 'Analisi finanziaria: conti, indici, valore aggiunto', schema: indicesSchema },
  validation: { title: 'Lista di controllo dell’OIV per la validazione della Relazione', schema: checklistSchema },
  'check-up': { title: 'Check-up del ciclo della performance', schema: checkUpSchema },
  improvement: { title: 'Piano di miglioramento', schema: improvementSchema },
  retention: { title: 'Termini di conservazione di ciò che riguarda persone', schema: retentionSchema },
  'series-sources': { title: 'Fonti automatiche delle serie storiche', schema: seriesSourcesSchema },
  sources: { title: 'Fonti automatiche dei valori rilevati', schema: sourcesSchema },
};

/**
 * The published JSON Schemas: what a person may write, before it is turned into the domain's values.
 * @returns text of each file, by its name
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(PUBLISHED).map(([name, { title, schema }]) => {
      const file = `${name}.schema.json`;
      const described = { $id: file, title, ...z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) };
      return [file, `${JSON.stringify(described, null, 2)}\n`];
    }),
  );
}
