import type { CivilDate, Instant } from '../../domain/calendar/types.js';

/** The body a site is of. */
export interface PublishedBody {
  readonly id: string;
  readonly name: string;
  /** Its code in the IPA; absent where its files do not say it. */
  readonly ipa?: string | undefined;
  /** Whom who uses the data writes to. */
  readonly contact?: { readonly name: string; readonly email: string } | undefined;
  /** Where people read the site, without a slash at the end. */
  readonly site?: string | undefined;
}

/** An act a document was decided on with. */
export interface PublishedAct {
  /** `Giunta camerale` */
  readonly board: string;
  readonly number: string | null;
  readonly date: CivilDate | null;
  /** How it stood before number or date were corrected; absent: they never were. */
  readonly corrected?: string | undefined;
}

export interface PublishedFile {
  /** Within the version's folder: `piano-della-performance-2016-2018-v1.pdf`, `tabelle/cruscotto.csv`. */
  readonly path: string;
  readonly form: 'html' | 'pdf' | 'xlsx' | 'csv' | 'json';
  readonly title: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of this file; the document's own is in `Publication`. */
  readonly sha256: string;
}

/** One version of one document on the site: what `pubblicazione.json` in its folder says, and all that pages need. */
export interface Publication {
  readonly kind: string;
  readonly title: string;
  readonly exercise: number;
  readonly version: number;
  /** SHA-256 of the snapshot, printed on every form. */
  readonly sha256: string;
  readonly simulated: boolean;
  readonly publishedAt: Instant;
  readonly acts: readonly PublishedAct[];
  readonly files: readonly PublishedFile[];
}
