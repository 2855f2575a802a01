import type { DocumentContent, DocumentHeading } from '../documents/content.js';
import { relazioneContent } from '../documents/monitoraggio.js';
import { pianoContent } from '../documents/piano.js';
import { budgetContent, piraContent, preventivoContent, rppContent } from '../documents/programmazione.js';
import type { CycleRef } from '../domain/acting.js';
import { cycleId } from '../domain/cycle-id.js';
import { type Entity, officeRole } from '../domain/entity.js';
import { aboutBody } from '../register/body-entries.js';
import { cycleOf } from '../register/cycles.js';
import type { Db } from '../register/database.js';
import { titlesOf } from '../register/people.js';
import type { CyclePlan } from '../register/plan-to-write.js';
import { entityNow } from '../register/reading/entity-now.js';
import { seriesToday } from '../register/series-values.js';
import { spendingOf } from '../register/spending.js';
import type { Bodies } from '../seeds/bodies.js';
import { checkpointContents } from './checkpoint-results.js';

/** What documents are written from: the register as it is now, and the data files of the bodies. */
export interface Sources {
  readonly db: Db;
  readonly bodies: Bodies;
}

/**
 * What a document of a cycle says, from the register as it is now: `piano`, `rpp`, `preventivo`, `budget`, `pira`, `relazione`.
 * @throws when there is no plan to write from, or no such document
 */
export async function contentOf(
  sources: Sources,
  ref: CycleRef,
  heading: DocumentHeading,
  version: CyclePlan | undefined,
): Promise<DocumentContent> {
  const { db, bodies } = sources;
  if (heading.kind === 'relazione') {
    const spending = await spendingOf(db, ref.entity, ref.exercise);
    const byProgramme = new Map(spending.map((spent) => [spent.programme, spent]));
    return relazioneContent(heading, await checkpointContents(db, cycleId(ref)), version?.plan, byProgramme);
  }
  if (version === undefined) throw noPlan(ref);
  const { plan } = version;
  switch (heading.kind) {
    case 'piano': {
      const cycle = await cycleOf(db, cycleId(ref));
      const beside = bodies.beside(ref.entity);
      return pianoContent(heading, plan, {
        ...beside,
        series: await seriesToday(db, ref.entity, beside.series),
        calendar: cycle?.calendar,
        titleOf: await titles(db, ref.entity),
        about: await aboutBody(db, ref.entity),
        organisation: await bodyNow(sources, ref.entity),
      });
    }
    case 'rpp':
      return rppContent(heading, plan);
    case 'preventivo':
      return preventivoContent(heading, plan, bodies.kindOf(ref.entity).missions);
    case 'budget': {
      const spending = await spendingOf(db, ref.entity, ref.exercise);
      return budgetContent(heading, plan, new Map(spending.map((spent) => [spent.programme, spent])));
    }
    case 'pira':
      return piraContent(heading, plan, bodies.kindOf(ref.entity).missions);
    default:
      throw new Error(`no writer for the document ${heading.kind}`);
  }
}

/** Nothing can be written of a plan that is not there, and how to have one. */
export const noPlan = (ref: CycleRef): Error =>
  new Error(
    `nel registro non c’è un Piano ${ref.exercise} dell’ente ${ref.entity}: il controllo di gestione lo carica dalla pagina Piano del ciclo, con «Importa»`,
  );

/** The body as it stands, with what pages have changed of it; as its file says where the register does not have it yet. */
export const bodyNow = async ({ db, bodies }: Sources, entity: string): Promise<Entity> =>
  (await entityNow(db, entity)) ?? bodies.entity(entity);

/** Title of a role or an office of the entity, also of an office that has ended; what it does not know is answered as it is. */
export async function titles(db: Db, entity: string): Promise<(id: string) => string> {
  const known = await titlesOf(db, entity);
  return (id) => known.get(id) ?? known.get(officeRole(id)) ?? id;
}
