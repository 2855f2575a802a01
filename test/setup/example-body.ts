import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { init } from '../../src/client/cli/init/new-body.js';

/** The answers to `ciclo init` of an invented body, `valfiorita`. */
export const answersOf = (kind: string, template: string): string => `kind: ${kind}
name: Ente di Valfiorita
id: valfiorita
seat: Valfiorita
patronSaint: { name: San Giovanni Battista, month: 6, day: 24 }
template: ${template}
policy: smvp-2016
exercise: 2027
people:
  vertice: { name: Elvira Montanari, email: elvira@valfiorita.example }
  controllo: { name: Sauro Benedetti, email: sauro@valfiorita.example }
  segreteria: { name: Ida Farnesi, email: ida@valfiorita.example }
  validatore: { name: Corrado Lisi, email: corrado@valfiorita.example }
  comunicazione: { name: Ida Farnesi, email: ida@valfiorita.example }
offices:
  - { title: Servizi al pubblico, name: Nives Gori, email: nives@valfiorita.example }
  - { title: Ufficio tecnico, name: Delio Fabbri, email: delio@valfiorita.example }
`;

/** A folder of bodies with the one `ciclo init` writes for a kind and a calendar. */
export async function exampleOf(kind: string, template: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ciclo-example-'));
  const from = join(folder, 'risposte.yaml');
  writeFileSync(from, answersOf(kind, template));
  await init({ from, dir: join(folder, 'enti'), json: true, office: [] }, undefined);
  return join(folder, 'enti');
}
