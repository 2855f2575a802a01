import type { FormRow } from '../../../../forms/form.js';
import { documentHash } from '../../../../register/documents.js';
import type { DraftAnswer } from '../../../../register/draft-answer.js';
import { evidenceFiles, type NewEvidence } from '../../../../register/evidence.js';
import { keepDraft } from '../../../../register/keep-draft.js';
import type { Site } from '../../kit/site.js';
import { type OfficerPageData, sendersIn } from './page-data.js';
import type { Posted } from './posted.js';
import { type AllTyped, BLANK } from './typed.js';

/** The files an officer may name by their hash: those already with the value, and those of their draft. */
export const knownFiles = ({ draft }: OfficerPageData, row: FormRow): ReadonlySet<string> =>
  new Set([...(row.current?.evidence ?? []), ...(draft?.answers[row.code]?.evidence ?? [])]);

/** The fields with the files just uploaded beside those that were there. They are kept with what they are uploaded for. */
export function withUploads({ typed, uploads }: Posted): AllTyped {
  const all = new Map(typed);
  for (const [code, files] of uploads) {
    const hashes = files.map(({ bytes }) => documentHash(bytes));
    const before = all.get(code) ?? BLANK;
    if (hashes.length > 0) all.set(code, { ...before, evidence: [...new Set([...before.evidence, ...hashes])] });
  }
  return all;
}

/** The files of a request, as the register keeps them. */
export const filesOf = ({ uploads }: Posted, { duty, now }: OfficerPageData): readonly NewEvidence[] =>
  [...uploads.values()].flat().map((file) => ({ ...file, uploadedBy: duty.person.id, at: now }));

/** A browser forgets the files of a page that comes back: with them the whole page is kept as a draft. */
export async function keepIfUploaded(
  site: Site,
  data: OfficerPageData,
  posted: Posted,
  typed: AllTyped,
): Promise<OfficerPageData> {
  if (data.form.state === 'closed' || ![...posted.uploads.values()].some((files) => files.length > 0)) return data;
  return keep(site, data, posted, typed);
}

/** Keeps what was typed as the officer's draft, with the files that came with it. @returns the page with them */
export async function keep(
  { deps }: Site,
  data: OfficerPageData,
  posted: Posted,
  typed: AllTyped,
): Promise<OfficerPageData> {
  const answers = Object.fromEntries([...typed].map(([code, fields]): [string, DraftAnswer] => [code, fields]));
  const draft = { answers, lateReason: posted.lateReason, savedAt: data.now };
  const { db } = deps.register;
  await keepDraft(db, data.draftRef, draft, filesOf(posted, data));
  const files = await evidenceFiles(
    db,
    [...typed.values()].flatMap((fields) => fields.evidence),
    { entity: data.form.entity.id, senders: sendersIn(data.form, data.duty.person.id) },
  );
  return { ...data, draft, files: new Map([...data.files, ...files.map((file) => [file.hash, file] as const)]) };
}
