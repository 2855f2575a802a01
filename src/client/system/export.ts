import { extname } from 'node:path';
import { loadConfig } from '../../config.js';
import { datasetsOf } from '../../documents/forms/datasets.js';
import { type Snapshot, takeSnapshot } from '../../documents/snapshot.js';
import type { CycleRef } from '../../domain/acting.js';
import { cycleId } from '../../domain/cycle-id.js';
import { err, ok, type Result } from '../../domain/result.js';
import { currentContent, DRAFTABLE, WRITTEN_WHEN_ASKED, type Writable } from '../../office/exports.js';
import {
  FORM_MIMES,
  FORMS,
  type Form,
  formOf,
  makeForm,
  picturesOf,
  snapshotOf,
  tableCsv,
} from '../../office/forms.js';
import { Failure } from '../../platform/errors.js';
import { cycleOf } from '../../register/cycles.js';
import type { Db } from '../../register/database.js';
import { documentOf, documentsOf } from '../../register/documents.js';
import { planToWrite } from '../../register/plan-to-write.js';
import { type Bodies, loadBodies } from '../../seeds/bodies.js';
import { formatSeedError } from '../../seeds/read-yaml.js';
import { exportWords as words } from '../../words/export.js';
import { meant } from '../../words/meant.js';
import { systemWords } from '../../words/system.js';
import { calendarNow } from './calendar-now.js';
import { withRegister } from './with-register.js';

/** What is asked of `ciclo export`. */
export interface ExportRequest {
  readonly entity: string;
  readonly year: number;
  /** `piano`, `relazione`, `monitoraggio-1`, `registro` */
  readonly document: string;
  /** Absent: as the file's name ends. */
  readonly format?: string;
  /** `-` for standard output. */
  readonly out: string;
  /** One table alone, as csv. */
  readonly table?: string;
  readonly documentVersion?: number;
  readonly draft?: boolean;
  /** Whose individual sheet. */
  readonly role?: string;
  readonly space?: string;
}

export interface Exported {
  readonly document: string;
  readonly title: string;
  readonly version: number;
  readonly format: Form;
  readonly mime: string;
  /** SHA-256 of the snapshot. */
  readonly hash: string;
  readonly simulated: boolean;
  /** False for what is written when asked: it is nowhere else. */
  readonly frozen: boolean;
  readonly bytes: Buffer;
}

/** 1: there is no such thing; 2: it was asked wrongly. */
export interface ExportProblem {
  readonly exitCode: 1 | 2;
  readonly message: string;
}

type Answer<T> = Result<T, ExportProblem>;

const missing = (message: string) => err<ExportProblem>({ exitCode: 1, message });
const wrong = (message: string) => err<ExportProblem>({ exitCode: 2, message });

/**
 * A document of a cycle in one form: as it was frozen, or written now from the register when it goes before no board.
 * @throws Failure when the configuration, the data files or the database do not let it
 */
export async function exportDocument(request: ExportRequest): Promise<Answer<Exported>> {
  const format = formatIn(request);
  if (!format.ok) return format;
  const config = loadConfig();
  const bodies = bodiesIn(config.seedsDir);
  const known = bodies.entities.map((e) => e.id);
  if (!known.includes(request.entity))
    return wrong(words.noEntity(request.entity, known) + meant(request.entity, known));
  return await withRegister(config, request.space, request.entity, async ({ db, schema }) => {
    const ref: CycleRef = { space: schema, entity: request.entity, exercise: request.year };
    if ((await cycleOf(db, cycleId(ref))) === undefined) {
      return missing(words.noCycle(ref.entity, ref.exercise, schema));
    }
    const found = await snapshotAsked(db, bodies, ref, request);
    if (!found.ok) return found;
    const { snapshot, frozen } = found.value;
    const bytes = await bytesOf(db, snapshot, frozen, format.value, request);
    if (!bytes.ok) return bytes;
    const { title, version, simulated } = snapshot.content;
    return ok({
      document: request.document,
      title,
      version,
      format: format.value,
      ...bytes.value,
      hash: snapshot.hash,
      simulated,
      frozen,
    });
  });
}

function formatIn({ format, out, table }: ExportRequest): Answer<Form> {
  const ending = extname(out).slice(1);
  const text = format ?? (table === undefined ? (ending === 'zip' ? 'csv' : ending) : 'csv');
  const form = FORMS.find((one) => one === text);
  if (form === undefined)
    return wrong(format === undefined ? words.whichFormat(out, FORMS) : words.noFormat(text, FORMS));
  return table !== undefined && form !== 'csv' ? wrong(words.tableOnlyCsv(form)) : ok(form);
}

function bodiesIn(seeds: string): Bodies {
  const loaded = loadBodies(seeds);
  if (loaded.ok) return loaded.value;
  throw new Failure(2, systemWords.badFiles, ...loaded.error.map((e) => `  ${formatSeedError(e)}`));
}

interface Found {
  readonly snapshot: Snapshot;
  readonly frozen: boolean;
}

async function snapshotAsked(db: Db, bodies: Bodies, ref: CycleRef, request: ExportRequest): Promise<Answer<Found>> {
  const { document, documentVersion, draft = false, role } = request;
  const written = WRITTEN_WHEN_ASKED.find((one) => one === document);
  if (written === 'individuale') {
    const plan = await planToWrite(db, ref, undefined);
    const roles = [...new Set((plan?.plan.individual ?? []).map((objective) => objective.role))];
    if (role === undefined || !roles.includes(role)) return wrong(words.roleNeeded(roles));
  }
  if (written !== undefined) return ok(await writtenNow(db, bodies, ref, written, role));
  const draftable = DRAFTABLE.find((one) => one === document);
  if (draft) {
    return draftable === undefined ? wrong(words.noDraft(document)) : ok(await writtenNow(db, bodies, ref, draftable));
  }
  const cycle = cycleId(ref);
  const record = await documentOf(db, cycle, document, documentVersion);
  if (record !== undefined) {
    const snapshot = await snapshotOf(db, record.hash);
    return snapshot === undefined ? missing(words.oldForm(document)) : ok({ snapshot, frozen: true });
  }
  const kinds = [...new Set((await documentsOf(db, cycle)).map((d) => d.kind))];
  if (documentVersion !== undefined && kinds.includes(document)) {
    return missing(words.noVersion(document, documentVersion));
  }
  return missing(
    draftable === undefined
      ? words.noDocument(document, kinds, WRITTEN_WHEN_ASKED) + meant(document, [...kinds, ...WRITTEN_WHEN_ASKED])
      : words.draftPossible(document),
  );
}

async function writtenNow(db: Db, bodies: Bodies, ref: CycleRef, kind: Writable, role?: string): Promise<Found> {
  const content = await currentContent({ db, bodies }, ref, kind, await calendarNow(db), role);
  return { snapshot: takeSnapshot(content), frozen: false };
}

type Bytes = Pick<Exported, 'bytes' | 'mime'>;

async function bytesOf(
  db: Db,
  snapshot: Snapshot,
  frozen: boolean,
  format: Form,
  { table, out }: ExportRequest,
): Promise<Answer<Bytes>> {
  const names = datasetsOf(snapshot.content).map((dataset) => dataset.name);
  const [only] = names.length === 1 ? names : [];
  if (format === 'csv' && (table !== undefined || only !== undefined)) {
    const bytes = tableCsv(snapshot, table ?? only ?? '');
    return bytes === undefined
      ? missing(words.noTable(table ?? '', names) + meant(table ?? '', names))
      : ok({ bytes, mime: 'text/csv' });
  }
  // A zip that is called .csv would be opened as one.
  if (format === 'csv' && extname(out) === '.csv') return wrong(words.manyTables(names));
  if (format === 'json') return ok({ bytes: snapshot.bytes, mime: FORM_MIMES.json });
  if (!frozen)
    return ok({ bytes: await makeForm(snapshot, format, await picturesOf(db, snapshot)), mime: FORM_MIMES[format] });
  const kept = await formOf(db, snapshot.hash, format);
  if (kept === undefined) throw new Error(`document ${snapshot.hash} can not be had as ${format}`);
  return ok(kept);
}
